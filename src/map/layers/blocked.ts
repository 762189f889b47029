import type { FilterSpecification } from "maplibre-gl";
import type { MapState } from "../map-state.ts";
import { groundId } from "../symbols/grounds.ts";
import { MAP_INK } from "../tokens.ts";
import { type LayerGroup, name } from "./parts.ts";

/** The parts of a site it may not have: barrier tape over whatever lies below. */
export function blockedLayers(state: MapState): LayerGroup {
  const areas: FilterSpecification = ["==", ["geometry-type"], "Polygon"];
  return [
    {
      id: "blocked-tape",
      type: "fill",
      source: "blocked",
      minzoom: 9,
      filter: areas,
      paint: { "fill-pattern": groundId("tape", state.hatchStep) },
    },
    {
      id: "blocked-edge",
      type: "line",
      source: "blocked",
      minzoom: 9,
      filter: areas,
      layout: { "line-join": "round" },
      paint: { "line-color": MAP_INK.tapeEdge, "line-width": 1.3 },
    },
    {
      id: "blocked-label",
      type: "symbol",
      source: "blocked",
      minzoom: 9,
      filter: ["==", ["geometry-type"], "Point"],
      layout: {
        ...name("Noto Sans 600", 12),
        "text-field": ["get", "label"],
        "text-max-width": 14,
        "text-anchor": "right",
        "text-offset": [-0.8, 0],
        "text-justify": "right",
        "text-allow-overlap": true,
      },
      paint: { "text-color": MAP_INK.tapeEdge, "text-halo-color": "#FFFFFF", "text-halo-width": 2.2 },
    },
  ];
}
