/** The columns of the table of households: their order, their width, and how each is filtered. */
import type { CodedColumnName, ColumnFilter, HouseholdFilter, SortColumn } from "../compute/protocol.ts";
import type { CriterionCode } from "../core/screening/rule-set.ts";

interface Shown {
  /** CSS pixels. */
  readonly width: number;
}
/** `text`: typed; `choice`: ticked; `range`: from and to. */
export type TableColumn =
  | (Shown & { readonly name: Exclude<SortColumn, "members">; readonly filter: "text" })
  | (Shown & { readonly name: CodedColumnName; readonly filter: "choice" })
  | (Shown & { readonly name: "members"; readonly filter: "range" });

export const SHOWN_COLUMNS: readonly TableColumn[] = [
  { name: "id", width: 112, filter: "text" },
  { name: "head", width: 164, filter: "text" },
  { name: "ethnicity", width: 96, filter: "choice" },
  { name: "members", width: 82, filter: "range" },
  { name: "village", width: 140, filter: "text" },
  { name: "unitName", width: 150, filter: "choice" },
  { name: "eligible", width: 158, filter: "choice" },
  { name: "decision", width: 138, filter: "choice" },
  { name: "status", width: 146, filter: "choice" },
  { name: "minority", width: 104, filter: "choice" },
  { name: "scattered", width: 104, filter: "choice" },
  { name: "forest", width: 104, filter: "choice" },
  { name: "hazard", width: 104, filter: "choice" },
  { name: "remote", width: 104, filter: "choice" },
  { name: "poverty", width: 112, filter: "choice" },
  { name: "migrant", width: 156, filter: "choice" },
  { name: "communeCode", width: 116, filter: "text" },
  { name: "located", width: 130, filter: "choice" },
];

/** Filters by column. */
export type ColumnFilters = NonNullable<HouseholdFilter["columns"]>;

/** As the table opens: whoever must move, and whoever is not certain. */
export const FIRST_FILTERS: ColumnFilters = { eligible: { kind: "choice", values: ["yes", "unknown"] } };

/** True when both let the same households pass, whatever the order of their choices. */
export function sameFilter(a: ColumnFilter | undefined, b: ColumnFilter | undefined): boolean {
  const plain = (filter: ColumnFilter | undefined) =>
    JSON.stringify(filter?.kind === "choice" ? [...filter.values].sort() : (filter ?? null));
  return plain(a) === plain(b);
}

/** Whoever needs something done, everybody, or other proposals that were ticked. */
export function scopeOf({ eligible }: ColumnFilters): "open" | "all" | "other" {
  if (eligible === undefined) return "all";
  return sameFilter(eligible, FIRST_FILTERS.eligible) ? "open" : "other";
}

/** What is left when filters are taken away: the scope, unless it was ticked together. */
export function withoutFilters(filters: ColumnFilters): ColumnFilters {
  return scopeOf(filters) === "all" ? {} : FIRST_FILTERS;
}

/** Filters beyond the scope. */
export function isFiltered(filters: ColumnFilters): boolean {
  return scopeOf(filters) === "other" || Object.keys(filters).some((name) => name !== "eligible");
}

/** The criterion a column tells the finding of. */
export function criterionOf(name: SortColumn): CriterionCode | null {
  switch (name) {
    case "minority":
    case "scattered":
    case "forest":
    case "hazard":
    case "remote":
      return name;
    default:
      return null;
  }
}
