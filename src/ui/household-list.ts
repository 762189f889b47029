/** Which households the drawer lists and `N`, `P` step through, and in which order. */
import type { HouseholdFilter, ListSort } from "../compute/protocol.ts";
import { view } from "./store.ts";
import type { ColumnFilters } from "./table-columns.ts";

/** The households of one commune (null: of all) that pass the filters of the columns. */
export function listFilter(unitCode: string | null, filters: ColumnFilters): HouseholdFilter {
  return { columns: filters, ...(unitCode === null ? {} : { unitCode }) };
}

/** What is listed now. */
export function listQuestion(): { readonly filter: HouseholdFilter; readonly sort: ListSort } {
  const { listUnit, filters, sort } = view();
  return { filter: listFilter(listUnit, filters), sort };
}
