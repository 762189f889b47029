import { TOKENS } from "../tokens.ts";
import { equals, type LayerGroup } from "./parts.ts";

/** White ground of the shape being drawn, below the households. */
export function sketchFillLayers(): LayerGroup {
  return [
    {
      id: "sketch-fill",
      type: "fill",
      source: "sketch",
      filter: equals("role", "area"),
      paint: { "fill-color": "#FFFFFF", "fill-opacity": 0.62, "fill-antialias": false },
    },
  ];
}

/** The shape being drawn or edited: white fill, action line on white, round vertices, diamonds between. */
export function sketchLayers(): LayerGroup {
  const line = {
    type: "line",
    source: "sketch",
    layout: { "line-join": "round", "line-cap": "round" },
  } as const;
  return [
    {
      id: "sketch-casing",
      ...line,
      filter: equals("role", "outline"),
      paint: { "line-color": "#FFFFFF", "line-width": 6 },
    },
    {
      id: "sketch-line",
      ...line,
      filter: equals("role", "outline"),
      paint: { "line-color": TOKENS.action, "line-width": 3 },
    },
    {
      id: "sketch-rubber",
      ...line,
      filter: equals("role", "rubber"),
      paint: { "line-color": TOKENS.action, "line-width": 1.6, "line-dasharray": [2.5, 2] },
    },
  ];
}

/** Handles lie above the blocked parts, so that they can always be taken hold of. */
export function handleLayers(): LayerGroup {
  return [
    {
      id: "sketch-midpoints",
      type: "symbol",
      source: "sketch",
      filter: equals("role", "midpoint"),
      layout: { "icon-image": "sketch:midpoint", "icon-allow-overlap": true, "icon-ignore-placement": true },
    },
    {
      id: "sketch-vertices",
      type: "circle",
      source: "sketch",
      filter: equals("role", "vertex"),
      paint: {
        "circle-radius": 5,
        "circle-color": "#FFFFFF",
        "circle-stroke-color": TOKENS.action,
        "circle-stroke-width": 2,
      },
    },
    {
      id: "sketch-active",
      type: "circle",
      source: "sketch",
      filter: equals("role", "active"),
      paint: {
        "circle-radius": 6.5,
        "circle-color": TOKENS.action,
        "circle-stroke-color": "#FFFFFF",
        "circle-stroke-width": 1.5,
      },
    },
  ];
}
