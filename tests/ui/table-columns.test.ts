import { expect, test } from "vitest";
import { TABLE_COLUMNS } from "../../src/compute/protocol.ts";
import { vi } from "../../src/text/vi.ts";
import {
  FIRST_FILTERS,
  isFiltered,
  SHOWN_COLUMNS,
  sameFilter,
  withoutFilters,
} from "../../src/ui/table-columns.ts";

test("every column of the worker is shown once, with a name and a filter that fits it", () => {
  expect(SHOWN_COLUMNS.map(({ name }) => name).sort()).toEqual([...TABLE_COLUMNS].sort());
  for (const { name } of SHOWN_COLUMNS) expect(Object.keys(vi)).toContain(`column.${name}`);
});

test("the table is filtered beyond its scope, and taking filters away leaves the scope", () => {
  const head = { kind: "contains", text: "y" } as const;
  expect(isFiltered(FIRST_FILTERS)).toBe(false);
  expect(isFiltered({ eligible: { kind: "choice", values: ["unknown", "yes"] } })).toBe(false);
  expect(isFiltered({})).toBe(false);
  expect(isFiltered({ eligible: { kind: "choice", values: ["no"] } })).toBe(true);
  expect(isFiltered({ ...FIRST_FILTERS, head })).toBe(true);
  expect(isFiltered({ head })).toBe(true);
  expect(withoutFilters({ head })).toEqual({});
  expect(withoutFilters({ ...FIRST_FILTERS, head })).toEqual(FIRST_FILTERS);
  expect(withoutFilters({ eligible: { kind: "choice", values: ["no"] } })).toEqual(FIRST_FILTERS);
});

test("filters are the same whatever the order of their choices", () => {
  const choice = (...values: (string | null)[]) => ({ kind: "choice", values }) as const;
  expect(sameFilter(choice("a", null), choice(null, "a"))).toBe(true);
  expect(sameFilter(choice("a"), choice("b"))).toBe(false);
  expect(sameFilter(undefined, choice("a"))).toBe(false);
  expect(sameFilter({ kind: "blank", blank: true }, { kind: "blank", blank: false })).toBe(false);
});
