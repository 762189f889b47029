/** Which households the drawer lists and `N`, `P` step through, and in which order. */
import type { HouseholdFilter, SortColumn } from "../compute/protocol.ts";
import { view } from "./store.ts";

/** The order before anyone has chosen one: by commune. */
export const FIRST_SORT = { column: "unitName" as SortColumn, descending: false };

/** Households to move or unknown, of one commune (null: of all). */
export function listFilter(unitCode: string | null): HouseholdFilter {
  return { eligible: ["yes", "unknown"], ...(unitCode === null ? {} : { unitCode }) };
}

/** What is listed now. */
export function listQuestion() {
  return { filter: listFilter(view().listUnit), sort: FIRST_SORT };
}
