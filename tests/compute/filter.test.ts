import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CODED_COLUMNS,
  type CodedColumnName,
  type ColumnFilter,
  type HouseholdFilter,
  type HouseholdRow,
  type SortColumn,
  TABLE_COLUMNS,
} from "../../src/compute/protocol.ts";
import { foldText } from "../../src/core/model/fold-text.ts";
import { CRITERIA, type CriterionCode } from "../../src/core/screening/rule-set.ts";
import { testEngine } from "./support/engine.ts";
import { syntheticPlan } from "./support/synthetic-plan.ts";

const made = syntheticPlan({ seed: 8, households: 300 });
/** Declared communes too, some missing. */
const codes = { values: ["24163", "24164"], index: Int32Array.from({ length: 300 }, (_, i) => (i % 3) - 1) };
const { engine } = testEngine({ ...made, households: { ...made.households, communeCode: codes } });
const sort = { column: "id", descending: false } as const;
const all = engine.page({}, sort, 0, 1000).rows;

/** What a row says in a coded column, worked out from the row alone. */
function saidIn(row: HouseholdRow, column: CodedColumnName): string | null {
  if (column === "unitName") return row.unitCode;
  if (column === "migrant") return row.migrant === null ? null : row.migrant ? "yes" : "no";
  if (column === "located") return row.at === null ? "no" : "yes";
  if ((CRITERIA as readonly string[]).includes(column)) return row.findings[column as CriterionCode];
  return row[column as "ethnicity"];
}

function labelOf(row: HouseholdRow, column: SortColumn): string | null {
  if (column === "id" || column === "head") return row[column];
  return column === "unitName" ? row.unitName : saidIn(row, column as CodedColumnName);
}

function passes(row: HouseholdRow, column: SortColumn, filter: ColumnFilter): boolean {
  switch (filter.kind) {
    case "contains":
      return labelOf(row, column) !== null && foldText(labelOf(row, column)!).includes(foldText(filter.text));
    case "choice":
      return filter.values.includes(saidIn(row, column as CodedColumnName));
    case "range":
      return row.members !== null && row.members >= (filter.least ?? 0) && row.members <= (filter.most ?? 99);
    case "blank": {
      if (column === "members") return (row.members === null) === filter.blank;
      if (column === "status" || column === "decision") return (row[column] === "none") === filter.blank;
      return (labelOf(row, column) === null) === filter.blank;
    }
  }
}

const contains = fc.record({
  kind: fc.constant("contains" as const),
  text: fc.constantFrom("bia", "Êban", "H1", "y bhăm niê 1", "thon 1", "a", "buôn cu", "không có", " "),
});
const blank = fc.record({ kind: fc.constant("blank" as const), blank: fc.boolean() });
const range = fc.record({
  kind: fc.constant("range" as const),
  least: fc.option(fc.integer({ min: 0, max: 9 })),
  most: fc.option(fc.integer({ min: 0, max: 9 })),
});
const choiceOf = (column: CodedColumnName) =>
  fc
    .subarray([...new Set(all.map((row) => saidIn(row, column)))])
    .map((values) => ({ kind: "choice" as const, values }));
const condition = (column: SortColumn): fc.Arbitrary<ColumnFilter> => {
  if (column === "members") return fc.oneof(range, blank);
  if (column === "id" || column === "head") return fc.oneof(contains, blank);
  return fc.oneof(contains, blank, choiceOf(column));
};
const filters: fc.Arbitrary<HouseholdFilter> = fc
  .record(Object.fromEntries(TABLE_COLUMNS.map((column) => [column, condition(column)])), {
    requiredKeys: [],
  })
  .chain((columns) => fc.subarray(Object.entries(columns), { maxLength: 3 }))
  .map((entries) => ({ columns: Object.fromEntries(entries) }));

const passing = (filter: HouseholdFilter, except?: SortColumn) =>
  all.filter((row) =>
    Object.entries(filter.columns ?? {}).every(
      ([column, each]) => column === except || passes(row, column as SortColumn, each),
    ),
  );

describe("filters of the table", () => {
  test("each and together: what passes is what the rows themselves say", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const expected = passing(filter).map(({ id }) => id);
        const page = engine.page(filter, sort, 0, 1000);
        expect(page.rows.map(({ id }) => id)).toEqual(expected);
        expect(page.total).toBe(expected.length);
      }),
      { numRuns: 400 },
    );
  });

  test("choices of a column count what passes the others, and add up", () => {
    fc.assert(
      fc.property(filters, fc.constantFrom(...CODED_COLUMNS), (filter, column) => {
        const others = passing(filter, column);
        const found = engine.choices(column, filter);
        for (const { value, households } of found) {
          expect(households).toBe(others.filter((row) => saidIn(row, column) === value).length);
        }
        expect(found.reduce((sum, { households }) => sum + households, 0)).toBe(others.length);
      }),
      { numRuns: 150 },
    );
  });

  test("a unit is named by its name and chosen by its code", () => {
    const found = engine.choices("unitName", {});
    for (const { value, label, households } of found) {
      expect(label).toBe(all.find((row) => row.unitCode === value)!.unitName);
      const filter = { columns: { unitName: { kind: "choice", values: [value] } } } as const;
      expect(engine.page(filter, sort, 0, 1).total).toBe(households);
    }
  });

  test("a filter that does not fit its column is a fault of ours", () => {
    const wrong: HouseholdFilter = { columns: { head: { kind: "choice", values: ["x"] } } };
    expect(() => engine.page(wrong, sort, 0, 1)).toThrow(/does not fit/);
  });
});
