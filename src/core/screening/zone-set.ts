/** Zones of all layers with a group and a rank each, and what changed from one such set to the next. */
import { bboxOfFeature, pickPolygons, verticesOf } from "../geometry/polygon-set.ts";
import type { PolygonSet } from "../model/geometry.ts";
import type { Bbox } from "../units.ts";
import { grownBox } from "./grown-box.ts";
import type { ZoneRank } from "./zone-rank.ts";

/** Nothing can be said of where a zone with a coordinate that is none reaches to. */
const EVERYWHERE: Bbox = [-Infinity, -Infinity, Infinity, Infinity];

/** Shapes with a group and a rank each. */
export class ZoneSet {
  readonly group: Uint8Array;
  readonly rank: Uint8Array;
  private readonly boxes = new Map<number, Bbox | null>();

  constructor(
    readonly shapes: PolygonSet,
    ranks: readonly ZoneRank[],
  ) {
    this.group = Uint8Array.from(ranks, ({ group }) => group);
    this.rank = Uint8Array.from(ranks, ({ rank }) => rank);
  }

  /** Bounds of zone `f`, null when it has no vertex; everywhere when a coordinate is no finite number. */
  box(f: number): Bbox | null {
    let box = this.boxes.get(f);
    if (box === undefined) {
      const [from, to] = verticesOf(this.shapes, f);
      box = allFinite(this.shapes.xy, 2 * from, 2 * to) ? bboxOfFeature(this.shapes, f) : EVERYWHERE;
      this.boxes.set(f, box);
    }
    return box;
  }

  /**
   * Every zone that contains one of the positions or comes as near as `marginM` metres, and some more: those whose
   * bounds meet the bounds of a run of positions. Positions in place order make runs that are small on the ground.
   */
  around(lon: Float64Array, lat: Float64Array, marginM = 0): ZoneSet {
    const runs = boxesOfRuns(lon, lat, marginM);
    const chosen: number[] = [];
    for (let f = 0; f < this.shapes.count; f++) {
      const box = this.box(f);
      if (box && meetsAny(box, runs)) chosen.push(f);
    }
    const ranks = chosen.map((f) => ({ group: this.group[f]!, rank: this.rank[f]! }));
    return new ZoneSet(pickPolygons(this.shapes, chosen), ranks);
  }
}

/** Zones of `before` that are not in `after`, and of `after` that are not in `before`, each as often as it occurs. */
export function zoneChanges(before: ZoneSet, after: ZoneSet): { gone: number[]; come: number[] } {
  const [m, n] = [before.shapes.count, after.shapes.count];
  const least = Math.min(m, n);
  // Nearly always only few zones of a layer are others: what is the same at both ends is passed over first.
  let head = 0;
  while (head < least && sameZone(before, head, after, head)) head++;
  let tail = 0;
  while (tail < least - head && sameZone(before, m - 1 - tail, after, n - 1 - tail)) tail++;
  const byMark = new Map<number, number[]>();
  for (let f = head; f < m - tail; f++) {
    const mark = markOf(before, f);
    const list = byMark.get(mark);
    if (list) list.push(f);
    else byMark.set(mark, [f]);
  }
  const come: number[] = [];
  for (let g = head; g < n - tail; g++) {
    const candidates = byMark.get(markOf(after, g)) ?? [];
    const at = candidates.findIndex((f) => sameZone(before, f, after, g));
    if (at < 0) come.push(g);
    else candidates.splice(at, 1);
  }
  return { gone: [...byMark.values()].flat(), come };
}

/**
 * FNV-1a over group, rank and the words of the coordinates: zones with different marks are different, or at
 * least written differently (-0 and 0), and then count as changed.
 */
function markOf({ shapes, group, rank }: ZoneSet, f: number): number {
  const [from, to] = verticesOf(shapes, f);
  const words = new Uint32Array(shapes.xy.buffer, shapes.xy.byteOffset, shapes.xy.length * 2);
  let hash = Math.imul(0x811c9dc5 ^ (31 * group[f]! + rank[f]!), 0x01000193);
  for (let k = 4 * from; k < 4 * to; k++) hash = Math.imul(hash ^ words[k]!, 0x01000193);
  return hash >>> 0;
}

/** Group, rank, parts, rings and every coordinate. */
function sameZone(a: ZoneSet, f: number, b: ZoneSet, g: number): boolean {
  if (a.group[f] !== b.group[g] || a.rank[f] !== b.rank[g]) return false;
  const [p, q] = [a.shapes.featurePart[f]!, b.shapes.featurePart[g]!];
  const parts = a.shapes.featurePart[f + 1]! - p;
  if (b.shapes.featurePart[g + 1]! - q !== parts) return false;
  const [r, s] = [a.shapes.partRing[p]!, b.shapes.partRing[q]!];
  if (!sameSteps(a.shapes.partRing, p, b.shapes.partRing, q, parts)) return false;
  const rings = a.shapes.partRing[p + parts]! - r;
  if (!sameSteps(a.shapes.ringVertex, r, b.shapes.ringVertex, s, rings)) return false;
  const from = 2 * a.shapes.ringVertex[r]!;
  const to = 2 * a.shapes.ringVertex[r + rings]!;
  return sameNumbers(a.shapes.xy, from, to, b.shapes.xy, 2 * b.shapes.ringVertex[s]!);
}

/** Offsets that start at different numbers but go on alike. */
function sameSteps(a: Uint32Array, at: number, b: Uint32Array, bt: number, steps: number): boolean {
  for (let k = 1; k <= steps; k++) if (a[at + k]! - a[at]! !== b[bt + k]! - b[bt]!) return false;
  return true;
}

function sameNumbers(a: Float64Array, from: number, to: number, b: Float64Array, bFrom: number): boolean {
  for (let k = from; k < to; k++) if (a[k] !== b[bFrom + k - from]) return false;
  return true;
}

function allFinite(xy: Float64Array, from: number, to: number): boolean {
  let sum = 0;
  // The difference is NaN for anything that is not finite.
  for (let k = from; k < to; k++) sum += xy[k]! - xy[k]!;
  return sum === 0;
}

/** Positions of a run at least, and runs at most. */
const RUN = 8;
const RUNS = 2048;

/** West, south, east and north of each run of positions, with a margin in metres. */
function boxesOfRuns(lon: Float64Array, lat: Float64Array, marginM: number): Float64Array {
  const length = Math.max(RUN, Math.ceil(lon.length / RUNS));
  const out = new Float64Array(4 * Math.ceil(lon.length / length));
  for (let at = 0, from = 0; at < out.length; at += 4, from += length) {
    const x = lon.subarray(from, from + length);
    const y = lat.subarray(from, from + length);
    out.set(grownBox([Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)], marginM), at);
  }
  return out;
}

function meetsAny([west, south, east, north]: Bbox, boxes: Float64Array): boolean {
  for (let k = 0; k < boxes.length; k += 4) {
    const meetsLon = boxes[k]! <= east && boxes[k + 2]! >= west;
    if (meetsLon && boxes[k + 1]! <= north && boxes[k + 3]! >= south) return true;
  }
  return false;
}
