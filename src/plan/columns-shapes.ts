/**
 * Stored shapes put straight into the flat sets that the kernels work on, without an object per shape, ring or
 * position. Says the same as decoding each with `geometry-blob.ts` and flattening the geometries.
 */
import type { LineSet, PolygonSet } from "../core/model/geometry.ts";
import type { RawRows } from "./columns-raw.ts";
import { decode, decodeAreal, decodeLine } from "./geometry-blob.ts";

const ENVELOPE_BYTES = [0, 32, 48, 48, 64] as const;
const EMPTY = 0b10000;
const [LINE, POLYGON, MULTI_LINE, MULTI_POLYGON] = [2, 3, 5, 6];
const POSITION_BYTES = 16;

/** Shapes of one kind, one after another. WGS 84 degrees. */
export class ShapeWriter {
  private readonly featurePart = [0];
  private readonly partRing = [0];
  /** Rings of polygons, or the parts of lines. */
  private readonly chainVertex = [0];
  private xy = new Float64Array(1024);
  private bytes = new Uint8Array(this.xy.buffer);
  private vertices = 0;
  private view: DataView;
  private memory: Uint8Array;
  private at = 0;
  private end = 0;
  private little = true;

  constructor(private readonly kind: "areal" | "line") {
    this.memory = this.bytes;
    this.view = new DataView(this.bytes.buffer);
  }

  /**
   * Adds the shape in a column of a row. False when there is none that can be trusted: it is missing, another
   * program emptied it, or a corner is no number; the feature is there all the same. Throws on a shape of another kind and on bytes that mean nothing.
   */
  add(row: RawRows, column: number): boolean {
    const parts = this.featurePart[this.featurePart.length - 1]!;
    const chains = this.chainVertex.length;
    const first = 2 * this.vertices;
    if (row.bytes(column)) {
      this.memory = row.memory;
      this.view = row.view;
      this.at = row.at;
      this.end = row.at + row.length;
      this.shape(row);
    }
    const after = (this.kind === "areal" ? this.partRing : this.chainVertex).length - 1;
    this.featurePart.push(after);
    // One part without a ring is as good as none.
    const there = after > parts + 1 || (after === parts + 1 && this.chainVertex.length > chains);
    return there && allFinite(this.xy, first, 2 * this.vertices);
  }

  polygons(): PolygonSet {
    return {
      count: this.featurePart.length - 1,
      featurePart: Uint32Array.from(this.featurePart),
      partRing: Uint32Array.from(this.partRing),
      ringVertex: Uint32Array.from(this.chainVertex),
      xy: this.xy.slice(0, 2 * this.vertices),
    };
  }

  lines(): LineSet {
    return {
      count: this.featurePart.length - 1,
      featurePart: Uint32Array.from(this.featurePart),
      partVertex: Uint32Array.from(this.chainVertex),
      xy: this.xy.slice(0, 2 * this.vertices),
    };
  }

  private shape({ at, length }: RawRows): void {
    this.need(8);
    if (this.view.getUint16(this.at) !== 0x4750) throw new TypeError("not a GeoPackage geometry");
    const flags = this.view.getUint8(this.at + 3);
    const envelope = ENVELOPE_BYTES[(flags >> 1) & 0b111];
    if (envelope === undefined) throw new TypeError("GeoPackage envelope of unknown kind");
    if (flags & EMPTY) return;
    this.need(8 + envelope);
    this.at += 8 + envelope;
    const { type, skip } = this.type();
    const areal = this.kind === "areal";
    if (type === (areal ? POLYGON : LINE)) this.part(skip);
    else if (type === (areal ? MULTI_POLYGON : MULTI_LINE)) {
      const count = this.count();
      for (let i = 0; i < count; i++) this.part(this.type().skip);
    } else {
      // An empty point is no shape; every other kind is refused, in the words of the slow way.
      const blob = this.memory.slice(at, at + length);
      if (decode(blob)) (areal ? decodeAreal : decodeLine)(blob);
    }
  }

  private part(skip: number): void {
    if (this.kind === "line") {
      this.chain(skip);
      return;
    }
    const rings = this.count();
    for (let r = 0; r < rings; r++) this.chain(skip);
    this.partRing.push(this.chainVertex.length - 1);
  }

  /** Positions one after another; a ring left open is closed. */
  private chain(skip: number): void {
    const count = this.count();
    this.need(count * (POSITION_BYTES + skip));
    this.room(count + 1);
    const first = 2 * this.vertices;
    if (skip === 0 && this.little) {
      const to = this.at + POSITION_BYTES * count;
      this.bytes.set(this.memory.subarray(this.at, to), 8 * first);
      this.at = to;
    } else {
      for (let i = 0; i < count; i++, this.at += POSITION_BYTES + skip) {
        this.xy[first + 2 * i] = this.view.getFloat64(this.at, this.little);
        this.xy[first + 2 * i + 1] = this.view.getFloat64(this.at + 8, this.little);
      }
    }
    this.vertices += count;
    const last = 2 * this.vertices - 2;
    const { xy } = this;
    if (this.kind === "areal" && count > 0 && (xy[first] !== xy[last] || xy[first + 1] !== xy[last + 1])) {
      xy[last + 2] = xy[first]!;
      xy[last + 3] = xy[first + 1]!;
      this.vertices++;
    }
    this.chainVertex.push(this.vertices);
  }

  /** Byte order and kind; `skip` bytes of height and measure follow each position (ISO and EWKB codes). */
  private type(): { type: number; skip: number } {
    this.need(5);
    this.little = this.view.getUint8(this.at) === 1;
    const code = this.view.getUint32(this.at + 1, this.little);
    this.at += 5;
    const iso = Math.floor((code & 0x0fffffff) / 1000);
    const z = iso === 1 || iso === 3 || (code & 0x80000000) !== 0;
    const m = iso === 2 || iso === 3 || (code & 0x40000000) !== 0;
    return { type: (code & 0x0fffffff) % 1000, skip: (z ? 8 : 0) + (m ? 8 : 0) };
  }

  private count(): number {
    this.need(4);
    const value = this.view.getUint32(this.at, this.little);
    this.at += 4;
    return value;
  }

  private need(bytes: number): void {
    if (this.at + bytes > this.end) throw new RangeError("a shape is cut short");
  }

  private room(vertices: number): void {
    const needed = 2 * (this.vertices + vertices);
    if (needed <= this.xy.length) return;
    const wider = new Float64Array(Math.max(needed, 2 * this.xy.length));
    wider.set(this.xy.subarray(0, 2 * this.vertices));
    this.xy = wider;
    this.bytes = new Uint8Array(wider.buffer);
  }
}

function allFinite(xy: Float64Array, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (!Number.isFinite(xy[k]!)) return false;
  return true;
}
