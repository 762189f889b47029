/**
 * Households. Findings and statuses never share a view; in the views of statuses a household without an event
 * is still drawn as what it is: unknown, not concerned, or still to move.
 */
import type {
  CircleLayerSpecification,
  ExpressionSpecification,
  SymbolLayerSpecification,
} from "maplibre-gl";
import { type MapState, showsFindings, showsStatuses } from "../map-state.ts";
import { TOKENS } from "../tokens.ts";
import { equals, get, type LayerGroup, visible } from "./parts.ts";

const FREE = {
  "icon-allow-overlap": true,
  "icon-ignore-placement": true,
} as const satisfies SymbolLayerSpecification["layout"];

/** In the progress map households appear once its fill has faded. */
const fromZoom = (state: MapState) => (state.view === "progress" ? 11.5 : 0);
const idle: ExpressionSpecification = ["==", ["coalesce", get("status"), "none"], "none"];
/** Drawn above what has a lower rank: a status, must move, unknown. */
const rank: ExpressionSpecification = [
  "case",
  ["!", idle],
  3,
  ["match", ["coalesce", get("eligible"), "no"], "yes", 2, "unknown", 1, 0],
];

function households(
  id: string,
  source: "findings" | "statuses",
  on: boolean,
  filter: ExpressionSpecification,
  icon: ExpressionSpecification,
  minzoom: number,
): SymbolLayerSpecification {
  return {
    id,
    type: "symbol",
    source,
    "source-layer": "households",
    minzoom,
    filter,
    layout: { ...visible(on), ...FREE, "icon-image": icon, "symbol-sort-key": rank },
  };
}

/**
 * Most households are not concerned. Plain circles are drawn without placing each of them on the main thread;
 * they look like the symbol `finding:no`.
 */
function rings(
  id: string,
  source: "findings" | "statuses",
  on: boolean,
  filter: ExpressionSpecification,
  minzoom: number,
): CircleLayerSpecification {
  return {
    id,
    type: "circle",
    source,
    "source-layer": "households",
    minzoom,
    filter,
    layout: visible(on),
    paint: {
      "circle-radius": 1.9,
      "circle-color": TOKENS.no,
      "circle-stroke-color": TOKENS["no-edge"],
      "circle-stroke-width": 1.2,
    },
  };
}

/** Hollow rings of those not concerned, below everything else of households. */
export function noMarkLayers(state: MapState): LayerGroup {
  const on = state.switches.households;
  const no = equals("eligible", "no");
  return [
    rings("findings-no", "findings", on && showsFindings(state), no, 0),
    rings("statuses-no", "statuses", on && showsStatuses(state), ["all", no, idle], fromZoom(state)),
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
