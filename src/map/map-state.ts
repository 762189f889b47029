/** Everything the style depends on, in one value: the same state gives the same style. */

import type { LonLat } from "../core/units.ts";
import type { Language } from "../text/say.ts";
import { DEFAULT_SWITCHES } from "./default-switches.ts";
import type { LayerSwitches, MapView } from "./plan-map.ts";

/** Addresses of the base archives of one area, absolute. */
export interface BaseArchives {
  readonly relief: string;
  readonly base: string;
}

export type Selected =
  | {
      readonly kind: "household";
      readonly at: LonLat;
      readonly radiusM: number | null;
      readonly label: string;
    }
  | { readonly kind: "unit"; readonly code: string }
  | { readonly kind: "site"; readonly id: string };

/** Share done per unit code, 0…1; -1 unknown; null nobody in the baseline. */
export type Shares = Readonly<Record<string, number | null>>;

export interface MapState {
  readonly view: MapView;
  readonly switches: LayerSwitches;
  readonly language: Language;
  readonly base: BaseArchives | null;
  /** Level 1…5 from which hazard zones are hatched. */
  readonly minLevel: number;
  /** Quarter of the way to the next whole zoom, 0…3: hatches are drawn for it, so lines keep their pixels. */
  readonly hatchStep: number;
  readonly selected: Selected | null;
  readonly shares: Shares;
  /** While a shape is drawn or edited, marks step back and the stored outline of that site is hidden. */
  readonly sketching: boolean;
}

/** As the program starts: nothing open, low susceptibility levels off. */
export function initialState(language: Language): MapState {
  return {
    view: "empty",
    switches: DEFAULT_SWITCHES,
    language,
    base: null,
    minLevel: 3,
    hatchStep: 0,
    selected: null,
    shares: {},
    sketching: false,
  };
}

/** True when a plan is open, so its own tiles are drawn and the base archive only gives relief and water. */
export function hasPlan(state: MapState): boolean {
  return state.view !== "empty";
}
/** True where the planner looks at zones and forests (not in the progress map, which is one fill). */
export function showsZones(state: MapState): boolean {
  return hasPlan(state) && state.view !== "progress";
}
/** True where households are drawn by status. */
export function showsStatuses(state: MapState): boolean {
  return state.view === "placement" || state.view === "progress";
}
/** True where households are drawn by finding. */
export function showsFindings(state: MapState): boolean {
  return state.view === "screening" || state.view === "data";
}
