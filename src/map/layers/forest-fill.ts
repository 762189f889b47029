import type { FillLayerSpecification } from "maplibre-gl";
import { type MapState, showsZones } from "../map-state.ts";
import { groundId } from "../symbols/grounds.ts";
import { TOKENS } from "../tokens.ts";
import { equals, type LayerGroup, visible } from "./parts.ts";

/** Special-use forest with sparse trees, other forest as a flat tint. A buffer zone is not forest: no fill. */
export function forestFillLayers(state: MapState): LayerGroup {
  const zones = showsZones(state);
  const { opacity } = state.switches;
  const fill = (
    id: string,
    on: boolean,
    rest: Pick<FillLayerSpecification, "filter" | "paint"> & { minzoom?: number },
  ): FillLayerSpecification => ({
    id,
    type: "fill",
    source: "forests",
    "source-layer": "forests",
    layout: visible(zones && on),
    ...rest,
  });
  return [
    fill("forest-other", state.switches.otherForest, {
      minzoom: 9,
      filter: ["in", ["get", "kind"], ["literal", ["protection", "production"]]],
      paint: { "fill-color": TOKENS.protect, "fill-opacity": 0.32 * opacity, "fill-antialias": false },
    }),
    fill("forest-special", state.switches.specialUse, {
      filter: equals("kind", "special-use"),
      paint: { "fill-color": TOKENS.forest, "fill-opacity": 0.36 * opacity, "fill-antialias": false },
    }),
    fill("forest-trees", state.switches.specialUse, {
      minzoom: 9,
      filter: equals("kind", "special-use"),
      paint: { "fill-pattern": groundId("trees", state.hatchStep), "fill-opacity": opacity },
    }),
  ];
}
