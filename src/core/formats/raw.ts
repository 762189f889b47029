/** What a file is before anyone says which layer it holds: features with their properties, nothing lost. */
import type { Json } from "../model/household.ts";
import type { Outcome, Problem } from "../outcome.ts";

export const FORMAT_NAMES = ["geojson", "csv"] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** One line of a table or one feature of a collection. All text is in Unicode form C. */
export interface RawFeature {
  /** Line of the table as a spreadsheet counts (the header is 1), or place in the collection from 1. */
  readonly row: number;
  /** Identifier of the feature outside its properties (`id` member in GeoJSON), else null. */
  readonly id: string | number | null;
  readonly properties: Readonly<Record<string, Json>>;
  /** Not yet checked: `null` when there is none (a table). */
  readonly geometry: Json;
}

/** A file taken apart. `read = features.length + rejected.length`. */
export interface RawTable {
  readonly format: FormatName;
  /** The file's name, as sentences name it. */
  readonly file: string;
  /** Property names in order of first appearance. */
  readonly columns: readonly string[];
  readonly read: number;
  readonly features: readonly RawFeature[];
  readonly rejected: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** One file format that can be read: recognised by content, never by the file's name. */
export interface Format {
  readonly name: FormatName;
  /** Endings that say the same as the content, lower case without dot. */
  readonly endings: readonly string[];
  /** True when the text looks like this format; a broken file of this format still looks like it. */
  recognise(text: string): boolean;
  /** Takes decoded text (no byte order mark) apart. Refuses only what concerns the file as a whole. */
  read(text: string, file: string): Outcome<RawTable>;
}
