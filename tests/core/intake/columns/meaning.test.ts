import { describe, expect, test } from "vitest";
import { sampleColumn } from "../../../../src/core/intake/columns/column-sample.ts";
import {
  meaningOf,
  missingColumn,
  readMeaning,
  writeMeaning,
} from "../../../../src/core/intake/columns/meaning-json.ts";
import {
  type KeyedSample,
  meaningFor,
  suggestMeaning,
} from "../../../../src/core/intake/columns/suggest-meaning.ts";
import type { ColumnMeaning, Meaning } from "../../../../src/core/intake/meaning.ts";
import type { Json } from "../../../../src/core/model/household.ts";
import { problemText } from "../../../../src/text/problem-text.ts";

const column = (name: string, more: Partial<ColumnMeaning> = {}): ColumnMeaning => ({
  column: name,
  encoding: "tcvn3",
  capitals: "as-written",
  field: null,
  values: null,
  ...more,
});
const MEANING: Meaning = {
  as: "households",
  columns: [
    column("MAHO", { field: "id" }),
    column("HOTEN", { field: "head", capitals: "words" }),
    column("DTOC", { field: "ethnicity", values: { kind: "ethnic-codes", list: "A" } }),
    column("NGHEO", {
      field: "poverty",
      values: {
        kind: "words",
        means: [
          ["1", "poor"],
          ["2", "near-poor"],
          ["HN", "poor"],
        ],
      },
    }),
    column("X"),
    column("Y"),
  ],
  place: { kind: "columns", crs: "EPSG:9218", east: "Y", north: "X" },
  constants: [],
  unitList: "2025-03",
};

describe("a mapping file", () => {
  test("comes back as it was written", () => {
    const read = readMeaning(writeMeaning(MEANING));
    expect(read).toEqual({ ok: true, value: MEANING, notes: [] });
  });

  test("what is left out has a documented meaning", () => {
    const read = readMeaning('\ufeff{"as":"hazards","columns":[{"column":"mucdo","field":"level"}]}');
    expect(read).toEqual({
      ok: true,
      value: {
        as: "hazards",
        columns: [
          { column: "mucdo", encoding: "unicode", capitals: "as-written", field: "level", values: null },
        ],
        place: null,
        constants: [],
        unitList: null,
      },
      notes: [],
    });
  });

  const changed = (change: object) => JSON.stringify({ ...MEANING, ...change });
  test.each([
    ["{ as: 1", "meaning.syntax", undefined],
    ["[]", "meaning.missing", "as"],
    [changed({ as: "houses" }), "meaning.choice", "as"],
    [changed({ columns: {} }), "meaning.type", "columns"],
    [changed({ colour: 1 }), "meaning.unknown-key", "colour"],
    [changed({ columns: [{ column: "a", field: "nothing" }] }), "meaning.choice", "columns[1].field"],
    [changed({ columns: [{ column: "a" }, { field: "id" }] }), "meaning.missing", "columns[2].column"],
    [changed({ columns: [{ column: "a", field: "level" }] }), "meaning.field-not-of", "columns[1].field"],
    [changed({ columns: [{ column: "a" }, { column: "a" }] }), "meaning.column-twice", "columns[2].column"],
    [
      changed({
        columns: [
          { column: "a", field: "id" },
          { column: "b", field: "id" },
        ],
      }),
      "meaning.field-twice",
      "columns[2].field",
    ],
    [
      changed({
        columns: [{ column: "a", field: "poverty", values: { kind: "words", means: [["1", "very poor"]] } }],
      }),
      "meaning.word",
      "columns[1].values",
    ],
    [
      changed({ columns: [{ column: "a", values: { kind: "ethnic-codes", list: "C" } }] }),
      "meaning.choice",
      "columns[1].values.list",
    ],
    [changed({ place: { kind: "geometry", crs: "EPSG:6959" } }), "meaning.choice", "place.crs"],
    [
      changed({ constants: [{ field: "kind", value: "landslide" }] }),
      "meaning.field-not-of",
      "constants[1].field",
    ],
    [changed({ unitList: "2024" }), "meaning.choice", "unitList"],
    [
      JSON.stringify({ as: "hazards", columns: [], constants: [{ field: "kind", value: "ngập" }] }),
      "meaning.word",
      "constants[1].value",
    ],
  ])("%s", (text, code, field) => {
    const read = readMeaning(text, "cach-doc.json");
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problem).toMatchObject({ code, file: "cach-doc.json" });
    expect(read.problem.field).toBe(field);
    expect(problemText("vi", read.problem)).toMatch(/^tệp cach-doc\.json/);
    expect(problemText("en", read.problem)).toMatch(/^file cach-doc\.json/);
  });

  test("a column that the table does not have is named, with those it has", () => {
    const keys = ["MAHO", "HOTEN", "DTOC", "NGHEO", "X", "Y"];
    expect(missingColumn(MEANING, keys)).toBeNull();
    const field = missingColumn(MEANING, keys.slice(1), { file: "a.csv" });
    expect(field).toMatchObject({ code: "meaning.column-missing", values: { given: "MAHO" } });
    expect(problemText("vi", field!)).toContain("HOTEN, DTOC");
    expect(missingColumn(MEANING, keys.slice(0, 5))).toMatchObject({ code: "meaning.place-column" });
  });

  test("data of any shape is refused, never thrown at", () => {
    for (const data of [null, 1, "a", [], { as: null }, { as: "households", columns: [null] }]) {
      expect(meaningOf(data).ok).toBe(false);
    }
  });
});

