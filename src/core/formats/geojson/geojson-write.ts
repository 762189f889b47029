/**
 * Writes GeoJSON as RFC 7946 wants it: WGS 84 without a `crs` member, outer rings anticlockwise and holes
 * clockwise, `bbox`, at most 7 decimals (1 cm), UTF-8. The same input gives the same bytes.
 */
import type { Geometry } from "../../model/geometry.ts";
import type { Json } from "../../model/household.ts";
import type { LonLat } from "../../units.ts";
import { encodeText } from "../text/encode-text.ts";

/** One feature to write. Positions are WGS 84 degrees. */
export interface WriteFeature {
  readonly id?: string | number;
  readonly properties: Readonly<Record<string, Json>>;
  readonly geometry: Geometry | null;
}
/** Members beside the features, for what the figures were computed from; RFC 7946 section 6.1 allows them. */
export type CollectionMembers = Readonly<Record<string, Json>>;

/** Members that RFC 7946 gives a meaning or forbids (section 7.1): ours may not use their names. */
const RESERVED = new Set([
  "type",
  "features",
  "bbox",
  "crs",
  "geometry",
  "properties",
  "coordinates",
  "geometries",
]);
const DECIMALS = 1e7;
/** Features joined before they are handed on: few, large pieces. */
const PIECE = 1000;

/** The whole file as bytes. */
export function writeGeoJson(features: Iterable<WriteFeature>, members: CollectionMembers = {}): Uint8Array {
  return encodeText(geoJsonChunks(features, members));
}

/** The file in pieces. `bbox` comes last because it is known last. Throws on a member name that is taken. */
export function* geoJsonChunks(
  features: Iterable<WriteFeature>,
  members: CollectionMembers = {},
): Generator<string, void> {
  let head = '{"type":"FeatureCollection"';
  for (const [name, value] of Object.entries(members)) {
    if (RESERVED.has(name)) throw new Error(`"${name}" has its own meaning in GeoJSON`);
    head += `,${JSON.stringify(name)}:${JSON.stringify(value)}`;
  }
  const box = new Box();
  let piece = `${head},"features":[\n`;
  let count = 0;
  for (const feature of features) {
    if (count > 0) piece += ",\n";
    piece += featureText(feature, box);
    if (++count % PIECE === 0) {
      yield piece;
      piece = "";
    }
  }
  yield `${piece}\n]${box.text()}}\n`;
}

function featureText({ id, properties, geometry }: WriteFeature, box: Box): string {
  const own = new Box();
  const shape = geometry === null ? "null" : geometryText(geometry, own);
  box.join(own);
  const idText = id === undefined ? "" : `"id":${JSON.stringify(id)},`;
  const bboxText = geometry === null || geometry.type === "Point" ? "" : own.text();
  return `{"type":"Feature",${idText}"properties":${JSON.stringify(properties)},"geometry":${shape}${bboxText}}`;
}

function geometryText(geometry: Geometry, box: Box): string {
  const { type } = geometry;
  return `{"type":"${type}","coordinates":${coordinatesText(geometry, box)}}`;
}

function coordinatesText(geometry: Geometry, box: Box): string {
  switch (geometry.type) {
    case "Point":
      return positionText(rounded(geometry.coordinates), box);
    case "LineString":
      return lineText(geometry.coordinates, box);
    case "MultiLineString":
      return listText(geometry.coordinates, (line) => lineText(line, box));
    case "Polygon":
      return polygonText(geometry.coordinates, box);
    case "MultiPolygon":
      return listText(geometry.coordinates, (polygon) => polygonText(polygon, box));
  }
}

function polygonText(rings: readonly (readonly LonLat[])[], box: Box): string {
  return listText(rings, (ring, index) => listText(ringOf(ring, index === 0), (at) => positionText(at, box)));
}

function lineText(line: readonly LonLat[], box: Box): string {
  const apart = withoutRepeats(line.map(rounded));
  return listText(apart.length < 2 ? line.map(rounded) : apart, (at) => positionText(at, box));
}

/** Rounded, without positions that rounding made equal (unless too few would be left), wound the right way. */
function ringOf(ring: readonly LonLat[], outer: boolean): readonly LonLat[] {
  const all = ring.map(rounded);
  const apart = withoutRepeats(all);
  const positions = apart.length < 4 ? all : apart;
  const area = signedArea(positions);
  const wrong = outer ? area < 0 : area > 0;
  return wrong ? [...positions].reverse() : positions;
}

function withoutRepeats(positions: readonly LonLat[]): readonly LonLat[] {
  return positions.filter(
    ([lon, lat], i) => i === 0 || lon !== positions[i - 1]![0] || lat !== positions[i - 1]![1],
  );
}

/** Twice the area in square degrees, positive anticlockwise; relative to the first vertex to keep digits. */
function signedArea(ring: readonly LonLat[]): number {
  const [x0, y0] = ring[0]!;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}

/** At most 7 decimals; adding 0 turns -0 into 0. */
function rounded([lon, lat]: LonLat): LonLat {
  return [Math.round(lon * DECIMALS) / DECIMALS + 0, Math.round(lat * DECIMALS) / DECIMALS + 0];
}

function positionText([lon, lat]: LonLat, box: Box): string {
  box.add(lon, lat);
  return `[${lon},${lat}]`;
}

function listText<T>(items: readonly T[], text: (item: T, index: number) => string): string {
  return `[${items.map(text).join(",")}]`;
}

class Box {
  private west = Infinity;
  private south = Infinity;
  private east = -Infinity;
  private north = -Infinity;

  add(lon: number, lat: number): void {
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) throw new Error(`No position: ${lon}, ${lat}`);
    if (lon < this.west) this.west = lon;
    if (lon > this.east) this.east = lon;
    if (lat < this.south) this.south = lat;
    if (lat > this.north) this.north = lat;
  }

  join(other: Box): void {
    if (other.west === Infinity) return;
    this.add(other.west, other.south);
    this.add(other.east, other.north);
  }

  /** The member with its comma, nothing when no position was written. */
  text(): string {
    return this.west === Infinity ? "" : `,"bbox":[${this.west},${this.south},${this.east},${this.north}]`;
  }
}
