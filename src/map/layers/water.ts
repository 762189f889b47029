import type { MapState } from "../map-state.ts";
import { TOKENS } from "../tokens.ts";
import { type LayerGroup, visible } from "./parts.ts";

/** Streams by order, 0.6 to 4 px; only the large ones from afar. Paler where the map is only a ground. */
export function waterLayers(state: MapState): LayerGroup {
  if (!state.base) return [];
  const pale = state.view === "empty" || state.view === "progress";
  return [
    {
      id: "streams",
      type: "line",
      source: "base",
      "source-layer": "streams",
      layout: { ...visible(true), "line-cap": "round", "line-join": "round" },
      filter: [">=", ["coalesce", ["get", "order"], 1], ["step", ["zoom"], 5, 9, 4, 10, 3, 11, 2, 12.5, 1]],
      paint: {
        "line-color": TOKENS.water,
        "line-opacity": pale ? 0.42 : ["interpolate", ["linear"], ["get", "order"], 1, 0.7, 3, 0.95],
        "line-width": [
          "interpolate",
          ["linear"],
          ["zoom"],
          8,
          ["interpolate", ["linear"], ["get", "order"], 1, 0.3, 4, 0.8, 7, 1.8],
          12,
          ["interpolate", ["linear"], ["get", "order"], 1, 0.6, 4, 1.6, 7, 3],
          15,
          ["interpolate", ["linear"], ["get", "order"], 1, 1, 4, 2.4, 7, 4],
        ],
      },
    },
  ];
}
