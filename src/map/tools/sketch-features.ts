/** What is drawn of a shape under the pencil: area, outline, rubber line, vertices, midpoints. */
import type { LonLat } from "../../core/units.ts";
import { feature, type PageFeature } from "../page-features.ts";
import { geometryOf, midpoints, type Shape, type VertexRef, vertices } from "./shape.ts";

const point = (at: LonLat, role: string): PageFeature =>
  feature({ type: "Point", coordinates: at }, { role });
const sameRef = (a: VertexRef, b: VertexRef | null) =>
  b !== null && a.polygon === b.polygon && a.ring === b.ring && a.vertex === b.vertex;

/** While drawing: fixed vertices, and where the pointer would put the next one. */
export function drawingFeatures(chain: readonly LonLat[], cursor: LonLat | null): PageFeature[] {
  const features: PageFeature[] = [];
  const live = cursor ? [...chain, cursor] : [...chain];
  const area = geometryOf([[live]]);
  if (area) features.push(feature(area, { role: "area" }));
  if (chain.length > 1)
    features.push(feature({ type: "LineString", coordinates: chain }, { role: "outline" }));
  if (cursor && chain.length > 0) {
    const back = chain.length > 1 ? [chain.at(-1)!, cursor, chain[0]!] : [chain[0]!, cursor];
    features.push(feature({ type: "LineString", coordinates: back }, { role: "rubber" }));
  } else if (chain.length > 2) {
    features.push(
      feature({ type: "LineString", coordinates: [chain.at(-1)!, chain[0]!] }, { role: "rubber" }),
    );
  }
  chain.forEach((at, i) => {
    features.push(point(at, i === chain.length - 1 ? "active" : "vertex"));
  });
  return features;
}

/** While editing: outlines of every ring, handles, the vertex that is held. */
export function editingFeatures(shape: Shape, held: VertexRef | null): PageFeature[] {
  const features: PageFeature[] = [];
  const area = geometryOf(shape);
  if (area) features.push(feature(area, { role: "area" }));
  for (const ring of shape.flat()) {
    features.push(feature({ type: "LineString", coordinates: [...ring, ring[0]!] }, { role: "outline" }));
  }
  for (const { at } of midpoints(shape)) features.push(point(at, "midpoint"));
  for (const { ref, at } of vertices(shape))
    features.push(point(at, sameRef(ref, held) ? "active" : "vertex"));
  return features;
}
