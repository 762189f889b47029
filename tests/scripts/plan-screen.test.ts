/** `ancu plan screen`, `baseline` and `progress`: the figures of a plan. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { openTable } from "../../src/core/formats/index.ts";
import { createPlan, savePlanFile } from "../../src/plan/node.ts";
import { databaseFrom, loadSqlite } from "../../src/plan/sqlite.ts";
import { done, opened, refused, TINY_PLAN, textFile, tinyPlan } from "./plan-cli.ts";
import { ancu, BESIDE, newFolder, TINY } from "./run-cli.ts";

/** What `ancu screen` and `ancu plan screen` both say. */
function figures({
  read,
  located,
  rejected,
  byUnit,
  eligible,
  unknown,
  rules,
  skipped,
}: Record<string, unknown>) {
  return { read, located, rejected, byUnit, eligible, unknown, rules, skipped };
}

describe("plan screen", () => {
  test("says the same as ancu screen over the same files", async () => {
    const plan = await tinyPlan();
    const { code, out } = await ancu("screen", ...TINY_PLAN, "--json");
    expect(code).toBe(0);
    const summary = await done("screen", plan);
    expect(figures(summary)).toEqual(figures(JSON.parse(out)));
    expect(summary).toMatchObject({ decided: { included: 0, excluded: 0, toMove: 5, unknown: 2 } });
    expect(summary.plan.revision).toBe(5);
  });

  test("every household in three formats, in register order, with where the figures come from", async () => {
    const plan = await tinyPlan();
    const [geojson, csv, gpkg] = ["o.geojson", "o.csv", "o.gpkg"].map((name) => join(newFolder(), name));
    for (const out of [geojson!, csv!, gpkg!])
      expect((await ancu("plan", "screen", plan, "--out", out)).code).toBe(0);
    const { features, ancu: from } = JSON.parse(readFileSync(geojson!, "utf8"));
    expect(features.map(({ id }: { id: string }) => id)).toEqual(
      Array.from({ length: 18 }, (_, i) => `T${String(i + 1).padStart(2, "0")}`),
    );
    expect(from).toMatchObject({ revision: 5, reading: "strict", rulesSaved: true });
    const expected = openTable(readFileSync(join(TINY, "expected.csv")), "expected.csv");
    const wanted = expected.ok ? expected.value.features.map(({ properties }) => properties.eligible) : [];
    const table = openTable(readFileSync(csv!), "o.csv");
    const given = table.ok ? table.value.features.map(({ properties }) => properties.eligible) : [];
    expect(given).toEqual(wanted);
    const db = databaseFrom(await loadSqlite(), readFileSync(gpkg!));
    expect(db.selectValue("SELECT count(*) FROM households WHERE eligible = 'yes'")).toBe(5);
    db.close();
  });

  test("other rules are tried without changing the plan", async () => {
    const plan = await tinyPlan();
    const before = readFileSync(plan);
    const rules = textFile("rules.json", '{ "reading": "wide", "remote": null }');
    const summary = await done("screen", plan, "--rules", rules);
    expect(summary.rules.reading).toBe("wide");
    const { out } = await ancu("screen", ...TINY_PLAN.slice(0, -1), rules, "--json");
    expect(figures(summary)).toEqual(figures(JSON.parse(out)));
    expect(readFileSync(plan).equals(before)).toBe(true);
  });

  test.each([
    ["over the plan itself", ["--out", "PLAN"], "vừa là tệp đầu vào"],
    ["an ending that says nothing", ["--out", "o.xyz"], "o.xyz"],
    ["a folder that is not there", ["--out", "/nowhere/at/all/o.csv"], "/nowhere/at/all"],
    ["rules that are not there", ["--rules", "nowhere.json"], "nowhere.json"],
  ])("refused: %s", async (_name, argv, word) => {
    const plan = await tinyPlan();
    const run = await refused(plan, "screen", plan, ...argv.map((arg) => (arg === "PLAN" ? plan : arg)));
    expect([run.code, run.told]).toEqual([1, expect.stringContaining(word)]);
    expect(readdirSync(dirname(plan))).toEqual(["plan.gpkg"]);
  });

  test("what persons decided changes who is to move, not what the rules say", async () => {
    const plan = await tinyPlan();
    const store = await opened(plan);
    const { features } = await eligibleOf(plan);
    const decide = (householdId: string, choice: "include" | "exclude") =>
      store.run("decision.record", {
        id: `d-${householdId}`,
        householdIds: [householdId],
        choice,
        reason: "họp thôn",
        person: null,
        document: null,
        on: "2025-03-01",
      });
    expect(decide(features("yes")[0]!, "exclude")).toMatchObject({ ok: true });
    expect(decide(features("no")[0]!, "include")).toMatchObject({ ok: true });
    expect(decide(features("unknown")[0]!, "include")).toMatchObject({ ok: true });
    await savePlanFile(plan, store);
    store.close();
    const summary = await done("screen", plan);
    expect(summary).toMatchObject({
      eligible: 5,
      unknown: 2,
      decided: { included: 2, excluded: 1, toMove: 6, unknown: 1 },
    });
    const frozen = await done("baseline", plan, "--name", "Gốc", "--on", "2025-03-02");
    expect(frozen).toMatchObject({ households: 6, unknown: 1, included: 2, excluded: 1 });
  });
});

