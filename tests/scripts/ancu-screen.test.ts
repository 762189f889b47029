import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openTable } from "../../src/core/formats/index.ts";
import { REGISTER_FIELDS } from "../../src/core/model/household.ts";
import { databaseFrom, loadSqlite } from "../../src/plan/sqlite.ts";
import { ancu, BESIDE, BROKEN, newFolder, TINY } from "./run-cli.ts";

const { hint } = createRequire(import.meta.url)("@mapbox/geojsonhint") as {
  hint(data: string, options: { precisionWarning: boolean }): readonly unknown[];
};
const tiny = (name: string) => join(TINY, name);
const INPUTS = ["--units", tiny("units.geojson"), "--households", tiny("households.csv")];
const LAYERS = [
  "--forests",
  tiny("forests.geojson"),
  "--forest-coverage",
  "all",
  "--hazards",
  tiny("hazards.geojson"),
  "--hazard-coverage",
  "all",
];
const ALL = [...INPUTS, ...LAYERS, "--rules", tiny("rules.json")];

describe("the tiny example", () => {
  test("as GeoJSON: every household in input order, its own properties first, then what was found", async () => {
    const out = join(newFolder(), "out.geojson");
    const { code, told } = await ancu("screen", ...ALL, "--out", out);
    expect([code, told]).toEqual([
      0,
      expect.stringContaining("18 hộ: 5 thuộc diện, 2 chưa xác định, 11 không thuộc diện"),
    ]);
    const text = readFileSync(out, "utf8");
    expect(hint(text, { precisionWarning: false })).toEqual([]);
    const { features, ancu: from } = JSON.parse(text);
    expect(features.map(({ id }: { id: string }) => id)).toEqual(
      Array.from({ length: 18 }, (_, i) => `T${String(i + 1).padStart(2, "0")}`),
    );
    expect(Object.keys(features[0].properties)).toEqual([
      ...REGISTER_FIELDS,
      ...[
        "unit_code",
        "unit_name",
        "f_minority",
        "f_scattered",
        "f_forest",
        "f_remote",
        "f_hazard",
        "eligible",
      ],
      ...["forest_name", "hazard_kind", "hazard_level", "neighbours", "cluster_size", "hazard_distance_m"],
      ...["road_distance_m", "centre_distance_m"],
    ]);
    expect(from).toMatchObject({
      households: "households.csv",
      layers: {
        units: "units.geojson",
        hazards: [{ name: "hazards.geojson", coverage: "all" }],
        roads: null,
      },
      rules: { reading: "strict", remote: null },
      skipped: [],
    });
  });

  test("counts alone need no result file; with nothing to write or say there is nothing to do", async () => {
    const folder = newFolder();
    const counted = await ancu("screen", ...ALL, "--json");
    const written = await ancu("screen", ...ALL, "--json", "--out", join(folder, "o.csv"));
    expect([counted.code, counted.out]).toEqual([0, written.out]);
    const summary = join(folder, "s.json");
    expect((await ancu("screen", ...ALL, "--summary", summary)).code).toBe(0);
    expect(readFileSync(summary, "utf8")).toBe(counted.out);
    const nothing = await ancu("screen", ...ALL);
    expect([nothing.code, nothing.out]).toEqual([2, ""]);
    expect(nothing.told).toContain("--out");
  });

  test("the summary adds up and is the same with --json; CSV holds the same answers", async () => {
    const folder = newFolder();
    const { code, out } = await ancu(
      "screen",
      ...ALL,
      "--out",
      join(folder, "o.csv"),
      "--summary",
      join(folder, "s.json"),
      "--json",
    );
    expect(code).toBe(0);
    const summary = JSON.parse(out);
    expect(JSON.parse(readFileSync(join(folder, "s.json"), "utf8"))).toEqual(summary);
    expect(summary).toMatchObject({ read: 18, located: 16, rejected: 0, eligible: 5, unknown: 2 });
    expect(summary.byUnit.map(({ code: unit }: { code: string | null }) => unit)).toEqual([
      "24001",
      "24002",
      null,
    ]);
    for (const key of ["eligible", "unknown"] as const) {
      expect(summary.byUnit.reduce((sum: number, row: Record<string, number>) => sum + row[key]!, 0)).toBe(
        summary[key],
      );
    }
    expect(summary.byUnit.reduce((sum: number, row: { households: number }) => sum + row.households, 0)).toBe(
      18,
    );
    const table = openTable(readFileSync(join(folder, "o.csv")), "o.csv");
    const rows = table.ok ? table.value.features.map(({ properties }) => properties) : [];
    expect(rows.filter(({ eligible }) => eligible === "yes")).toHaveLength(5);
    expect(readdirSync(folder).sort()).toEqual(["o.csv", "s.json"]);
  });

  test("the same input gives the same bytes", async () => {
    const [a, b] = [join(newFolder(), "o.geojson"), join(newFolder(), "o.geojson")];
    await ancu("screen", ...ALL, "--out", a);
    await ancu("screen", ...ALL, "--out", b);
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
  });

  test("an output screened again keeps its place and its names", async () => {
    const folder = newFolder();
    const [first, second] = [join(folder, "1.geojson"), join(folder, "2.geojson")];
    await ancu("screen", ...ALL, "--out", first);
    const again = [
      "--units",
      tiny("units.geojson"),
      "--households",
      first,
      ...LAYERS,
      "--rules",
      tiny("rules.json"),
    ];
    const { code, told } = await ancu("screen", ...again, "--out", second);
    expect([code, told]).toEqual([0, expect.stringContaining("eligible")]);
    const features = (file: string) => JSON.parse(readFileSync(file, "utf8")).features;
    expect(features(second)).toEqual(features(first));
  });
});

