import { TOKENS } from "../tokens.ts";
import { equals, type LayerGroup, name } from "./parts.ts";

/** The chosen household: ring, and the radius within which neighbours were counted, with its length. */
export function selectionLayers(): LayerGroup {
  return [
    {
      id: "selection-radius-casing",
      type: "line",
      source: "selection",
      filter: equals("role", "radius"),
      paint: { "line-color": TOKENS["select-halo"], "line-width": 3, "line-opacity": 0.7 },
    },
    {
      id: "selection-radius",
      type: "line",
      source: "selection",
      filter: equals("role", "radius"),
      paint: { "line-color": TOKENS.select, "line-width": 1.3, "line-dasharray": [2.5, 2.5] },
    },
    {
      id: "selection-halo",
      type: "circle",
      source: "selection",
      filter: equals("role", "household"),
      paint: {
        "circle-radius": 7,
        "circle-opacity": 0,
        "circle-stroke-color": TOKENS["select-halo"],
        "circle-stroke-width": 5,
      },
    },
    {
      id: "selection-ring",
      type: "circle",
      source: "selection",
      filter: equals("role", "household"),
      paint: {
        "circle-radius": 8.3,
        "circle-opacity": 0,
        "circle-stroke-color": TOKENS.select,
        "circle-stroke-width": 2.4,
      },
    },
  ];
}

/** Names of what is chosen, placed before all others. */
export function selectionLabelLayers(): LayerGroup {
  const casing = {
    "text-color": TOKENS["ink-1"],
    "text-halo-color": "#FFFFFF",
    "text-halo-width": 1.6,
  } as const;
  return [
    {
      id: "selection-radius-label",
      type: "symbol",
      source: "selection",
      filter: equals("role", "radius-label"),
      layout: {
        ...name("Noto Sans 500", 11.5),
        "text-field": ["get", "label"],
        "text-anchor": "top",
        "text-offset": [0, 0.2],
        "text-allow-overlap": true,
      },
      paint: casing,
    },
    {
      id: "selection-name",
      type: "symbol",
      source: "selection",
      filter: equals("role", "household"),
      layout: {
        ...name("Noto Sans 500", 11.5),
        "text-field": ["get", "label"],
        "text-anchor": "bottom",
        "text-offset": [0, -1.2],
        "text-allow-overlap": true,
      },
      paint: casing,
    },
  ];
}
