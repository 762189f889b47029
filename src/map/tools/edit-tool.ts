/** Edits a shape: drags vertices, pulls new ones out of edges, takes vertices away, moves the whole. */
import type { Map as MapLibre } from "maplibre-gl";
import type { ArealGeometry } from "../../core/model/geometry.ts";
import type { LonLat } from "../../core/units.ts";
import {
  geometryOf,
  holds,
  insertVertex,
  midpoints,
  moveShape,
  moveVertex,
  removeVertex,
  shapeOf,
  type VertexRef,
  vertices,
} from "./shape.ts";
import { editingFeatures } from "./sketch-features.ts";
import { screenDistance, type Tool } from "./tool.ts";

type Handles = readonly { readonly ref: VertexRef; readonly at: LonLat }[];

export function createEditTool(map: MapLibre, geometry: ArealGeometry): Tool {
  let shape = shapeOf(geometry);
  /** The vertex last touched; Backspace takes it away. */
  let active: VertexRef | null = null;
  /** Dragged now: a vertex, or the whole from where it was taken hold of. */
  let drag: VertexRef | { readonly from: LonLat; readonly shape: typeof shape } | null = null;
  /** Taken hold of by keyboard: the vertex follows the middle of the map. */
  let carried = false;

  function nearest(handles: Handles, point: Parameters<typeof screenDistance>[2], reach: number) {
    let best: Handles[number] | null = null;
    let bestDistance = reach;
    for (const handle of handles) {
      const distance = screenDistance(map, handle.at, point);
      if (distance <= bestDistance) {
        bestDistance = distance;
        best = handle;
      }
    }
    return best;
  }

  /** Takes hold of a vertex near the point, or makes one of a midpoint. */
  function grab(point: Parameters<typeof screenDistance>[2], reach: number): VertexRef | null {
    const vertex = nearest(vertices(shape), point, reach);
    if (vertex) return vertex.ref;
    const middle = nearest(midpoints(shape), point, reach);
    if (!middle) return null;
    shape = insertVertex(shape, middle.ref, middle.at);
    return middle.ref;
  }

  return {
    press(pointer) {
      carried = false;
      active = grab(pointer.point, pointer.reachPx);
      drag = active ?? (holds(shape, pointer.at) ? { from: pointer.at, shape } : null);
      return drag !== null;
    },
    move(pointer) {
      if (!drag) return;
      shape =
        "vertex" in drag ? moveVertex(shape, drag, pointer.at) : moveShape(drag.shape, drag.from, pointer.at);
    },
    release() {
      drag = null;
    },
    click() {},
    leave() {},
    centreMoved(at) {
      if (carried && active) shape = moveVertex(shape, active, at);
    },
    act(at, reachPx) {
      if (carried) {
        carried = false;
        return;
      }
      active = grab(map.project([at[0], at[1]]), reachPx);
      carried = active !== null;
      if (active) shape = moveVertex(shape, active, at);
    },
    removeVertex(at, reachPx) {
      const ref = active ?? nearest(vertices(shape), map.project([at[0], at[1]]), reachPx)?.ref;
      if (!ref) return;
      shape = removeVertex(shape, ref);
      active = null;
      carried = false;
    },
    finished: () => geometryOf(shape),
    sketch: () => ({ geometry: geometryOf(shape), vertices: vertices(shape).length, complete: true }),
    features: () => editingFeatures(shape, active),
    cursor(pointer) {
      if (drag) return "grabbing";
      if (nearest(vertices(shape), pointer.point, pointer.reachPx)) return "move";
      if (nearest(midpoints(shape), pointer.point, pointer.reachPx)) return "copy";
      return holds(shape, pointer.at) ? "grab" : "";
    },
  };
}
