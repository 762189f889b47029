/** A plan as it is listed and as it stands open: its name, its revision, and what undo would do. */

import type { CommandName } from "./commands.ts";

/** A plan kept in this browser. */
export interface StoredPlan {
  readonly id: string;
  readonly name: string;
  readonly demo: boolean;
  readonly bytes: number;
  /** Time of the last change, ISO 8601; null: untouched, or not known. */
  readonly changedAt: string | null;
  /** Number of the last change. */
  readonly revision: number;
  /** True when it cannot be read: then it is known by its id alone, and `recoverKept` is what can be done. */
  readonly damaged: boolean;
}

/** Names what undo or redo would do: the command's name and the values its sentence (`command.<name>`) names. */
export interface JournalLabel {
  readonly seq: number;
  readonly command: EntryName;
  readonly values: Readonly<Record<string, string | number | null>>;
  /** When it was recorded, ISO 8601 with zone. */
  readonly at: string;
  /** Who did it, as the person named themselves; null: not told. */
  readonly author: string | null;
  /** Entries of one intention share it and are undone together; null: stands alone. */
  readonly group: string | null;
  /** Only of what undo or redo would do: how many further entries of the group go with this one. */
  readonly more?: number;
}

/** What a journal entry can be: a command, a merge, or edits that another program made in the file. */
export type EntryName = CommandName | "plan.merge" | "outside.adopt" | "outside.replace";

export type ReadOnlyReason = "other-tab" | "newer";

export interface PlanInfo {
  readonly id: string;
  readonly name: string;
  /** True for the made-up area: the badge "Dữ liệu minh họa" is shown. */
  readonly demo: boolean;
  /** Number of journal entries; figures name it. */
  readonly revision: number;
  /** Time of the last entry, ISO 8601, null in an untouched plan. */
  readonly savedAt: string | null;
  readonly readOnly: ReadOnlyReason | null;
  readonly undo: JournalLabel | null;
  readonly redo: JournalLabel | null;
}
