/** Groups of points joined by links of at most a given length, in metres on the ellipsoid. */
import { linkedPoints } from "./linked-points.ts";
import type { PointColumns } from "./point-columns.ts";

export interface Clusters {
  /** Number of groups; a lone point is a group. */
  readonly count: number;
  /** Group of each point, numbered in order of first appearance. */
  readonly group: Int32Array;
  /** Members of each point's group, itself included. */
  readonly size: Int32Array;
}

/**
 * Connected components of the points under "at most `linkM` apart" (single linkage). Throws a RangeError when
 * the link is not a number from 0 up.
 */
export function clusters(points: PointColumns, linkM: number): Clusters {
  const { root, memberOf, members } = componentSizes(points, linkM);
  // Group of a root, plus one.
  const numbered = new Int32Array(points.count);
  const group = new Int32Array(points.count);
  const size = new Int32Array(points.count);
  let count = 0;
  for (let i = 0; i < points.count; i++) {
    const r = root[memberOf[i]!]!;
    if (numbered[r] === 0) numbered[r] = ++count;
    group[i] = numbered[r]! - 1;
    size[i] = members[r]!;
  }
  return { count, group, size };
}

/**
 * 1 for every point whose cluster has fewer than `fewerThan` members, itself included, else 0: exactly
 * `clusters(points, linkM).size < fewerThan`, without numbering them. Throws a RangeError when the link is not
 * a number from 0 up or `fewerThan` is NaN.
 */
export function smallClusters(points: PointColumns, linkM: number, fewerThan: number): Uint8Array {
  if (Number.isNaN(fewerThan)) throw new RangeError("fewer than no number");
  const { root, memberOf, members } = componentSizes(points, linkM);
  const out = new Uint8Array(points.count);
  for (let i = 0; i < points.count; i++) out[i] = members[root[memberOf[i]!]!]! < fewerThan ? 1 : 0;
  return out;
}

/** Links, the number of each point among them, and the members of each root. */
function componentSizes(points: PointColumns, linkM: number) {
  if (!(linkM >= 0)) throw new RangeError(`link ${linkM}`);
  const { root, place } = linkedPoints(points, linkM);
  const { order } = points.curve;
  const members = new Uint32Array(points.count);
  const memberOf = new Uint32Array(points.count);
  for (let p = 0; p < points.count; p++) {
    memberOf[order === null ? place[p]! : order[place[p]!]!] = p;
    members[root[p]!]!++;
  }
  return { root, memberOf, members };
}
