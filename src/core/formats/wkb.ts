/**
 * Shapes as GeoPackageBinary (OGC 12-128r17 §2.1.3) and as the WKB inside it, of any kind that other programs
 * write. Positions are the numbers of the file; heights and measures are passed over.
 */
import type { Json } from "../model/household.ts";
import type { Xy } from "./collect-shapes.ts";

const MAGIC = 0x4750;
const EMPTY = 0b10000;
/** Bytes of the envelope by its code in the flags (none, xy, xyz, xym, xyzm). */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64] as const;
const MOST_LEVELS = 8;
const KIND = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
} as const;

/**
 * The shape of a GeoPackage blob as GeoJSON, null for an empty one. Throws `RangeError` (cut off) or `TypeError`
 * (another kind of bytes, curves): a row that has such a shape is refused, not the file.
 */
export function gpkgShape(blob: Uint8Array): Json {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  if (view.getUint16(0) !== MAGIC) throw new TypeError("no GeoPackage shape");
  const flags = view.getUint8(3);
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 0b111];
  if (envelope === undefined) throw new TypeError("unknown envelope");
  if (flags & EMPTY) return null;
  return new Wkb(view, 8 + envelope).shape(0);
}

/** Walks forward over the bytes; a count that they cannot hold ends in the `RangeError` of `DataView`. */
class Wkb {
  private little = true;

  constructor(
    private readonly view: DataView,
    private at: number,
  ) {}

  shape(level: number): Json {
    if (level > MOST_LEVELS) throw new TypeError("nested");
    const { kind, skip } = this.kind();
    if (kind === KIND.Point) {
      const at = this.position(skip);
      return Number.isNaN(at[0]) || Number.isNaN(at[1]) ? null : { type: "Point", coordinates: at };
    }
    if (kind === KIND.LineString) return full("LineString", this.positions(skip));
    if (kind === KIND.Polygon) return full("Polygon", this.rings(skip));
    const parts = this.members(() => this.shape(level + 1)).filter((part) => part !== null);
    if (kind === KIND.GeometryCollection) return { type: "GeometryCollection", geometries: parts };
    const name = MULTI[kind];
    if (!name) throw new TypeError(`shape of kind ${kind}`);
    const coordinates = parts.map((part) => coordinatesOf(part, name));
    return full(`Multi${name}`, coordinates);
  }

  /** Byte order and kind; `skip` bytes of height and measure follow each position (ISO and EWKB codes). */
  private kind(): { kind: number; skip: number } {
    this.little = this.view.getUint8(this.at) === 1;
    const code = this.view.getUint32(this.at + 1, this.little);
    this.at += 5;
    const plain = code & 0x0fffffff;
    const iso = Math.floor(plain / 1000);
    const z = iso === 1 || iso === 3 || (code & 0x80000000) !== 0;
    const m = iso === 2 || iso === 3 || (code & 0x40000000) !== 0;
    return { kind: plain % 1000, skip: (z ? 8 : 0) + (m ? 8 : 0) };
  }
  private members<T>(one: () => T): T[] {
    const count = this.view.getUint32(this.at, this.little);
    this.at += 4;
    const out: T[] = [];
    // Parts carry their own byte order; the count was read in that of the whole.
    for (let i = 0; i < count; i++) out.push(one());
    return out;
  }
  private rings(skip: number): Xy[][] {
    return this.members(() => this.positions(skip));
  }
  private positions(skip: number): Xy[] {
    return this.members(() => this.position(skip));
  }
  private position(skip: number): Xy {
    const x = this.view.getFloat64(this.at, this.little);
    const y = this.view.getFloat64(this.at + 8, this.little);
    this.at += 16 + skip;
    return [x, y];
  }
}

const MULTI: Readonly<Record<number, string>> = {
  [KIND.MultiPoint]: "Point",
  [KIND.MultiLineString]: "LineString",
  [KIND.MultiPolygon]: "Polygon",
};

function full(type: string, coordinates: readonly Json[]): Json {
  return coordinates.length === 0 ? null : { type, coordinates };
}

function coordinatesOf(part: Json, wanted: string): Json {
  const { type, coordinates } = part as { readonly type: string; readonly coordinates: Json };
  if (type !== wanted) throw new TypeError(`${type} in a multi-part of ${wanted}`);
  return coordinates;
}
