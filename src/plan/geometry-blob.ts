/**
 * Shapes as GeoPackageBinary (OGC 12-128r17 §2.1.3): header, envelope for everything but points, then
 * little-endian WKB. WGS 84 degrees, always multi-parts for lines and polygons, as the tables declare.
 */
import { WKB, WkbCursor } from "../core/formats/geopackage/wkb-cursor.ts";
import type { ArealGeometry, Geometry, LineGeometry, PointGeometry } from "../core/model/geometry.ts";
import type { Bbox, LonLat } from "../core/units.ts";

const SRS_ID = 4326;
const LITTLE_ENDIAN = 0b1;
const EMPTY = 0b10000;
const ENVELOPE_XY = 0b10;

/** A point; null makes the empty point (NaN coordinates and the "empty" flag, as the standard asks). */
export function encodePoint(at: LonLat | null): Uint8Array {
  const writer = new Writer(8 + 21);
  writer.head(at ? LITTLE_ENDIAN : LITTLE_ENDIAN | EMPTY);
  writer.wkb(WKB.Point);
  writer.double(at ? at[0] : Number.NaN);
  writer.double(at ? at[1] : Number.NaN);
  return writer.bytes;
}

/** A shape as it is stored: polygons and lines become multi-parts, rings stay as they are. */
export function encodeGeometry(geometry: Geometry): Uint8Array {
  if (geometry.type === "Point") return encodePoint(geometry.coordinates);
  const areal = geometry.type === "Polygon" || geometry.type === "MultiPolygon";
  // Lines are parts of one "ring" each, so that both kinds are written by the same loop.
  const parts: readonly (readonly (readonly LonLat[])[])[] = areal
    ? geometry.type === "Polygon"
      ? [geometry.coordinates]
      : geometry.coordinates
    : geometry.type === "LineString"
      ? [[geometry.coordinates]]
      : geometry.coordinates.map((line) => [line]);
  let size = 8 + 32 + 9;
  for (const rings of parts) {
    size += areal ? 9 : 5;
    for (const ring of rings) size += 4 + 16 * ring.length;
  }
  const box = boxOf(parts);
  if (!box) size -= 32;
  const writer = new Writer(size);
  writer.head(box ? LITTLE_ENDIAN | ENVELOPE_XY : LITTLE_ENDIAN | EMPTY);
  if (box) for (const edge of [box[0], box[2], box[1], box[3]]) writer.double(edge);
  writer.wkb(areal ? WKB.MultiPolygon : WKB.MultiLineString);
  writer.count(parts.length);
  for (const rings of parts) {
    writer.wkb(areal ? WKB.Polygon : WKB.LineString);
    if (areal) writer.count(rings.length);
    for (const ring of rings) {
      writer.count(ring.length);
      for (const [lon, lat] of ring) {
        writer.double(lon);
        writer.double(lat);
      }
    }
  }
  return writer.bytes;
}

/** Bounds told by the header or by a point, null for an empty shape. Reads no vertex of lines and polygons of ours. */
export function boundsOf(blob: Uint8Array): Bbox | null {
  const reader = new Reader(blob);
  const { empty, envelope } = reader.head();
  if (empty) return null;
  if (envelope) return envelope;
  const geometry = reader.geometry();
  if (geometry?.type === "Point") {
    const [lon, lat] = geometry.coordinates;
    return [lon, lat, lon, lat];
  }
  return geometry ? boxOf(partsOf(geometry)) : null;
}

/** Bounds of two things together; null stands for nothing. */
export function unionOf(a: Bbox | null, b: Bbox | null): Bbox | null {
  if (!a || !b) return a ?? b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** Position of a stored point, null for an empty one. Throws on any other shape. */
export function decodePoint(blob: Uint8Array): LonLat | null {
  const geometry = decode(blob);
  if (geometry === null) return null;
  if (geometry.type !== "Point") throw new TypeError(`wanted a point, found ${geometry.type}`);
  return geometry.coordinates;
}

/** A stored polygon; the single form when it has exactly one part. Throws on any other shape. */
export function decodeAreal(blob: Uint8Array): ArealGeometry {
  const geometry = decode(blob);
  if (geometry?.type === "Polygon") return geometry;
  if (geometry?.type === "MultiPolygon") {
    const [only] = geometry.coordinates;
    return only && geometry.coordinates.length === 1 ? { type: "Polygon", coordinates: only } : geometry;
  }
  throw new TypeError(`wanted a polygon, found ${geometry?.type ?? "an empty shape"}`);
}

/** A stored line; the single form when it has exactly one part. Throws on any other shape. */
export function decodeLine(blob: Uint8Array): LineGeometry {
  const geometry = decode(blob);
  if (geometry?.type === "LineString") return geometry;
  if (geometry?.type === "MultiLineString") {
    const [only] = geometry.coordinates;
    return only && geometry.coordinates.length === 1 ? { type: "LineString", coordinates: only } : geometry;
  }
  throw new TypeError(`wanted a line, found ${geometry?.type ?? "an empty shape"}`);
}

/** Any stored shape, null when it is empty. Other programs' byte orders and heights are read too. */
export function decode(blob: Uint8Array): Geometry | null {
  const reader = new Reader(blob);
  return reader.head().empty ? null : reader.geometry();
}

type Parts = readonly (readonly (readonly LonLat[])[])[];

function partsOf(geometry: Exclude<Geometry, PointGeometry>): Parts {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  if (geometry.type === "MultiPolygon") return geometry.coordinates;
  return geometry.type === "LineString" ? [[geometry.coordinates]] : [geometry.coordinates];
}

function boxOf(parts: Parts): Bbox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rings of parts) {
    for (const ring of rings) {
      for (const [lon, lat] of ring) {
        if (lon < west) west = lon;
        if (lon > east) east = lon;
        if (lat < south) south = lat;
        if (lat > north) north = lat;
      }
    }
  }
  return west <= east ? [west, south, east, north] : null;
}

class Writer {
  readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.view = new DataView(this.bytes.buffer);
  }
  head(flags: number): void {
    this.bytes.set([0x47, 0x50, 0, flags]);
    this.at = 4;
    this.count(SRS_ID);
  }
  wkb(type: number): void {
    this.view.setUint8(this.at, 1);
    this.at += 1;
    this.count(type);
  }
  count(value: number): void {
    this.view.setUint32(this.at, value, true);
    this.at += 4;
  }
  double(value: number): void {
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
  }
}

/** The kinds that the plan's tables hold; throws on any other. */
class Reader extends WkbCursor {
  geometry(): Geometry | null {
    const { type, skip } = this.type();
    if (type === WKB.Point) {
      const at = this.position(skip);
      return Number.isNaN(at[0]) || Number.isNaN(at[1]) ? null : { type: "Point", coordinates: at };
    }
    if (type === WKB.LineString) return { type: "LineString", coordinates: this.positions(skip) };
    if (type === WKB.Polygon) return { type: "Polygon", coordinates: this.rings(skip) };
    if (type === WKB.MultiLineString) {
      return { type: "MultiLineString", coordinates: this.members(() => this.positions(this.type().skip)) };
    }
    if (type === WKB.MultiPolygon) {
      return { type: "MultiPolygon", coordinates: this.members(() => this.rings(this.type().skip)) };
    }
    throw new TypeError(`shape of unknown kind ${type}`);
  }
}
