import type { ExpressionSpecification, SymbolLayerSpecification } from "maplibre-gl";
import { type MapState, showsFindings, showsStatuses } from "../map-state.ts";
import { get, type LayerGroup, visible } from "./parts.ts";

const count = (name: string): ExpressionSpecification => ["to-string", ["coalesce", get(name), 0]];

function clusters(
  id: string,
  source: "findings" | "statuses",
  on: boolean,
  icon: ExpressionSpecification,
  weight: ExpressionSpecification,
  minzoom: number,
): SymbolLayerSpecification {
  return {
    id,
    type: "symbol",
    source,
    "source-layer": "clusters",
    minzoom,
    layout: {
      ...visible(on),
      "icon-image": icon,
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
      "symbol-sort-key": weight,
    },
  };
}

/** Households too close to tell apart, drawn as one ring; those with anyone to move or check lie on top. */
export function clusterLayers(state: MapState): LayerGroup {
  const on = state.switches.households;
  return [
    clusters(
      "findings-clusters",
      "findings",
      on && showsFindings(state),
      ["concat", "donut:", count("n"), ":", count("yes"), ":", count("unknown")],
      ["+", ["coalesce", get("yes"), 0], ["coalesce", get("unknown"), 0]],
      0,
    ),
    clusters(
      "statuses-clusters",
      "statuses",
      on && showsStatuses(state),
      ["concat", "share:", count("n"), ":", count("done"), ":", count("open")],
      ["+", ["coalesce", get("done"), 0], ["coalesce", get("open"), 0]],
      state.view === "progress" ? 11.5 : 0,
    ),
  ];
}

export const CLUSTER_LAYERS = ["findings-clusters", "statuses-clusters"] as const;
