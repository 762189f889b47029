import type { MapState } from "../map-state.ts";
import { byCode, shareColor } from "../shares.ts";
import { byZoom, type LayerGroup, visible } from "./parts.ts";

/** Communes filled by share done. Closer in the fill fades, so that the households under it are seen. */
export function shareLayers(state: MapState): LayerGroup {
  return [
    {
      id: "unit-shares",
      type: "fill",
      source: "units",
      "source-layer": "units",
      layout: visible(state.view === "progress"),
      paint: {
        "fill-color": byCode(state.shares, shareColor, "#FFFFFF"),
        "fill-opacity": byZoom(11, 0.95, 13, 0.3),
        "fill-antialias": false,
      },
    },
  ];
}
