/** The part of a site that lies in some features of a layer: clipped one by one, united at the end. */
import { areaM2 } from "../geometry/ellipsoid.ts";
import { intersection, union } from "../geometry/overlay.ts";
import { geometryOf, polygonsOf } from "../geometry/polygon-set.ts";
import type { ArealGeometry } from "../model/geometry.ts";
import type { Bbox } from "../units.ts";
import { clipToBox } from "./clip-to-box.ts";
import type { CheckContext } from "./context.ts";
import type { IndexedShapes } from "./site-layers.ts";

export interface Overlap {
  /** What was clipped, without its double counting. */
  readonly part: ArealGeometry;
  /** On the ellipsoid. */
  readonly areaM2: number;
  /** Of the site's area, 0…1. */
  readonly share: number;
  /** Separate pieces. */
  readonly places: number;
  /** The candidates that overlap. */
  readonly candidates: readonly Candidate[];
}

/** A source of polygons: features of a layer, or other sites. */
export interface Candidate {
  readonly feature: number;
  readonly bounds: Bbox | null;
  geometry(): ArealGeometry;
}

/** Features of indexed shapes for which `counts` is true. */
export function candidatesOf(source: IndexedShapes, counts: (feature: number) => boolean): Candidate[] {
  const out: Candidate[] = [];
  for (let f = 0; f < source.shapes.count; f++) {
    if (counts(f)) {
      out.push({ feature: f, bounds: source.bounds[f]!, geometry: () => geometryOf(source.shapes, f) });
    }
  }
  return out;
}

/** The overlap with all candidates together, null when it is less than `leastOverlapM2`. */
export function overlapWith(context: CheckContext, candidates: readonly Candidate[]): Overlap | null {
  const { geometry, bounds, areaM2: siteM2, limits } = context;
  const parts: ArealGeometry[] = [];
  const overlapping: Candidate[] = [];
  const room = widened(bounds);
  for (const candidate of candidates) {
    if (!candidate.bounds || apart(bounds, candidate.bounds)) continue;
    const part = commonGround(geometry, candidate.geometry(), room);
    if (!part || areaM2(part) < limits.leastOverlapM2) continue;
    parts.push(part);
    overlapping.push(candidate);
  }
  const part = united(parts);
  if (part === null) return null;
  const overlapM2 = areaM2(part);
  return {
    part,
    areaM2: overlapM2,
    share: Math.min(1, overlapM2 / siteM2),
    places: polygonsOf(part).length,
    candidates: overlapping,
  };
}

/**
 * What two shapes have in common, null when nothing. `room` holds all of `site` strictly inside. An outline too
 * tangled to be cut up counts as covering the site: the safe side.
 */
function commonGround(site: ArealGeometry, other: ArealGeometry, room: Bbox): ArealGeometry | null {
  const near = clipToBox(polygonsOf(other), room);
  if (near.length === 0) return null;
  const common = intersection(site, { type: "MultiPolygon", coordinates: near });
  return common === null ? site : common.shape;
}

/** Everything the parts of one site cover, null for none. Too tangled to be united: all of them, the safe side. */
function united(parts: readonly ArealGeometry[]): ArealGeometry | null {
  const [only, second] = parts;
  if (!only || !second) return only ?? null;
  const all: ArealGeometry = { type: "MultiPolygon", coordinates: parts.flatMap(polygonsOf) };
  return (union(parts) ?? { shape: all }).shape;
}

/** A little larger on every side, so that the sides of the box lie outside the site. */
function widened([west, south, east, north]: Bbox): Bbox {
  const margin = 1e-5 + 0.01 * Math.max(east - west, north - south);
  return [west - margin, south - margin, east + margin, north + margin];
}

function apart(a: Bbox, b: Bbox): boolean {
  return a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];
}
