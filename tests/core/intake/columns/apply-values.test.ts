import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { saysNotKnown, textOf } from "../../../../src/core/formats/values.ts";
import { ValueCounter, valueReader } from "../../../../src/core/intake/columns/apply-values.ts";
import { guessValues } from "../../../../src/core/intake/columns/guess-values.ts";
import { FIELDS_OF, type FieldName } from "../../../../src/core/intake/fields.ts";
import type { ValueMeaning } from "../../../../src/core/intake/meaning.ts";
import type { Json } from "../../../../src/core/model/household.ts";

const read = (field: FieldName, raw: Json, values: ValueMeaning | null = null) =>
  valueReader(field, { values })(raw);
const words = (means: Readonly<Record<string, string | null>>): ValueMeaning => ({
  kind: "words",
  means: Object.entries(means),
});

describe("numbers", () => {
  test.each<[FieldName, Json, Json]>([
    ["members", "5", 5],
    ["members", "05", 5],
    ["members", "5 khẩu", 5],
    ["members", "4,0", 4],
    ["members", 6, 6],
    ["production_land_m2", "1.250,5", 1250.5],
    ["production_land_m2", "0,5 ha", 5000],
    ["production_land_m2", "300 m2", 300],
    ["production_land_m2", 1500, 1500],
    ["coordinate_accuracy_m", "3,5", 3.5],
    ["poverty_year", "31/12/2024", 2024],
    ["poverty_year", "Năm 2023", 2023],
    ["level", "4", 4],
  ])("%s %j is %j", (field, raw, value) => expect(read(field, raw)).toEqual({ value }));

  test.each<[FieldName, Json]>([
    ["members", "4,5"],
    ["members", "nhiều"],
    ["members", "-1"],
    ["members", 4000],
    ["production_land_m2", "1.500"],
    ["production_land_m2", "2 sào"],
    ["production_land_m2", "-3"],
    ["production_land_m2", "12 m"],
    ["coordinate_accuracy_m", "2 ha"],
    ["poverty_year", "2023-2024"],
    ["poverty_year", "24"],
    ["level", "0"],
    ["level", "6"],
    ["level", "2,5"],
    ["migrant", "Cao Bằng"],
  ])("%s %j is not understood, and never zero or no", (field, raw) => {
    expect(read(field, raw)).toEqual({ unknown: String(raw) });
  });

  test("hectares become square metres without stray decimals", () => {
    expect(read("residential_land_m2", "0,07", { kind: "hectares" })).toEqual({ value: 700 });
    expect(read("residential_land_m2", 0.0333, { kind: "hectares" })).toEqual({ value: 333 });
    expect(read("residential_land_m2", "300 m²", { kind: "hectares" })).toEqual({ value: 300 });
  });
});

describe("words", () => {
  test("become ours; a word that is not listed, or listed without meaning, is told", () => {
    const meaning = words({ Nghèo: "poor", HCN: "near-poor", "mới thoát": null });
    expect(read("poverty", "Nghèo", meaning)).toEqual({ value: "nghèo" });
    expect(read("poverty", " HCN ", meaning)).toEqual({ value: "cận nghèo" });
    expect(read("poverty", "mới thoát", meaning)).toEqual({ unknown: "mới thoát" });
    expect(read("poverty", "Khá", meaning)).toEqual({ unknown: "Khá" });
    expect(read("migrant", "x", words({ x: "true" }))).toEqual({ value: true });
    expect(read("migrant", null, words({ x: "true" }))).toEqual({ value: null });
    expect(read("level", 1, words({ "1": "5" }))).toEqual({ value: 5 });
    expect(read("kind", "Đặc dụng".normalize("NFD"), words({ "Đặc dụng": "special-use" }))).toEqual({
      value: "special-use",
    });
  });

  test("codes of ethnic groups under the list that was chosen", () => {
    expect(read("ethnicity", 12, { kind: "ethnic-codes", list: "A" })).toEqual({ value: "Ê Đê" });
    expect(read("ethnicity", "12", { kind: "ethnic-codes", list: "B" })).toEqual({ value: "Ba Na" });
    expect(read("ethnicity", "21", { kind: "ethnic-codes", list: "B" })).toEqual({ unknown: "21" });
    expect(read("ethnicity", "55", { kind: "ethnic-codes", list: "A" })).toEqual({ unknown: "55" });
  });

  test("codes of communes lose the decimals a spreadsheet gave them", () => {
    expect(read("commune_code", 24121)).toEqual({ value: "24121" });
    expect(read("commune_code", "24121.0")).toEqual({ value: "24121" });
  });

  test("names of JavaScript are values like any other", () => {
    expect(read("poverty", "__proto__", words({ Nghèo: "poor" }))).toEqual({ unknown: "__proto__" });
    expect(read("poverty", "a", { kind: "words", means: [["a", "constructor"]] })).toEqual({
      value: "constructor",
    });
  });
});

