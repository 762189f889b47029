/** `ancu plan check`: finds what is wrong in a plan file, and saves what can be read of a damaged one. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { behind, done, opened, refused, textFile, tinyPlan } from "./plan-cli.ts";
import { ancu, newFolder } from "./run-cli.ts";

interface Check {
  readonly check: string;
  readonly state: string;
  readonly found: readonly string[];
}

async function look(
  plan: string,
  ...more: string[]
): Promise<{ code: number; ok: boolean; checks: readonly Check[] }> {
  const { code, out } = await ancu("plan", "check", plan, "--json", ...more);
  return { code, ...JSON.parse(out) };
}
const stateOf = ({ checks }: { checks: readonly Check[] }, name: string) =>
  checks.find(({ check }) => check === name)?.state;

test("a plan of ours has nothing wrong: every check is told, by line and as JSON", async () => {
  const plan = await tinyPlan();
  await done("event", plan, "--household", "T01", "--kind", "moved", "--on", "2025-05-05");
  await done("baseline", plan, "--name", "Gốc", "--on", "2021-12-31");
  await done("undo", plan);
  const found = await look(plan);
  expect(found.checks.filter(({ state }) => state !== "ok")).toEqual([]);
  expect(found).toMatchObject({ code: 0, ok: true, plan: { name: "tiny" }, notSaved: [], recovered: null });
  const { out, told, code } = await ancu("plan", "check", plan, "--lang", "en");
  expect([code, out.trimEnd().split("\n").length]).toEqual([0, found.checks.length]);
  expect(told).toContain("nothing is wrong");
});

describe("what is wrong is found by name", () => {
  test.each([
    ["extents", "UPDATE gpkg_contents SET max_x = 100 WHERE table_name = 'hazard'", "hazard"],
    ["spatial-index", "DELETE FROM rtree_household_geom WHERE id = 1", "household"],
    ["spatial-index", "DROP TRIGGER rtree_site_geom_insert", ""],
    ["geopackage", "DELETE FROM gpkg_contents WHERE table_name = 'decision'", "decision"],
    ["geopackage", "DELETE FROM gpkg_geometry_columns WHERE table_name = 'site'", "site"],
    ["geopackage", "DELETE FROM gpkg_extensions WHERE table_name = 'unit'", "unit"],
    ["geopackage", "DELETE FROM gpkg_spatial_ref_sys WHERE srs_id = 9218", "9218"],
    ["geopackage", "PRAGMA application_id = 7", "application_id"],
    ["form", "DROP INDEX event_household", "event_household"],
    ["columns", "UPDATE household_column SET data = zeroblob(length(data)) WHERE name = 'id'", ""],
    ["references", "UPDATE hazard SET layer_id = 'gone' WHERE fid = 1", "gone"],
    ["history", "DELETE FROM journal WHERE seq = 2", "2"],
    ["history", "UPDATE journal_row SET table_name = 'village' WHERE fid = 1", "1"],
  ])("%s: %s", async (check, sql, word) => {
    const plan = await tinyPlan();
    await behind(plan, sql);
    const before = readFileSync(plan);
    const found = await look(plan, "--lang", "en");
    const one = found.checks.find((each) => each.check === check);
    // What opening puts right is told as such; it is not right in the file either.
    expect([check, one?.state]).toEqual([check, expect.stringMatching(/^(wrong|mended)$/)]);
    expect(one?.found.join()).toContain(word);
    expect(found.ok).toBe(found.checks.every(({ state }) => state !== "wrong"));
    expect(found.code).toBe(found.ok ? 0 : 1);
    expect(readFileSync(plan).equals(before)).toBe(true);
  });

  test("a history that cannot be replayed", async () => {
    const plan = await tinyPlan();
    await done("event", plan, "--household", "T01", "--kind", "moved", "--on", "2025-05-05");
    await behind(plan, "UPDATE journal_row SET first_fid = 999, last_fid = 999 WHERE seq = 6");
    const found = await look(plan);
    expect([found.code, stateOf(found, "replay")]).toEqual([1, "wrong"]);
  });

  test("events of households that are not in the register any more are a note, not a fault", async () => {
    const plan = await tinyPlan();
    await done("event", plan, "--household", "T01", "--kind", "moved", "--on", "2025-05-05");
    await done(
      "import",
      plan,
      "--replace",
      "--households",
      textFile("ho.csv", "id,lon,lat\nN1,108.05,12.55\n"),
    );
    const found = await look(plan);
    expect([found.code, stateOf(found, "references")]).toEqual([0, "note"]);
    expect(found.checks.find(({ check }) => check === "references")?.found.join()).toContain("T01");
  });
});

describe("plan check --recover", () => {
  /** Zeros over one page in the middle of the file, where rows are. */
  function spoil(plan: string): Buffer {
    const bytes = readFileSync(plan);
    const pages = bytes.length / 4096;
    bytes.fill(0, Math.floor(pages / 2) * 4096, Math.floor(pages / 2 + 1) * 4096);
    writeFileSync(plan, bytes);
    return bytes;
  }

  test("writes what can be read as a plan that opens; the damaged file stays as it is", async () => {
    const plan = await tinyPlan();
    const bytes = spoil(plan);
    const target = join(newFolder(), "cứu.gpkg");
    const found = await look(plan);
    expect([found.code, found.ok]).toEqual([1, false]);
    const recovered = await look(plan, "--recover", target);
    expect(recovered).toMatchObject({ code: 1, recovered: { file: target } });
    expect(readFileSync(plan).equals(bytes)).toBe(true);
    const store = await opened(target);
    expect(store.info().name).toContain("tiny");
    store.close();
    expect((await look(target)).code).toBe(0);
  });

  test("a whole plan is recovered whole", async () => {
    const plan = await tinyPlan();
    const target = join(newFolder(), "r.gpkg");
    const { recovered, code } = (await look(plan, "--recover", target)) as never as {
      code: number;
      recovered: { tables: readonly { table: string; read: number; lost: number }[]; historyKept: boolean };
    };
    expect([code, recovered.historyKept]).toEqual([0, true]);
    expect(recovered.tables.find(({ table }) => table === "household")).toEqual({
      table: "household",
      read: 18,
      lost: 0,
    });
    expect(figures(await done("screen", target))).toEqual(figures(await done("screen", plan)));
  });
  const figures = ({ eligible, unknown, byUnit }: Record<string, unknown>) => ({ eligible, unknown, byUnit });

  test("refused: over a file that is there, or from a file with nothing of a plan in it", async () => {
    const plan = await tinyPlan();
    expect((await refused(plan, "check", plan, "--recover", plan)).code).toBe(1);
    const notes = textFile("notes.gpkg", "not a plan".repeat(1000));
    const target = join(newFolder(), "r.gpkg");
    const run = await ancu("plan", "check", notes, "--recover", target);
    expect([run.code, run.out, existsSync(target)]).toEqual([1, "", false]);
  });
});
