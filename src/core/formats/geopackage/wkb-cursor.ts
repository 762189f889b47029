/**
 * A walk over GeoPackageBinary (OGC 12-128r17 §2.1.3) and the WKB in it, in any byte order, with heights and
 * measures passed over. It knows bytes only: which kinds of shapes are wanted and what numbers may be is for those
 * who use it. A count that the bytes cannot hold ends in the `RangeError` of `DataView`.
 */
import type { Bbox } from "../../units.ts";

/** Codes of the plain kinds; heights and measures add to them. */
export const WKB = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
} as const;

const MAGIC = 0x4750;
const LITTLE_ENDIAN = 0b1;
const EMPTY = 0b10000;
/** Bytes of the envelope by its code in the flags (none, xy, xyz, xym, xyzm). */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64] as const;
const HEAD = 8;

export class WkbCursor {
  private readonly view: DataView;
  private at = 0;
  private little = true;

  constructor(blob: Uint8Array) {
    this.view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  }

  /** What stands before the shape; the cursor then stands on it. Throws `TypeError` on other bytes. */
  head(): { empty: boolean; envelope: Bbox | null } {
    if (this.view.byteLength < HEAD || this.view.getUint16(0) !== MAGIC) {
      throw new TypeError("not a GeoPackage geometry");
    }
    const flags = this.view.getUint8(3);
    const little = (flags & LITTLE_ENDIAN) === 1;
    const code = (flags >> 1) & 0b111;
    const length = ENVELOPE_BYTES[code];
    if (length === undefined) throw new TypeError(`GeoPackage envelope of unknown kind ${code}`);
    this.at = HEAD + length;
    const edge = (i: number) => this.view.getFloat64(HEAD + 8 * i, little);
    const envelope: Bbox | null = length ? [edge(0), edge(2), edge(1), edge(3)] : null;
    return { empty: (flags & EMPTY) !== 0, envelope };
  }

  /** Byte order and kind; `skip` bytes of height and measure follow each position (ISO and EWKB codes). */
  type(): { type: number; skip: number } {
    this.little = this.view.getUint8(this.at) === 1;
    const code = this.view.getUint32(this.at + 1, this.little);
    this.at += 5;
    const iso = Math.floor((code & 0x0fffffff) / 1000);
    const z = iso === 1 || iso === 3 || (code & 0x80000000) !== 0;
    const m = iso === 2 || iso === 3 || (code & 0x40000000) !== 0;
    return { type: (code & 0x0fffffff) % 1000, skip: (z ? 8 : 0) + (m ? 8 : 0) };
  }
  /** As many as the bytes say. */
  members<T>(one: () => T): T[] {
    const out: T[] = [];
    const count = this.view.getUint32(this.at, this.little);
    this.at += 4;
    for (let i = 0; i < count; i++) out.push(one());
    return out;
  }
  rings(skip: number): [number, number][][] {
    return this.members(() => this.positions(skip));
  }
  positions(skip: number): [number, number][] {
    return this.members(() => this.position(skip));
  }
  position(skip: number): [number, number] {
    const x = this.view.getFloat64(this.at, this.little);
    const y = this.view.getFloat64(this.at + 8, this.little);
    this.at += 16 + skip;
    return [x, y];
  }
}