async function eligibleOf(plan: string) {
  const out = join(newFolder(), "o.geojson");
  await ancu("plan", "screen", plan, "--out", out);
  const all = JSON.parse(readFileSync(out, "utf8")).features as {
    id: string;
    properties: { eligible: string };
  }[];
  const features = (eligible: string) =>
    all.filter(({ properties }) => properties.eligible === eligible).map(({ id }) => id);
  return { features };
}

describe("plan baseline", () => {
  test("freezes who is to move, says how many were left out, and lists it", async () => {
    const plan = await tinyPlan();
    const frozen = await done("baseline", plan, "--name", "Gốc 2021", "--on", "2021-12-31");
    expect(frozen).toMatchObject({
      name: "Gốc 2021",
      target: "relocation",
      on: "2021-12-31",
      households: 5,
      unknown: 2,
    });
    const store = await opened(plan);
    const { features } = await eligibleOf(plan);
    expect(store.baselines()[0]?.householdIds).toEqual(features("yes"));
    store.close();
    const { id } = frozen;
    expect(await done("baseline", plan, "--list")).toEqual([
      { id, name: "Gốc 2021", target: "relocation", on: "2021-12-31", households: 5, added: 0 },
    ]);
  });

  test("unplanned migrants are those the register calls so", async () => {
    const plan = await tinyPlan();
    const rows = readFileSync(join(TINY, "households.csv"), "utf8");
    expect(rows.split(/\r?\n/)[0]).toContain("migrant");
    const register = textFile(
      "ho.csv",
      "id,ethnicity,migrant,lon,lat\nA,Dao,1,108.05,12.55\nB,Dao,,108.05,12.55\nC,Dao,0,108.05,12.55\n",
    );
    await done("import", plan, "--households", register, "--replace");
    const frozen = await done(
      "baseline",
      plan,
      "--name",
      "Di cư",
      "--on",
      "2025-01-01",
      "--target",
      "migrants",
    );
    expect(frozen).toMatchObject({ target: "migrants", households: 1, unknown: 1 });
  });

  test.each([
    ["nobody to freeze", ["--name", "Di cư", "--on", "2025-01-01", "--target", "migrants"], "chưa có hộ"],
    ["a day to come", ["--name", "A", "--on", "2999-01-01"], "01/01/2999"],
    ["a baseline to extend that is not there", ["--extend", "Không có", "--on", "2025-01-01"], "Không có"],
  ])("refused: %s", async (_name, argv, word) => {
    const plan = await tinyPlan();
    // Nobody is known to be a migrant here.
    await done("import", plan, "--replace", "--households", textFile("ho.csv", "id,migrant\nA,0\n"));
    const run = await refused(plan, "baseline", plan, ...argv);
    expect([run.code, run.told]).toEqual([1, expect.stringContaining(word)]);
  });

  test("the same name again is refused; a list without any baseline is empty", async () => {
    const plan = await tinyPlan();
    expect(await done("baseline", plan, "--list")).toEqual([]);
    await done("baseline", plan, "--name", "Gốc", "--on", "2021-12-31");
    expect((await refused(plan, "baseline", plan, "--name", "gốc", "--on", "2022-12-31")).told).toContain(
      "gốc",
    );
  });

  test("--extend adds those found since, once, and they are counted apart", async () => {
    const plan = await tinyPlan();
    await done("baseline", plan, "--name", "Gốc", "--on", "2021-12-31");
    const extend = ["baseline", plan, "--extend", "Gốc", "--on", "2024-06-01", "--document", "12/QĐ"];
    expect((await refused(plan, ...extend)).told).toContain("Gốc");
    const { features } = await eligibleOf(plan);
    const store = await opened(plan);
    store.run("decision.record", {
      id: "d1",
      householdIds: [features("no")[0]!],
      choice: "include",
      reason: "sạt lở mới",
      person: null,
      document: null,
      on: "2024-05-30",
    });
    await savePlanFile(plan, store);
    store.close();
    expect(await done(...extend)).toMatchObject({ name: "Gốc", added: 1, on: "2024-06-01" });
    expect(await done("baseline", plan, "--list")).toMatchObject([{ households: 5, added: 1 }]);
    await refused(plan, ...extend);
    const report = await done("progress", plan, "--as-of", "2024-12-31");
    expect(report.total).toMatchObject({ baseline: 5, added: 1, rolling: { baseline: 6 } });
    const before = await done("progress", plan, "--as-of", "2024-05-31");
    expect(before.total).toMatchObject({ baseline: 5, added: 0, rolling: { baseline: 5 } });
    const { out } = await ancu("plan", "progress", plan, "--as-of", "2024-12-31", "--lang", "en");
    expect(out).toContain("Rolling");
  });
});

