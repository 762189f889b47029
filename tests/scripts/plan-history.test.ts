/** `ancu plan event`, `history`, `undo` and `redo`: what happened, who recorded it, and turning it round. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { done, opened, refused, textFile, tinyPlan } from "./plan-cli.ts";
import { ancu, newFolder } from "./run-cli.ts";

const HEAD = "household,kind,on,document,note";
const events = (...rows: string[]) => textFile("events.csv", `\ufeff${[HEAD, ...rows].join("\r\n")}\r\n`);

describe("plan event", () => {
  test("records one event with its document and note, by whom", async () => {
    const plan = await tinyPlan();
    const more = ["--document", "15/QĐ-UBND", "--note", "đợt 1", "--author", "Hà"];
    const report = await done(
      "event",
      plan,
      "--household",
      "T01",
      "--kind",
      "moved",
      "--on",
      "2025-05-05",
      ...more,
    );
    expect(report).toMatchObject({ household: "T01", kind: "moved", on: "2025-05-05", revision: 6 });
    const store = await opened(plan);
    expect(store.household("T01")?.events).toMatchObject([
      { id: report.id, kind: "moved", on: "2025-05-05", document: "15/QĐ-UBND", note: "đợt 1" },
    ]);
    expect(store.last()?.author).toBe("Hà");
    store.close();
  });

  test.each([
    ["a household that is not there", ["T99", "moved", "2025-05-05"], "T99"],
    ["a day to come", ["T01", "moved", "2999-01-01"], "01/01/2999"],
    ["a return from nowhere", ["T01", "returned", "2025-05-05"], "T01"],
  ])("refused: %s", async (_name, [household, kind, on], word) => {
    const plan = await tinyPlan();
    const argv = ["--household", household!, "--kind", kind!, "--on", on!];
    const run = await refused(plan, "event", plan, ...argv);
    expect([run.code, run.told]).toEqual([1, expect.stringContaining(word)]);
  });

  test("a whole table is one entry", async () => {
    const plan = await tinyPlan();
    const file = events(
      "T01,identified,2023-01-01,,",
      "T01,moved,2024-01-01,1/QĐ,",
      "T02,moved,2024-02-01,,ghi chú",
    );
    expect(await done("event", plan, "--file", file)).toEqual({
      file: "events.csv",
      events: 3,
      households: 2,
      revision: 6,
    });
    expect((await refused(plan, "event", plan, "--file", file)).told).toContain("2023-01-01");
    await done("undo", plan);
    const store = await opened(plan);
    expect(store.snapshot().events).toEqual([]);
    store.close();
  });

  test("every bad row is named with its row and field, and none is taken", async () => {
    const plan = await tinyPlan();
    const rows = ["T01,moved,2024-01-01,,", "T99,moved,2024-01-01,,", "T02,danced,2024-01-01,,"];
    const more = [
      "T03,moved,2024-02-30,,",
      "T04,returned,2024-01-01,,",
      "T05,moved,2024-01-01,,",
      "T05,moved,2024-01-01,,",
    ];
    const { code, told } = await refused(plan, "event", plan, "--file", events(...rows, ...more));
    expect(code).toBe(1);
    expect(told).toContain("dòng 3, cột household");
    expect(told).toMatch(/dòng 4, cột kind: .*danced.*identified, planned/);
    expect(told).toContain("dòng 5, cột on");
    expect(told).toContain("dòng 6, cột on");
    expect(told).toContain("dòng 8, cột on");
    expect(told).not.toContain("dòng 2,");
    expect(told).not.toContain("dòng 7,");
    expect(told).toContain("5 dòng");
  });

  test.each([
    ["a file that is not there", () => join(newFolder(), "none.csv"), "none.csv"],
    ["a file without the columns", () => textFile("e.csv", "hộ,loại\nT01,moved\n"), "household, kind, on"],
    ["a file without rows", () => textFile("e.csv", `${HEAD}\n`), "e.csv"],
    ["a file that is no table", () => textFile("e.csv", '{"type":'), "e.csv"],
  ])("refused: %s", async (_name, file, word) => {
    const plan = await tinyPlan();
    const run = await refused(plan, "event", plan, "--file", file());
    expect([run.code, run.told]).toEqual([1, expect.stringContaining(word)]);
  });
});

describe("plan history", () => {
  test("who did what when, newest first, in words and as JSON", async () => {
    const plan = await tinyPlan();
    await done(
      "event",
      plan,
      "--household",
      "T01",
      "--kind",
      "moved",
      "--on",
      "2025-05-05",
      "--author",
      "Hà",
    );
    const { entries, revision, more } = await done("history", plan);
    expect([revision, more, entries.length]).toEqual([6, false, 6]);
    expect(entries[0]).toMatchObject({
      seq: 6,
      kind: "do",
      command: "event.add",
      author: "Hà",
      undone: false,
    });
    expect(entries[0].text).toContain("T01");
    expect(entries[5]).toMatchObject({ seq: 1, command: "layer.import", author: "Lan" });
    const { out, code } = await ancu("plan", "history", plan, "--lang", "en");
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toMatch(
      /^6 {2}\d\d\/\d\d\/\d{4} \d\d:\d\d {2}Hà {2}Record what happened to household T01$/,
    );
    const limited = await done("history", plan, "--limit", "2");
    expect([limited.entries.length, limited.more]).toEqual([2, true]);
  });

  test("of one household, with what changed", async () => {
    const plan = await tinyPlan();
    await done("event", plan, "--household", "T01", "--kind", "moved", "--on", "2025-05-05");
    await done("event", plan, "--household", "T02", "--kind", "moved", "--on", "2025-05-05");
    const { entries } = await done("history", plan, "--household", "T01");
    expect(entries.map(({ command }: { command: string }) => command)).toEqual([
      "event.add",
      "households.import",
    ]);
    expect(entries[0].changes.length).toBeGreaterThan(0);
    expect((await refused(plan, "history", plan, "--household", "T99")).told).toContain("T99");
  });

  test("of a layer by its name", async () => {
    const plan = await tinyPlan();
    const { entries } = await done("history", plan, "--layer", "hazards.geojson");
    expect(entries.map(({ command }: { command: string }) => command)).toEqual(["layer.import"]);
    expect((await refused(plan, "history", plan, "--site", "nowhere")).told).toContain("nowhere");
  });

  test("looking changes nothing", async () => {
    const plan = await tinyPlan();
    const before = readFileSync(plan);
    for (const argv of [["history"], ["screen"], ["check"], ["baseline", "--list"]]) {
      expect((await ancu("plan", argv[0]!, plan, ...argv.slice(1))).code).toBe(0);
    }
    expect(readFileSync(plan).equals(before)).toBe(true);
  });
});

describe("plan undo and redo", () => {
  test("name what they turn round; the history keeps both", async () => {
    const plan = await tinyPlan();
    await done(
      "event",
      plan,
      "--household",
      "T01",
      "--kind",
      "moved",
      "--on",
      "2025-05-05",
      "--author",
      "Hà",
    );
    const undone = await done("undo", plan, "--author", "Minh");
    expect(undone).toMatchObject({ turned: { command: "event.add", author: "Hà" }, revision: 7 });
    expect([undone.undo.command, undone.redo.command]).toEqual(["rules.set", "event.add"]);
    const { entries } = await done("history", plan, "--limit", "2");
    expect(entries).toMatchObject([
      { kind: "undo", author: "Minh", target: { seq: 6 } },
      { kind: "do", undone: true, author: "Hà" },
    ]);
    const { code, told } = await ancu("plan", "redo", plan, "--lang", "en");
    expect([code, told]).toEqual([0, "Done again: Record what happened to household T01"]);
    const store = await opened(plan);
    expect(store.household("T01")?.events).toHaveLength(1);
    store.close();
  });

  test("everything back to the beginning and forth again, each over the saved file", async () => {
    const plan = await tinyPlan();
    const before = await done("screen", plan);
    for (let i = 0; i < 5; i++) expect((await ancu("plan", "undo", plan)).code).toBe(0);
    expect((await refused(plan, "undo", plan)).code).toBe(1);
    const store = await opened(plan);
    expect([store.layers(), store.snapshot().households.count]).toEqual([[], 0]);
    store.close();
    for (let i = 0; i < 5; i++) expect((await ancu("plan", "redo", plan)).code).toBe(0);
    expect((await refused(plan, "redo", plan)).code).toBe(1);
    const after = await done("screen", plan);
    expect({ ...after, plan: null }).toEqual({ ...before, plan: null });
  });
});
