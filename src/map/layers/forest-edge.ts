import { type MapState, showsZones } from "../map-state.ts";
import { MAP_INK, TOKENS } from "../tokens.ts";
import { byZoom, equals, type LayerGroup, visible } from "./parts.ts";

const source = { source: "forests", "source-layer": "forests" } as const;

/**
 * Edge of special-use forest with a band on its inner side, so that one sees from a stretch of the line
 * which side is forest; thin edge of other forest; a buffer zone as a line of dots.
 */
export function forestEdgeLayers(state: MapState): LayerGroup {
  const zones = showsZones(state);
  const special = visible(zones && state.switches.specialUse);
  return [
    {
      id: "forest-other-edge",
      type: "line",
      ...source,
      minzoom: 9,
      filter: ["in", ["get", "kind"], ["literal", ["protection", "production"]]],
      layout: { ...visible(zones && state.switches.otherForest), "line-join": "round" },
      paint: { "line-color": TOKENS["protect-edge"], "line-width": 0.8 },
    },
    {
      id: "forest-special-band",
      type: "line",
      ...source,
      filter: equals("kind", "special-use"),
      layout: { ...special, "line-join": "round" },
      paint: {
        "line-color": MAP_INK.tree,
        "line-opacity": 0.3,
        "line-width": byZoom(8, 2, 11, 4.5),
        // Rings of vector tiles run clockwise on the screen, so the right-hand side is inside.
        "line-offset": byZoom(8, 1, 11, 2.25),
      },
    },
    {
      id: "forest-subzones",
      type: "line",
      ...source,
      minzoom: 12,
      filter: ["all", equals("kind", "special-use"), ["!=", ["coalesce", ["get", "subzone"], ""], ""]],
      layout: { ...special, "line-join": "round" },
      paint: {
        "line-color": TOKENS["forest-edge"],
        "line-width": 0.9,
        "line-dasharray": [5, 2.5],
        "line-opacity": 0.8,
      },
    },
    {
      id: "forest-special-edge",
      type: "line",
      ...source,
      filter: equals("kind", "special-use"),
      layout: { ...special, "line-join": "round" },
      paint: { "line-color": TOKENS["forest-edge"], "line-width": byZoom(8, 0.8, 11, 1.5) },
    },
    {
      id: "forest-buffer",
      type: "line",
      ...source,
      minzoom: 9,
      filter: equals("kind", "buffer"),
      layout: { ...visible(zones && state.switches.buffer), "line-cap": "round", "line-join": "round" },
      paint: { "line-color": MAP_INK.tree, "line-width": 1.4, "line-dasharray": [0.1, 3.2] },
    },
  ];
}
