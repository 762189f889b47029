import { TOKENS } from "../tokens.ts";
import { equals, get, type LayerGroup } from "./parts.ts";

/**
 * Rows of a file looked at closely: as in the file dashed red, after the repair solid blue over white, a dark ring
 * where to look. Width and dash tell the two apart without colour.
 */
function lookedLayers(): LayerGroup {
  const { action, error, "ink-1": ink } = TOKENS;
  const line = (id: string, role: string, paint: Record<string, unknown>) =>
    ({ id, type: "line", source: "looked", filter: equals("role", role), paint }) as LayerGroup[number];
  const point = (id: string, role: string, paint: Record<string, unknown>) =>
    ({
      id,
      type: "circle",
      source: "looked",
      filter: ["all", equals("role", role), ["==", ["geometry-type"], "Point"]],
      paint,
    }) as LayerGroup[number];
  return [
    {
      id: "looked-after-ground",
      type: "fill",
      source: "looked",
      filter: equals("role", "after-ground"),
      paint: { "fill-color": action, "fill-opacity": 0.14 },
    },
    line("looked-after-casing", "after", { "line-color": "#FFFFFF", "line-width": 6 }),
    line("looked-after", "after", { "line-color": action, "line-width": 3 }),
    line("looked-before", "before", { "line-color": error, "line-width": 1.6, "line-dasharray": [3, 2] }),
    point("looked-before-point", "before", {
      "circle-radius": 6,
      "circle-color": "#FFFFFF",
      "circle-stroke-color": error,
      "circle-stroke-width": 2,
    }),
    point("looked-after-point", "after", {
      "circle-radius": 6,
      "circle-color": action,
      "circle-stroke-color": "#FFFFFF",
      "circle-stroke-width": 2,
    }),
    point("looked-at", "at", {
      "circle-radius": 13,
      "circle-opacity": 0,
      "circle-stroke-color": ink,
      "circle-stroke-width": 2,
    }),
  ];
}

/** Where the rows of a file would fall: chosen dots, the likeliest mistake as red crosses, a thin line between. */
export function intakeProofLayers(): LayerGroup {
  return [
    {
      id: "proof-shift",
      type: "line",
      source: "proof",
      filter: equals("role", "shift"),
      paint: { "line-color": TOKENS.error, "line-width": 0.7, "line-opacity": 0.45 },
    },
    {
      id: "proof-mistake",
      type: "symbol",
      source: "proof",
      filter: equals("role", "mistake"),
      layout: { "icon-image": "proof:cross", "icon-allow-overlap": true, "icon-ignore-placement": true },
    },
    {
      id: "proof-chosen",
      type: "circle",
      source: "proof",
      filter: equals("role", "chosen"),
      paint: {
        "circle-radius": get("radius"),
        "circle-color": TOKENS.action,
        "circle-stroke-color": "#FFFFFF",
        "circle-stroke-width": 1.4,
      },
    },
    ...lookedLayers(),
  ];
}
