/** Copies of a plan brought together, and what they say differently. */

import type { Json } from "../../core/model/household.ts";
import type { Problem } from "../../core/outcome.ts";

/** One copy of the plan that comes in, and what two sides say differently. */
export interface MergePreview {
  /** Names the merge that waits, for `merge`. */
  readonly staged: string;
  readonly sources: readonly {
    readonly file: string;
    readonly name: string;
    /** Entries that this plan does not have yet. */
    readonly entries: number;
    /** When the first and the last of them were made; null when there are none. */
    readonly from: string | null;
    readonly to: string | null;
    /** Who made them, as far as told. */
    readonly authors: readonly string[];
  }[];
  /** Rows that would come in without a question. */
  readonly counts: readonly {
    readonly table: string;
    readonly inserted: number;
    readonly updated: number;
    readonly removed: number;
  }[];
  readonly conflicts: readonly MergeConflict[];
}

/** Something two or more copies say differently. A person chooses one of `sides`. */
export interface MergeConflict {
  /** The same whichever order the copies were given in. */
  readonly id: string;
  /**
   * `field`: one field was set to different values; `added`: the same name was given to different rows;
   * `removed`: one side removed what the other changed; `apart`: rows that cannot stand together (an order of
   * events, a code used twice, a reference to what is gone).
   */
  readonly kind: "field" | "added" | "removed" | "apart";
  readonly table: string;
  readonly key: string;
  readonly field: string | null;
  /** What a person knows it by: head of household, name of a site. */
  readonly name: string | null;
  /** The household it is about; null: about none. */
  readonly household: string | null;
  /** Value before either side changed it; null also when there was none. */
  readonly base: Json;
  readonly sides: readonly MergeSide[];
  /** For `apart`: what is wrong. */
  readonly problem: Problem | null;
}

export interface MergeSide {
  /** Name of the file; null: the plan that is open. */
  readonly file: string | null;
  /** Null also for "removed". */
  readonly value: Json;
  readonly removed: boolean;
  readonly at: string | null;
  readonly author: string | null;
}

/** By conflict id, the index of the chosen side. */
export type MergeChoices = Readonly<Record<string, number>>;
