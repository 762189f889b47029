/** What was done to a plan, and what was recorded about past days later. */

import type { Decision } from "../../core/model/decision.ts";
import type { EventKind, HouseholdEvent } from "../../core/model/event.ts";
import type { Household, Json } from "../../core/model/household.ts";
import type { IsoDate } from "../../core/units.ts";
import type { HouseholdFacts } from "./commands.ts";
import type { EntryName, JournalLabel } from "./plan-info.ts";

/** What history is asked for: the whole plan, or one thing of it. */
export interface HistoryQuery {
  readonly about?: { readonly kind: "household" | "site" | "layer" | "baseline"; readonly id: string };
  /** At most so many entries, newest first. */
  readonly limit: number;
  /** Only entries before this number: the next page. */
  readonly before?: number;
}

/** One entry of the history: who, when, what, and (when one thing is asked about) what changed in it. */
export interface HistoryLine extends JournalLabel {
  readonly kind: "do" | "undo" | "redo" | "merged";
  /** True for a command that is undone now. */
  readonly undone: boolean;
  /** What an undo or redo turned round; for a merged entry the merge it came in with. */
  readonly target: JournalLabel | null;
  /** Rows it touched, in all tables. */
  readonly rows: number;
  /** Field by field; empty when the whole plan is asked about. */
  readonly changes: readonly FieldChange[];
}

/** One field of one row before and after an entry. `field` null: the row as a whole came or went. */
export interface FieldChange {
  readonly table: string;
  readonly key: string;
  readonly op: "insert" | "update" | "remove";
  readonly field: string | null;
  /** A shape is told as text: its kind and number of vertices, a point by its coordinates. */
  readonly before: Json;
  readonly after: Json;
}

/** An event dated up to a day that was corrected, taken back, or brought back after that day. */
export interface LateChange {
  readonly seq: number;
  readonly at: string;
  readonly author: string | null;
  readonly command: EntryName;
  readonly householdId: string;
  /** As it was before and is after this entry; null: not there. */
  readonly before: { readonly kind: EventKind; readonly on: IsoDate } | null;
  readonly after: { readonly kind: EventKind; readonly on: IsoDate } | null;
}

/** What was recorded about a past day after it was over. */
export interface Audit {
  readonly asOf: IsoDate;
  /** Changes of what had been recorded: these can change a figure that was told before. Newest first. */
  readonly changes: readonly LateChange[];
  /** Events dated up to the day that were first recorded after it, and not counted in `changes`. */
  readonly recordedLater: number;
  /** The day the history of this plan reaches back to; null: to its very beginning. */
  readonly knownFrom: IsoDate | null;
}

/** One household as the card shows it: its own row and what happened to it. */
export interface HouseholdDetail {
  readonly household: Household;
  readonly facts: HouseholdFacts;
  /** Code of the unit that contains it; null: in none, or not located. */
  readonly unitCode: string | null;
  readonly events: readonly HouseholdEvent[];
  /** Newest first. */
  readonly decisions: readonly Decision[];
  /** The file that brought it and when (ISO 8601); null: none did. */
  readonly importedFrom: { readonly file: string; readonly at: string } | null;
  readonly properties: Readonly<Record<string, Json>>;
}
