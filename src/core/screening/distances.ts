/** How far households are from roads and from the centre of their commune: straight lines, in metres. */
import { distanceM } from "../geometry/ellipsoid.ts";
import { segmentIndex } from "../geometry/segment-index.ts";
import type { HouseholdColumns } from "../model/household.ts";
import type { ReferenceLayers, RoadLayer } from "../model/layers.ts";
import type { Crew } from "./crew.ts";
import type { Place } from "./place.ts";

/** Metres from each point to the nearest road, NaN without a road. */
export function roadDistances(layer: RoadLayer | null, { points }: Place, crew: Crew): Float64Array {
  const { lon, lat, count } = points;
  const out = new Float64Array(crew.allocate(8 * count));
  if (!layer) return out.fill(Number.NaN);
  const index = segmentIndex(layer.shapes, { allocate: crew.allocate, points: count });
  return crew.run("nearestDistances", { index, lon, lat, out }, count);
}

/**
 * Metres from each household to the nearest centre that carries the code of its unit, NaN when there is none. A
 * centre without a place (NaN) is none.
 */
export function centreDistances(
  { centres, units }: ReferenceLayers,
  unit: Int32Array,
  { count, lon, lat }: HouseholdColumns,
): Float64Array {
  const out = new Float64Array(count).fill(Number.NaN);
  if (!centres || !units) return out;
  const byCode = new Map<string, number[]>();
  centres.attributes.forEach(({ code }, c) => {
    byCode.set(code, [...(byCode.get(code) ?? []), c]);
  });
  const own = units.attributes.map(({ code }) => byCode.get(code) ?? []);
  for (let i = 0; i < count; i++) {
    if (unit[i]! < 0) continue;
    for (const c of own[unit[i]!]!) {
      const metres = distanceM(lon[i]!, lat[i]!, centres.lon[c]!, centres.lat[c]!);
      if (!(metres >= out[i]!) && !Number.isNaN(metres)) out[i] = metres;
    }
  }
  return out;
}
