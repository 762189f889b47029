/** The slow answer to "is it inside": every edge of every ring, each asked with the adaptive orientation test. */
import { orient2d } from "robust-predicates";
import type { PolygonSet } from "../../../src/core/model/geometry.ts";

/** Is the position in feature `f`: in one of its parts by even-odd, or on one of their edges. Only finite ones are. */
export function contains(set: PolygonSet, f: number, x: number, y: number): boolean {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
  for (let part = set.featurePart[f]!; part < set.featurePart[f + 1]!; part++) {
    let inside = false;
    for (let ring = set.partRing[part]!; ring < set.partRing[part + 1]!; ring++) {
      for (let i = set.ringVertex[ring]!; i < set.ringVertex[ring + 1]! - 1; i++) {
        const [x1, y1, x2, y2] = set.xy.subarray(2 * i, 2 * i + 4) as unknown as [
          number,
          number,
          number,
          number,
        ];
        const turn = orient2d(x1, y1, x2, y2, x, y);
        const within = Math.min(x1, x2) <= x && x <= Math.max(x1, x2);
        if (turn === 0 && within && Math.min(y1, y2) <= y && y <= Math.max(y1, y2)) return true;
        // An edge that spans the latitude and passes east of the position.
        if (y1 > y !== y2 > y && turn > 0 === y1 > y2) inside = !inside;
      }
    }
    if (inside) return true;
  }
  return false;
}

/** Every containing feature, in `order`. */
export function containing(set: PolygonSet, order: Iterable<number>, x: number, y: number): number[] {
  return [...order].filter((f) => contains(set, f, x, y));
}

/** What `highestRanks` answers for one position. */
export function ranksAt(set: PolygonSet, group: Uint8Array, rank: Uint8Array, x: number, y: number): number {
  const bytes = [0, 0, 0, 0];
  for (let f = 0; f < set.count; f++)
    if (rank[f]! > bytes[group[f]!]! && contains(set, f, x, y)) bytes[group[f]!] = rank[f]!;
  return bytes.reduce((sum, byte, g) => sum + byte * 2 ** (8 * g), 0);
}
