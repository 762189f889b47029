/** Where to look and what is chosen: moves the map, the card and the tables together. */

import type { SearchHit } from "../../compute/protocol.ts";
import type { Picked } from "../../map/plan-map.ts";
import { services } from "../services.ts";
import { setView, useView, view } from "../store.ts";
import type { Selection, Tab } from "../url.ts";
import { cancelSketch } from "./sketch.ts";
import { mark } from "./table.ts";

/** Shows one of the four questions. A shape that is not saved keeps its own question open. */
export function showTab(tab: Tab): void {
  const { sketch } = view();
  if (sketch && tab !== "placement") {
    if (sketch.geometry) {
      setView({ notice: { kind: "warn", key: "placement.unsaved" } });
      return;
    }
    cancelSketch();
  }
  setView({ tab, dialog: null });
}

/** Chooses something, or nothing. The map's mark follows in `hooks/use-map.ts`. */
export function choose(selection: Selection | null): void {
  const { selection: before, listUnit } = view();
  if (selection?.kind === "unit") setView({ selection, listUnit: selection.code });
  else setView({ selection, listUnit: before?.kind === "unit" && selection === null ? null : listUnit });
}

/** Lists the households of the whole plan again. */
export function listEverything(): void {
  const { selection } = view();
  setView({ listUnit: null, selection: selection?.kind === "unit" ? null : selection });
}

/**
 * A click on the map. While a shape is drawn, clicks belong to the drawing. `many`: a household joins those that
 * are chosen, or leaves them.
 */
export function pick(picked: Picked | null, many: boolean): void {
  if (view().sketch) return;
  if (many) {
    if (picked?.kind === "household") void mark({ what: "turn", ids: [picked.id] });
  } else if (!picked) choose(null);
  else if (picked.kind === "household") choose({ kind: "household", id: picked.id });
  else if (picked.kind === "site") {
    choose({ kind: "site", id: picked.id });
    if (view().tab !== "placement") showTab("placement");
  } else choose({ kind: "unit", code: picked.code });
}

/** Chooses a unit and shows all of it. */
export async function showUnit(code: string): Promise<void> {
  choose({ kind: "unit", code });
  const bbox = await services().compute.unitBounds(code);
  if (bbox) services().map?.fit(bbox, true);
}

/** Chooses a household and brings the map to it. */
export async function showHousehold(id: string): Promise<void> {
  choose({ kind: "household", id });
  const facts = await services().compute.facts(id);
  if (facts?.at) services().map?.center(facts.at, 14);
}

/** Goes to what was found by searching. */
export async function showHit(hit: SearchHit): Promise<void> {
  if (hit.kind === "unit") return showUnit(hit.code);
  if (hit.kind === "household") {
    if (view().tab === "data") showTab("screening");
    return showHousehold(hit.id);
  }
  services().map?.fit(hit.bbox, true);
}

/** Shows the whole plan. */
export async function showEverything(animate: boolean): Promise<void> {
  const bbox = await services().compute.bounds();
  if (bbox) services().map?.fit(bbox, animate);
}

/** Shows what is chosen, or the whole plan when nothing that has a place is. */
async function showChosen(): Promise<void> {
  await showEverything(false);
  const { selection } = view();
  const { compute, map } = services();
  if (selection?.kind === "unit") {
    const bbox = await compute.unitBounds(selection.code);
    if (bbox) map?.fit(bbox, false);
  }
  if (selection?.kind === "household") {
    const at = (await compute.facts(selection.id))?.at;
    if (at) map?.center(at, 14);
  }
}

/** Looks at the plan once the compute worker has taken in more than it had at `computed`. */
export function lookWhenComputed(computed: number): void {
  if (view().computed > computed) {
    void showChosen();
    return;
  }
  const stop = useView.subscribe((now) => {
    if (now.computed <= computed) return;
    stop();
    void showChosen();
  });
}
