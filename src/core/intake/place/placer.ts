/** The place of every row of a table, by what was said of it. */
import { COUNTRY, inBox } from "../../crs/areas.ts";
import { crsDefinition } from "../../crs/definitions.ts";
import type { Geometry } from "../../model/geometry.ts";
import type { Json } from "../../model/household.ts";
import type { Problem } from "../../outcome.ts";
import type { LonLat } from "../../units.ts";
import type { SourceTable } from "../dataset.ts";
import type { PlaceMeaning } from "../meaning.ts";
import { columnReader } from "./column-numbers.ts";
import { geometryPlacer } from "./geometry-placer.ts";
import { proposedDigits } from "./numbers.ts";
import { splitPair } from "./pair-text.ts";
import { positionPlacer } from "./position-placer.ts";
import { columnAt } from "./sample.ts";

/**
 * A point; a shape; or why neither, with where the row would lie if what seems wrong were put right. `at` and
 * `shape` null: the row says no place.
 */
export type PlacedRow =
  | { readonly at: LonLat | null }
  | { readonly shape: Geometry | null }
  | { readonly problem: Problem; readonly proposed: LonLat | Geometry | null };

const NOWHERE: PlacedRow = { at: null };

/**
 * Places rows (counted from 0) in WGS 84. Problems name file, row and field. Rows that fit only swapped, or as
 * degrees, are problems with a proposal: nothing is turned silently. Throws when the place names a column that the
 * table has not: ask `columnKeys` first.
 */
export function placerOf(place: PlaceMeaning, table: SourceTable): (row: number) => PlacedRow {
  return place.kind === "geometry" ? shapesOf(place, table) : columnsOf(place, table);
}

function shapesOf(
  { crs, axes }: Extract<PlaceMeaning, { kind: "geometry" }>,
  table: SourceTable,
): (row: number) => PlacedRow {
  const placed = geometryPlacer(crs, axes);
  return (row) => {
    const given = table.geometry(row);
    if (given === null) return { shape: null };
    const result = placed(given);
    // Whether it is a sound shape is checked by the reader of the layer.
    if ("geometry" in result) {
      const shape = result.geometry as unknown as Geometry;
      return shape.type === "Point" ? { at: shape.coordinates } : { shape };
    }
    const proposed = result.proposed as unknown as Geometry | null;
    return { problem: { ...result.problem, ...whereOf(table, row) }, proposed };
  };
}

function columnsOf(
  { crs, east, north }: Extract<PlaceMeaning, { kind: "columns" }>,
  table: SourceTable,
): (row: number) => PlacedRow {
  const positionAt = positionPlacer(crs);
  const read =
    east === north ? oneColumn(table, east, crsDefinition(crs)!.unit) : twoColumns(table, east, north);
  const field = east === north ? east : `${east}, ${north}`;
  return (row) => {
    const numbers = read(row);
    if (numbers === null) return NOWHERE;
    if ("code" in numbers) {
      const { proposed: _, ...problem } = numbers;
      return { problem: { ...problem, ...whereOf(table, row) }, proposed: null };
    }
    const result = positionAt(numbers.x, numbers.y);
    if ("at" in result) return result;
    const { code, values, proposed } = result;
    return { problem: { code, values, field, ...whereOf(table, row) }, proposed };
  };
}

type Read = { readonly x: number; readonly y: number } | (Problem & { readonly proposed?: never }) | null;

function twoColumns(table: SourceTable, east: string, north: string): (row: number) => Read {
  const [x, y] = [cellReader(table, east), cellReader(table, north)];
  return (row) => {
    const a = x(row);
    const b = y(row);
    if (typeof a === "number" && typeof b === "number") return { x: a, y: b };
    if (a === null && b === null) return null;
    if (typeof a === "object" && a !== null) return a;
    if (typeof b === "object" && b !== null) return b;
    return { code: "place.half", field: a === null ? east : north };
  };
}

/** The number of a cell, null when it is empty, else what is wrong. */
function cellReader(table: SourceTable, key: string): (row: number) => number | Problem | null {
  const column = columnOf(table, key);
  const read = columnReader(table.count, (row) => table.value(row, column));
  return (row): number | Problem | null => {
    const plain = table.decimal?.(row, column) ?? Number.NaN;
    if (!Number.isNaN(plain)) return plain;
    const given = table.value(row, column);
    const number = read(given);
    if (typeof number === "number") return number;
    if (isEmpty(given)) return null;
    const code = number === "ambiguous" ? "place.number-ambiguous" : "place.number";
    const proposed = proposedDigits(given);
    if (proposed === null) return { code, field: key, values: { given: textOf(given) } };
    return { code: "place.number-letter", field: key, values: { given: textOf(given), proposed } };
  };
}

/** Both in one text. Which is which is told by their size: in this country no easting is a northing. */
function oneColumn(table: SourceTable, key: string, unit: "degree" | "metre"): (row: number) => Read {
  const column = columnOf(table, key);
  const part = (i: 0 | 1) =>
    columnReader(table.count, (row) => splitPair(table.value(row, column))?.[i] ?? null);
  const [first, second] = [part(0), part(1)];
  return (row) => {
    const given = table.value(row, column);
    if (isEmpty(given)) return null;
    const pair = splitPair(given);
    const a = pair ? first(pair[0]) : null;
    const b = pair ? second(pair[1]) : null;
    if (typeof a !== "number" || typeof b !== "number") {
      const ambiguous = a === "ambiguous" || b === "ambiguous";
      const code = ambiguous ? "place.number-ambiguous" : "place.number";
      return { code, field: key, values: { given: textOf(given) } };
    }
    const firstIsEast = unit === "degree" ? inBox(COUNTRY, a, b) : isEasting(a, b);
    return firstIsEast ? { x: a, y: b } : { x: b, y: a };
  };
}

/** An easting of a Gauss-Krüger zone begins with its number and is larger than any northing; all others are smaller. */
function isEasting(a: number, b: number): boolean {
  return a > 10_000_000 || (a < b && b < 10_000_000);
}

function columnOf(table: SourceTable, key: string): number {
  const column = columnAt(table, key);
  if (column < 0) throw new RangeError(`no column ${key} in ${table.file}`);
  return column;
}

function isEmpty(value: Json): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

function textOf(value: Json): string {
  return (typeof value === "string" ? value : String(value)).slice(0, 60);
}

function whereOf(table: SourceTable, row: number): Pick<Problem, "file" | "row" | "rowIs"> {
  const at = { file: table.file, row: table.rowNumber(row) };
  return table.rowIs === "feature" ? { ...at, rowIs: "feature" } : at;
}
