import { hasPlan, type MapState } from "../map-state.ts";
import { TOKENS } from "../tokens.ts";
import { byZoom, type LayerGroup, visible } from "./parts.ts";

/** Rings around households that are chosen for doing something with all of them; far out, small ones. */
export function chosenLayers(state: MapState): LayerGroup {
  const on = visible(state.switches.households && hasPlan(state) && state.view !== "progress");
  const ring = { type: "circle", source: "chosen", "source-layer": "chosen", layout: on } as const;
  return [
    {
      ...ring,
      id: "chosen-halo",
      paint: {
        "circle-radius": byZoom(8, 2.5, 11.9, 3.5, 12, 6.5),
        "circle-opacity": 0,
        "circle-stroke-color": TOKENS["select-halo"],
        "circle-stroke-width": 4,
      },
    },
    {
      ...ring,
      id: "chosen-ring",
      paint: {
        "circle-radius": byZoom(8, 3, 11.9, 4, 12, 7.2),
        "circle-opacity": 0,
        "circle-stroke-color": TOKENS.action,
        "circle-stroke-width": 2.2,
      },
    },
  ];
}
