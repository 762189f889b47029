import { TOKENS } from "../tokens.ts";
import { equals, get, type LayerGroup } from "./parts.ts";

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
  ];
}
