/** Zones of all layers with what identifies each of them, so that a changed layer shows what changed in it. */
import { bboxOfFeature, pickPolygons, verticesOf } from "../geometry/polygon-set.ts";
import type { PolygonSet } from "../model/geometry.ts";
import type { Bbox } from "../units.ts";
import type { ZoneRank } from "./zone-rank.ts";

/** Shapes with a group and a rank each. */
export class ZoneSet {
  readonly group: Uint8Array;
  readonly rank: Uint8Array;
  private known: { readonly marks: Uint32Array; readonly boxes: readonly (Bbox | null)[] } | null = null;

  constructor(
    readonly shapes: PolygonSet,
    ranks: readonly ZoneRank[],
  ) {
    this.group = Uint8Array.from(ranks, ({ group }) => group);
    this.rank = Uint8Array.from(ranks, ({ rank }) => rank);
  }

  /** Bounds of zone `f`, null when it has no vertex. */
  box(f: number): Bbox | null {
    return this.identity().boxes[f]!;
  }

  /** Zones of this set that are not in the other one, each counted as often as it occurs. */
  without(other: ZoneSet): number[] {
    const left = new Map<number, number[]>();
    const { marks } = other.identity();
    for (let g = 0; g < marks.length; g++) {
      const list = left.get(marks[g]!);
      if (list) list.push(g);
      else left.set(marks[g]!, [g]);
    }
    const own = this.identity().marks;
    const out: number[] = [];
    for (let f = 0; f < own.length; f++) {
      const candidates = left.get(own[f]!) ?? [];
      const at = candidates.findIndex((g) => this.same(f, other, g));
      if (at < 0) out.push(f);
      else candidates.splice(at, 1);
    }
    return out;
  }

  /** The zones whose bounds hold one of the positions. */
  around(lon: Float64Array, lat: Float64Array): ZoneSet {
    const chosen: number[] = [];
    for (let f = 0; f < this.shapes.count; f++) {
      const box = this.box(f);
      if (box && anyInside(box, lon, lat)) chosen.push(f);
    }
    const ranks = chosen.map((f) => ({ group: this.group[f]!, rank: this.rank[f]! }));
    return new ZoneSet(pickPolygons(this.shapes, chosen), ranks);
  }

  private identity() {
    const { shapes } = this;
    if (this.known) return this.known;
    const words = new Uint32Array(shapes.xy.buffer, shapes.xy.byteOffset, shapes.xy.length * 2);
    const marks = new Uint32Array(shapes.count);
    const boxes: (Bbox | null)[] = [];
    for (let f = 0; f < shapes.count; f++) {
      const [from, to] = verticesOf(shapes, f);
      marks[f] = hashOf(words, 4 * from, 4 * to, 31 * this.group[f]! + this.rank[f]!);
      boxes.push(bboxOfFeature(shapes, f));
    }
    this.known = { marks, boxes };
    return this.known;
  }

  private same(f: number, other: ZoneSet, g: number): boolean {
    if (this.group[f] !== other.group[g] || this.rank[f] !== other.rank[g]) return false;
    const [a, b] = [ringSizes(this.shapes, f), ringSizes(other.shapes, g)];
    if (a.length !== b.length || a.some((size, r) => size !== b[r])) return false;
    const [from, to] = verticesOf(this.shapes, f);
    const [first] = verticesOf(other.shapes, g);
    const [own, its] = [this.shapes.xy, other.shapes.xy];
    for (let k = 2 * from; k < 2 * to; k++) if (own[k] !== its[2 * first + k - 2 * from]) return false;
    return true;
  }
}

/** FNV-1a over 32-bit words. */
function hashOf(words: Uint32Array, from: number, to: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let k = from; k < to; k++) hash = Math.imul(hash ^ words[k]!, 0x01000193);
  return hash >>> 0;
}

/** Vertices of each ring, a 0 before each part. */
function ringSizes({ featurePart, partRing, ringVertex }: PolygonSet, f: number): number[] {
  const sizes: number[] = [];
  for (let p = featurePart[f]!; p < featurePart[f + 1]!; p++) {
    sizes.push(0);
    for (let r = partRing[p]!; r < partRing[p + 1]!; r++) sizes.push(ringVertex[r + 1]! - ringVertex[r]!);
  }
  return sizes;
}

function anyInside([west, south, east, north]: Bbox, lon: Float64Array, lat: Float64Array): boolean {
  for (let k = 0; k < lon.length; k++) {
    const x = lon[k]!;
    const y = lat[k]!;
    if (x >= west && x <= east && y >= south && y <= north) return true;
  }
  return false;
}
