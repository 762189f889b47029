/** Where each row of a table lies, in WGS 84, by what its place was said to mean. */
import type { Geometry } from "../model/geometry.ts";
import type { SourceTable } from "./dataset.ts";
import type { RowEdits } from "./edits.ts";
import type { PlaceMeaning } from "./meaning.ts";
import { type PlacedRow, placerOf } from "./place/placer.ts";

const NOWHERE: PlacedRow = { at: null };

/** Rows are told from 0. What a person mended stands in place of what the file says. */
export function rowPlaces(
  table: SourceTable,
  place: PlaceMeaning | null,
  edits: RowEdits,
): (row: number) => PlacedRow {
  const placed = place === null ? () => NOWHERE : placerOf(place, table);
  return (row) => {
    const edit = edits.get(row);
    if (edit?.unlocated) return NOWHERE;
    return edit?.geometry ? asPlace(edit.geometry) : placed(row);
  };
}

function asPlace(shape: Geometry): PlacedRow {
  return shape.type === "Point" ? { at: shape.coordinates } : { shape };
}