const keyed = (columns: Readonly<Record<string, readonly Json[]>>): KeyedSample[] =>
  Object.entries(columns).map(([key, values]) => ({
    key,
    ...sampleColumn(key, values.length, (i) => values[i]!),
  }));

describe("the sender's earlier reading on a newer file", () => {
  const newer = keyed({
    X: [1400000, 1400001],
    Y: [450000, 450001],
    NGHEO: ["1", "3"],
    "Số khẩu": ["4", "5"],
    maho: ["A-11", "A-12"],
    DTOC: ["12", "1"],
  });

  test("columns are found wherever they stand, what is new and gone is told", () => {
    const found = suggestMeaning(MEANING, newer, { file: "thang-11.xlsx" });
    expect(found.meaning.columns.map(({ column: key, field }) => [key, field])).toEqual([
      ["X", null],
      ["Y", null],
      ["NGHEO", "poverty"],
      ["Số khẩu", "members"],
      ["maho", "id"],
      ["DTOC", "ethnicity"],
    ]);
    expect(found.meaning.place).toEqual(MEANING.place);
    expect(found.meaning.columns[5]?.values).toEqual({ kind: "ethnic-codes", list: "A" });
    expect(found.meaning.columns[3]?.encoding).toBe("tcvn3");
    expect(found.added).toEqual(["Số khẩu"]);
    expect(found.gone).toEqual([{ column: "HOTEN", field: "head" }]);
    expect(found.kept).toBeCloseTo(3 / 4);
    expect(found.notes.map(({ code }) => code).sort()).toEqual([
      "meaning.column-added",
      "meaning.column-gone",
      "meaning.value-new",
    ]);
    for (const note of found.notes) expect(problemText("vi", note)).toMatch(/^tệp thang-11\.xlsx/);
  });

  test("a new code has no meaning until the sender is asked; a new word that is clear has", () => {
    const [one] = suggestMeaning(MEANING, keyed({ NGHEO: ["1", "3"] })).meaning.columns;
    expect(one?.values).toEqual({
      kind: "words",
      means: [
        ["1", "poor"],
        ["2", "near-poor"],
        ["HN", "poor"],
        ["3", null],
      ],
    });
    const [other] = suggestMeaning(MEANING, keyed({ NGHEO: ["HN", "Cận nghèo"] })).meaning.columns;
    expect(other?.values).toEqual({
      kind: "words",
      means: [
        ["1", "poor"],
        ["2", "near-poor"],
        ["HN", "poor"],
        ["Cận nghèo", "near-poor"],
      ],
    });
  });

  test("nothing new is guessed when a person gave the mapping", () => {
    const found = suggestMeaning(MEANING, newer, { guess: false });
    expect(found.meaning.columns[3]).toMatchObject({ column: "Số khẩu", field: null });
  });

  test("a place whose columns are gone is no place", () => {
    const found = suggestMeaning(MEANING, keyed({ MAHO: ["A-1"], X: [1] }));
    expect(found.meaning.place).toBeNull();
    expect(found.notes.map(({ code }) => code)).toContain("meaning.place-column");
  });

  test("every column of the new file has one meaning, and no field two columns", () => {
    const { meaning } = suggestMeaning(
      MEANING,
      keyed({ MAHO: ["A-1"], maho: ["A-2"], "Mã hộ": ["A-3"], MaHo: ["b"] }),
    );
    const given = meaning.columns.flatMap(({ field }) => (field === null ? [] : [field]));
    expect(meaning.columns.map(({ column: key }) => key)).toEqual(["MAHO", "maho", "Mã hộ", "MaHo"]);
    expect(new Set(given).size).toBe(given.length);
    expect(meaningOf(meaning).ok).toBe(true);
  });

  test("beside a meaning that was guessed, what was said holds", () => {
    const guessed: Meaning = {
      as: "households",
      columns: [
        column("DTOC", { encoding: "unicode", field: "ethnicity_code" }),
        column("NGHEO", {
          field: "poverty",
          values: {
            kind: "words",
            means: [
              ["4", "poor"],
              ["Cận", "near-poor"],
            ],
          },
        }),
        column("KHAU", { field: "members" }),
        column("MA", { field: "id" }),
        column("MAHO"),
      ],
      place: { kind: "geometry", crs: "EPSG:4326", axes: "xy" },
      constants: [],
      unitList: null,
    };
    const meaning = meaningFor(MEANING, guessed);
    expect(meaning.columns.map(({ field }) => field)).toEqual([
      "ethnicity",
      "poverty",
      "members",
      null,
      "id",
    ]);
    expect(meaning.columns[0]).toEqual(MEANING.columns[2]);
    expect(meaning.columns[1]?.values).toMatchObject({
      means: [
        ["1", "poor"],
        ["2", "near-poor"],
        ["HN", "poor"],
        ["4", null],
        ["Cận", "near-poor"],
      ],
    });
    expect(meaning.place).toEqual(guessed.place);
    expect(meaning.unitList).toBe("2025-03");
  });
});
