/** Three-valued logic: false wins over unknown in *and*, true wins over unknown in *or*. */
import { CLEAR, HIT, UNKNOWN } from "./finding.ts";

/** Byte codes `CLEAR` (false), `HIT` (true), `UNKNOWN`. */
export function and(a: number, b: number): number {
  if (a === CLEAR || b === CLEAR) return CLEAR;
  return a === HIT && b === HIT ? HIT : UNKNOWN;
}

export function or(a: number, b: number): number {
  if (a === HIT || b === HIT) return HIT;
  return a === CLEAR && b === CLEAR ? CLEAR : UNKNOWN;
}
