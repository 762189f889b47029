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
  /** The frozen members, the fixed denominator. */
  readonly householdIds: readonly string[];
  /**
   * Where each of them is counted, set when it was frozen: index in `places`, -1 in no unit; as long as
   * `householdIds`. Null: frozen by an earlier form of the file, then the present unit counts.
   */
  readonly place: Int32Array | null;
  readonly places: readonly BaselinePlace[];
  /** Households found after the list was frozen: counted apart, in the rolling denominator only. */
  readonly additions: readonly BaselineAddition[];
}

/** The unit a member of a baseline is counted in, as it was when the member was taken in. */
export interface BaselinePlace {
  readonly unitCode: string;
  readonly unitName: string;
  /** Former district, null when not known. */
  readonly district: string | null;
}

/** One household added to a frozen list. */
export interface BaselineAddition {
  readonly householdId: string;
  /** The day from which it counts in the rolling denominator. */
  readonly on: IsoDate;
  readonly document: string | null;
  /** Index in the baseline's `places`, -1 in no unit. */
  readonly place: number;
}
