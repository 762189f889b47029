/** Closed lines where a field crosses a level (marching squares), the higher ground always on the same side. */
import type { Frame } from "./grid.ts";
import type { Cell2 } from "./lines.ts";

/**
 * Closed lines of `level`, positions in cells of the frame, the first not repeated. Rings around higher ground
 * have a negative area and rings around lower ground a positive one. Beyond the grid everything is lower.
 */
export function isolines(values: Float32Array, { nx, ny }: Frame, level: number): Cell2[][] {
  // Positions between the middles of cells; one row and column more on every side.
  const width = nx + 2;
  let [low, high] = [Infinity, -Infinity];
  for (const v of values) {
    if (v < low) low = v;
    if (v > high) high = v;
  }
  // Finite, so that lines of different levels stay apart along the edge too.
  const beyond = Math.min(2 * low - high, level) - 1e-3 * (high - low || 1);
  const at = (x: number, y: number) => {
    if (x < 1 || y < 1 || x > nx || y > ny) return beyond;
    const v = values[(y - 1) * nx + x - 1];
    return v === level ? v + 1e-6 * Math.max(1, Math.abs(v)) : v;
  };
  // A stretch leads from the side it enters to the side it leaves; sides are numbered 2 × corner (+ 1 if upright).
  const next = new Map<number, number>();
  for (let y = 0; y <= ny; y++) {
    for (let x = 0; x <= nx; x++) {
      const nw = at(x, y);
      const ne = at(x + 1, y);
      const sw = at(x, y + 1);
      const se = at(x + 1, y + 1);
      const code = (nw > level ? 8 : 0) | (ne > level ? 4 : 0) | (se > level ? 2 : 0) | (sw > level ? 1 : 0);
      if (code === 0 || code === 15) continue;
      const top = 2 * (y * width + x);
      const left = top + 1;
      const bottom = 2 * ((y + 1) * width + x);
      const right = 2 * (y * width + x + 1) + 1;
      const joined = nw + ne + sw + se > 4 * level;
      for (const [a, b] of stretches(code, joined, top, right, bottom, left)) next.set(a, b);
    }
  }
  const rings: Cell2[][] = [];
  for (const start of next.keys()) {
    if (!next.has(start)) continue;
    const ring: Cell2[] = [];
    let side = start;
    for (let to = next.get(side); to !== undefined; to = next.get(side)) {
      next.delete(side);
      ring.push(crossing(side, width, at, level));
      side = to;
    }
    rings.push(ring);
  }
  return rings;
}

type Stretch = readonly [from: number, to: number];

/** Higher ground lies to the left of the way. */
function stretches(
  code: number,
  joined: boolean,
  top: number,
  right: number,
  bottom: number,
  left: number,
): readonly Stretch[] {
  switch (code) {
    case 1:
      return [[bottom, left]];
    case 2:
      return [[right, bottom]];
    case 3:
      return [[right, left]];
    case 4:
      return [[top, right]];
    case 5:
      return joined
        ? [
            [top, left],
            [bottom, right],
          ]
        : [
            [top, right],
            [bottom, left],
          ];
    case 6:
      return [[top, bottom]];
    case 7:
      return [[top, left]];
    case 8:
      return [[left, top]];
    case 9:
      return [[bottom, top]];
    case 10:
      return joined
        ? [
            [right, top],
            [left, bottom],
          ]
        : [
            [left, top],
            [right, bottom],
          ];
    case 11:
      return [[right, top]];
    case 12:
      return [[left, right]];
    case 13:
      return [[bottom, right]];
    default:
      return [[left, bottom]];
  }
}

function crossing(side: number, width: number, at: (x: number, y: number) => number, level: number): Cell2 {
  const corner = side >> 1;
  const x = corner % width;
  const y = (corner - x) / width;
  const upright = (side & 1) === 1;
  const a = at(x, y);
  const b = upright ? at(x, y + 1) : at(x + 1, y);
  // Away from the corners by a little, so that no two stretches end in one point.
  const t = Math.min(0.98, Math.max(0.02, (level - a) / (b - a)));
  // Corner (1, 1) is the middle of the first cell.
  return upright ? [x - 0.5, y + t - 0.5] : [x + t - 0.5, y - 0.5];
}