test("as a GeoPackage: one table that other programs open, dated by its data", async () => {
  const folder = newFolder();
  const out = join(folder, "o.gpkg");
  const { code } = await ancu("screen", ...ALL, "--out", out);
  expect(code).toBe(0);
  const sqlite = await loadSqlite();
  const db = databaseFrom(sqlite, readFileSync(out));
  try {
    expect(db.selectValue("SELECT count(*) FROM households WHERE eligible = 'yes'")).toBe(5);
    expect(db.selectValue("SELECT count(*) FROM households WHERE geom IS NULL")).toBe(2);
    expect(db.selectValue("SELECT description FROM gpkg_contents")).toContain("hazards.geojson");
  } finally {
    db.close();
  }
  const again = join(folder, "again.gpkg");
  await ancu("screen", ...ALL, "--out", again);
  expect(readFileSync(again).equals(readFileSync(out))).toBe(true);
});

test("without saying what a layer covers, outside its zones is unknown", async () => {
  const out = join(newFolder(), "o.geojson");
  const { told } = await ancu("screen", ...INPUTS, "--hazards", tiny("hazards.geojson"), "--out", out);
  expect(told).toContain("--hazard-coverage all");
  const states = JSON.parse(readFileSync(out, "utf8")).features.map(
    ({ properties }: { properties: { f_hazard: string } }) => properties.f_hazard,
  );
  expect(new Set(states)).toEqual(new Set(["hit", "unknown"]));
});

describe("refused with exit code 1, nothing written", () => {
  const broken = (name: string) => join(BROKEN, name);
  test.each([
    [
      "a zone that cannot be read",
      ["--hazards", broken("hazard-level.geojson")],
      "đối tượng thứ 2, cột level",
    ],
    ["a unit without a shape", ["--units", broken("null-geometry.geojson")], "đối tượng thứ 1"],
    ["a file of another layer", ["--hazards", tiny("units.geojson")], "giống lớp ranh giới xã"],
    ["a file that is not there", ["--roads", "nowhere.geojson"], "nowhere.geojson"],
    ["a broken file", ["--forests", broken("cut-short.geojson")], "dòng 2"],
    ["a register with nothing usable", ["--households", broken("swapped.csv")], "bị đảo chỗ"],
    ["rules with a mistyped key", ["--rules", broken("rules-key.json")], "hazard.minlevel"],
    ["a result over an input", ["--out", tiny("units.geojson")], "vừa là tệp đầu vào"],
    ["a folder that is not there", ["--out", "/nowhere/at/all/o.csv"], "/nowhere/at/all/o.csv"],
    ["an ending that says nothing", ["--out", "o.xyz"], "o.xyz"],
  ])("%s", async (_name, changed, reason) => {
    const folder = newFolder();
    const given = new Map<string, string>();
    const base = [...INPUTS, "--out", join(folder, "o.geojson"), ...changed];
    for (let i = 0; i < base.length; i += 2) given.set(base[i]!, base[i + 1]!);
    const before = readFileSync(tiny("units.geojson"), "utf8");
    const { code, told, out } = await ancu("screen", ...[...given].flat());
    expect([code, out]).toEqual([1, ""]);
    expect(told).toContain(reason);
    expect(readdirSync(folder)).toEqual([]);
    expect(readFileSync(tiny("units.geojson"), "utf8")).toBe(before);
  });
});

