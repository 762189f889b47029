/**
 * Which features have an edge near each point, and how near: found once for the greatest tolerance that may be
 * asked, a smaller one is then a threshold on these distances. Points are taken in blocks (`point-block.ts`).
 */
import { squaredToEdge } from "./edge-distance.ts";
import { ROUNDING } from "./edge-search.ts";
import { SCALES } from "./metric.ts";
import { frameBlock, LOW_X, LOW_Y, leavesNear, type PointBlock, pointBlock } from "./point-block.ts";
import type { SegmentIndex } from "./segment-index.ts";

/** Entries of point `i`: `start[i]` up to `start[i + 1]`, features ascending, each once. */
export interface EdgesNear {
  readonly start: Uint32Array;
  readonly feature: Uint32Array;
  /** Metres to the nearest edge of the feature. */
  readonly distanceM: Float64Array;
}

/** Points in a block at most. */
const BLOCK = 32;
/** Leaves of a block at most, unless it is a single point. */
const LEAVES = 512;

/**
 * For every point, every feature that has an edge at most `maxM` away, with its least distance. Those with a
 * distance of at most r are what `featuresWithin` names for r. A point that is not finite has none. Throws a
 * RangeError when the columns differ in length.
 */
export function edgesNear(
  index: SegmentIndex,
  lon: Float64Array,
  lat: Float64Array,
  maxM: number,
): EdgesNear {
  const points = lon.length;
  if (lat.length !== points) throw new RangeError(`${points} longitudes, ${lat.length} latitudes`);
  const plane = index.metric === "plane";
  const limit = maxM * maxM * ROUNDING;
  // A single point may need every leaf.
  const block = pointBlock(BLOCK, index.boxes.length / 4);
  const near: Near = {
    touchedBy: new Uint32Array(index.features),
    least: new Float64Array(index.features),
    touched: new Uint32Array(index.features),
  };
  const entries = new Entries(points);
  for (let first = 0, size = BLOCK; first < points; ) {
    const end = Math.min(first + size, points);
    frameBlock(lon, lat, first, end, plane, block.scale, block.frame);
    const leaves = leavesNear(index, block, limit, end - first === 1 ? Infinity : LEAVES);
    if (leaves < 0) {
      size = (end - first) >>> 1;
      continue;
    }
    for (let i = first; i < end; i++) {
      const s = SCALES * (i - first);
      const count =
        leaves === 0 ? 0 : touchNear(index, block, leaves, lon[i]!, lat[i]!, s, limit, i + 1, near);
      entries.add(i, near, count, maxM);
    }
    size = Math.min(BLOCK, 2 * size);
    first = end;
  }
  return entries.columns();
}

/** Scratch by feature: the point (plus 1) that touched it last, its least squared distance; those of one point. */
interface Near {
  readonly touchedBy: Uint32Array;
  readonly least: Float64Array;
  readonly touched: Uint32Array;
}

/** Lists the features with an edge within `limit` (squared) of one point; returns their number. */
function touchNear(
  { leafEdge, edge, feature, xy }: SegmentIndex,
  { scale, frame, leaf, leafBox }: PointBlock,
  leaves: number,
  px: number,
  py: number,
  s: number,
  limit: number,
  mark: number,
  { touchedBy, least, touched }: Near,
): number {
  const lowX = frame[LOW_X]!;
  const lowY = frame[LOW_Y]!;
  const sx = scale[s]!;
  const sy = scale[s + 1]!;
  const hx = scale[s + 2]!;
  const hy = scale[s + 3]!;
  let count = 0;
  for (let q = 0; q < leaves; q++) {
    const gapX = Math.abs(leafBox[4 * q]! - px) - leafBox[4 * q + 2]!;
    const gapY = Math.abs(leafBox[4 * q + 1]! - py) - leafBox[4 * q + 3]!;
    const mx = (gapX + Math.abs(gapX)) * lowX;
    const my = (gapY + Math.abs(gapY)) * lowY;
    if (!(mx * mx + my * my <= limit)) continue;
    const l = leaf[q]!;
    for (let k = leafEdge[l]!, end = leafEdge[l + 1]!; k < end; k++) {
      const a = edge[k]! & ~1;
      const b = a + 2 * (edge[k]! & 1);
      const x = xy[a]!;
      const y = xy[a + 1]!;
      const d2 = squaredToEdge(x - px, y - py, xy[b]! - x, xy[b + 1]! - y, sx, sy, hx, hy);
      if (!(d2 <= limit)) continue;
      const f = feature[k]!;
      if (touchedBy[f] !== mark) {
        touchedBy[f] = mark;
        least[f] = d2;
        touched[count++] = f;
      } else if (d2 < least[f]!) least[f] = d2;
    }
  }
  return count;
}

/** Columns that grow. */
class Entries {
  private readonly start: Uint32Array;
  private feature = new Uint32Array(1024);
  private distanceM = new Float64Array(1024);
  private count = 0;

  constructor(points: number) {
    this.start = new Uint32Array(points + 1);
  }

  add(point: number, { touched, least }: Near, count: number, maxM: number): void {
    if (count > 0) {
      while (this.count + count > this.feature.length) this.grow();
      const features = touched.subarray(0, count);
      if (count > 1) features.sort();
      for (let k = 0; k < count; k++) {
        const f = features[k]!;
        const metres = Math.sqrt(least[f]!);
        if (!(metres <= maxM)) continue;
        this.feature[this.count] = f;
        this.distanceM[this.count++] = metres;
      }
    }
    this.start[point + 1] = this.count;
  }

  columns(): EdgesNear {
    return {
      start: this.start,
      feature: this.feature.slice(0, this.count),
      distanceM: this.distanceM.slice(0, this.count),
    };
  }

  private grow(): void {
    const feature = new Uint32Array(2 * this.feature.length);
    const distanceM = new Float64Array(2 * this.feature.length);
    feature.set(this.feature);
    distanceM.set(this.distanceM);
    this.feature = feature;
    this.distanceM = distanceM;
  }
}
