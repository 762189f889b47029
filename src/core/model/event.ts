/** What happened to a household on a date. Status and progress are computed from events, never stored. */
import type { IsoDate } from "../units.ts";

export const EVENT_KINDS = [
  "identified",
  "planned",
  "land-allocated",
  "moved",
  "settled",
  "stabilised-in-place",
  "returned",
  "split",
  "left",
  "died",
  "removed",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export interface HouseholdEvent {
  readonly id: string;
  readonly householdId: string;
  readonly kind: EventKind;
  /** When it happened. */
  readonly on: IsoDate;
  /** Number of the document it rests on. */
  readonly document: string | null;
  readonly note: string | null;
}

/** Kinds that count as done unless a setting says otherwise; `returned` undoes them. */
export const DONE_KINDS: readonly EventKind[] = ["moved", "settled", "stabilised-in-place"];

/** Status drawn on the map: the last event that changes it, or `none`. */
export const HOUSEHOLD_STATUSES = [
  "none",
  "identified",
  "planned",
  "land-allocated",
  "moved",
  "settled",
  "stabilised-in-place",
  "left",
] as const;
export type HouseholdStatus = (typeof HOUSEHOLD_STATUSES)[number];

/** What a baseline is for. The two targets are never added (a household may count in both). */
export type BaselineTarget = "relocation" | "migrants";

/** A dated frozen set of households that percentages are measured against (danh sách gốc). */
export interface Baseline {
  readonly id: string;
  readonly name: string;
  readonly target: BaselineTarget;
  readonly on: IsoDate;
  readonly householdIds: readonly string[];
}
