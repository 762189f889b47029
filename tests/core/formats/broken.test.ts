/** Every file in tests/broken, what it is read as, and everything that is said of it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openTable, type ReadAs, readerFor } from "../../../src/core/formats/index.ts";
import type { Problem } from "../../../src/core/outcome.ts";
import { readRules } from "../../../src/core/screening/rules-file.ts";
import { problemText } from "../../../src/text/problem-text.ts";

const FOLDER = join(import.meta.dirname, "../../broken");

/** Refused as a whole: the code and the line it names. */
const REFUSED: Readonly<Record<string, readonly [code: string, place?: object]>> = {
  "empty.csv": ["file.empty"],
  "error-page.geojson": ["file.other-format", { values: { looksLike: "HTML" } }],
  "spreadsheet.csv": ["file.other-format", { values: { looksLike: "ZIP, XLSX, KMZ, SHP.ZIP" } }],
  "tcvn3.csv": ["file.not-utf8", { values: { line: 3 } }],
  "cut-short.geojson": ["geojson.syntax", { values: { line: 2 } }],
  "topology.geojson": ["geojson.not-collection", { values: { type: "Topology" } }],
  "vn2000-crs.geojson": ["geojson.crs", { values: { crs: "urn:ogc:def:crs:EPSG::9218" } }],
  "open-quote.csv": ["csv.quote", { row: 2 }],
  "header-repeated.csv": ["csv.no-header", { values: { column: 3, name: "lon" } }],
};

interface Expected {
  readonly as: ReadAs;
  readonly accepted: number;
  /** `code row field` of each. */
  readonly rejected?: readonly string[];
  readonly notes?: readonly string[];
}
const READ: Readonly<Record<string, Expected>> = {
  "unquoted-separator.csv": { as: "households", accepted: 1, rejected: ["csv.columns 3"] },
  "no-coordinates.csv": { as: "households", accepted: 2, notes: ["csv.no-coordinates"] },
  "swapped.csv": {
    as: "households",
    accepted: 0,
    rejected: ["row.swapped 2 lon, lat", "row.swapped 3 lon, lat"],
  },
  "metres.csv": {
    as: "households",
    accepted: 0,
    rejected: ["row.projected 2 X, Y"],
    notes: ["file.column-taken X", "file.column-taken Y"],
  },
  "outside.csv": { as: "households", accepted: 2, notes: ["row.outside 2 lon, lat"] },
  "half-and-zero.csv": {
    as: "households",
    accepted: 3,
    notes: ["row.coordinates-half 2 lat", "row.coordinates-zero 3 lon, lat", "row.number 4 lon"],
  },
  "ids.csv": { as: "households", accepted: 1, rejected: ["row.id-missing 3 id", "row.id-repeated 4 id"] },
  "html.geojson": { as: "households", accepted: 1 },
  "csv-inside.geojson": { as: "households", accepted: 1, notes: ["file.not-what-it-says"] },
  "hazard-level.geojson": {
    as: "hazards",
    accepted: 1,
    rejected: ["hazard.level 2 level", "hazard.level 3 level"],
  },
  "hazard-kind.geojson": { as: "hazards", accepted: 0, rejected: ["hazard.kind 1 kind"] },
  "forest-kind.geojson": { as: "forests", accepted: 0, rejected: ["forest.kind 1 kind"] },
  "self-crossing.geojson": { as: "hazards", accepted: 1, notes: ["feature.self-crossing 1"] },
  "ring-short.geojson": { as: "hazards", accepted: 0, rejected: ["feature.ring-short 1"] },
  "ring-open.geojson": { as: "hazards", accepted: 1, notes: ["feature.ring-open 1"] },
  "swapped.geojson": { as: "units", accepted: 0, rejected: ["row.swapped 1"] },
  "null-geometry.geojson": { as: "units", accepted: 1, rejected: ["feature.no-geometry 1"] },
  "code-repeated.geojson": { as: "units", accepted: 1, rejected: ["unit.code-repeated 2 code"] },
  "points-as-units.geojson": { as: "units", accepted: 0, rejected: ["feature.geometry-kind 1"] },
};
const RULES: Readonly<Record<string, readonly [code: string, values: object]>> = {
  "rules-comma.json": ["rules.syntax", { line: 4, column: 1 }],
  "rules-key.json": ["rules.unknown-key", { key: "hazard.minlevel" }],
  "rules-kind.json": ["rules.choice", { key: "hazard.kinds[1]", given: '"lũ quét"' }],
};

const brief = ({ code, row, field }: Problem) =>
  [code, row, field].filter((part) => part !== undefined).join(" ");

/** Each problem is said in both languages, naming the file. */
function told(problem: Problem, file: string): void {
  expect(problem.file).toBe(file);
  for (const language of ["vi", "en"] as const) expect(problemText(language, problem)).toContain(file);
}

test("no file is left unread", () => {
  // The folder beside them is read by every format in tests/core/intake/broken-corpus.test.ts.
  const files = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name).sort()).toEqual(
    [...Object.keys(REFUSED), ...Object.keys(READ), ...Object.keys(RULES)].sort(),
  );
});

describe("refused as a whole", () => {
  test.each(Object.entries(REFUSED))("%s", (file, [code, place]) => {
    const opened = openTable(readFileSync(join(FOLDER, file)), file);
    expect(opened).toMatchObject({ ok: false, problem: { code, ...place } });
    if (!opened.ok) told(opened.problem, file);
  });
});

describe("read, with everything that is wrong told", () => {
  test.each(Object.entries(READ))("%s", (file, { as, accepted, rejected = [], notes = [] }) => {
    const opened = openTable(readFileSync(join(FOLDER, file)), file);
    if (!opened.ok) throw new Error(opened.problem.code);
    const result = readerFor(as).read(opened.value);
    expect(result.accepted).toHaveLength(accepted);
    expect(result.rejected.map(brief)).toEqual(rejected);
    expect(result.notes.map(brief)).toEqual(notes);
    expect(result.read).toBe(accepted + rejected.length);
    for (const problem of [...result.rejected, ...result.notes]) told(problem, file);
  });
});

describe("rule files", () => {
  test.each(Object.entries(RULES))("%s", (file, [code, values]) => {
    const rules = readRules(readFileSync(join(FOLDER, file), "utf8"), file);
    expect(rules).toMatchObject({ ok: false, problem: { code, values } });
    if (!rules.ok) told(rules.problem, file);
  });
});
