/** What the table of households asks and is told; part of the compute worker's protocol. */
import type { Eligible } from "../core/screening/finding.ts";
import type { Bbox } from "../core/units.ts";
import type { HouseholdRow } from "./protocol.ts";

/** Columns that say one of a few things, in the order of `TABLE_COLUMNS`. */
export const CODED_COLUMNS = [
  "ethnicity",
  "poverty",
  "migrant",
  "village",
  "unitName",
  "communeCode",
  "located",
  "eligible",
  "decision",
  "minority",
  "scattered",
  "forest",
  "hazard",
  "remote",
  "status",
] as const;
export type CodedColumnName = (typeof CODED_COLUMNS)[number];

/** Every column: each can be sorted by and filtered by. */
export const TABLE_COLUMNS = ["id", "head", "members", ...CODED_COLUMNS] as const;
export type SortColumn = (typeof TABLE_COLUMNS)[number];

/** The order of a list. What is not known is last in both directions; ties stay in register order. */
export interface ListSort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** A condition on one column. */
export type ColumnFilter =
  /** Holds this text, marks and capitals left aside. For columns of texts and of names. */
  | { readonly kind: "contains"; readonly text: string }
  /**
   * Says one of these; null: not known. Values are those of `choices`: the text itself, the code of a unit, or
   * the word of a `HouseholdRow` ("yes", "hit", "none").
   */
  | { readonly kind: "choice"; readonly values: readonly (string | null)[] }
  /** Members from `least` to `most`, both included; null: no bound. A household without a number does not pass. */
  | { readonly kind: "range"; readonly least: number | null; readonly most: number | null }
  | { readonly kind: "blank"; readonly blank: boolean };

/** Which households: those that pass every part. Parts left out do not restrict. */
export interface HouseholdFilter {
  /** Containing unit; null: in none. */
  readonly unitCode?: string | null;
  readonly eligible?: readonly Eligible[];
  readonly columns?: Readonly<Partial<Record<SortColumn, ColumnFilter>>>;
}

export interface HouseholdPage {
  readonly total: number;
  readonly rows: readonly HouseholdRow[];
  /** Which of `rows` are chosen, and how many of `total`. Left out while nothing is chosen. */
  readonly chosen?: { readonly rows: readonly boolean[]; readonly listed: number };
}

/** One thing a column says. */
export interface Choice {
  /** As `ColumnFilter` takes it. */
  readonly value: string | null;
  /** As the register or the layer writes it; null: not known. */
  readonly label: string | null;
  readonly households: number;
}

/** Which households to choose (`on`) or let go. */
export type MarkRequest =
  | { readonly what: "none" }
  /** Each the other way round than it is; ids that are not in the register are passed over. */
  | { readonly what: "turn"; readonly ids: readonly string[] }
  | { readonly what: "listed"; readonly filter: HouseholdFilter; readonly on: boolean }
  /** Places of the list `from` up to `to` (not included). */
  | {
      readonly what: "places";
      readonly filter: HouseholdFilter;
      readonly sort: ListSort;
      readonly from: number;
      readonly to: number;
      readonly on: boolean;
    }
  /** Located in the box (its edge included) and listed. */
  | { readonly what: "box"; readonly bbox: Bbox; readonly filter: HouseholdFilter; readonly on: boolean };

/** What is chosen after a request. */
export interface Chosen {
  /** All chosen households. */
  readonly count: number;
  /** How many changed with this request. */
  readonly changed: number;
  /** In the box, but not listed: left as they were. */
  readonly outside: number;
}
