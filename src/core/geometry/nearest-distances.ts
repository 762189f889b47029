/**
 * Distance to the nearest edge for many points. The edge that was nearest to the point before gives a bound; in
 * the rows of cells (`edge-grid.ts`) that lie within it everything nearer must be. A point whose bound reaches
 * over many rows, or off the grid, is searched in the tree instead. Any order of points is right; in place
 * order a point costs a few rows and some tens of edges, whatever the number of edges.
 */
import { squaredToEdge } from "./edge-distance.ts";
import { type FoundEdge, ROUNDING, searchNearest } from "./edge-search.ts";
import { LEAST_LAT_M, putScales, SCALES } from "./metric.ts";
import { NearestFirst } from "./nearest-first.ts";
import type { NearestOptions, SegmentIndex } from "./segment-index.ts";

export interface ManyNearestOptions extends NearestOptions {
  /** Where the distances go, one per point; left out: a new column. */
  readonly out?: Float64Array;
  /** Only points `[from, to)` are asked, and only their places of `out` written; left out: all. */
  readonly from?: number;
  readonly to?: number;
}

/** A bound that reaches over more rows than this to one side is for the tree. */
const MOST_ROWS = 20;
/** Cells by which a stretch of a row is taken longer: more than the rounding of a place in the grid. */
const SLACK = 1e-6;

/**
 * Metres from each point to the nearest edge, NaN when there is none within `maxM` and for a point that is not
 * finite: for each the same number as `nearestEdgeM`. Throws a RangeError when the columns differ in length.
 */
export function nearestDistances(
  index: SegmentIndex,
  lon: Float64Array,
  lat: Float64Array,
  {
    maxM = Infinity,
    allowed,
    out = new Float64Array(lon.length).fill(Number.NaN),
    from = 0,
    to = lon.length,
  }: ManyNearestOptions = {},
): Float64Array {
  if (lat.length !== lon.length || out.length !== lon.length || from < 0 || to > lon.length)
    throw new RangeError(
      `${lon.length} longitudes, ${lat.length} latitudes, room for ${out.length}, asked from ${from} to ${to}`,
    );
  const plane = index.metric === "plane";
  const limit = maxM * maxM * ROUNDING;
  const scale = new Float64Array(SCALES);
  const queue = new NearestFirst();
  const found: FoundEdge = { edge: -1, squared: 0 };
  const progress = Int32Array.of(from, -1);
  while (progress[0]! < to) {
    sweepGrid(index, lon, lat, to, plane, limit, maxM, allowed, scale, progress, out);
    const i = progress[0]!;
    if (i >= to) break;
    putScales(lat[i]!, plane, scale, 0);
    searchNearest(index, index.xy, lon[i]!, lat[i]!, scale, 0, limit, allowed, queue, found);
    const metres = found.edge < 0 ? Number.NaN : Math.sqrt(found.squared);
    out[i] = metres <= maxM ? metres : Number.NaN;
    if (found.edge >= 0) progress[1] = found.edge;
    progress[0] = i + 1;
  }
  return out;
}

/**
 * Fills `out` from point `progress[0]` on and stops at the first that is for the tree. `progress[1]` is the edge
 * found last, -1 for none.
 */
