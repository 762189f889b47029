/** What another program changed in a plan file, at the command line: told, counted, and saved by commands that write. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { behind, done, refused, tinyPlan } from "./plan-cli.ts";
import { ancu } from "./run-cli.ts";

async function editedPlan(): Promise<string> {
  const plan = await tinyPlan();
  await behind(plan, "UPDATE household SET village = 'Buôn Mới' WHERE id = 'T01'");
  return plan;
}
const commands = ({ entries }: { entries: readonly { command: string }[] }) =>
  entries.map(({ command }) => command);

test("looking tells of it and counts it, and leaves the file as it is", async () => {
  const plan = await editedPlan();
  const before = readFileSync(plan);
  const { told } = await ancu("plan", "history", plan, "--lang", "en");
  expect(told).toContain("another program");
  expect(told).toContain("the next command that writes");
  expect(commands(await done("history", plan, "--household", "T01"))[0]).toBe("outside.adopt");
  const check = await done("check", plan);
  expect([check.ok, check.notSaved.length]).toEqual([true, 1]);
  expect(readFileSync(plan).equals(before)).toBe(true);
});

test("a command that writes saves it as an entry of its own, which can be undone", async () => {
  const plan = await editedPlan();
  await done("event", plan, "--household", "T02", "--kind", "moved", "--on", "2024-01-01");
  expect(commands(await done("history", plan, "--limit", "2"))).toEqual(["event.add", "outside.adopt"]);
  expect((await ancu("plan", "history", plan)).told).toBe("");
  await done("undo", plan);
  expect((await done("undo", plan)).turned.command).toBe("outside.adopt");
  expect((await done("history", plan, "--household", "T01")).entries).toMatchObject([
    { kind: "undo" },
    { command: "outside.adopt", undone: true },
    { command: "households.import" },
  ]);
});

test("a command that is refused leaves it unsaved and says so", async () => {
  const plan = await editedPlan();
  const argv = ["--household", "T99", "--kind", "moved", "--on", "2024-01-01", "--lang", "en"];
  expect((await refused(plan, "event", plan, ...argv)).told).toContain("not recorded in its history yet");
});
