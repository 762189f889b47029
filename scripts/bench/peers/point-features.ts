/** Households as GeoJSON points with their number: what the tile libraries take. */
import type { Feature, Point } from "geojson";
import type { HouseholdColumns } from "../../../src/core/model/household.ts";

/** `i` is the household's number in the register. */
export type HouseholdPoint = Feature<Point, { readonly i: number }>;

/** One feature for each household, in order. */
export function pointFeatures({ count, lon, lat }: HouseholdColumns): HouseholdPoint[] {
  return Array.from({ length: count }, (_, i) => ({
    type: "Feature",
    properties: { i },
    geometry: { type: "Point", coordinates: [lon[i]!, lat[i]!] },
  }));
}
