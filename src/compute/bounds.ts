import { bboxOfFeature, bboxOfGeometry, bboxOfSet } from "../core/geometry/polygon-set.ts";
import type { PlanSnapshot } from "../core/model/snapshot.ts";
import type { Bbox } from "../core/units.ts";

/** Bounds of everything in the plan: communes and other layers, sites, located households; null when empty. */
export function boundsOf({ layers, households, sites }: PlanSnapshot): Bbox | null {
  const { units, forests, hazards, roads, centres } = layers;
  const boxes: (Bbox | null)[] = [
    ...[units, roads, ...forests, ...hazards].map((layer) => layer && bboxOfSet(layer.shapes)),
    ...sites.map(({ geometry }) => bboxOfGeometry(geometry)),
    centres && bboxOfPoints(centres.lon, centres.lat),
    bboxOfPoints(households.lon, households.lat),
  ];
  return joinBoxes(boxes);
}

/** Bounds of a unit, null when there is no such unit. */
export function unitBoundsOf({ layers }: PlanSnapshot, code: string): Bbox | null {
  const { units } = layers;
  const u = units ? units.attributes.findIndex((unit) => unit.code === code) : -1;
  return u < 0 ? null : bboxOfFeature(units!.shapes, u);
}

/** NaN positions are nowhere and do not count. */
function bboxOfPoints(lon: Float64Array, lat: Float64Array): Bbox | null {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  for (const [i, x] of lon.entries()) {
    const y = lat[i]!;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box[0] <= box[2] ? box : null;
}

function joinBoxes(boxes: readonly (Bbox | null)[]): Bbox | null {
  const found = boxes.filter((box) => box !== null);
  if (found.length === 0) return null;
  const side = (k: number) => found.map((box) => box[k]!);
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
}
