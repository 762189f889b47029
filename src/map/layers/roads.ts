import type { FilterSpecification, LineLayerSpecification } from "maplibre-gl";
import { hasPlan, type MapState } from "../map-state.ts";
import { MAP_INK, TOKENS } from "../tokens.ts";
import { byZoom, type LayerGroup, visible } from "./parts.ts";

const MAIN: FilterSpecification = ["==", ["get", "roadClass"], "main"];
const OTHER: FilterSpecification = ["!=", ["get", "roadClass"], "main"];

/** Case and surface of the roads of one source; main roads only from afar. */
function roadPair(id: string, source: string, on: boolean, pale: boolean): LineLayerSpecification[] {
  const part = (
    name: string,
    minzoom: number,
    main: boolean,
    color: string,
    width: LineLayerSpecification["paint"],
  ): LineLayerSpecification => ({
    id: `${id}-${name}`,
    type: "line",
    source,
    "source-layer": "roads",
    minzoom,
    filter: main ? MAIN : OTHER,
    layout: { ...visible(on), "line-join": "round", "line-cap": "round" },
    paint: { "line-color": color, ...width },
  });
  // With nothing open the map is a ground only: the same roads, their case lighter.
  const edge = pale ? MAP_INK.paleRoadCase : TOKENS["road-case"];
  return [
    part("minor-case", 9.5, false, edge, { "line-width": byZoom(9.5, 0.9, 12, 2.4, 15, 4.4) }),
    part("main-case", 6, true, edge, {
      "line-width": byZoom(7, 1.2, 10, 2.6, 12, 3.6, 15, 6),
    }),
    part("minor", 11, false, TOKENS["road-minor"], { "line-width": byZoom(11, 0.6, 12, 1.2, 15, 2.8) }),
    part("main", 8, true, TOKENS["road-main"], { "line-width": byZoom(8, 0.6, 10, 1.4, 12, 2.2, 15, 4.4) }),
  ];
}

/** Roads of the plan (those distances are measured to), or of the base archive while nothing is open. */
export function roadLayers(state: MapState): LayerGroup {
  const plan = hasPlan(state);
  return [
    ...(state.base ? roadPair("base-roads", "base", !plan, true) : []),
    ...roadPair("roads", "roads", plan && state.switches.roads && state.view !== "progress", false),
  ];
}