describe("plan progress", () => {
  async function planWithBaseline(): Promise<{ plan: string; ids: readonly string[] }> {
    const plan = await tinyPlan();
    await done("baseline", plan, "--name", "Gốc", "--on", "2021-12-31");
    const { features } = await eligibleOf(plan);
    return { plan, ids: features("yes") };
  }
  const moved = (plan: string, id: string, on: string) =>
    done("event", plan, "--household", id, "--kind", "moved", "--on", on);

  test("a figure for a past day depends on what happened up to it only; the counts add up", async () => {
    const { plan, ids } = await planWithBaseline();
    await moved(plan, ids[0]!, "2023-05-05");
    await moved(plan, ids[1]!, "2024-05-05");
    await moved(plan, ids[2]!, "2025-05-05");
    const doneOn = async (asOf: string) => (await done("progress", plan, "--as-of", asOf)).total.done;
    expect([await doneOn("2023-05-04"), await doneOn("2023-05-05"), await doneOn("2024-12-31")]).toEqual([
      0, 1, 2,
    ]);
    const report = await done("progress", plan, "--as-of", "2025-12-31", "--baseline", "Gốc");
    expect(report).toMatchObject({
      asOf: "2025-12-31",
      knownOn: null,
      baseline: { name: "Gốc", on: "2021-12-31", households: 5 },
    });
    expect(report.total).toMatchObject({ baseline: 5, done: 3, percent: 60, target: 60, met: true });
    for (const key of ["baseline", "done"]) {
      const sum = report.rows.reduce((total: number, row: Record<string, number>) => total + row[key]!, 0);
      expect(sum).toBe(report.total[key]);
    }
  });

  test("by former district and by former province, what is not known being a row of its own", async () => {
    const { plan } = await planWithBaseline();
    const total = (rows: readonly { baseline: number }[]) => rows.reduce((sum, row) => sum + row.baseline, 0);
    for (const by of ["unit", "district", "province"]) {
      const { rows } = await done("progress", plan, "--as-of", "2025-12-31", "--by", by);
      expect([by, total(rows)]).toEqual([by, 5]);
    }
    const { rows } = await done("progress", plan, "--as-of", "2025-12-31", "--by", "province");
    expect(rows).toMatchObject([{ code: null, name: null, baseline: 5, target: 60, met: false }]);
    const { out } = await ancu("plan", "progress", plan, "--as-of", "2025-12-31", "--by", "province");
    expect(out).toContain("chưa rõ tỉnh cũ");
  });

  test("the table cuts percentages and never rounds them over a threshold", async () => {
    const { plan, ids } = await planWithBaseline();
    for (const id of ids.slice(0, 2)) await moved(plan, id, "2024-05-05");
    const { out, code } = await ancu("plan", "progress", plan, "--as-of", "2025-12-31", "--lang", "en");
    expect(code).toBe(0);
    expect(out).toMatch(/Total\s+5\s+2\s+40\s%\s+>= 60\s%\s+no/);
  });

  test.each([
    ["no baseline of the target", ["--target", "migrants"], "danh sách gốc"],
    ["a baseline that is not there", ["--baseline", "Khác"], "Khác"],
  ])("refused: %s", async (_name, argv, word) => {
    const { plan } = await planWithBaseline();
    const run = await refused(plan, "progress", plan, "--as-of", "2025-12-31", ...argv);
    expect([run.code, run.told]).toEqual([1, expect.stringContaining(word)]);
  });
});

