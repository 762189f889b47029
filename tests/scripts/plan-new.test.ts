/** `ancu plan new` and `plan import`: a plan from files, and files into a plan. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { done, folderNamed, opened, refused, TINY_PLAN, textFile, tinyPlan } from "./plan-cli.ts";
import { ancu, BROKEN, newFolder, TINY } from "./run-cli.ts";

const tiny = (name: string) => join(TINY, name);
const broken = (name: string) => join(BROKEN, name);

describe("plan new", () => {
  test("takes in every file by the commands of the interface, by the author that was named", async () => {
    const file = join(newFolder(), "Ea Súp.gpkg");
    const report = await done("new", file, ...TINY_PLAN, "--author", "Lan");
    expect(report).toMatchObject({
      file,
      name: "Ea Súp",
      imported: [
        { as: "units", accepted: 2, coverage: "all" },
        { as: "forests", accepted: 3, coverage: "all" },
        { as: "hazards", accepted: 3, coverage: "all" },
        { as: "households", read: 18, accepted: 18, rejected: 0, located: 16, coverage: null },
      ],
      skipped: [],
    });
    const plan = await opened(file);
    const history = plan.history({ limit: 10 });
    expect(history.map(({ command, author }) => [command, author])).toEqual([
      ["rules.set", "Lan"],
      ["households.import", "Lan"],
      ["layer.import", "Lan"],
      ["layer.import", "Lan"],
      ["layer.import", "Lan"],
    ]);
    expect(plan.info()).toMatchObject({
      id: report.id,
      name: "Ea Súp",
      revision: report.revision,
      demo: false,
    });
    expect(plan.rules()).toMatchObject({ reading: "strict", remote: null });
    plan.close();
    expect(readdirSync(dirname(file))).toEqual(["Ea Súp.gpkg"]);
  });

  test("the author is the one of the environment when none is named", async () => {
    const file = join(newFolder(), "p.gpkg");
    const before = process.env.ANCU_AUTHOR;
    process.env.ANCU_AUTHOR = "Tổ 3";
    try {
      await done("new", file, "--units", tiny("units.geojson"));
    } finally {
      if (before === undefined) delete process.env.ANCU_AUTHOR;
      else process.env.ANCU_AUTHOR = before;
    }
    const plan = await opened(file);
    expect(plan.last()?.author).toBe("Tổ 3");
    plan.close();
  });

  test("a layer of areas that does not say what it covers is taken as zones, and that is told", async () => {
    const file = join(newFolder(), "p.gpkg");
    const layers = ["--units", tiny("units.geojson"), "--hazards", tiny("hazards.geojson")];
    const { code, told } = await ancu("plan", "new", file, ...layers);
    expect([code, told]).toEqual([0, expect.stringContaining("--hazard-coverage all")]);
    const plan = await opened(file);
    expect(plan.layers().map(({ kind, coverage }) => [kind, coverage])).toEqual([
      ["units", "all"],
      ["hazards", "zones"],
    ]);
    plan.close();
  });

  test("--skip-bad goes on without the zones that cannot be read; the layer and the report say how many", async () => {
    const file = join(newFolder(), "p.gpkg");
    const bad = ["--units", tiny("units.geojson"), "--hazards", broken("hazard-level.geojson")];
    expect(await ancu("plan", "new", file, ...bad)).toMatchObject({
      code: 1,
      out: "",
      told: expect.stringContaining("--skip-bad"),
    });
    expect(existsSync(file)).toBe(false);
    const report = await done("new", file, ...bad, "--skip-bad");
    expect(report.skipped).toEqual([{ file: "hazard-level.geojson", count: 2 }]);
    const plan = await opened(file);
    expect(plan.layers().map(({ kind, skipped }) => [kind, skipped])).toEqual([
      ["units", 0],
      ["hazards", 2],
    ]);
    plan.close();
    const summary = await done("screen", file);
    expect(summary.skipped).toEqual([{ file: "hazard-level.geojson", count: 2 }]);
  });

  test.each([
    ["a file that is there", () => textFile("p.gpkg", "mine"), [], "Đã có"],
    ["a folder of that name", () => folderNamed("p.gpkg"), [], "Đã có"],
    ["another ending", () => join(newFolder(), "p.txt"), [], ".gpkg"],
    ["a folder that is not there", () => "/nowhere/at/all/p.gpkg", [], "/nowhere/at/all"],
    [
      "a layer that is not there",
      () => join(newFolder(), "p.gpkg"),
      ["--roads", "nowhere.geojson"],
      "nowhere.geojson",
    ],
    ["a layer that is a folder", () => join(newFolder(), "p.gpkg"), ["--roads", TINY], TINY],
    [
      "a layer of another kind",
      () => join(newFolder(), "p.gpkg"),
      ["--hazards", tiny("units.geojson")],
      "giống lớp",
    ],
    [
      "mistyped rules",
      () => join(newFolder(), "p.gpkg"),
      ["--rules", broken("rules-key.json")],
      "hazard.minlevel",
    ],
    [
      "an empty register",
      () => join(newFolder(), "p.gpkg"),
      ["--households", broken("empty.csv")],
      "empty.csv",
    ],
  ])("refused: %s; nothing is written", async (_name, where, more, word) => {
    const file = where();
    const before = existsSync(dirname(file)) ? readdirSync(dirname(file)) : null;
    const run = await ancu("plan", "new", file, "--units", tiny("units.geojson"), ...more);
    expect([run.code, run.out]).toEqual([1, ""]);
    expect(run.told).toContain(word);
    if (before !== null) expect(readdirSync(dirname(file))).toEqual(before);
  });

  test("a register without a single row that can be used leaves no plan", async () => {
    const file = join(newFolder(), "p.gpkg");
    const register = textFile("ho.csv", "id,lon,lat\n");
    const run = await ancu("plan", "new", file, "--units", tiny("units.geojson"), "--households", register);
    expect([run.code, existsSync(file)]).toEqual([1, false]);
    expect(run.told).toContain("ho.csv");
  });
});

describe("plan import", () => {
  test("a further layer with where it comes from", async () => {
    const plan = await tinyPlan();
    const more = [
      "--name",
      "Sạt lở 2024",
      "--date",
      "2024-06-30",
      "--provider",
      "Sở A",
      "--licence",
      "CC BY 4.0",
    ];
    const layer = ["--layer", "hazards", tiny("hazards.geojson"), "--coverage", "zones"];
    const report = await done("import", plan, ...layer, ...more);
    expect(report).toMatchObject({ as: "hazards", accepted: 3, rejected: 0, coverage: "zones", skipped: [] });
    const store = await opened(plan);
    const added = store.layers().at(-1);
    expect(added).toMatchObject({ name: "Sạt lở 2024", coverage: "zones", date: "2024-06-30" });
    expect(added?.provenance).toMatchObject({ provider: "Sở A", licence: "CC BY 4.0" });
    expect(store.layers().filter(({ kind }) => kind === "hazards")).toHaveLength(2);
    store.close();
  });

  test("--replace puts a layer in the place of those of its kind, and undo brings them back", async () => {
    const plan = await tinyPlan();
    await done(
      "import",
      plan,
      "--layer",
      "hazards",
      tiny("hazards.geojson"),
      "--replace",
      "--coverage",
      "all",
    );
    const store = await opened(plan);
    expect(store.layers().filter(({ kind }) => kind === "hazards")).toHaveLength(1);
    store.close();
    expect((await done("undo", plan)).turned.command).toBe("layer.import");
    expect(await done("screen", plan)).toMatchObject({ eligible: 5, unknown: 2 });
  });

  test("a register that is there already is refused, with --replace it is taken", async () => {
    const plan = await tinyPlan();
    const again = ["import", plan, "--households", tiny("households.csv")];
    expect((await refused(plan, ...again)).told).toContain("T01");
    expect(await done(...again, "--replace")).toMatchObject({ accepted: 18, located: 16 });
  });

  test("rows that cannot be read are counted and named, the rest goes on", async () => {
    const plan = await tinyPlan();
    const register = textFile("them.csv", "id,ethnicity,lon,lat\nN1,Dao,108.05,12.55\n,Dao,108.05,12.55\n");
    const report = await done("import", plan, "--households", register);
    expect(report).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
    expect(report.rejectedRows).toEqual([{ row: 3, field: "id", code: "row.id-missing" }]);
    const summary = await done("screen", plan);
    expect([summary.read, summary.rejected]).toEqual([20, 1]);
  });

  test("a layer that cannot be read whole is refused without --skip-bad", async () => {
    const plan = await tinyPlan();
    const bad = ["import", plan, "--layer", "hazards", broken("hazard-level.geojson")];
    expect((await refused(plan, ...bad)).told).toContain("--skip-bad");
    expect((await done(...bad, "--skip-bad")).skipped).toEqual([{ file: "hazard-level.geojson", count: 2 }]);
  });

  test.each([
    ["a file that is not there", ["--layer", "roads", "nowhere.geojson"], "nowhere.geojson"],
    ["a file of another kind", ["--layer", "roads", tiny("units.geojson")], "giống lớp"],
    ["units that are there already", ["--layer", "units", tiny("units.geojson")], "2400"],
  ])("refused: %s", async (_name, argv, word) => {
    const plan = await tinyPlan();
    const run = await refused(plan, "import", plan, ...argv);
    expect([run.code, run.told]).toEqual([1, expect.stringContaining(word)]);
  });
});

test("a plan left in a folder by itself: no lock, no other file stays behind", async () => {
  const plan = await tinyPlan();
  await done("event", plan, "--household", "T01", "--kind", "moved", "--on", "2025-05-05");
  expect(readdirSync(dirname(plan))).toEqual(["plan.gpkg"]);
  expect(readFileSync(plan).subarray(0, 15).toString()).toBe("SQLite format 3");
});
