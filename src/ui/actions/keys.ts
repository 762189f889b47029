/** Does what a key asks for. */

import { listQuestion } from "../household-list.ts";
import { setTable } from "../intake/read.ts";
import type { KeyAction } from "../keyboard.ts";
import { services } from "../services.ts";
import { setView, view } from "../store.ts";
import type { Tab } from "../url.ts";
import { choose, showEverything, showHousehold, showTab } from "./look.ts";
import { redo, undo } from "./run.ts";
import { nextSiteName } from "./site-name.ts";
import { cancelSketch, editSite, startSite } from "./sketch.ts";
import { chooseNobody } from "./table.ts";

const REGIONS = ["bar", "panel", "map", "card", "drawer"];

/** True when the action was ours to do; the browser then leaves the key alone. */
export function doKey(action: KeyAction): boolean {
  const { plan, sketch } = view();
  const { map } = services();
  if (action.startsWith("tab.")) return plan !== null && done(() => showTab(action.slice(4) as Tab));
  switch (action) {
    case "keys":
      return done(() => setView({ dialog: "keys" }));
    case "region.next":
      return done(() => moveRegion(1));
    case "region.previous":
      return done(() => moveRegion(-1));
    case "escape":
      return stepBack();
  }
  if (!plan) return false;
  switch (action) {
    case "search":
      return done(() => document.getElementById("search")?.focus());
    case "undo":
      return done(() => void undo());
    case "redo":
      return done(() => void redo());
    case "panel":
      return done(() => setView({ panelOpen: !view().panelOpen }));
    case "card":
      return done(() => choose(null));
    case "drawer":
      return done(() => setView({ drawerOpen: !view().drawerOpen }));
    case "layers":
      return done(() => setView({ layersOpen: !view().layersOpen }));
    case "history":
      return done(() => setView({ dialog: "history" }));
    case "household.next":
      return done(() => void stepHousehold(1));
    case "household.previous":
      return done(() => void stepHousehold(-1));
    case "site.draw":
      return !sketch && done(() => void nextSiteName().then(startSite));
    case "site.edit":
      return !sketch && done(() => void editChosen());
    case "site.coordinates":
      return done(() => {
        showTab("placement");
        setView({ coordinatesOpen: true });
      });
    case "site.vertex-back":
      return done(() => map?.removeLastVertex());
    case "finish":
      return done(() => map?.finishSketch());
    case "map.in":
      return done(() => map?.zoom(1));
    case "map.out":
      return done(() => map?.zoom(-1));
    case "map.all":
      return done(() => void showEverything(true));
    default:
      return false;
  }
}

function done(act: () => void): true {
  act();
  return true;
}

function stepBack(): boolean {
  const { layersOpen, coordinatesOpen, sketch, selection, boxing, chosen, tab, waiting, wizard } = view();
  if (coordinatesOpen) return done(() => setView({ coordinatesOpen: false }));
  if (sketch) return done(cancelSketch);
  if (layersOpen) return done(() => setView({ layersOpen: false }));
  const looked = tab === "data" && waiting.find((table) => table.key === wizard && table.looked !== null);
  if (looked) return done(() => setTable(looked.key, { looked: null }));
  if (boxing) return done(() => setView({ boxing: false }));
  if (selection !== null) return done(() => choose(null));
  return chosen > 0 && done(chooseNobody);
}

/** Moves focus to the next region that is on the page. */
function moveRegion(by: 1 | -1): void {
  const present = REGIONS.map((name) =>
    document.querySelector<HTMLElement>(`[data-region="${name}"]`),
  ).filter((region) => region !== null);
  const at = present.findIndex((region) => region.contains(document.activeElement));
  const next = present[(at + by + present.length) % present.length];
  const target = next?.querySelector<HTMLElement>(
    '.map-host canvas, button:not([tabindex="-1"]), input, select, a[href], [tabindex="0"]',
  );
  target?.focus();
}

/** The household before or after the chosen one, in the order of the list. */
async function stepHousehold(by: 1 | -1): Promise<void> {
  const { selection } = view();
  const { compute } = services();
  const { filter, sort } = listQuestion();
  const { total } = await compute.page(filter, sort, 0, 0);
  if (total === 0) return;
  const at = selection?.kind === "household" ? await compute.placeInList(filter, sort, selection.id) : -1;
  const next = at < 0 ? 0 : (at + by + total) % total;
  const { rows } = await compute.page(filter, sort, next, 1);
  if (rows[0]) await showHousehold(rows[0].id);
}

async function editChosen(): Promise<void> {
  const { selection } = view();
  if (selection?.kind !== "site") return;
  const site = (await services().plan.sites()).find(({ id }) => id === selection.id);
  if (!site) return;
  showTab("placement");
  editSite(site);
}
