/** Kinds and levels as bytes: what an overlay keeps of the zones that contain a household. */
import { FOREST_KINDS, type Forest, HAZARD_KINDS, type Hazard } from "../model/layers.ts";

/** A number of four bytes: byte `g` is the highest rank of group `g` among the containing zones, 0 for none. */
export type Ranks = Uint32Array;

/** In place of ranks for a household without coordinates. No zone has a rank of 255. */
export const NOT_LOCATED = 0xffff_ffff;

/** Least rank that counts in each of the four groups; `NEVER` for a group that does not count. */
export type Thresholds = readonly [number, number, number, number];
const NEVER = 256;

/** Group (0 … 3) and rank (1 … 254) of a zone; `NOT_KNOWN` when its kind or level is none of ours. */
export interface ZoneRank {
  readonly group: number;
  readonly rank: number;
}

/**
 * Another program may have written what we do not know. Such a zone hits nobody, and with it in a layer nobody
 * is clear for being outside the others.
 */
export const NOT_KNOWN: ZoneRank = { group: 0, rank: 0 };

/** Forest: the group is its kind. */
export function forestRank({ kind }: Forest): ZoneRank {
  const group = FOREST_KINDS.indexOf(kind);
  return group < 0 ? NOT_KNOWN : { group, rank: 1 };
}

/** Hazard zone: the group is its kind, the rank its level. */
export function hazardRank({ kind, level }: Hazard): ZoneRank {
  const group = HAZARD_KINDS.indexOf(kind);
  const known = group >= 0 && Number.isInteger(level) && level >= 1 && level <= 5;
  return known ? { group, rank: level } : NOT_KNOWN;
}

/** Thresholds from what counts: `least` for every group that is named, never for the others. */
export function thresholdsOf(groups: readonly number[], least: number): Thresholds {
  const at = (g: number) => (groups.includes(g) ? least : NEVER);
  return [at(0), at(1), at(2), at(3)];
}

/** True when any group reaches its threshold. */
export function reaches(ranks: number, [t0, t1, t2, t3]: Thresholds): boolean {
  return (
    (ranks & 0xff) >= t0 ||
    ((ranks >>> 8) & 0xff) >= t1 ||
    ((ranks >>> 16) & 0xff) >= t2 ||
    ranks >>> 24 >= t3
  );
}
