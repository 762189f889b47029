/**
 * The shape under the pencil, as plain data: polygons of open rings (no repeated last vertex), outer ring
 * first. Holes and several parts are kept, as cutting a blocked part away leaves them behind.
 */
import type { ArealGeometry } from "../../core/model/geometry.ts";
import type { LonLat } from "../../core/units.ts";

export type OpenRing = readonly LonLat[];
export type Shape = readonly (readonly OpenRing[])[];

/** Which vertex: polygon, ring, place in the ring. */
export interface VertexRef {
  readonly polygon: number;
  readonly ring: number;
  readonly vertex: number;
}

const samePlace = (a: LonLat, b: LonLat) => a[0] === b[0] && a[1] === b[1];

/** The shape of a stored geometry. Vertices that repeat their neighbour are dropped. */
export function shapeOf(geometry: ArealGeometry): Shape {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((polygon) =>
    polygon.map((ring) =>
      ring
        .slice(0, -1)
        .filter((point, i, all) => i === 0 || !samePlace(point, all[i - 1]!))
        .map((point): LonLat => [point[0], point[1]]),
    ),
  );
}

/** The geometry of a shape: a Polygon for one part, a MultiPolygon for more. Null when no ring can be closed. */
export function geometryOf(shape: Shape): ArealGeometry | null {
  const polygons = shape
    .filter((polygon) => (polygon[0]?.length ?? 0) >= 3)
    .map((polygon) => polygon.filter((ring) => ring.length >= 3).map((ring) => [...ring, ring[0]!]));
  if (polygons.length === 0) return null;
  return polygons.length === 1
    ? { type: "Polygon", coordinates: polygons[0]! }
    : { type: "MultiPolygon", coordinates: polygons };
}

/** Every vertex with its reference. */
export function vertices(shape: Shape): { readonly ref: VertexRef; readonly at: LonLat }[] {
  return shape.flatMap((polygon, p) =>
    polygon.flatMap((ring, r) => ring.map((at, v) => ({ ref: { polygon: p, ring: r, vertex: v }, at }))),
  );
}

/** Middles of all edges; `ref` is where a new vertex would be put in. */
export function midpoints(shape: Shape): { readonly ref: VertexRef; readonly at: LonLat }[] {
  return shape.flatMap((polygon, p) =>
    polygon.flatMap((ring, r) =>
      ring.map((at, v) => {
        const next = ring[(v + 1) % ring.length]!;
        return {
          ref: { polygon: p, ring: r, vertex: v + 1 },
          at: [(at[0] + next[0]) / 2, (at[1] + next[1]) / 2] as LonLat,
        };
      }),
    ),
  );
}

function changeRing(shape: Shape, ref: VertexRef, change: (ring: OpenRing) => OpenRing): Shape {
  return shape.map((polygon, p) =>
    p !== ref.polygon ? polygon : polygon.map((ring, r) => (r !== ref.ring ? ring : change(ring))),
  );
}

export function moveVertex(shape: Shape, ref: VertexRef, to: LonLat): Shape {
  return changeRing(shape, ref, (ring) => ring.map((at, v) => (v === ref.vertex ? to : at)));
}

/** Puts a vertex in before the place `ref.vertex`. */
export function insertVertex(shape: Shape, ref: VertexRef, at: LonLat): Shape {
  return changeRing(shape, ref, (ring) => [...ring.slice(0, ref.vertex), at, ...ring.slice(ref.vertex)]);
}

/**
 * Takes a vertex away. A hole of three vertices goes whole, and so does one of several parts; the last
 * triangle of a shape stays as it is.
 */
export function removeVertex(shape: Shape, ref: VertexRef): Shape {
  const ring = shape[ref.polygon]?.[ref.ring];
  if (!ring) return shape;
  if (ring.length > 3) return changeRing(shape, ref, (points) => points.filter((_, v) => v !== ref.vertex));
  if (ref.ring > 0) {
    return shape.map((polygon, p) =>
      p === ref.polygon ? polygon.filter((_, r) => r !== ref.ring) : polygon,
    );
  }
  return shape.length > 1 ? shape.filter((_, p) => p !== ref.polygon) : shape;
}

/** Moves everything by the same step. Longitudes are stretched with the latitude, so the ground size stays. */
export function moveShape(shape: Shape, from: LonLat, to: LonLat): Shape {
  const stretch = Math.cos((from[1] * Math.PI) / 180) / Math.cos((to[1] * Math.PI) / 180);
  return shape.map((polygon) =>
    polygon.map((ring) =>
      ring.map(([lon, lat]): LonLat => [to[0] + (lon - from[0]) * stretch, lat + to[1] - from[1]]),
    ),
  );
}

/** Even-odd test in degrees, for taking hold of the shape; not a measure of anything. */
export function holds(shape: Shape, [x, y]: LonLat): boolean {
  let inside = false;
  for (const ring of shape.flat()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!;
      const [xj, yj] = ring[j]!;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}
