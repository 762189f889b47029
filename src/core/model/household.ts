/** One record of the register, and the register as columns. */
import type { TextColumn } from "./text-column.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Columns of a register file under their canonical names, in the order they are written. */
export const REGISTER_FIELDS = [
  "id",
  "head",
  "ethnicity",
  "members",
  "poverty",
  "migrant",
  "village",
  "commune_code",
  "lon",
  "lat",
] as const;
export type RegisterField = (typeof REGISTER_FIELDS)[number];

/** Further columns a register file may carry, by what they hold. Land in square metres, accuracy in metres. */
export const OPTIONAL_FIELDS = {
  commune_list: "text",
  coordinate_source: "text",
  coordinate_accuracy_m: "measure",
  ethnicity_code: "text",
  ethnicity_list: "text",
  poverty_year: "year",
  residential_land_m2: "measure",
  production_land_m2: "measure",
  house_state: "text",
  cause: "text",
} as const;
export type OptionalField = keyof typeof OPTIONAL_FIELDS;
export type OptionalKind = (typeof OPTIONAL_FIELDS)[OptionalField];

/** True for what a measure or a year can be: not below zero; a year is a whole number of four digits from 1900 on. */
export function fitsOptional(kind: Exclude<OptionalKind, "text">, number: number): boolean {
  if (kind === "measure") return Number.isFinite(number) && number >= 0;
  return Number.isInteger(number) && number >= 1900 && number <= 2100;
}

/** A household as read from a file or the plan. Null means "not known", never "no" and never zero. */
export interface Household {
  readonly id: string;
  /** Head of household, as written (NFC). */
  readonly head: string | null;
  /** Ethnic group by name, as written (NFC). */
  readonly ethnicity: string | null;
  readonly members: number | null;
  /** Poverty class as written: nghèo, cận nghèo, không nghèo … */
  readonly poverty: string | null;
  /** Unplanned migrant (di cư không theo quy hoạch). */
  readonly migrant: boolean | null;
  readonly village: string | null;
  /** Declared commune; the containing unit decides, a difference is flagged. */
  readonly communeCode: string | null;
  /** WGS 84 degrees; both null when the household is not located. */
  readonly lon: number | null;
  readonly lat: number | null;
  /** Every property of the source under its own name and in its own order, kept as it was. */
  readonly properties: Readonly<Record<string, Json>>;
}

/** A column of repeated texts: `index[i]` points into `values`, -1 means not known. */
export interface Category {
  readonly values: readonly string[];
  readonly index: Int32Array;
}

/** The register as columns (struct of arrays), in input order. NaN coordinates mean not located. */
export interface HouseholdColumns {
  readonly count: number;
  /** Known and different in every row. */
  readonly id: TextColumn;
  readonly head: TextColumn;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly ethnicity: Category;
  readonly village: Category;
  readonly communeCode: Category;
  readonly poverty: Category;
  /** -1 when not known. */
  readonly members: Int16Array;
  /** 0 no, 1 yes, 2 not known. */
  readonly migrant: Uint8Array;
  /**
   * The source's own properties as the text of a JSON object, in their order, for exports that keep them;
   * nothing for a household without any. Left out: exports carry the columns above and nothing else.
   */
  readonly properties?: TextColumn;
}
