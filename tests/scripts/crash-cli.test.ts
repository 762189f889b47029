/** Killing the command line at random moments: the file is whole, old or new, and what is left behind is in nobody's way. */
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCliRounds } from "../../scripts/crash/cli-rounds.ts";
import { writeWhole } from "../../src/plan/node.ts";

test("5 rounds", { timeout: 240_000 }, async () => {
  const told: string[] = [];
  const report = await runCliRounds({
    rounds: 5,
    seed: 3,
    atMostSeconds: 200,
    say: (line) => told.push(line),
  });
  expect(report.wrong, told.join("\n")).toEqual([]);
  expect(report.rounds).toBeGreaterThan(0);
});

test("half a file that a killed writer left goes with the next saving; that of a living one stays", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ancu-left-"));
  const file = join(folder, "p.gpkg");
  // No process has a number beyond the greatest one the system gives.
  writeFileSync(`${file}.4999999.tmp`, "half");
  writeFileSync(`${file}.${process.ppid}.tmp`, "being written");
  writeFileSync(`${file}.notes.tmp`, "somebody's own");
  await writeWhole(file, new Uint8Array([1]));
  expect(readdirSync(folder).sort()).toEqual(
    ["p.gpkg", `p.gpkg.${process.ppid}.tmp`, "p.gpkg.notes.tmp"].sort(),
  );
});
