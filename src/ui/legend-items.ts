/** What the legend lists: only what is drawn now. */
import { HAZARD_KINDS, type HazardKind } from "../core/model/layers.ts";
import type { LayerSwitches } from "../map/plan-map.ts";
import type { LegendEvent } from "./store.ts";
import type { Tab } from "./url.ts";

/** One line of the legend. */
export type LegendItem =
  | {
      readonly kind:
        | "findings"
        | "statuses"
        | "special-use"
        | "other-forest"
        | "buffer"
        | "not-surveyed"
        | "site"
        | "blocked";
    }
  | { readonly kind: "cluster" | "chosen" }
  | { readonly kind: "hazard"; readonly hazard: HazardKind; readonly levels: readonly number[] };

/** Levels of one kind that are in the plan and switched on. */
export function drawnLevels(
  present: LegendEvent | null,
  switches: LayerSwitches,
  hazard: HazardKind,
): readonly number[] {
  const { on, levels } = switches.hazards[hazard];
  return on ? (present?.hazards[hazard] ?? []).filter((level) => levels[level - 1]) : [];
}

/** The lines of the legend, in their order. `chosen`: households are chosen for doing something with all of them. */
export function legendItems(
  tab: Tab,
  present: LegendEvent | null,
  switches: LayerSwitches,
  drawing: boolean,
  chosen: boolean,
): readonly LegendItem[] {
  const items: LegendItem[] = [];
  const forests = present?.forests ?? [];
  if (switches.households)
    items.push({ kind: tab === "screening" || tab === "data" ? "findings" : "statuses" });
  if (switches.households && chosen && tab !== "progress") items.push({ kind: "chosen" });
  if (switches.specialUse && forests.includes("special-use")) items.push({ kind: "special-use" });
  if (switches.otherForest && forests.some((kind) => kind === "protection" || kind === "production")) {
    items.push({ kind: "other-forest" });
  }
  if (switches.buffer && forests.includes("buffer")) items.push({ kind: "buffer" });
  for (const hazard of HAZARD_KINDS) {
    const levels = drawnLevels(present, switches, hazard);
    if (levels.length > 0) items.push({ kind: "hazard", hazard, levels });
  }
  if (present?.notSurveyed && tab !== "progress") items.push({ kind: "not-surveyed" });
  if (tab === "placement") items.push({ kind: "site" });
  if (tab === "placement" && drawing) items.push({ kind: "blocked" });
  if (switches.households && tab === "screening") items.push({ kind: "cluster" });
  return items;
}
