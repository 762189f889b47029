/** Between the exchange form of shapes (RFC 7946 coordinates) and the flat sets the kernels work on. */
import type {
  ArealGeometry,
  Geometry,
  LineGeometry,
  LineSet,
  MultiLineStringGeometry,
  MultiPolygonGeometry,
  PolygonSet,
} from "../model/geometry.ts";
import type { Bbox, LonLat } from "../units.ts";

type Positions = readonly LonLat[];

/** Flattens polygons, one feature each, in order. A ring left open is closed. WGS 84 degrees. */
export function polygonSetOf(geometries: readonly ArealGeometry[]): PolygonSet {
  const featurePart = [0];
  const partRing = [0];
  const ringVertex = [0];
  const xy: number[] = [];
  for (const geometry of geometries) {
    for (const part of polygonsOf(geometry)) {
      for (const ring of part) {
        pushPositions(xy, ring);
        const first = ring[0];
        const last = ring[ring.length - 1];
        if (first && last && (first[0] !== last[0] || first[1] !== last[1])) xy.push(first[0], first[1]);
        ringVertex.push(xy.length / 2);
      }
      partRing.push(ringVertex.length - 1);
    }
    featurePart.push(partRing.length - 1);
  }
  return {
    count: geometries.length,
    featurePart: Uint32Array.from(featurePart),
    partRing: Uint32Array.from(partRing),
    ringVertex: Uint32Array.from(ringVertex),
    xy: Float64Array.from(xy),
  };
}

/** Flattens lines, one feature each, in order. WGS 84 degrees. */
export function lineSetOf(geometries: readonly LineGeometry[]): LineSet {
  const featurePart = [0];
  const partVertex = [0];
  const xy: number[] = [];
  for (const geometry of geometries) {
    const parts = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
    for (const part of parts) {
      pushPositions(xy, part);
      partVertex.push(xy.length / 2);
    }
    featurePart.push(partVertex.length - 1);
  }
  return {
    count: geometries.length,
    featurePart: Uint32Array.from(featurePart),
    partVertex: Uint32Array.from(partVertex),
    xy: Float64Array.from(xy),
  };
}

/** Feature `f` as a geometry: the single form when it has exactly one part. */
export function geometryOf(set: PolygonSet, f: number): ArealGeometry;
export function geometryOf(set: LineSet, f: number): LineGeometry;
export function geometryOf(set: PolygonSet | LineSet, f: number): ArealGeometry | LineGeometry {
  checkFeature(set, f);
  const from = set.featurePart[f]!;
  const to = set.featurePart[f + 1]!;
  if (!("ringVertex" in set)) {
    const lines: LonLat[][] = [];
    for (let p = from; p < to; p++)
      lines.push(positionsOf(set.xy, set.partVertex[p]!, set.partVertex[p + 1]!));
    return lines.length === 1
      ? { type: "LineString", coordinates: lines[0]! }
      : ({ type: "MultiLineString", coordinates: lines } satisfies MultiLineStringGeometry);
  }
  const parts: LonLat[][][] = [];
  for (let p = from; p < to; p++) {
    const rings: LonLat[][] = [];
    for (let r = set.partRing[p]!; r < set.partRing[p + 1]!; r++)
      rings.push(positionsOf(set.xy, set.ringVertex[r]!, set.ringVertex[r + 1]!));
    parts.push(rings);
  }
  return parts.length === 1
    ? { type: "Polygon", coordinates: parts[0]! }
    : ({ type: "MultiPolygon", coordinates: parts } satisfies MultiPolygonGeometry);
}

/** Vertices `[from, to)` that belong to feature `f`; parts and rings of a feature lie side by side. */
export function verticesOf(set: PolygonSet | LineSet, f: number): readonly [from: number, to: number] {
  checkFeature(set, f);
  const from = set.featurePart[f]!;
  const to = set.featurePart[f + 1]!;
  if (!("ringVertex" in set)) return [set.partVertex[from]!, set.partVertex[to]!];
  return [set.ringVertex[set.partRing[from]!]!, set.ringVertex[set.partRing[to]!]!];
}

/** Bounds of feature `f`, null when it has no vertex. */
export function bboxOfFeature(set: PolygonSet | LineSet, f: number): Bbox | null {
  const [from, to] = verticesOf(set, f);
  return bboxOfVertices(set.xy, from, to);
}

