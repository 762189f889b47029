/** Sorts and filters the table, and chooses households in it and on the map. */
import type { ColumnFilter, MarkRequest, SortColumn } from "../../compute/protocol.ts";
import type { Bbox } from "../../core/units.ts";
import { listQuestion } from "../household-list.ts";
import { services } from "../services.ts";
import { setView, view } from "../store.ts";
import { withoutFilters } from "../table-columns.ts";
import { tell, tellDone } from "./tell.ts";

/** Sorts by a column; by the same one again the other way round. */
export function sortBy(column: SortColumn): void {
  const { sort } = view();
  setView({ sort: { column, descending: sort.column === column && !sort.descending } });
}

/** Filters by a column; null takes its filter away. */
export function filterBy(column: SortColumn, filter: ColumnFilter | null): void {
  const { [column]: _before, ...others } = view().filters;
  setView({ filters: filter ? { ...others, [column]: filter } : others });
}

/** Takes the filters of the columns and of the commune away; whoever asked for everybody still sees everybody. */
export function clearFilters(): void {
  const { filters, selection } = view();
  setView({
    filters: withoutFilters(filters),
    listUnit: null,
    selection: selection?.kind === "unit" ? null : selection,
  });
}

/** Chooses households or lets them go; table and map follow. */
export async function mark(request: MarkRequest): Promise<void> {
  const { count, changed, outside } = await services().compute.mark(request);
  services().map?.refresh(["chosen"]);
  setView({ chosen: count, marks: view().marks + 1 });
  if (request.what === "box") {
    tellDone(outside > 0 ? "table.boxed" : "table.boxed.all", { n: changed, outside });
  } else tell("table.chosen", { n: count });
}

/** Nobody is chosen any more. */
export function chooseNobody(): void {
  setView({ boxing: false });
  void mark({ what: "none" });
}

/** Everybody who is listed. */
export function chooseListed(on: boolean): void {
  void mark({ what: "listed", filter: listQuestion().filter, on });
}

/** Listed households in a box on the map. */
export function chooseInBox(bbox: Bbox): void {
  setView({ boxing: false });
  void mark({ what: "box", bbox, filter: listQuestion().filter, on: true });
}

/** Looks again who is chosen, after the register was read anew: the worker keeps them by id. */
export async function lookAtChosen(): Promise<void> {
  const { count } = await services().compute.mark({ what: "turn", ids: [] });
  if (count === view().chosen) return;
  services().map?.refresh(["chosen"]);
  setView({ chosen: count, marks: view().marks + 1 });
}
