/** Shapes joined with rows of attributes by their number; what has no partner or cannot be read is refused with why. */
import { MOST_STEPS } from "../../geometry/group-rings.ts";
import type { Json } from "../../model/household.ts";
import type { Problem } from "../../outcome.ts";
import { missingRows } from "../missing-rows.ts";
import type { DbfRows } from "./dbf-rows.ts";
import { type ShpRecords, viewOf } from "./shp-records.ts";
import { type Shape, shpShape } from "./shp-shape.ts";

export interface ShpFeatures {
  /** Number from 0 of each feature that is taken. */
  readonly rows: readonly number[];
  /** By place in `rows`. */
  geometry(row: number): Json;
  /** Shapes whose bytes are all there. */
  readonly whole: number;
  readonly rejected: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** Rows marked as deleted are left out with their shapes; `dbf` null: shapes alone. */
export function shpFeatures(
  shp: Uint8Array,
  records: ShpRecords,
  dbf: DbfRows | null,
  file: string,
): ShpFeatures {
  const view = viewOf(shp);
  const budget = { left: MOST_STEPS };
  const rows: number[] = [];
  const shapes: (() => Json)[] = [];
  const rejected: Problem[] = [];
  const noPlace: Problem[] = [];
  const told = { whole: 0, heights: 0, wrongRings: 0 };
  for (let i = 0; i < records.count; i++) {
    const from = records.from[i]!;
    if (from >= 0) told.whole++;
    if (dbf && i < dbf.count && dbf.isDeleted(i)) continue;
    const place = { file, row: i + 1, rowIs: "feature" as const };
    const shape: Shape | null = from < 0 ? null : shpShape(view, from, records.to[i]!, budget);
    if (shape === null) rejected.push({ code: "shapefile.shape-cut", ...place });
    else if (dbf && i >= dbf.count) {
      rejected.push({ code: i < dbf.claimed ? "dbf.row-cut" : "shapefile.no-attributes", ...place });
    } else if (shape.kind === "fault") {
      rejected.push({ code: shape.code, ...(shape.values && { values: shape.values }), ...place });
    } else {
      if (shape.kind === "no-place") noPlace.push({ code: "shapefile.number", ...place });
      if (shape.kind === "shape") {
        told.wrongRings += shape.wrongRings;
        if (shape.heights) told.heights++;
      }
      rows.push(i);
      shapes.push(shape.kind === "shape" ? shape.geometry : () => null);
    }
  }
  return {
    rows,
    geometry: (row) => shapes[row]!(),
    whole: told.whole,
    rejected: [...rejected, ...withoutShape(records, dbf, file)],
    notes: [...noPlace, ...notesOf(told, file)],
  };
}

/** Rows of attributes behind the last shape, and without a table the shapes that are known to be lost. */
function withoutShape(records: ShpRecords, dbf: DbfRows | null, file: string): readonly Problem[] {
  const isCut = records.missing > 0;
  const place = { file, rowIs: "feature" as const };
  // A record that breaks off is counted by its row of attributes, where there is one.
  if (dbf === null || dbf.count <= records.count) {
    const lost = isCut && records.from.every((from) => from >= 0) ? 1 : 0;
    return missingRows({ code: "shapefile.shape-cut", ...place }, records.count + 1, lost);
  }
  const out: Problem[] = [];
  for (let i = records.count; i < dbf.count; i++) {
    if (dbf.isDeleted(i)) continue;
    out.push({ code: isCut ? "shapefile.shape-cut" : "shapefile.no-shape", ...place, row: i + 1 });
  }
  return out;
}

function notesOf(told: { readonly heights: number; readonly wrongRings: number }, file: string): Problem[] {
  const notes: Problem[] = [];
  if (told.wrongRings > 0) {
    notes.push({ code: "shapefile.winding", file, values: { rings: told.wrongRings } });
  }
  if (told.heights > 0) notes.push({ code: "shapefile.heights", file, values: { features: told.heights } });
  return notes;
}