function sweepGrid(
  { frame, cellStart, cellEdge, edge, feature, xy }: SegmentIndex,
  lon: Float64Array,
  lat: Float64Array,
  end: number,
  plane: boolean,
  maxSquared: number,
  maxM: number,
  allowed: Uint8Array | undefined,
  scale: Float64Array,
  progress: Int32Array,
  out: Float64Array,
): void {
  const west = frame[0]!;
  const south = frame[1]!;
  const perX = frame[2]!;
  const perY = frame[3]!;
  const columns = frame[4]! | 0;
  const rows = frame[5]! | 0;
  const coversAll = frame[6] === 1;
  const positions = frame[7] === 1;
  const everything = allowed === undefined;
  // A product is known to be a number: a parameter would be looked at again in every comparison.
  const limit = maxSquared * 1;
  let last = progress[1]! | 0;
  let i = progress[0]! | 0;
  for (; i < end; i++) {
    const px = lon[i]!;
    const py = lat[i]!;
    const placeX = (px - west) * perX;
    const placeY = (py - south) * perY;
    if (!(placeX >= 0 && placeY >= 0 && placeX < columns && placeY < rows)) break;
    putScales(py, plane, scale, 0);
    const sx = scale[0]!;
    const sy = scale[1]!;
    const hx = scale[2]!;
    const hy = scale[3]!;
    let best = limit;
    let found = -1;
    if (last >= 0) {
      const a = edge[last]! & ~1;
      const b = a + 2 * (edge[last]! & 1);
      const x = xy[a]!;
      const y = xy[a + 1]!;
      const d2 = squaredToEdge(x - px, y - py, xy[b]! - x, xy[b + 1]! - y, sx, sy, hx, hy);
      if (d2 <= best) {
        best = d2;
        found = last;
      }
    }
    const radius = Math.sqrt(best);
    const reach = radius / LEAST_LAT_M;
    // Scales that no step within the bound has less of, in metres per cell.
    const lowX = (sx - Math.abs(hx) * reach) / (ROUNDING * perX);
    const lowY = (sy - Math.abs(hy) * reach) / (ROUNDING * perY);
    if (!(radius <= MOST_ROWS * lowY && lowX > 0)) break;
    if (!coversAll) {
      const rowsOff = radius / lowY + SLACK;
      const columnsOff = radius / lowX + SLACK;
      if (placeY < rowsOff || placeX < columnsOff) break;
      if (placeY + rowsOff > rows || placeX + columnsOff > columns) break;
    }
    const own = placeY | 0;
    const perLow = 1 / lowX;
    // Northward from the point's own row, then southward.
    for (let turn = 0; turn < 2; turn++) {
      const step = turn === 0 ? 1 : -1;
      for (let row = own - turn; row >= 0 && row < rows; row += step) {
        const off = (turn === 0 ? row - placeY : placeY - row - 1) - SLACK;
        const gap = (off > 0 ? off : 0) * lowY;
        const left2 = best - gap * gap;
        if (left2 < 0) break;
        const half = Math.sqrt(left2) * perLow + SLACK;
        let first = (placeX - half) | 0;
        if (first < 0) first = 0;
        let final = (placeX + half) | 0;
        if (final >= columns) final = (columns - 1) | 0;
        const stop = cellStart[row * columns + final + 1]! | 0;
        const start = cellStart[row * columns + first]! | 0;
        if (positions) {
          for (let k = start; k < stop; k++) {
            const e = cellEdge[k]!;
            const a = edge[e]!;
            const x = xy[a]! - px;
            const y = xy[a | 1]! - py;
            const mx = x * (sx + hx * y);
            const my = y * (sy + hy * y);
            const d2 = mx * mx + my * my;
            if (d2 <= best && (everything || allowed[feature[e]!] !== 0)) {
              best = d2;
              found = e;
            }
          }
          continue;
        }
        // `squaredToEdge` written out: a call and its constants cost half as much again here.
        for (let k = start; k < stop; k++) {
          const e = cellEdge[k]!;
          const a = edge[e]! & ~1;
          const b = a + 2 * (edge[e]! & 1);
          const dx = xy[b]! - xy[a]!;
          const dy = xy[b | 1]! - xy[a | 1]!;
          const x1 = xy[a]! - px;
          const y1 = xy[a | 1]! - py;
          const ex = dx * sx;
          const ey = dy * sy;
          const along = -(x1 * sx * ex + y1 * sy * ey) / (ex * ex + ey * ey + 1e-300);
          const t = 0.5 * (Math.abs(along) - Math.abs(along - 1) + 1);
          const x = x1 + t * dx;
          const y = y1 + t * dy;
          const mx = x * (sx + hx * y);
          const my = y * (sy + hy * y);
          const d2 = mx * mx + my * my;
          if (d2 <= best && (everything || allowed[feature[e]!] !== 0)) {
            best = d2;
            found = e;
          }
        }
      }
    }
    const metres = Math.sqrt(best);
    out[i] = found >= 0 && metres <= maxM ? metres : Number.NaN;
    if (found >= 0) last = found;
  }
  progress[0] = i;
  progress[1] = last;
}
