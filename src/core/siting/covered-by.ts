/** What a shape of a layer covers near a site, as clean polygons whatever its rings do. */

import { difference } from "@turf/difference";
import { featureCollection, multiPolygon } from "@turf/helpers";
import { union } from "@turf/union";
import { INSIDE, locate, OUTSIDE, slabsOf } from "../geometry/point-in-polygon.ts";
import { polygonSetOf, polygonsOf } from "../geometry/polygon-set.ts";
import type { ArealGeometry } from "../model/geometry.ts";
import type { Bbox, LonLat } from "../units.ts";
import { clipToBox } from "./clip-to-box.ts";

/** turf's own form of several polygons; nothing of it is written to. */
export type Clipped = ReturnType<typeof multiPolygon>;

/** Any areal geometry in turf's form. */
export function clipped(polygons: readonly (readonly (readonly LonLat[])[])[]): Clipped {
  return multiPolygon(polygons as unknown as [number, number][][][]);
}

/**
 * The part of `shape` in `room`, null when there is none. Rings of one polygon are read even-odd, as the
 * point test reads them: a ring that stands as a hole and lies outside its outer ring covers ground. Where a
 * ring crosses itself or parts lie over each other the ground counts as covered, which is the safe side.
 */
export function coveredBy(shape: ArealGeometry, room: Bbox): Clipped | null {
  const near = clipToBox(polygonsOf(shape), room);
  if (near.length === 0) return null;
  if (near.every(wellFormed)) return clipped(near);
  const parts = near.map((rings) => rings.map((ring) => clipped([[ring]])).reduce(evenOdd));
  return parts.length === 1 ? parts[0]! : (union(featureCollection(parts)) as Clipped | null);
}

/** True when every further ring is a hole: inside the outer ring, which has no vertex in it. */
function wellFormed(rings: readonly (readonly LonLat[])[]): boolean {
  const [outer, ...holes] = rings;
  if (!outer || holes.length === 0) return true;
  const set = polygonSetOf(rings.map((ring) => ({ type: "Polygon", coordinates: [ring] })));
  const slabs = slabsOf(set);
  return holes.every(
    (hole, h) =>
      hole.every(([lon, lat]) => locate(slabs, 0, lon, lat) !== OUTSIDE) &&
      outer.every(([lon, lat]) => locate(slabs, h + 1, lon, lat) !== INSIDE),
  );
}

/** What exactly one of the two covers. */
function evenOdd(a: Clipped, b: Clipped): Clipped {
  const onlyA = difference(featureCollection([a, b]));
  const onlyB = difference(featureCollection([b, a]));
  if (!onlyA || !onlyB) return (onlyA ?? onlyB ?? clipped([])) as Clipped;
  return union(featureCollection([onlyA, onlyB])) as Clipped;
}
