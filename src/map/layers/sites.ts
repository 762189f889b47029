import type { ExpressionSpecification, FilterSpecification } from "maplibre-gl";
import { type MapState, showsZones } from "../map-state.ts";
import { TOKENS } from "../tokens.ts";
import { type LayerGroup, visible } from "./parts.ts";

const DECIDED: FilterSpecification = ["==", ["get", "status"], "decision"];
const OPEN: FilterSpecification = ["!=", ["get", "status"], "decision"];
const source = { source: "sites", "source-layer": "sites", type: "line", minzoom: 9 } as const;

/** The progress map is one fill and its numbers; sites would lie over them. */
const showsSites = showsZones;

/** While a shape is edited its stored outline steps back, so that only one outline is the true one. */
function kept(state: MapState): FilterSpecification {
  if (!state.sketching || state.selected?.kind !== "site") return ["literal", true];
  return ["!=", ["to-string", ["get", "id"]], state.selected.id];
}

/** White ground of a site; below the households, so that nobody living inside it fades. */
export function siteFillLayers(state: MapState): LayerGroup {
  return [
    {
      id: "site-fill",
      type: "fill",
      source: "sites",
      "source-layer": "sites",
      minzoom: 9,
      filter: kept(state),
      layout: visible(showsSites(state)),
      paint: { "fill-color": "#FFFFFF", "fill-opacity": 0.62, "fill-antialias": false },
    },
  ];
}

/** Sites: a square with the capacity from afar, the outline closer in; dashed until decided. */
export function siteLayers(state: MapState): LayerGroup {
  const on = visible(showsSites(state));
  const chosen = state.selected?.kind === "site" ? state.selected.id : "";
  const isChosen: ExpressionSpecification = ["==", ["to-string", ["get", "id"]], chosen];
  const line = {
    "line-color": TOKENS.action,
    "line-width": ["case", isChosen, 4, 3] as ExpressionSpecification,
  };
  const shown = kept(state);
  return [
    {
      id: "site-casing",
      ...source,
      filter: shown,
      layout: { ...on, "line-join": "round" },
      paint: { "line-color": "#FFFFFF", "line-width": ["case", isChosen, 8, 6] },
    },
    {
      id: "site-open",
      ...source,
      filter: ["all", OPEN, shown] as FilterSpecification,
      layout: { ...on, "line-join": "round" },
      paint: { ...line, "line-dasharray": [8 / 3, 4 / 3] },
    },
    {
      id: "site-decided",
      ...source,
      filter: ["all", DECIDED, shown] as FilterSpecification,
      layout: { ...on, "line-join": "round" },
      paint: line,
    },
    {
      id: "site-square",
      type: "symbol",
      source: "sites",
      "source-layer": "site-labels",
      maxzoom: 9,
      layout: {
        ...on,
        "icon-image": "site:square",
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "text-field": ["to-string", ["coalesce", ["get", "capacity"], ""]],
        "text-font": ["Noto Sans 600"],
        "text-size": 10.5,
        "text-allow-overlap": true,
        "text-ignore-placement": true,
      },
      paint: { "text-color": TOKENS.action },
    },
  ];
}

export const SITE_LAYERS = ["site-fill", "site-square"] as const;
