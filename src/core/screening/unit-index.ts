/** Which unit contains a position: one rule for households, sites and everything else that is counted by unit. */
import { type ArealIndex, type ArealIndexOptions, arealIndex } from "../geometry/areal-index.ts";
import type { UnitLayer } from "../model/layers.ts";
import type { Crew } from "./crew.ts";
import type { Place } from "./place.ts";

/**
 * An index of the units in the order of their codes (compared as text), so that the first unit found is the
 * one with the smallest code: a position on a shared border belongs to exactly that one.
 */
export function unitIndex(layer: UnitLayer, options: Omit<ArealIndexOptions, "order"> = {}): ArealIndex {
  const codes = layer.attributes.map((unit) => unit.code);
  const order = Uint32Array.from(codes.keys()).sort((a, b) => compareText(codes[a]!, codes[b]!) || a - b);
  return arealIndex(layer.shapes, { ...options, order });
}

/** Index of the containing unit of each point, -1 for none. */
export function unitsOfPoints(layer: UnitLayer | null, { points, bounds }: Place, crew: Crew): Int32Array {
  const { lon, lat, count } = points;
  const out = new Int32Array(crew.allocate(4 * count));
  if (!layer) return out.fill(-1);
  const index = unitIndex(layer, { bounds, points: count, allocate: crew.allocate });
  return crew.run("firstFeatures", { index, lon, lat, out }, count);
}

/** Order of codes: by code unit, the same in every language and on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