/** Bounds of the whole set, null when it has no vertex. */
export function bboxOfSet(set: PolygonSet | LineSet): Bbox | null {
  return bboxOfVertices(set.xy, 0, set.xy.length / 2);
}

/** Bounds of a geometry, null when it has no position. */
export function bboxOfGeometry(geometry: Geometry): Bbox | null {
  if (geometry.type === "Point") {
    const [lon, lat] = geometry.coordinates;
    return [lon, lat, lon, lat];
  }
  const areal = geometry.type === "Polygon" || geometry.type === "MultiPolygon";
  return bboxOfSet(areal ? polygonSetOf([geometry]) : lineSetOf([geometry]));
}

/** Puts sets one after the other: feature `f` of set `s` becomes feature `counts before s` + `f`. */
export function joinPolygonSets(sets: readonly PolygonSet[]): PolygonSet {
  const only = sets[0];
  if (only && sets.length === 1) return only;
  return {
    count: sets.reduce((sum, set) => sum + set.count, 0),
    featurePart: joinOffsets(sets.map((set) => set.featurePart)),
    partRing: joinOffsets(sets.map((set) => set.partRing)),
    ringVertex: joinOffsets(sets.map((set) => set.ringVertex)),
    xy: joinXy(sets.map((set) => set.xy)),
  };
}

/** The chosen features, in the order of `chosen`. */
export function pickPolygons(set: PolygonSet, chosen: readonly number[]): PolygonSet {
  const featurePart = [0];
  const partRing = [0];
  const ringVertex = [0];
  const xy: number[] = [];
  for (const f of chosen) {
    checkFeature(set, f);
    for (let p = set.featurePart[f]!; p < set.featurePart[f + 1]!; p++) {
      for (let r = set.partRing[p]!; r < set.partRing[p + 1]!; r++) {
        for (let k = 2 * set.ringVertex[r]!; k < 2 * set.ringVertex[r + 1]!; k++) xy.push(set.xy[k]!);
        ringVertex.push(xy.length / 2);
      }
      partRing.push(ringVertex.length - 1);
    }
    featurePart.push(partRing.length - 1);
  }
  return {
    count: chosen.length,
    featurePart: Uint32Array.from(featurePart),
    partRing: Uint32Array.from(partRing),
    ringVertex: Uint32Array.from(ringVertex),
    xy: Float64Array.from(xy),
  };
}

/** As `joinPolygonSets`, for lines. */
export function joinLineSets(sets: readonly LineSet[]): LineSet {
  const only = sets[0];
  if (only && sets.length === 1) return only;
  return {
    count: sets.reduce((sum, set) => sum + set.count, 0),
    featurePart: joinOffsets(sets.map((set) => set.featurePart)),
    partVertex: joinOffsets(sets.map((set) => set.partVertex)),
    xy: joinXy(sets.map((set) => set.xy)),
  };
}

/** The polygons of an areal geometry, each outer ring first. */
export function polygonsOf(geometry: ArealGeometry): readonly (readonly Positions[])[] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

function checkFeature(set: PolygonSet | LineSet, f: number): void {
  if (!(f >= 0 && f < set.count)) throw new RangeError(`feature ${f} of ${set.count}`);
}

function pushPositions(xy: number[], positions: Positions): void {
  for (const [lon, lat] of positions) xy.push(lon, lat);
}

function positionsOf(xy: Float64Array, from: number, to: number): LonLat[] {
  const out: LonLat[] = [];
  for (let i = from; i < to; i++) out.push([xy[2 * i]!, xy[2 * i + 1]!]);
  return out;
}

function bboxOfVertices(xy: Float64Array, from: number, to: number): Bbox | null {
  if (to <= from) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = from; i < to; i++) {
    const x = xy[2 * i]!;
    const y = xy[2 * i + 1]!;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west, south, east, north];
}

/** Offset arrays each start at 0 and end at their number of owned things. */
function joinOffsets(offsets: readonly Uint32Array[]): Uint32Array {
  const out = new Uint32Array(offsets.reduce((sum, part) => sum + part.length - 1, 0) + 1);
  let at = 1;
  let base = 0;
  for (const part of offsets) {
    for (let i = 1; i < part.length; i++) out[at++] = base + part[i]!;
    base += part[part.length - 1]!;
  }
  return out;
}

function joinXy(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
