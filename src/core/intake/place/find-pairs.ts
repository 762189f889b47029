/** The pairs of columns that may hold coordinates: by their names, else by their numbers. */
import { COUNTRY, inBox } from "../../crs/areas.ts";
import type { CrsDefinition } from "../../crs/definitions.ts";
import type { SourceTable } from "../dataset.ts";
import { type AxisName, axisOf, namesBoth } from "./axis-names.ts";
import { columnReader } from "./column-numbers.ts";
import type { PlaceFacts } from "./guess-place.ts";
import { northByLetter, splitPair } from "./pair-text.ts";
import { columnPairs, type Pairs } from "./sample.ts";

export interface PairColumns {
  /** In the order of the table; the same twice when one column holds both. */
  readonly columns: readonly [number, number];
  readonly numbers: Pairs;
  /** Whether the names name axes. */
  readonly named: boolean;
  readonly one: boolean;
  readonly device: boolean;
  /** How well an order of the two goes with their names under a system, 0 … 1. */
  likes(axes: "xy" | "yx", crs: CrsDefinition): number;
}

/** Columns and pairs without names that are looked at. */
const MOST_COLUMNS = 400;
const MOST_PAIRS = 12;

/** Pairs with numbers, named ones first. Only when no names tell are numbers alone looked at. */
export function findPairs(table: SourceTable, facts: PlaceFacts, rows: Uint32Array): readonly PairColumns[] {
  const count = Math.min(table.columns.length, MOST_COLUMNS);
  const axes = Array.from({ length: count }, (_, column) => axisOf(facts.names[column] ?? ""));
  const named = pairsByName(axes)
    .slice(0, 2 * MOST_PAIRS)
    .map(([a, b]) => pairOf(table, a, b, axes, rows));
  const withNumbers = named.filter(({ numbers }) => numbers.both > 0).slice(0, MOST_PAIRS);
  if (withNumbers.length > 0) return withNumbers;
  return [...onesOf(table, facts, count, rows), ...pairsByNumbers(table, facts, count, axes, rows)];
}

function pairsByName(axes: readonly (AxisName | null)[]): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  axes.forEach((a, i) => {
    axes.forEach((b, j) => {
      if (i >= j || !a || !b || a.rest !== b.rest) return;
      const both = new Set([a.axis, b.axis]);
      if ((both.has("x") && both.has("y")) || (both.has("east") && both.has("north"))) out.push([i, j]);
    });
  });
  return out;
}

function pairOf(
  table: SourceTable,
  a: number,
  b: number,
  axes: readonly (AxisName | null)[],
  rows: Uint32Array,
): PairColumns {
  const [first, second] = [axes[a], axes[b]];
  return {
    columns: [a, b],
    numbers: columnPairs(table, a, b, rows),
    named: first !== null && second !== null,
    one: false,
    device: (first?.device ?? false) && (second?.device ?? false),
    likes(order, crs) {
      if (!first || !second) return order === "xy" ? 0.5 : 0.4;
      if (first.axis === "east" || second.axis === "north") return order === "xy" ? 1 : 0;
      if (first.axis === "north" || second.axis === "east") return order === "yx" ? 1 : 0;
      // X and Y: the northing is X in survey tables, Y where degrees are called so.
      const xIsEast = (first.axis === "x") === (order === "xy");
      return crs.unit === "metre" ? (xIsEast ? 0.6 : 1) : xIsEast ? 1 : 0.6;
    },
  };
}

/** Columns whose texts hold two numbers. */
function onesOf(
  table: SourceTable,
  facts: PlaceFacts,
  count: number,
  rows: Uint32Array,
): readonly PairColumns[] {
  const out: PairColumns[] = [];
  for (let column = 0; column < count && out.length < MOST_PAIRS; column++) {
    const few = rows.length > 50 ? rows.filter((_, i) => i % Math.floor(rows.length / 50) === 0) : rows;
    const pairs = Array.from(few, (row) => splitPair(table.value(row, column))).filter(
      (pair) => pair !== null,
    );
    const given = Array.from(few, (row) => table.value(row, column)).filter(
      (value) => value !== null && value !== "",
    );
    if (pairs.length === 0 || pairs.length < given.length / 2) continue;
    const letters = pairs.map(northByLetter).filter((north) => north !== null);
    const northFirst = letters.filter((north) => north === 0).length;
    out.push({
      columns: [column, column],
      numbers: columnPairs(table, column, column, rows),
      named: namesBoth(facts.names[column] ?? ""),
      one: true,
      device: true,
      likes: (order) =>
        letters.length === 0 ? 0.8 : (order === "yx") === northFirst * 2 > letters.length ? 1 : 0,
    });
  }
  return out;
}

/** Two columns of numbers, one of which is a latitude or northing of the country and the other fits beside it. */
function pairsByNumbers(
  table: SourceTable,
  facts: PlaceFacts,
  count: number,
  axes: readonly (AxisName | null)[],
  rows: Uint32Array,
): readonly PairColumns[] {
  const few = rows.length > 60 ? rows.filter((_, i) => i % Math.floor(rows.length / 60) === 0) : rows;
  const kinds = Array.from({ length: count }, (_, column) =>
    facts.numeric?.[column] === false ? null : kindOf(numbersIn(table, column, few)),
  );
  const pairs: (readonly [number, number])[] = [];
  kinds.forEach((first, a) => {
    kinds.forEach((second, b) => {
      if (a >= b || !first || !second || first.degrees !== second.degrees) return;
      if (first.north !== second.north) pairs.push([a, b]);
    });
  });
  // Columns that stand side by side are likelier a pair.
  return pairs
    .toSorted((p, q) => p[1] - p[0] - (q[1] - q[0]))
    .slice(0, MOST_PAIRS)
    .map(([a, b]) => pairOf(table, a, b, axes, rows));
}

/** The notation is decided by these rows alone: enough to know what a column is about. */
function numbersIn(table: SourceTable, column: number, rows: Uint32Array): Float64Array {
  const read = columnReader(rows.length, (i) => table.value(rows[i]!, column));
  return Float64Array.from(rows, (row) => {
    const number = read(table.value(row, column));
    return typeof number === "number" ? number : Number.NaN;
  });
}

/** What the numbers of one column may be, null for neither. */
function kindOf(numbers: Float64Array): { readonly degrees: boolean; readonly north: boolean } | null {
  const known = numbers.filter((number) => !Number.isNaN(number));
  if (known.length === 0 || known.length < numbers.length * 0.2) return null;
  const [west, south, east, north] = COUNTRY;
  const share = (test: (number: number) => boolean) => known.filter(test).length / known.length;
  const fractions = share((number) => !Number.isInteger(number));
  // Whole numbers between 8 and 24 are ages and members, not latitudes.
  if (fractions > 0.5) {
    if (share((number) => inBox([west, 0, east, 1], number, 0)) > 0.8) return { degrees: true, north: false };
    if (share((number) => number >= south && number <= north) > 0.8) return { degrees: true, north: true };
  }
  if (share((number) => number > 900_000 && number < 2_700_000) > 0.8) return { degrees: false, north: true };
  if (share((number) => EASTINGS.some(([least, most]) => number > least && number < most)) > 0.8)
    return { degrees: false, north: false };
  return null;
}

/** Eastings of the country in metres: along a meridian, on the sphere of web maps, with the zone in front. */
const EASTINGS = [
  [50_000, 990_000],
  [11_300_000, 12_300_000],
  [17_900_000, 20_000_000],
] as const;
