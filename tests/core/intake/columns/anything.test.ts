/** Guessing on names and values of any kind: it never throws, and what it says can be used. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReadAs } from "../../../../src/core/formats/layers/layer-reader.ts";
import { sampleColumn } from "../../../../src/core/intake/columns/column-sample.ts";
import { guessAs } from "../../../../src/core/intake/columns/guess-as.ts";
import { guessConstants } from "../../../../src/core/intake/columns/guess-constants.ts";
import { guessColumns, guessFields } from "../../../../src/core/intake/columns/guess-fields.ts";
import { guessValues } from "../../../../src/core/intake/columns/guess-values.ts";
import { meaningOf } from "../../../../src/core/intake/columns/meaning-json.ts";
import { columnKeys } from "../../../../src/core/intake/dataset.ts";
import { FIELDS_OF } from "../../../../src/core/intake/fields.ts";
import type { Json } from "../../../../src/core/model/household.ts";

const READ_AS = Object.keys(FIELDS_OF) as ReadAs[];
const name = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "",
    " / ",
    "Mã hộ",
    "Dân tộc",
    "Mức",
    "malr3",
    "Hộ nghèo",
    "maxa",
    "STT",
    "Họ và tên",
  ),
);
const value: fc.Arbitrary<Json> = fc
  .oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom("Kinh", "Nghèo", "x", "1", "2", "12", "24121", "Cao", "Sạt lở", "__proto__", "0,5"),
  )
  .map((raw) => (typeof raw === "number" && !Number.isFinite(raw) ? null : raw));
const table = fc
  .array(fc.tuple(name, fc.array(value, { minLength: 6, maxLength: 6 })), { maxLength: 8 })
  .map((columns) =>
    columns.map(([called, values]) => sampleColumn(called, values.length, (i) => values[i]!)),
  );

test("one field to one column, each of the layer, and the whole is a meaning that can be kept", () => {
  fc.assert(
    fc.property(table, fc.constantFrom(...READ_AS), name, (columns, as, file) => {
      const guesses = guessColumns(columns, as);
      expect(guesses).toHaveLength(columns.length);
      const taken = guesses.flatMap(({ field }) => (field === null ? [] : [field]));
      expect(new Set(taken).size).toBe(taken.length);
      expect(taken.every((field) => FIELDS_OF[as].includes(field))).toBe(true);
      const keys = columnKeys(columns.map((column) => column.name));
      const meant = guesses.map(({ field, why, ranked }, i) => {
        const column = columns[i]!;
        if (field !== null) expect(ranked[0]?.value).toBe(field);
        if (field === null) expect(why.length).toBeGreaterThan(0);
        for (const { score } of ranked) expect(score >= 0 && score <= 1).toBe(true);
        const values =
          field === null ? null : guessValues(field, column.values, { as, column: column.name }).meaning;
        if (values?.kind === "words") {
          expect(values.means.map(([given]) => given)).toEqual(column.values.map(({ given }) => given));
        }
        return { column: keys[i]!, encoding: "unicode", capitals: "as-written", field, values } as const;
      });
      const named = columns.map((column, i) => ({ name: column.name, field: guesses[i]!.field }));
      const constants = guessConstants(as, named, "", file).map(({ constant }) => constant);
      const meaning = { as, columns: meant, place: null, constants, unitList: null };
      expect(meaningOf(meaning)).toEqual({ ok: true, value: meaning, notes: [] });
      expect(guessFields(columns, as).map((ranked) => ranked[0]?.value ?? null)).toEqual(
        guesses.map(({ field }) => field),
      );
      for (const { score } of guessAs(columns, "mixed", "", file)) expect(score > 0 && score <= 1).toBe(true);
    }),
    { seed: 20261125, numRuns: 400 },
  );
});