describe("what was known, and what was changed afterwards", () => {
  /** Frozen in January, an event of 2024 recorded in February, and its date corrected in March 2025. */
  async function correctedPlan(): Promise<string> {
    let now = "2025-01-10T02:00:00.000Z";
    const store = await createPlan({ id: "p", name: "Thử" }, () => now);
    store.author = "Lan";
    const staged = store.read("ho", "ho.csv", new TextEncoder().encode("id,migrant\nA,1\nB,1\n"));
    expect(staged.ok).toBe(true);
    const run = (...[name, input]: Parameters<typeof store.run>) =>
      expect(store.run(name, input)).toMatchObject({ ok: true });
    run("households.import", { staged: "ho", replace: false });
    const list = { id: "b", name: "Gốc", target: "migrants", on: "2021-12-31" } as const;
    run("baseline.freeze", { ...list, householdIds: ["A", "B"] });
    now = "2025-02-01T02:00:00.000Z";
    const event = { id: "e", householdId: "A", kind: "settled", on: "2024-06-01" } as const;
    run("event.add", { ...event, document: null, note: null });
    now = "2025-03-01T02:00:00.000Z";
    store.author = "Hà";
    run("event.correct", { id: "e", kind: "settled", on: "2025-01-20", document: null, note: null });
    const plan = join(newFolder(), "p.gpkg");
    await savePlanFile(plan, store);
    store.close();
    return plan;
  }
  const settled = ["--as-of", "2024-12-31", "--target", "migrants"];

  test("a figure is told as it was known on a day", async () => {
    const plan = await correctedPlan();
    const doneKnownOn = async (on: string) =>
      (await done("progress", plan, ...settled, "--known-on", on)).total.done;
    expect([
      await doneKnownOn("2025-01-31"),
      await doneKnownOn("2025-02-15"),
      await doneKnownOn("2025-03-02"),
    ]).toEqual([0, 1, 0]);
    expect((await done("progress", plan, ...settled)).total.done).toBe(0);
    expect((await refused(plan, "progress", plan, ...settled, "--known-on", "2025-01-09")).code).toBe(1);
  });

  test("--audit names what was changed afterwards, who did it, and both values", async () => {
    const plan = await correctedPlan();
    const { audit } = await done("progress", plan, ...settled, "--audit");
    expect(audit.changes).toMatchObject([
      { householdId: "A", author: "Hà", before: { on: "2024-06-01" }, after: { on: "2025-01-20" } },
    ]);
    const { out } = await ancu("plan", "progress", plan, ...settled, "--audit", "--lang", "en");
    expect(out).toMatch(/Hà · household A: .* on 01\/06\/2024, now .* on 20\/01\/2025/);
  });
});

describe("examples on real boundaries", () => {
  const there = existsSync(join(BESIDE, "daklak-strict"));
  if (!there)
    console.warn("NOT RUN: ancu plan screen on daklak-strict (no ../shared/cases beside the project)");
  const inCase = (file: string) => join(BESIDE, "daklak-strict", file);

  test.runIf(there)("daklak-strict, through a plan file: no difference", { timeout: 120_000 }, async () => {
    const folder = newFolder();
    const [plan, out] = [join(folder, "p.gpkg"), join(folder, "o.geojson")];
    const made = await ancu(
      ...["plan", "new", plan, "--units", inCase("units.geojson"), "--households", inCase("households.csv")],
      ...["--forests", inCase("forests.geojson"), "--forest-coverage", "all"],
      ...[
        "--hazards",
        inCase("hazards.geojson"),
        "--hazard-coverage",
        "all",
        "--rules",
        inCase("rules.json"),
      ],
      ...["--roads", inCase("roads.geojson"), "--centres", inCase("centres.geojson")],
    );
    expect(made.code).toBe(0);
    const summary = await done("screen", plan, "--out", out);
    const expected = JSON.parse(readFileSync(inCase("expected.json"), "utf8"));
    for (const key of ["read", "located", "eligible", "unknown"])
      expect([key, summary[key]]).toEqual([key, expected[key]]);
    const check = execFileSync(process.execPath, [join(BESIDE, "check.mjs"), out, inCase("expected.csv")]);
    expect(check.toString()).toContain(" 0 differences");
  });
});