const FIELDS = [...new Set(Object.values(FIELDS_OF).flat())];
const anyText = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "không rõ",
    "?",
    "-",
    "",
    "  ",
    "x",
    "có",
    "không",
    "0",
    "1",
    "2",
    "1.500",
    "0,5 ha",
    "12",
    "Nghèo",
    "Cao",
  ),
);
const anyRaw: fc.Arbitrary<Json> = fc.oneof(
  anyText,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.constant([1, "a"]),
);

test("what is nothing or not known never becomes no, false or zero, whatever the meaning", () => {
  const meaning = fc.oneof(
    fc.constant(null),
    fc.constant({ kind: "hectares" } as const),
    fc.constantFrom(
      { kind: "ethnic-codes", list: "A" } as const,
      { kind: "ethnic-codes", list: "B" } as const,
    ),
    fc
      .array(fc.tuple(anyText, fc.constantFrom(null, "poor", "true", "false", "3")), { maxLength: 6 })
      .map((means) => ({ kind: "words", means }) as const),
  );
  fc.assert(
    fc.property(fc.constantFrom(...FIELDS), meaning, anyRaw, (field, values, raw) => {
      const result = read(field, raw, values);
      const text = typeof raw === "string" ? textOf(raw) : null;
      const nothing = raw === null || (typeof raw === "string" && text === null);
      if (nothing) expect(result).toEqual({ value: null });
      // Without a meaning "không rõ" stays a text only where texts tell rows apart.
      if (text !== null && saysNotKnown(text) && "value" in result && result.value !== null) {
        expect(["id", "name", "commune_name"]).toContain(field);
        expect(values?.kind === "words").toBe(false);
      }
      if ("value" in result && (result.value === false || result.value === 0)) {
        // No and zero only from what says so.
        expect(["0", "không", "false"].includes(String(raw)) || values !== null || Number(raw) === 0).toBe(
          true,
        );
      }
      if ("unknown" in result) expect(result.unknown).not.toBe("");
    }),
    { seed: 20261123, numRuns: 2000 },
  );
});

test("every word for not known is one here too, however it is written", () => {
  for (const text of [
    "?",
    "-",
    "–",
    "n/a",
    "NA",
    "null",
    "None",
    "UNKNOWN",
    "Không rõ",
    "chưa rõ",
    "Chưa xác  định",
    "không biết",
  ]) {
    expect(saysNotKnown(text)).toBe(true);
    for (const field of ["head", "village", "members", "production_land_m2", "migrant"] as const) {
      expect(read(field, ` ${text} `)).toEqual({ value: null });
    }
  }
});

test("every row is empty, understood or unknown", () => {
  fc.assert(
    fc.property(fc.constantFrom(...FIELDS), fc.array(anyRaw, { maxLength: 40 }), (field, rows) => {
      const texts = rows.flatMap((raw) =>
        typeof raw === "string" && raw.trim() !== "" ? [raw.trim().normalize("NFC")] : [],
      );
      const counted = [...new Set(texts)].map((given) => ({ given, rows: 1 }));
      const { meaning } = guessValues(field, counted, { as: "households", column: field });
      const counter = new ValueCounter(field, { values: meaning });
      const values = rows.map((raw) => counter.take(raw));
      const unknown = [...counter.unknown.values()].reduce((sum, times) => sum + times, 0);
      expect(counter.empty + counter.understood + unknown).toBe(rows.length);
      expect(values.filter((value) => value !== null).length).toBeLessThanOrEqual(counter.understood);
    }),
    { seed: 20261124, numRuns: 500 },
  );
});
