/** Files that come in: where they are from, what they turned out to be, and what a newer list would do. */

import type { SourceFormat } from "../../core/intake/dataset.ts";
import type { ListVersion, Meaning } from "../../core/intake/meaning.ts";
import type { ArealLayer, LayerKind, Unit } from "../../core/model/layers.ts";
import type { Problem } from "../../core/outcome.ts";
import type { LonLat } from "../../core/units.ts";

/** The file that a table in our words was made from, and how (`core/intake`). */
export interface FileOrigin {
  readonly as: LayerKind | "households";
  readonly format: SourceFormat;
  /** Row in that file of each row of the table, as people count. */
  readonly rows: Uint32Array;
  readonly rowIs: "row" | "feature";
  /** Rows of that file which are not in the table, and what is worth knowing of the others. */
  readonly rejected: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly sender: string | null;
  readonly meaning: Meaning;
}

/** What a file turned out to be; nothing is in the plan yet. `as` null: it could be none or several of ours. */
export interface StagedFile {
  readonly staged: string;
  readonly file: string;
  /** Of the file that was chosen, also when it was written in our words on the way. */
  readonly format: SourceFormat;
  /** What the file holds, recognised by its columns and shapes; the person may choose otherwise. */
  readonly as: LayerKind | "households" | null;
  /** Every reading that is possible, best first, with its counts; the person chooses one. */
  readonly readings: readonly StagedReading[];
}

export interface StagedReading {
  readonly as: LayerKind | "households";
  readonly read: number;
  readonly accepted: number;
  readonly rejected: readonly Problem[];
  readonly notes: readonly Problem[];
  /** Households with coordinates, for a household reading; else null. */
  readonly located: number | null;
}

/** What a newer list would do to the register. Of the lists of rows the first 200 are told. */
export interface RegisterUpdate {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** In the plan and not in the newer list: they stay. */
  readonly gone: number;
  /** Changed rows in which a fact differs; names as in `HouseholdFacts`, a place as `lon` and `lat`. */
  readonly byField: readonly { readonly field: string; readonly rows: number }[];
  readonly addedIds: readonly string[];
  readonly goneIds: readonly string[];
  readonly changes: readonly RegisterChange[];
  /** Heads of `addedIds` and of `goneIds`, in their order; null: not known. */
  readonly addedHeads: readonly (string | null)[];
  readonly goneHeads: readonly (string | null)[];
  /** Added rows that have head and village of exactly one gone household: perhaps the same under another id. */
  readonly alike: number;
  readonly alikes: readonly { readonly id: string; readonly goneId: string; readonly head: string }[];
}

/** One household that the newer list changes; `fields` are names as in `HouseholdFacts`. */
export interface RegisterChange {
  readonly id: string;
  readonly head: string | null;
  readonly fields: readonly string[];
  /** Before and after of each field, in the order of `fields`; a place as longitude and latitude. */
  readonly values: readonly { readonly before: FactValue; readonly after: FactValue }[];
}
type FactValue = string | number | boolean | LonLat | null;

/** What the plan knows that helps to judge a file that comes in. */
export interface IntakeKnowledge {
  /** Communes in WGS 84, null when the plan has none. */
  readonly units: ArealLayer<Unit> | null;
  /** The list their codes are of; null: not said, or of several. */
  readonly unitList: ListVersion | null;
  /** How files were read before, newest first, each kind of file of a sender once. */
  readonly remembered: readonly {
    readonly sender: string;
    readonly file: string;
    readonly meaning: Meaning;
  }[];
}
