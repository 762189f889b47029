/** Draws a new polygon, vertex by vertex, with mouse, finger or keyboard. */
import type { Map as MapLibre } from "maplibre-gl";
import type { LonLat } from "../../core/units.ts";
import { geometryOf } from "./shape.ts";
import { drawingFeatures } from "./sketch-features.ts";
import { type Pointer, screenDistance, type Tool } from "./tool.ts";

/** Fewest vertices of a polygon. */
const TRIANGLE = 3;

/** `close` is called when the first vertex or the last one (double click) is clicked on a complete shape. */
export function createDrawTool(map: MapLibre, close: () => void): Tool {
  let chain: LonLat[] = [];
  let cursor: LonLat | null = null;
  /** True while vertices are placed at the middle of the map by keyboard. */
  let byKeyboard = false;

  const near = (at: LonLat | undefined, pointer: Pointer) =>
    at !== undefined && screenDistance(map, at, pointer.point) <= pointer.reachPx;
  const complete = () => chain.length >= TRIANGLE;

  return {
    press: () => false,
    move(pointer) {
      byKeyboard = false;
      cursor = pointer.at;
    },
    release() {},
    click(pointer) {
      byKeyboard = false;
      if (near(chain[0], pointer) || near(chain.at(-1), pointer)) {
        if (complete()) close();
        return;
      }
      chain = [...chain, pointer.at];
      cursor = null;
    },
    leave() {
      if (!byKeyboard) cursor = null;
    },
    centreMoved(at) {
      if (byKeyboard) cursor = at;
    },
    act(at) {
      byKeyboard = true;
      const last = chain.at(-1);
      if (last && last[0] === at[0] && last[1] === at[1]) return;
      chain = [...chain, at];
      cursor = null;
    },
    removeVertex() {
      chain = chain.slice(0, -1);
    },
    finished: () => (complete() ? geometryOf([[chain]]) : null),
    sketch: () => ({
      geometry: geometryOf([[cursor ? [...chain, cursor] : chain]]),
      vertices: chain.length,
      complete: complete(),
    }),
    features: () => drawingFeatures(chain, cursor),
    cursor: (pointer) => (complete() && near(chain[0], pointer) ? "pointer" : "crosshair"),
  };
}
