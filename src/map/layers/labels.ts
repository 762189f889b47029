import type { ExpressionSpecification, SymbolLayerSpecification } from "maplibre-gl";
import { say } from "../../text/say.ts";
import { hasPlan, type MapState, showsZones } from "../map-state.ts";
import { byCode, shareText } from "../shares.ts";
import { MAP_INK, TOKENS } from "../tokens.ts";
import { equals, get, type LayerGroup, name, visible } from "./parts.ts";

/** Mark that stands for the number while a sentence is turned into an expression. */
const SLOT = "\u0000";
const unitPaint = {
  "text-color": MAP_INK.unitName,
  "text-halo-color": "rgba(255,255,255,0.92)",
  "text-halo-width": 1.75,
} as const;

/** A sentence with one number in it, the number read from the feature. */
function sentence(state: MapState, property: string): ExpressionSpecification {
  const [before, after] = say(state.language, "map.site-capacity", { n: SLOT }).split(SLOT);
  return ["concat", before ?? "", ["to-string", get(property)], after ?? ""];
}

function unitNames(
  id: string,
  source: string,
  layer: string,
  on: boolean,
  pale: boolean,
): SymbolLayerSpecification {
  return {
    id,
    type: "symbol",
    source,
    "source-layer": layer,
    minzoom: 8.5,
    layout: { ...visible(on), ...name("Noto Sans 600", 12.5), "text-field": get("name"), "text-padding": 6 },
    paint: pale ? { ...unitPaint, "text-opacity": 0.72 } : unitPaint,
  };
}

/** Share done per commune: the number alone from afar, under the commune's name closer in. */
function shareNumbers(state: MapState): SymbolLayerSpecification {
  const text = byCode(state.shares, shareText, "");
  // The × of "unknown" is a small letter; drawn larger it is a mark.
  const larger = { "font-scale": ["match", text, "×", 1.5, 1] };
  return {
    id: "unit-share-numbers",
    type: "symbol",
    source: "units",
    "source-layer": "unit-labels",
    layout: {
      ...visible(state.view === "progress"),
      ...name("Noto Sans 500", 11.5),
      "text-field": [
        "step",
        ["zoom"],
        ["format", text, larger],
        10,
        ["format", get("name"), {}, "\n", {}, text, larger],
      ] as unknown as ExpressionSpecification,
      "text-padding": 1,
    },
    paint: { "text-color": TOKENS["ink-1"], "text-halo-color": "#FFFFFF", "text-halo-width": 1.6 },
  };
}

/** Places of the base archive: schools, health posts; names of communes while nothing is open. */
function baseLabels(state: MapState): SymbolLayerSpecification[] {
  if (!state.base) return [];
  const places = (kind: "school" | "health"): SymbolLayerSpecification => ({
    id: `place-${kind}`,
    type: "symbol",
    source: "base",
    "source-layer": "places",
    minzoom: 12.5,
    filter: equals("kind", kind),
    layout: {
      ...visible(hasPlan(state) && state.view !== "progress"),
      "icon-image": `place:${kind}`,
      ...name("Noto Sans 400", 11),
      "text-field": ["step", ["zoom"], "", 14, get("name")],
      "text-anchor": "top",
      "text-offset": [0, 0.7],
      "text-optional": true,
    },
    paint: { "text-color": TOKENS["ink-2"], "text-halo-color": "#FFFFFF", "text-halo-width": 1.4 },
  });
  return [
    places("school"),
    places("health"),
    {
      ...unitNames("base-centre-names", "base", "places", !hasPlan(state), true),
      filter: equals("kind", "centre"),
    },
  ];
}

/**
 * Names of forests and communes, below the marks of households: what is drawn later is placed first, so that a name looks
 * for room beside the rings, and stands back where there is none (the panel lists every commune).
 */
export function groundNameLayers(state: MapState): LayerGroup {
  const on = hasPlan(state) && state.view !== "progress" && state.switches.units;
  const names = unitNames("unit-names", "units", "unit-labels", on, false);
  return [
    {
      id: "forest-names",
      type: "symbol",
      source: "forests",
      "source-layer": "forest-labels",
      minzoom: 8.5,
      layout: {
        ...visible(showsZones(state) && state.switches.specialUse),
        ...name("Noto Sans 400 italic", 13),
        "text-field": get("name"),
        "text-letter-spacing": 0.14,
        "text-transform": "uppercase",
        "text-max-width": 26,
        "text-padding": 8,
      },
      paint: {
        "text-color": MAP_INK.forestName,
        "text-halo-color": MAP_INK.forestNameCasing,
        "text-halo-width": 1.7,
      },
    },
    {
      ...names,
      layout: {
        ...names.layout,
        "text-variable-anchor": [
          "center",
          ...(["top", "bottom", "left", "right"] as const),
          ...(["top-left", "top-right", "bottom-left", "bottom-right"] as const),
        ],
        "text-radial-offset": 1.5,
        "text-padding": 2,
      },
    },
  ];
}

/**
 * Names. The last one drawn is placed first: chosen communes and sites win over villages. Names are text only;
 * nothing in a feature is read as markup.
 */
export function labelLayers(state: MapState): LayerGroup {
  const plan = hasPlan(state);
  const named = plan && state.view !== "progress";
  return [
    ...baseLabels(state),
    {
      id: "road-names",
      type: "symbol",
      source: "roads",
      "source-layer": "roads",
      minzoom: 12.5,
      filter: ["!=", ["coalesce", get("name"), ""], ""],
      layout: {
        ...visible(named && state.switches.roads),
        "symbol-placement": "line",
        "symbol-spacing": 420,
        "text-field": get("name"),
        "text-font": ["Noto Sans 400"],
        "text-size": 10.5,
        "text-max-angle": 30,
      },
      paint: { "text-color": TOKENS["road-case"], "text-halo-color": "#FFFFFF", "text-halo-width": 1.5 },
    },
    {
      id: "village-names",
      type: "symbol",
      source: "centres",
      "source-layer": "villages",
      minzoom: 12,
      layout: {
        ...visible(named),
        ...name("Noto Sans 500", 11.5),
        "text-field": get("name"),
        "text-variable-anchor": ["center", "top", "bottom"],
        "text-radial-offset": 0.6,
        "symbol-sort-key": ["-", 0, ["coalesce", get("n"), 0]],
      },
      paint: { "text-color": TOKENS["ink-1"], "text-halo-color": "#FFFFFF", "text-halo-width": 1.5 },
    },
    shareNumbers(state),
    {
      id: "site-names",
      type: "symbol",
      source: "sites",
      "source-layer": "site-labels",
      minzoom: 11,
      filter:
        state.sketching && state.selected?.kind === "site"
          ? ["!=", get("id"), state.selected.id]
          : ["literal", true],
      layout: {
        ...visible(named),
        ...name("Noto Sans 600", 12),
        "text-field": [
          "case",
          ["==", ["coalesce", get("capacity"), -1], -1],
          ["to-string", get("name")],
          ["concat", get("name"), "\n", sentence(state, "capacity")],
        ],
        "text-variable-anchor": ["center", "top", "bottom"],
        "text-radial-offset": 0.8,
      },
      paint: { "text-color": TOKENS["ink-1"], "text-halo-color": "#FFFFFF", "text-halo-width": 1.7 },
    },
  ];
}
