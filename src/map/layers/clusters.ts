import type { ExpressionSpecification, SymbolLayerSpecification } from "maplibre-gl";
import type { Language } from "../../text/say.ts";
import type { MapFont } from "../fonts.ts";
import { type MapState, showsFindings, showsStatuses } from "../map-state.ts";
import { CLUSTER_RADII, QUIET_RADII, SHARE_STEPS } from "../symbols/clusters.ts";
import { TOKENS } from "../tokens.ts";
import { byZoom, get, type LayerGroup, name, visible } from "./parts.ts";

const count = (property: string): ExpressionSpecification => ["coalesce", get(property), 0];

/** The radius of a mark, from its table of least counts and radii. */
function radius(radii: typeof CLUSTER_RADII): ExpressionSpecification {
  const [first, ...others] = radii;
  return [
    "step",
    count("n"),
    first!.radius,
    ...others.flatMap((each) => [each.from, each.radius]),
  ] as unknown as ExpressionSpecification;
}

/** A share of the ring in steps. Never cut to nothing: one household of a thousand is still seen. */
const steps = (property: string): ExpressionSpecification => [
  "ceil",
  ["/", ["*", SHARE_STEPS, count(property)], ["max", 1, count("n")]],
];

/** Exact, with the separators of the language. */
const number = (language: Language): ExpressionSpecification => [
  "case",
  [">=", count("n"), 1000],
  ["number-format", count("n"), { locale: language === "vi" ? "vi-VN" : "en-GB" }],
  ["to-string", count("n")],
];

/** How the number is written. */
interface Ink {
  readonly font: MapFont;
  readonly size: number;
  readonly ink: string;
  /** Names may be written over it; they keep clear of the others. */
  readonly quiet: boolean;
}

interface Picture {
  readonly source: "findings" | "statuses";
  readonly symbol: "donut" | "share";
  readonly first: string;
  readonly second: string;
  readonly on: boolean;
  readonly minzoom: number;
}

function layer(
  id: string,
  { source, on, minzoom }: Picture,
  language: Language,
  filter: ExpressionSpecification,
  icon: ExpressionSpecification,
  { font, size, ink, quiet }: Ink,
): SymbolLayerSpecification {
  return {
    id,
    type: "symbol",
    source,
    "source-layer": "clusters",
    minzoom,
    filter,
    layout: {
      ...visible(on),
      "icon-image": icon,
      "icon-allow-overlap": true,
      "icon-ignore-placement": quiet,
      // Marks of communes have no cell to fit in: farther out they shrink with the ground, then lose the number.
      "icon-size": byZoom(5, 0.35, 8, 0.8, 9, 1),
      ...name(font, size),
      "text-size": byZoom(8, size * 0.8, 9, size),
      "text-field": ["step", ["zoom"], "", 8, number(language)],
      "text-allow-overlap": true,
      "text-ignore-placement": quiet,
      "symbol-z-order": "source",
    },
    paint: { "text-color": ink },
  };
}

function layers(picture: Picture, language: Language): LayerGroup {
  const { source, symbol, first, second } = picture;
  const anyone: ExpressionSpecification = [">", ["+", count(first), count(second)], 0];
  return [
    layer(
      `${source}-clusters-quiet`,
      picture,
      language,
      ["!", anyone],
      ["concat", "quiet:", ["to-string", radius(QUIET_RADII)]],
      { font: "Noto Sans 400", size: 10.5, ink: TOKENS["ink-3"], quiet: true },
    ),
    layer(
      `${source}-clusters`,
      picture,
      language,
      anyone,
      [
        "concat",
        `${symbol}:`,
        ["to-string", radius(CLUSTER_RADII)],
        ":",
        ["to-string", steps(first)],
        ":",
        ["to-string", steps(second)],
      ],
      { font: "Noto Sans 600", size: 11, ink: TOKENS["ink-1"], quiet: false },
    ),
  ];
}

/**
 * Households too close to tell apart, drawn as one ring with their number; those with anyone to move or check
 * lie on top. Few pictures serve all rings, so that panning and a moved threshold draw none anew.
 */
export function clusterLayers(state: MapState): LayerGroup {
  const on = state.switches.households;
  return [
    ...layers(
      {
        source: "findings",
        symbol: "donut",
        first: "yes",
        second: "unknown",
        on: on && showsFindings(state),
        minzoom: 0,
      },
      state.language,
    ),
    ...layers(
      {
        source: "statuses",
        symbol: "share",
        first: "done",
        second: "open",
        on: on && showsStatuses(state),
        minzoom: state.view === "progress" ? 11.5 : 0,
      },
      state.language,
    ),
  ];
}

/** Layers whose features are clusters, for picking. */
export const CLUSTER_LAYERS = [
  "findings-clusters",
  "statuses-clusters",
  "findings-clusters-quiet",
  "statuses-clusters-quiet",
] as const;
