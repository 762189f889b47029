/** Groups of points joined by links of at most a given length, in metres on the ellipsoid. */
import { type PointColumns, squaredBetween } from "./point-columns.ts";
import { pointStrips } from "./point-strips.ts";

export interface Clusters {
  /** Number of groups; a lone point is a group. */
  readonly count: number;
  /** Group of each point, numbered in order of first appearance. */
  readonly group: Int32Array;
  /** Members of each point's group, itself included. */
  readonly size: Int32Array;
}

/** Connected components of the points under "at most `linkM` apart" (single linkage). */
export function clusters(points: PointColumns, linkM: number): Clusters {
  if (!(linkM >= 0)) throw new RangeError(`link ${linkM}`);
  const { count } = points;
  // A hair higher than the link, so that rounding never puts two linked points two strips apart.
  const strips = pointStrips(points, linkM * (1 + 1e-9));
  const { lon, start, point } = strips;
  const root = Uint32Array.from({ length: count }, (_, i) => i);
  const limit = linkM * linkM;
  const width = (linkM / points.range.lon[0]) * (1 + 1e-9);
  for (let s = 0; s < strips.strips; s++) {
    for (let other = s; other <= Math.min(s + 1, strips.strips - 1); other++) {
      const to = start[other + 1]!;
      let first = start[other]!;
      for (let a = start[s]!; a < start[s + 1]!; a++) {
        while (first < to && lon[first]! < lon[a]! - width) first++;
        for (let b = other === s ? a + 1 : first; b < to && lon[b]! <= lon[a]! + width; b++) {
          if (squaredBetween(strips, a, b) <= limit) join(root, point[a]!, point[b]!);
        }
      }
    }
  }
  const number = new Int32Array(count).fill(-1);
  const group = new Int32Array(count);
  const members: number[] = [];
  for (let i = 0; i < count; i++) {
    const r = find(root, i);
    if (number[r]! < 0) number[r] = members.push(0) - 1;
    group[i] = number[r]!;
    members[group[i]!]!++;
  }
  const size = new Int32Array(count);
  for (let i = 0; i < count; i++) size[i] = members[group[i]!]!;
  return { count: members.length, group, size };
}

function find(root: Uint32Array, i: number): number {
  let at = i;
  while (root[at] !== at) {
    root[at] = root[root[at]!]!;
    at = root[at]!;
  }
  return at;
}

function join(root: Uint32Array, a: number, b: number): void {
  const ra = find(root, a);
  const rb = find(root, b);
  if (ra < rb) root[rb] = ra;
  else root[ra] = rb;
}