test("rules in an older encoding are refused, never guessed at", async () => {
  const folder = newFolder();
  const rules = join(folder, "rules.json");
  writeFileSync(rules, Buffer.from('{ "minority": { "majority": ["Kinh", "T\u00e0y"] } }', "latin1"));
  const { code, told } = await ancu("screen", ...INPUTS, "--rules", rules, "--out", join(folder, "o.csv"));
  expect([code, told]).toEqual([1, expect.stringContaining("UTF-8")]);
  expect(readdirSync(folder)).toEqual(["rules.json"]);
});

test("a summary that cannot be put in its place: the result is not written either", async () => {
  const folder = newFolder();
  const summary = join(folder, "s.json");
  mkdirSync(summary);
  const { code, told } = await ancu(
    "screen",
    ...INPUTS,
    "--out",
    join(folder, "o.csv"),
    "--summary",
    summary,
  );
  expect([code, told]).toEqual([1, expect.stringContaining(summary)]);
  expect(readdirSync(folder)).toEqual(["s.json"]);
});

test("--skip-bad runs without the zones that cannot be read, and every output says so", async () => {
  const folder = newFolder();
  const files = ["o.geojson", "o.csv", "s.json"].map((name) => join(folder, name));
  const bad = ["--hazards", join(BROKEN, "hazard-level.geojson"), "--skip-bad"];
  const { code, told } = await ancu("screen", ...INPUTS, ...bad, "--out", files[0]!, "--summary", files[2]!);
  expect([code, told]).toEqual([
    0,
    expect.stringContaining("bỏ qua 2 đối tượng của tệp hazard-level.geojson"),
  ]);
  await ancu("screen", ...INPUTS, ...bad, "--out", files[1]!);
  for (const file of files) expect(readFileSync(file, "utf8")).toContain("hazard-level.geojson");
  const [feature] = JSON.parse(readFileSync(files[0]!, "utf8")).features;
  expect(feature.properties.layers_incomplete).toBe("hazard-level.geojson: 2");
});

