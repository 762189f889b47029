import type { MapState } from "../map-state.ts";
import { MAP_INK } from "../tokens.ts";
import { byZoom, get, type LayerGroup, visible } from "./parts.ts";

/** Grey shade that leaves flat ground white, and contour lines every 20 m from zoom 14. */
export function reliefLayers(state: MapState): LayerGroup {
  if (!state.base) return [];
  const on = visible(state.switches.relief && state.view !== "progress");
  return [
    {
      id: "relief",
      type: "hillshade",
      source: "relief",
      layout: on,
      paint: {
        // Igor's method shades slopes only, so plains keep the colour of paper.
        "hillshade-method": "igor",
        "hillshade-illumination-direction": 315,
        // The archive ends at zoom 12; closer in its steps would show, so the shade steps back.
        "hillshade-exaggeration": byZoom(12, state.view === "empty" ? 0.4 : 0.6, 15, 0.42),
        "hillshade-shadow-color": "rgba(58,57,54,0.78)",
        "hillshade-highlight-color": "rgba(255,255,255,0.5)",
        "hillshade-accent-color": "rgba(74,72,66,0.16)",
      },
    },
    {
      id: "contours",
      type: "line",
      source: "base",
      "source-layer": "contours",
      minzoom: 14,
      layout: { ...on, "line-join": "round" },
      paint: {
        "line-color": MAP_INK.contour,
        "line-opacity": 0.5,
        "line-width": ["case", ["==", ["%", get("elevation"), 100], 0], 0.8, 0.45],
      },
    },
    {
      id: "contour-heights",
      type: "symbol",
      source: "base",
      "source-layer": "contours",
      minzoom: 14.5,
      filter: ["==", ["%", get("elevation"), 100], 0],
      layout: {
        ...on,
        "symbol-placement": "line",
        "symbol-spacing": 500,
        "text-font": ["Noto Sans 400"],
        "text-size": 10,
        "text-field": ["to-string", get("elevation")],
      },
      paint: {
        "text-color": MAP_INK.contour,
        "text-halo-color": "rgba(250,248,242,0.9)",
        "text-halo-width": 1.2,
      },
    },
  ];
}
