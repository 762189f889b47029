/** Rows to be checked, asked one value at a time: nothing is copied, 500,000 rows cost no objects. */
import type { ArealIndex } from "../../geometry/areal-index.ts";
import type { OptionalField } from "../../model/household.ts";
import type { ArealLayer, Unit } from "../../model/layers.ts";
import type { Problem } from "../../outcome.ts";
import type { ListVersion } from "../meaning.ts";

/**
 * Households in our words (form C, WGS 84), before anything is left out. Row `i` counts from 0. Null is not known;
 * `lon` and `lat` are finite, or null when the row gives none.
 */
export interface CheckedRows {
  readonly count: number;
  readonly rowIs: "row" | "feature";
  /** For sentences. */
  readonly file?: string;
  id(i: number): string | null;
  head(i: number): string | null;
  village(i: number): string | null;
  communeCode(i: number): string | null;
  /** 0; 0 stays what it is here: the check tells it. */
  lon(i: number): number | null;
  lat(i: number): number | null;
  /** As given: also numbers that no household can have. */
  members(i: number): number | null;
  /** Land in square metres, years, accuracy: further numbers that can be impossible, under our field names. */
  readonly numbers?: readonly CheckedNumber[];
  /** As a spreadsheet counts its lines, or features from 1. */
  rowNumber(i: number): number;
}

export interface CheckedNumber {
  readonly field: OptionalField;
  readonly kind: "measure" | "year";
  value(i: number): number | null;
}

/** What the rows are checked against. */
export interface CheckContext {
  /** Communes of the plan; null: nothing is said of communes. */
  readonly units: ArealLayer<Unit> | null;
  /** The list the codes of `units` are of, and the one of the rows; null: not known, codes are compared as they are. */
  readonly unitList: ListVersion | null;
  readonly rowsList: ListVersion | null;
  /** Index of the shapes of `units`, where there is one already. */
  readonly index?: ArealIndex;
}

/** The part of a problem that says where it is. */
export function placeOfRow(rows: CheckedRows, i: number, field?: string): Pick<Problem, "row"> {
  return {
    ...placeOfFile(rows),
    row: rows.rowNumber(i),
    ...(rows.rowIs === "feature" ? { rowIs: "feature" as const } : {}),
    ...(field === undefined ? {} : { field }),
  };
}

/** The same of a problem that concerns many rows. */
export function placeOfFile({ file }: { readonly file?: string }): Pick<Problem, "file"> {
  return file === undefined ? {} : { file };
}