test("rows that cannot be read are counted and listed, the rest goes on; a register of points keeps its place in CSV", async () => {
  const folder = newFolder();
  const households = join(folder, "h.geojson");
  const point = (lon: number, lat: number) => ({ type: "Point", coordinates: [lon, lat] });
  const features = [
    {
      type: "Feature",
      properties: { id: "a", ethnicity: "Dao", note: "=1+1" },
      geometry: point(108.05, 12.55),
    },
    { type: "Feature", properties: { id: "b", ethnicity: "Dao" }, geometry: point(12.55, 108.05) },
    { type: "Feature", properties: { ethnicity: "Dao" }, geometry: null },
  ];
  writeFileSync(households, JSON.stringify({ type: "FeatureCollection", features }));
  const args = [
    "--units",
    tiny("units.geojson"),
    "--households",
    households,
    "--out",
    join(folder, "o.csv"),
    "--json",
    "--lang",
    "en",
  ];
  const { code, out, told } = await ancu("screen", ...args);
  expect([code, told]).toEqual([0, expect.stringContaining("2 rows refused")]);
  expect(JSON.parse(out)).toMatchObject({
    read: 3,
    rejected: 2,
    rejectedRows: [
      { row: 2, code: "row.swapped" },
      { row: 3, code: "row.id-missing", field: "id" },
    ],
  });
  const [header, row] = readFileSync(join(folder, "o.csv"), "utf8").split("\r\n");
  expect(header).toMatch(/^\ufeffid,ethnicity,note,lon,lat,unit_code,/);
  expect(row).toMatch(/^a,Dao,'=1\+1,108\.05,12\.55,24001,/);
});

describe("wrong usage is exit code 2", () => {
  test.each([
    [[], "Cách dùng"],
    [["dance"], "dance"],
    [["screen", "--units", "a"], "--households"],
    [["screen", ...INPUTS, "--out", "o.csv", "--colour", "red"], "--colour"],
    [["screen", ...INPUTS, "--out"], "--out"],
    [["screen", ...INPUTS, "--out", "o.csv", "--hazard-coverage", "some"], "some"],
    [["screen", ...INPUTS, "--out", "o.csv", "more"], "more"],
    [["screen", ...INPUTS, "--units", "b", "--out", "o.csv"], "--units"],
    [["screen", ...INPUTS, "--out", "o.csv", "--lang", "fr"], "fr"],
    [["inspect"], "inspect"],
  ])("%j", async (argv, word) => {
    const { code, out, told } = await ancu(...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(told).toContain(word);
  });

  test("--help is not wrong", async () => {
    expect(await ancu("screen", "--help", "--lang=en")).toMatchObject({
      code: 0,
      out: expect.stringContaining("--skip-bad"),
    });
    expect(await ancu("--help")).toMatchObject({ code: 0, out: expect.stringContaining("inspect") });
  });
});

test("as a program of its own: results on standard output, progress on standard error", () => {
  const out = join(newFolder(), "o.geojson");
  const script = join(import.meta.dirname, "../../scripts/ancu.ts");
  const tsx = createRequire(import.meta.url).resolve("tsx/cli");
  const printed = execFileSync(process.execPath, [tsx, script, "screen", ...ALL, "--out", out, "--json"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  expect(JSON.parse(printed.toString())).toMatchObject({ read: 18, eligible: 5 });
});

describe("examples on real boundaries", () => {
  const there = existsSync(join(BESIDE, "daklak-strict"));
  if (!there)
    console.warn(
      "NOT RUN: ancu screen on daklak-strict, daklak-wide-tolerance (no ../shared/cases beside the project)",
    );

  const inCase = (name: string, file: string) => join(BESIDE, name, file);
  const units = ["--units", inCase("daklak-strict", "units.geojson")];
  const layersOf = (name: string, coverage: string) => [
    ...["--households", inCase(name, "households.csv"), "--rules", inCase(name, "rules.json")],
    ...["--forests", inCase(name, "forests.geojson"), "--forest-coverage", "all"],
    ...["--hazards", inCase(name, "hazards.geojson"), "--hazard-coverage", coverage],
    ...["--centres", inCase(name, "centres.geojson")],
  ];
  const cases = [
    [
      "daklak-strict",
      [...layersOf("daklak-strict", "all"), "--roads", inCase("daklak-strict", "roads.geojson")],
    ],
    ["daklak-wide-tolerance", layersOf("daklak-wide-tolerance", "zones")],
  ] as const;

  for (const [name, args] of cases) {
    test.runIf(there)(`${name}: no difference`, async () => {
      const folder = newFolder();
      const out = join(folder, "o.geojson");
      const run = await ancu("screen", ...units, ...args, "--out", out, "--json");
      expect(run.code).toBe(0);
      const expected = JSON.parse(readFileSync(inCase(name, "expected.json"), "utf8"));
      const { read, located, eligible, unknown } = JSON.parse(run.out);
      expect({ read, located, eligible, unknown }).toEqual({
        read: expected.read,
        located: expected.located,
        eligible: expected.eligible,
        unknown: expected.unknown,
      });
      const check = execFileSync(process.execPath, [
        join(BESIDE, "check.mjs"),
        out,
        inCase(name, "expected.csv"),
      ]);
      expect(check.toString()).toContain(" 0 differences");
    });
  }
});
