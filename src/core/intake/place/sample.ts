/** A few numbers of a table, evenly taken, to judge by. */
import type { Json } from "../../model/household.ts";
import { columnKeys, type SourceTable } from "../dataset.ts";
import { columnReader } from "./column-numbers.ts";
import { splitPair } from "./pair-text.ts";

/** Pairs of numbers, side by side: x and y of a shape, or one column and another. NaN where there is none. */
export interface Pairs {
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** How many have both. */
  readonly both: number;
}

/** Rows that are looked at. */
export const SAMPLE_ROWS = 2000;
/** Shapes that are looked at, and vertices of each: they may have thousands. */
const SHAPES = 300;
const VERTICES = 8;

/** Numbers of rows, at most `most` and evenly spread. */
export function spreadRows(count: number, most: number): Uint32Array {
  const n = Math.min(count, most);
  return Uint32Array.from({ length: n }, (_, i) => Math.floor((i * count) / n));
}

/** Two columns; the same column twice when it holds both coordinates. */
export function columnPairs(table: SourceTable, a: number, b: number, rows: Uint32Array): Pairs {
  const read = pairReader(table, a, b);
  return pairsOf(Array.from(rows, (row) => read(row)));
}

/** Reads the two numbers of any row; what cannot be read is NaN. Decides the notation over the whole column. */
export function pairReader(
  table: SourceTable,
  a: number,
  b: number,
): (row: number) => readonly [first: number, second: number] {
  const number = (value: number | null | "ambiguous") => (typeof value === "number" ? value : Number.NaN);
  if (a === b) {
    const part = (i: 0 | 1) =>
      columnReader(table.count, (row) => splitPair(table.value(row, a))?.[i] ?? null);
    const [first, second] = [part(0), part(1)];
    return (row) => {
      const pair = splitPair(table.value(row, a));
      return pair ? [number(first(pair[0])), number(second(pair[1]))] : [Number.NaN, Number.NaN];
    };
  }
  const reader = (column: number) => {
    const read = columnReader(table.count, (row) => table.value(row, column));
    return (row: number) => number(read(table.value(row, column)));
  };
  const [first, second] = [reader(a), reader(b)];
  return (row) => [first(row), second(row)];
}

/** Vertices of shapes, spread over each. */
export function vertexPairs(table: SourceTable): Pairs {
  const found: (readonly [number, number])[] = [];
  for (const row of spreadRows(table.count, SHAPES)) {
    const all = positionsIn(table.geometry(row));
    for (const i of spreadRows(all.length, VERTICES)) found.push(all[i]!);
  }
  return pairsOf(found);
}

/** Vertices of one geometry that are looked at, and how deep collections may nest. */
const MOST_POSITIONS = 20_000;
const DEEPEST = 8;

/** Every position of a GeoJSON geometry, in its order. What is no number is left out. */
export function positionsIn(geometry: Json): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  const walk = (value: unknown, depth: number) => {
    if (depth > DEEPEST || out.length >= MOST_POSITIONS || typeof value !== "object" || value === null)
      return;
    if (!Array.isArray(value)) {
      const { coordinates, geometries } = value as Record<string, unknown>;
      walk(coordinates, depth + 1);
      walk(geometries, depth + 1);
      return;
    }
    const [x, y] = value as unknown[];
    if (typeof x === "number" && typeof y === "number") {
      if (Number.isFinite(x) && Number.isFinite(y)) out.push([x, y]);
    } else for (const item of value) walk(item, depth + 1);
  };
  walk(geometry, 0);
  return out;
}

/** Where a column of that key stands; -1 when the table has none. */
export function columnAt(table: SourceTable, key: string): number {
  return columnKeys(table.columns).indexOf(key);
}

function pairsOf(found: readonly (readonly [number, number])[]): Pairs {
  const first = Float64Array.from(found, ([x]) => x);
  const second = Float64Array.from(found, ([, y]) => y);
  let both = 0;
  for (let i = 0; i < first.length; i++) if (!Number.isNaN(first[i]! + second[i]!)) both++;
  return { first, second, both };
}
