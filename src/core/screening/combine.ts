/** Three-valued logic: false wins over unknown in *and*, true wins over unknown in *or*. */
import { CLEAR, HIT, type Screening, UNKNOWN } from "./finding.ts";
import type { Reading } from "./rule-set.ts";

/** Byte codes `CLEAR` (false), `HIT` (true), `UNKNOWN`. */
export function and(a: number, b: number): number {
  if (a === CLEAR || b === CLEAR) return CLEAR;
  return a === HIT && b === HIT ? HIT : UNKNOWN;
}

export function or(a: number, b: number): number {
  if (a === HIT || b === HIT) return HIT;
  return a === CLEAR && b === CLEAR ? CLEAR : UNKNOWN;
}

type Findings = Pick<Screening, "minority" | "scattered" | "forest" | "remote" | "hazard">;

/**
 * Whether each household is to move. The plan's sentence can be read both ways: `strict` A∧S∧(F∨R∨H),
 * `wide` A∧((S∧F)∨R∨H). Bytes as in the `eligible` column.
 */
export function combine(reading: Reading, findings: Findings): Uint8Array {
  const { minority, scattered, forest, remote, hazard } = findings;
  const out = new Uint8Array(minority.length);
  for (let i = 0; i < out.length; i++) {
    const place = or(remote[i]!, hazard[i]!);
    out[i] =
      reading === "strict"
        ? and(minority[i]!, and(scattered[i]!, or(forest[i]!, place)))
        : and(minority[i]!, or(and(scattered[i]!, forest[i]!), place));
  }
  return out;
}
