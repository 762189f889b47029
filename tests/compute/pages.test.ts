import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HouseholdRow, type SortColumn, TABLE_COLUMNS } from "../../src/compute/protocol.ts";
import { columnsFrom } from "../../src/core/model/columns.ts";
import { HOUSEHOLD_STATUSES } from "../../src/core/model/event.ts";
import { textsOf } from "../../src/core/model/text-column.ts";
import type { Eligible } from "../../src/core/screening/finding.ts";
import { CRITERIA, type CriterionCode } from "../../src/core/screening/rule-set.ts";
import { testEngine } from "./support/engine.ts";
import { syntheticPlan } from "./support/synthetic-plan.ts";

const plan = syntheticPlan({ seed: 31, households: 400 });
const { engine } = testEngine(plan);
const all = engine.page({}, { column: "id", descending: false }, 0, 1000).rows;
const register = textsOf(plan.households.id).map((id) => all.find((row) => row.id === id)!);

const collator = new Intl.Collator("vi", { numeric: true });
const ELIGIBLE: readonly Eligible[] = ["yes", "unknown", "no"];

/** What a row is sorted by, worked out from the row alone; null comes last. */
function keyOf(row: HouseholdRow, column: SortColumn): string | number | null {
  if (column === "eligible") return ELIGIBLE.indexOf(row.eligible);
  if (column === "status") return row.status === "none" ? null : HOUSEHOLD_STATUSES.indexOf(row.status);
  if (column === "migrant") return row.migrant === null ? null : row.migrant ? 0 : 1;
  if (column === "located") return row.at === null ? 0 : 1;
  if (isCriterion(column)) return ["hit", "unknown", "clear"].indexOf(row.findings[column]);
  return row[column];
}

function isCriterion(column: SortColumn): column is CriterionCode {
  return (CRITERIA as readonly string[]).includes(column);
}

function compare(a: HouseholdRow, b: HouseholdRow, column: SortColumn, descending: boolean): number {
  const left = keyOf(a, column);
  const right = keyOf(b, column);
  if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
  const order = typeof left === "string" ? collator.compare(left, String(right)) : left - Number(right);
  return descending ? -order : order;
}

describe("table pages", () => {
  test("every column, both ways: Vietnamese order, ties as in the register, not known last", () => {
    for (const column of TABLE_COLUMNS) {
      for (const descending of [false, true]) {
        const { rows, total } = engine.page({}, { column, descending }, 0, 1000);
        const expected = [...register].sort((a, b) => compare(a, b, column, descending));
        expect(total).toBe(400);
        expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      }
    }
  });

  test("Vietnamese letters sort as in a Vietnamese list, numbers as numbers", () => {
    const heads = ["Đinh", "Dương", "Ê Đê", "Em", "Ân", "An", "Ăn", "Thôn 10", "Thôn 2"];
    const none = { ethnicity: null, members: null, poverty: null, migrant: null, village: null };
    const rows = heads.map((head, i) => ({
      ...none,
      id: `${i}`,
      head,
      communeCode: null,
      lon: null,
      lat: null,
      properties: {},
    }));
    const other = testEngine({ ...plan, households: columnsFrom(rows) }).engine;
    const { rows: sorted } = other.page({}, { column: "head", descending: false }, 0, 20);
    expect(sorted.map(({ head }) => head)).toEqual([
      "An",
      "Ăn",
      "Ân",
      "Dương",
      "Đinh",
      "Em",
      "Ê Đê",
      "Thôn 2",
      "Thôn 10",
    ]);
  });

  test("filters by answer and by commune; the parts add up", () => {
    const sort = { column: "id", descending: false } as const;
    const { byUnit, total } = engine.totals()!;
    for (const { code, yes, unknown, households } of byUnit) {
      expect(engine.page({ unitCode: code }, sort, 0, 1).total).toBe(households);
      expect(engine.page({ unitCode: code, eligible: ["yes"] }, sort, 0, 1).total).toBe(yes);
      expect(engine.page({ unitCode: code, eligible: ["unknown"] }, sort, 0, 1).total).toBe(unknown);
    }
    expect(engine.page({ eligible: ["yes", "no"] }, sort, 0, 1).total).toBe(total.yes + total.no);
    expect(engine.page({ eligible: [] }, sort, 0, 1)).toEqual({ total: 0, rows: [] });
    expect(engine.page({ unitCode: "no such" }, sort, 0, 1).total).toBe(0);
  });

  test("pages laid end to end are the whole list", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TABLE_COLUMNS),
        fc.boolean(),
        fc.subarray([...ELIGIBLE]),
        fc.integer({ min: 1, max: 90 }),
        (column, descending, eligible, limit) => {
          const sort = { column, descending };
          const whole = engine.page({ eligible }, sort, 0, 1000).rows.map(({ id }) => id);
          const pieces: string[] = [];
          for (let offset = 0; offset < whole.length; offset += limit) {
            pieces.push(...engine.page({ eligible }, sort, offset, limit).rows.map(({ id }) => id));
          }
          expect(pieces).toEqual(whole);
          expect(new Set(whole).size).toBe(whole.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("a row says what screening found, and follows other rules", () => {
    const first = register.find(({ eligible }) => eligible === "yes")!;
    expect(first.findings.minority).toBe("hit");
    const { engine: other, settle } = testEngine(plan);
    void other.screen({ ...plan.rules, minority: { majority: [first.ethnicity!] } });
    settle();
    const { rows } = other.page({}, { column: "id", descending: false }, 0, 1000);
    const changed = rows.find(({ id }) => id === first.id)!;
    expect(changed.findings.minority).toBe("clear");
    expect(changed.eligible).toBe("no");
  });
});

describe("facts of one household", () => {
  test("agree with its row and with the evidence", () => {
    for (const row of register) {
      const { evidence, ...facts } = engine.facts(row.id)!;
      expect(facts).toEqual(row);
      expect(evidence.eligible).toBe(row.eligible);
      expect(evidence.hazard.state).toBe(row.findings.hazard);
      expect(evidence.unit?.code ?? null).toBe(row.unitCode);
    }
  });

  test("a household that is not in the plan has none", () => {
    expect(engine.facts("H9999")).toBeNull();
  });
});
