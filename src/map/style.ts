/** The whole style of the map as data: a function of the state, without any address but our own. */
import type { StyleSpecification } from "maplibre-gl";
import type { TileSource } from "../compute/protocol.ts";
import { fontFaces } from "./fonts.ts";
import { LAYER_GROUPS } from "./layers/index.ts";
import type { MapState } from "./map-state.ts";
import { createSources } from "./sources.ts";

/** What the style needs of its surroundings. */
export interface StyleSetting {
  /** Absolute address of the folder with our font files, with a slash at its end. */
  readonly fontsUrl: string;
  /** Address template of a plan source, such as `ancu://1/units/{z}/{x}/{y}`. */
  readonly tileUrl: (source: TileSource) => string;
}

/** The style for a state. Layers keep their ids and order; what changes is filter, paint and visibility. */
export function createStyle(state: MapState, setting: StyleSetting): StyleSpecification {
  return {
    version: 8,
    name: "An Cư",
    "font-faces": fontFaces(setting.fontsUrl),
    sources: createSources(state, setting.tileUrl),
    layers: LAYER_GROUPS.flatMap((group) => group.layers(state)),
  };
}
