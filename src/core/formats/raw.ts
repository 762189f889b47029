/** What a file is before anyone says which layer it holds: features with their properties, nothing lost. */
import type { Json } from "../model/household.ts";
import type { Outcome, Problem } from "../outcome.ts";
import type { CsvCells } from "./csv/csv-cells.ts";
import type { Source } from "./source.ts";

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

/** The file that a table in our words was made from (`core/intake`). Its columns are taken by exact name only. */
export interface TableOrigin {
  readonly rowIs: "row" | "feature";
}

/** A file taken apart. `read = features.length + rejected.length`. */
export interface RawTable {
  readonly format: FormatName;
  /** The file's name, as sentences name it. */
  readonly file: string;
  /** Property names in order of first appearance. */
  readonly columns: readonly string[];
  readonly read: number;
  /** Of a long table they are made when first asked for: readers that can take `cells` should not ask. */
  readonly features: readonly RawFeature[];
  readonly rejected: readonly Problem[];
  readonly notes: readonly Problem[];
  /** The same rows as cells in the file's bytes; null where there are none. */
  readonly cells: CsvCells | null;
  /** Set on a table that was written in our words from another file: how the rows of that are counted. */
  readonly origin: TableOrigin | null;
  /** The first `count` features alone (all when there are fewer), without what was rejected and noted. */
  first(count: number): RawTable;
}

/** A table of features that were made already. */
export class FeatureTable implements RawTable {
  readonly cells = null;
  readonly read: number;

  constructor(
    readonly format: FormatName,
    readonly file: string,
    readonly columns: readonly string[],
    readonly features: readonly RawFeature[],
    readonly rejected: readonly Problem[],
    readonly notes: readonly Problem[],
    readonly origin: TableOrigin | null = null,
  ) {
    this.read = features.length + rejected.length;
  }

  first(count: number): RawTable {
    return new FeatureTable(
      this.format,
      this.file,
      this.columns,
      this.features.slice(0, count),
      [],
      [],
      this.origin,
    );
  }
}

/** One file format that can be read: recognised by content, never by the file's name. */
export interface Format {
  readonly name: FormatName;
  /** Endings that say the same as the content, lower case without dot. */
  readonly endings: readonly string[];
  /** True when the file looks like this format; a broken file of this format still looks like it. */
  recognise(source: Source): boolean;
  /** Takes a file apart. Refuses only what concerns it as a whole; `notes` on the file come before its own. */
  read(source: Source, file: string, notes: readonly Problem[]): Outcome<RawTable>;
}
