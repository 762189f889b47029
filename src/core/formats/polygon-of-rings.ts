/** Grouped rings as a GeoJSON area: outlines counter-clockwise, holes clockwise, closed (RFC 7946, 3.1.6). */
import type { GroupedRings, Rings } from "../geometry/group-rings.ts";
import type { Json } from "../model/household.ts";

/** Null without rings. Positions are the numbers of the file; a ring left open is left open. */
export function polygonOfRings({ xy, start }: Rings, { polygons, area2 }: GroupedRings): Json {
  const parts = polygons.map((rings) =>
    rings.map((r, place) => {
      const positions: [number, number][] = [];
      for (let i = start[r]!; i < start[r + 1]!; i++) positions.push([xy[2 * i]!, xy[2 * i + 1]!]);
      return (place === 0) === area2[r]! < 0 && area2[r] !== 0 ? positions.reverse() : positions;
    }),
  );
  const [only] = parts;
  if (!only) return null;
  return parts.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: parts };
}
