import type { LayerSpecification, LineLayerSpecification } from "maplibre-gl";
import { hasPlan, type MapState } from "../map-state.ts";
import { MAP_INK, TOKENS } from "../tokens.ts";
import { byZoom, type LayerGroup, visible } from "./parts.ts";

type Lines = Pick<LineLayerSpecification, "source" | "source-layer" | "minzoom" | "filter">;

/** Lines of the base archive, drawn while nothing is open. */
const BASE_LINES: Lines = { source: "base", "source-layer": "units", minzoom: 7 };

/**
 * Lines of the plan: a border two communes share is one line. From afar only the edge of the whole, but under
 * the fill of the progress map every commune.
 */
function planLines(state: MapState): Lines {
  const common = { source: "units", "source-layer": "unit-lines" };
  if (state.view === "progress") return { ...common, filter: ["literal", true] };
  return { ...common, filter: ["step", ["zoom"], ["==", ["get", "outer"], 1], 9, true] };
}

/** Dashed line on a white casing. */
function boundary(id: string, lines: Lines, on: boolean, pale: boolean): LineLayerSpecification[] {
  const common = { type: "line", ...lines } as const;
  return [
    {
      id: `${id}-casing`,
      ...common,
      layout: { ...visible(on), "line-join": "round" },
      paint: { "line-color": "#FFFFFF", "line-opacity": 0.55, "line-width": byZoom(8, 1.6, 11, 3) },
    },
    {
      id: `${id}-line`,
      ...common,
      layout: { ...visible(on), "line-join": "round" },
      paint: {
        "line-color": TOKENS.unit,
        "line-opacity": pale ? 0.5 : 1,
        "line-width": byZoom(8, 0.6, 11, 1.1),
        // 9-3-2-3 px at 1.1 px.
        "line-dasharray": [8.2, 2.7, 1.8, 2.7],
      },
    },
  ];
}

/** Commune lines; the chosen commune solid, the others stepped back. */
export function unitLineLayers(state: MapState): LayerGroup {
  const plan = hasPlan(state);
  const chosen = plan && state.selected?.kind === "unit" ? state.selected.code : "";
  const code = ["to-string", ["get", "code"]] as const;
  const layers: LayerSpecification[] = [
    ...(state.base ? boundary("base-units", BASE_LINES, !plan, true) : []),
    {
      // Never seen: it answers which commune was pointed at.
      id: "unit-ground",
      type: "fill",
      source: "units",
      "source-layer": "units",
      layout: visible(plan),
      paint: { "fill-color": "#FFFFFF", "fill-opacity": 0 },
    },
    ...boundary("units", planLines(state), plan && state.switches.units, false),
    {
      id: "unit-dim",
      type: "fill",
      source: "units",
      "source-layer": "units",
      filter: ["!=", [...code], chosen],
      layout: visible(chosen !== ""),
      paint: { "fill-color": MAP_INK.dim, "fill-opacity": 0.42, "fill-antialias": false },
    },
    {
      id: "unit-chosen",
      type: "line",
      source: "units",
      "source-layer": "units",
      filter: ["==", [...code], chosen],
      layout: { ...visible(chosen !== ""), "line-join": "round" },
      paint: { "line-color": MAP_INK.chosenUnit, "line-width": 2.2 },
    },
  ];
  return layers;
}
