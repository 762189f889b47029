/**
 * Households. Findings and statuses never share a view; in the views of statuses a household without an event
 * is still drawn as what it is: unknown, not concerned, or still to move.
 */
import type { ExpressionSpecification, SymbolLayerSpecification } from "maplibre-gl";
import { type MapState, showsFindings, showsStatuses } from "../map-state.ts";
import { equals, get, type LayerGroup, visible } from "./parts.ts";

const FREE = {
  "icon-allow-overlap": true,
  "icon-ignore-placement": true,
} as const satisfies SymbolLayerSpecification["layout"];

/** In the progress map households appear once its fill has faded. */
const fromZoom = (state: MapState) => (state.view === "progress" ? 11.5 : 0);
const idle: ExpressionSpecification = ["==", ["coalesce", get("status"), "none"], "none"];

function households(
  id: string,
  source: "findings" | "statuses",
  on: boolean,
  filter: ExpressionSpecification,
  icon: ExpressionSpecification | string,
  minzoom: number,
): SymbolLayerSpecification {
  return {
    id,
    type: "symbol",
    source,
    "source-layer": "households",
    minzoom,
    filter,
    layout: {
      ...visible(on),
      ...FREE,
      "icon-image": icon,
      // The compute worker ranks what must not be hidden.
      "symbol-sort-key": ["coalesce", get("rank"), 0],
    },
  };
}

/** Hollow rings of those not concerned, below everything else of households. */
export function noMarkLayers(state: MapState): LayerGroup {
  const on = state.switches.households;
  return [
    households(
      "findings-no",
      "findings",
      on && showsFindings(state),
      equals("eligible", "no"),
      "finding:no",
      0,
    ),
    households(
      "statuses-no",
      "statuses",
      on && showsStatuses(state),
      ["all", equals("eligible", "no"), idle],
      "finding:no",
      fromZoom(state),
    ),
  ];
}

export function markLayers(state: MapState): LayerGroup {
  const on = state.switches.households;
  const status: ExpressionSpecification = [
    "case",
    ["all", idle, equals("eligible", "unknown")],
    "finding:unknown",
    ["concat", "status:", ["coalesce", get("status"), "none"]],
  ];
  return [
    households(
      "findings-marks",
      "findings",
      on && showsFindings(state),
      ["!=", get("eligible"), "no"],
      ["concat", "finding:", get("eligible")],
      0,
    ),
    households(
      "statuses-marks",
      "statuses",
      on && showsStatuses(state),
      ["any", ["!=", get("eligible"), "no"], ["!", idle]],
      status,
      fromZoom(state),
    ),
  ];
}

/** Layers whose features are households, for picking. */
export const HOUSEHOLD_LAYERS = ["findings-marks", "statuses-marks", "findings-no", "statuses-no"] as const;
