/** Everything a guess or a person says of a table, as plain data: remembered by sender, given by `--mapping`. */
import type { CrsCode } from "../crs/definitions.ts";
import type { ReadAs } from "../formats/layers/layer-reader.ts";
import type { RasterKind } from "../formats/raster/raster-kind.ts";
import type { FieldName } from "./fields.ts";

/** Encodings that are tables of letters. `unicode`: the text is what it says (form C is made of it anyway). */
export const TABLES = ["unicode", "utf-8", "tcvn3", "vni", "viscii", "windows-1258"] as const;
export type TableEncoding = (typeof TABLES)[number];
/** Also letters written with signs of ASCII, and `by-value`: each value in the table that makes words of it. */
export const ENCODINGS = [...TABLES, "html", "viqr", "by-value"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The list a commune code belongs to: before and since 1 July 2025. A code without its list means nothing. */
export const LIST_VERSIONS = ["2025-03", "2025-07"] as const;
export type ListVersion = (typeof LIST_VERSIONS)[number];

export interface Meaning {
  readonly as: ReadAs;
  /** One for every column of the table, in its order. */
  readonly columns: readonly ColumnMeaning[];
  /** Null: the rows have no place. */
  readonly place: PlaceMeaning | null;
  /** What holds for every row because no column says it: `kind` of a layer of landslides. */
  readonly constants: readonly { readonly field: FieldName; readonly value: string | number }[];
  /** Of a raster: its cells are kept, as this. Left out: its rows are read as `as` says, which else says nothing. */
  readonly raster?: RasterKind;
  /** Of the commune codes or names in it; null: not known, codes are then not converted. */
  readonly unitList: ListVersion | null;
  /** What a person chose for units that became several, for rows that nothing else decides. */
  readonly unitChoices?: readonly UnitChoice[] | undefined;
}

/** A code of the file's list and the code of the plan's list that is meant. One that is not among the possible is ignored. */
export type UnitChoice = readonly [from: string, to: string];

export interface ColumnMeaning {
  /** `columnKeys`. */
  readonly column: string;
  readonly encoding: Encoding;
  /** Capitals lost to `.VnTimeH` are put back: every letter, or the first of each word. */
  readonly capitals: "as-written" | "upper" | "words";
  /** Our field, or null: kept under its own name. */
  readonly field: FieldName | null;
  /** How its values become ours; null: as they are. */
  readonly values: ValueMeaning | null;
}

/** Values that say something in a code of their own. */
export type ValueMeaning =
  /** Numbers of a list of ethnic groups (`core/admin/ethnic-groups.ts`): A of 1979, B of 2008. */
  | { readonly kind: "ethnic-codes"; readonly list: "A" | "B" }
  /**
   * What each different value of the column means in our words (`poor`, `special-use`, `4`, `true`). Null: not
   * known, never "no". A value that is not listed is not known either, and is told.
   */
  | { readonly kind: "words"; readonly means: readonly (readonly [given: string, means: string | null])[] }
  /** Land in hectares: times 10,000. */
  | { readonly kind: "hectares" };

/** Where the rows lie. */
export type PlaceMeaning =
  /** In the shapes of the file. `axes`: `yx` when the first number is the northing or latitude. */
  | { readonly kind: "geometry"; readonly crs: CrsCode; readonly axes: "xy" | "yx" }
  /** In two columns (`columnKeys`): `east` is longitude or easting whatever its column is called. */
  | { readonly kind: "columns"; readonly crs: CrsCode; readonly east: string; readonly north: string };
