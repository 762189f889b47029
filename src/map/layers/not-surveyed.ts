import { type MapState, showsZones } from "../map-state.ts";
import { groundId } from "../symbols/grounds.ts";
import { TOKENS } from "../tokens.ts";
import { type LayerGroup, visible } from "./parts.ts";

/**
 * Crosses where nobody looked for hazards, right on the paper: relief, forest and zones lie over them. Paper
 * again under every zone, also one that is switched off, as that ground was surveyed.
 */
export function notSurveyedLayers(state: MapState): LayerGroup {
  const common = { type: "fill", source: "hazards", minzoom: 9, layout: visible(showsZones(state)) } as const;
  return [
    {
      id: "not-surveyed",
      ...common,
      "source-layer": "not-surveyed",
      paint: { "fill-pattern": groundId("not-surveyed", state.hatchStep) },
    },
    {
      id: "surveyed-ground",
      ...common,
      "source-layer": "hazards",
      paint: { "fill-color": TOKENS.paper, "fill-antialias": false },
    },
  ];
}
