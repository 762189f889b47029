/** Inside a zone that counts, clear of all of them, or not to be said: for forests and hazards alike. */
import { CLEAR, HIT, UNKNOWN } from "./finding.ts";
import type { NearEdges } from "./near-edges.ts";
import type { Prepared } from "./prepare.ts";
import { NOT_LOCATED, reaches, type Thresholds } from "./zone-rank.ts";

/**
 * A point at most `toleranceM` from the boundary of a zone that counts is unknown, unless it is deeper than
 * that inside another one. With 0, inside or on the line is a hit. Outside every zone the coverage of the
 * layers decides. Not located, or no layer: unknown. Decided once for each different rank; the few points near
 * an edge again.
 */
export function zoneFindings(
  prepared: Prepared,
  which: "forests" | "hazards",
  thresholds: Thresholds,
  toleranceM: number,
): Uint8Array {
  const zones = prepared[which];
  const { code, ranks } = which === "forests" ? prepared.forestRanks : prepared.hazardRanks;
  const out = new Uint8Array(code.length);
  if (zones.coverage === null) return out.fill(UNKNOWN);
  const outside = zones.coverage === "all" ? CLEAR : UNKNOWN;
  const findings = Uint8Array.from(ranks, (each) =>
    each === NOT_LOCATED ? UNKNOWN : reaches(each, thresholds) ? HIT : outside,
  );
  lookUp(code, findings, out);
  if (toleranceM > 0) {
    const near = zones.near(toleranceM);
    for (let k = 0; k < near.point.length; k++) {
      const answer = nearAnswer(near, k, thresholds, toleranceM);
      if (answer >= 0) out[prepared.place.householdOf[near.point[k]!]!] = answer;
    }
  }
  return out;
}

function lookUp(code: Uint8Array | Uint32Array, findings: Uint8Array, out: Uint8Array): void {
  for (let i = 0; i < out.length; i++) out[i] = findings[code[i]!]!;
}

/** The finding of the `k`-th point near an edge; -1 when no edge that counts is within the tolerance. */
function nearAnswer(near: NearEdges, k: number, thresholds: Thresholds, toleranceM: number): number {
  let close = false;
  let deep = reaches(near.deep[k]!, thresholds);
  for (let e = near.start[k]!; e < near.start[k + 1]!; e++) {
    if (near.rank[e]! < thresholds[near.group[e]!]!) continue;
    if (near.distanceM[e]! <= toleranceM) close = true;
    else if (near.inside[e] === 1) deep = true;
  }
  return !close ? -1 : deep ? HIT : UNKNOWN;
}
