/** Natural-looking outlines: a line broken at its middle, again and again (midpoint displacement). */
import type { Random } from "../../demo/random.ts";
import { type PlanePoint, toCentimetre } from "./plane.ts";

/**
 * A line from `a` to `b` in `pieces` (a power of two) edges, without `b`. Each middle is pushed sideways by at
 * most `rough` of its piece's length. Rounded to centimetres; positions that fall together are left out.
 */
export function fractalLine(
  a: PlanePoint,
  b: PlanePoint,
  pieces: number,
  rough: number,
  random: Random,
): PlanePoint[] {
  const x = new Float64Array(pieces + 1);
  const y = new Float64Array(pieces + 1);
  x[0] = a[0];
  y[0] = a[1];
  x[pieces] = b[0];
  y[pieces] = b[1];
  for (let step = pieces; step > 1; step /= 2) {
    for (let from = 0; from < pieces; from += step) {
      const to = from + step;
      const middle = from + step / 2;
      const push = random.between(-rough, rough);
      x[middle] = (x[from]! + x[to]!) / 2 - (y[to]! - y[from]!) * push;
      y[middle] = (y[from]! + y[to]!) / 2 + (x[to]! - x[from]!) * push;
    }
  }
  const line: PlanePoint[] = [];
  for (let i = 0; i < pieces; i++) {
    const at: PlanePoint = [toCentimetre(x[i]!), toCentimetre(y[i]!)];
    const last = line.at(-1);
    if (!last || last[0] !== at[0] || last[1] !== at[1]) line.push(at);
  }
  return line;
}

/** What a ring around a place looks like. */
export interface BlobShape {
  readonly middle: PlanePoint;
  readonly radiusM: number;
  /** About this many vertices. */
  readonly vertices: number;
  readonly rough: number;
  /** How much longer than wide, and in which direction (radians). */
  readonly stretch?: number;
  readonly direction?: number;
}

const CORNERS = 8;

/** A closed ring around a place, counter-clockwise, first position repeated at the end. */
export function fractalBlob(shape: BlobShape, random: Random): PlanePoint[] {
  const { middle, radiusM, vertices, rough, stretch = 1, direction = 0 } = shape;
  const pieces = 2 ** Math.max(1, Math.round(Math.log2(vertices / CORNERS)));
  const cos = Math.cos(direction);
  const sin = Math.sin(direction);
  const corners: PlanePoint[] = [];
  for (let k = 0; k < CORNERS; k++) {
    const angle = (2 * Math.PI * (k + random.between(-0.2, 0.2))) / CORNERS;
    const radius = radiusM * random.between(0.65, 1);
    const along = radius * Math.cos(angle) * stretch;
    const across = (radius * Math.sin(angle)) / stretch;
    corners.push([
      toCentimetre(middle[0] + along * cos - across * sin),
      toCentimetre(middle[1] + along * sin + across * cos),
    ]);
  }
  const ring = corners.flatMap((corner, k) =>
    fractalLine(corner, corners[(k + 1) % CORNERS]!, pieces, rough, random),
  );
  ring.push(ring[0]!);
  return ring;
}
