/** Repairs that were accepted, by the row they concern. The source itself is never changed. */
import type { Geometry } from "../model/geometry.ts";
import type { Json } from "../model/household.ts";
import type { FieldName } from "./fields.ts";

export interface RowEdit {
  /** The row does not come in; it is counted and listed as left out. */
  readonly leaveOut?: true;
  /** The row comes in without a place. */
  readonly unlocated?: true;
  /** Values in our words that take the place of what the file says. */
  readonly values?: ReadonlyMap<FieldName, Json>;
  /** The mended shape, or where a row lies whose numbers were put right; WGS 84. */
  readonly geometry?: Geometry;
}

/** By row of the table from 0. */
export type RowEdits = ReadonlyMap<number, RowEdit>;
