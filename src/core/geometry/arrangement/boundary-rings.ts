/** The outlines of some of the faces, as rings. */
import type { LonLat } from "../../units.ts";
import type { Arrangement } from "./arrangement.ts";

/**
 * Closed rings with the faces for which `inside` is true to their left, cut wherever they come back to a place: none
 * touches itself. Edges with such a face on both sides are no boundary.
 */
export function boundaryRings(
  { vertices, halfEdges, faceOf }: Arrangement,
  inside: readonly boolean[],
): (readonly LonLat[])[] {
  const { count, origin, next } = halfEdges;
  const bounds = (h: number): boolean => inside[faceOf[h]!]! && !inside[faceOf[h ^ 1]!]!;
  const used = new Uint8Array(count);
  const out: (readonly LonLat[])[] = [];
  for (let start = 0; start < count; start++) {
    if (used[start] || !bounds(start)) continue;
    // Vertices of the walk so far, and where in it each of them is.
    const path: number[] = [];
    const place = new Map<number, number>();
    let h = start;
    do {
      used[h] = 1;
      path.push(origin[h]!);
      place.set(origin[h]!, path.length - 1);
      const to = origin[h ^ 1]!;
      const back = place.get(to);
      if (back !== undefined) {
        const loop = path.splice(back);
        for (const v of loop) place.delete(v);
        out.push([...loop, to].map((v) => [vertices.x(v), vertices.y(v)] as const));
      }
      h = next[h]!;
      while (!bounds(h)) h = next[h ^ 1]!;
    } while (h !== start);
  }
  return out;
}
