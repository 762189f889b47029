import type { ExpressionSpecification, FilterSpecification } from "maplibre-gl";
import { HAZARD_KINDS, type HazardKind } from "../../core/model/layers.ts";
import { type MapState, showsZones } from "../map-state.ts";
import { HAZARD_OPACITY, HAZARD_TINT, hazardFamily, MAP_INK } from "../tokens.ts";
import { get, type LayerGroup, visible } from "./parts.ts";

const LEVELS = [1, 2, 3, 4, 5] as const;

function byLevel(values: readonly (string | number)[]): ExpressionSpecification {
  return [
    "match",
    get("level"),
    ...values.slice(0, 4).flatMap((value, i) => [i + 1, value]),
    values[4],
  ] as unknown as ExpressionSpecification;
}
const oneOf = (kind: HazardKind, levels: readonly number[]): FilterSpecification => [
  "all",
  ["==", ["get", "kind"], kind],
  ["in", ["get", "level"], ["literal", [...levels]]],
];

/**
 * Zones of one kind. From afar levels 4 and 5 as plain fills; from zoom 9 hatched from the level that
 * counts, lower levels that are switched on as a pale fill. The hatch holds the fill, so there is no second one.
 */
function kindLayers(state: MapState, kind: HazardKind): LayerGroup {
  const family = hazardFamily(kind);
  const kindSwitch = state.switches.hazards[kind];
  const shown = LEVELS.filter((level) => kindSwitch.levels[level - 1]);
  const counting = shown.filter((level) => level >= state.minLevel);
  const pale = shown.filter((level) => level < state.minLevel);
  const on = visible(showsZones(state) && kindSwitch.on);
  const source = { source: "hazards", "source-layer": "hazards" } as const;
  const { opacity } = state.switches;
  return [
    {
      id: `hazard-${kind}-far`,
      type: "fill",
      ...source,
      maxzoom: 9,
      filter: oneOf(
        kind,
        counting.filter((level) => level >= 4),
      ),
      layout: { ...on, "fill-sort-key": get("level") },
      paint: {
        "fill-color": byLevel(HAZARD_TINT[family]),
        "fill-opacity": byLevel(HAZARD_OPACITY[family].map((value) => value * opacity)),
        "fill-antialias": false,
      },
    },
    {
      id: `hazard-${kind}-pale`,
      type: "fill",
      ...source,
      minzoom: 9,
      filter: oneOf(kind, pale),
      layout: { ...on, "fill-sort-key": get("level") },
      paint: {
        "fill-color": byLevel(HAZARD_TINT[family]),
        "fill-opacity": 0.4 * opacity,
        "fill-antialias": false,
      },
    },
    {
      id: `hazard-${kind}-hatch`,
      type: "fill",
      ...source,
      minzoom: 9,
      filter: oneOf(kind, counting),
      layout: { ...on, "fill-sort-key": get("level") },
      paint: {
        "fill-pattern": [
          "concat",
          `hatch:${kind}:`,
          ["to-string", get("level")],
          `:${state.hatchStep}`,
        ] as ExpressionSpecification,
        "fill-opacity": opacity,
      },
    },
    {
      id: `hazard-${kind}-edge`,
      type: "line",
      ...source,
      minzoom: 9,
      filter: oneOf(kind, counting),
      layout: { ...on, "line-join": "round" },
      paint: {
        "line-color": family === "land" ? MAP_INK.landEdge : MAP_INK.floodEdge,
        "line-opacity": 0.75,
        "line-width": ["interpolate", ["linear"], ["zoom"], 9, 0.4, 11, 0.8, 13, 1],
      },
    },
  ];
}

/** Landslides below floods, as a flood runs over whatever slid. */
export function hazardFillLayers(state: MapState): LayerGroup {
  return HAZARD_KINDS.flatMap((kind) => kindLayers(state, kind));
}
