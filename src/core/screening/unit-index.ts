/** Which unit contains a position: one rule for households, sites and everything else that is counted by unit. */
import { type ArealIndex, arealIndex } from "../geometry/areal-index.ts";
import type { UnitLayer } from "../model/layers.ts";
import type { Bbox } from "../units.ts";

/**
 * An index of the units in the order of their codes (compared as text), so that the first unit found is the
 * one with the smallest code: a position on a shared border belongs to exactly that one.
 */
export function unitIndex(layer: UnitLayer, bounds: Bbox | null = null): ArealIndex {
  const codes = layer.attributes.map((unit) => unit.code);
  const order = Uint32Array.from(codes.keys()).sort((a, b) => compareText(codes[a]!, codes[b]!) || a - b);
  return arealIndex(layer.shapes, { order, bounds });
}

/** Order of codes: by code unit, the same in every language and on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
