/** What a finding speaks of, as features: where rows lie in the file, where after the repair, and the place to look at. */

import { polygonsOf } from "../core/geometry/polygon-set.ts";
import type { Geometry } from "../core/model/geometry.ts";
import { feature, type PageFeature } from "./page-features.ts";
import type { LookedAt } from "./plan-map.ts";

/** Nothing for null. Outlines come as lines, so that a ring that crosses itself is drawn as it is. */
export function lookedFeatures(looked: LookedAt | null): PageFeature[] {
  if (!looked) return [];
  const { before, after, at } = looked;
  const features = [
    ...before.flatMap((shape) => drawn(shape, "before")),
    ...after.flatMap((shape) => drawn(shape, "after")),
  ];
  if (at) features.push(feature({ type: "Point", coordinates: at }, { role: "at" }));
  return features.filter(({ geometry }) => onEarth(geometry));
}

function drawn(shape: Geometry, role: "before" | "after"): PageFeature[] {
  if (shape.type !== "Polygon" && shape.type !== "MultiPolygon") return [feature(shape, { role })];
  const outline = { type: "MultiLineString", coordinates: polygonsOf(shape).flat() };
  return [feature(shape, { role: `${role}-ground` }), feature(outline, { role })];
}

/** Numbers that are no place on earth have none on the map. */
function onEarth(geometry: PageFeature["geometry"]): boolean {
  const fits = (list: unknown): boolean => {
    if (!Array.isArray(list)) return false;
    if (typeof list[0] !== "number") return list.every(fits);
    return Math.abs(list[0]) <= 180 && Math.abs(Number(list[1])) <= 85;
  };
  return "coordinates" in geometry && fits(geometry.coordinates);
}
