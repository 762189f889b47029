/** Well-known binary (OGC 06-103r4, 8.2), little-endian: how shapes are handed to GEOS and PostGIS. */
import type { LineSet, PolygonSet } from "../../../src/core/model/geometry.ts";

const LITTLE_ENDIAN = 1;
const LINE_STRING = 2;
const POLYGON = 3;
const MULTI_LINE_STRING = 5;
const MULTI_POLYGON = 6;
/** Byte order, type and number of members. */
const HEAD = 9;
const POSITION = 16;

/** Feature `f` as a multipolygon. */
export function wkbOfPolygons({ featurePart, partRing, ringVertex, xy }: PolygonSet, f: number): Uint8Array {
  const [fromPart, toPart] = [featurePart[f]!, featurePart[f + 1]!];
  const [fromRing, toRing] = [partRing[fromPart]!, partRing[toPart]!];
  const vertices = ringVertex[toRing]! - ringVertex[fromRing]!;
  const writer = new Writer(HEAD * (1 + toPart - fromPart) + 4 * (toRing - fromRing) + POSITION * vertices);
  writer.head(MULTI_POLYGON, toPart - fromPart);
  for (let p = fromPart; p < toPart; p++) {
    writer.head(POLYGON, partRing[p + 1]! - partRing[p]!);
    for (let r = partRing[p]!; r < partRing[p + 1]!; r++) {
      writer.count(ringVertex[r + 1]! - ringVertex[r]!);
      writer.positions(xy, ringVertex[r]!, ringVertex[r + 1]!);
    }
  }
  return writer.bytes;
}

/** Every ring of a set as one multilinestring. */
export function wkbOfRings({ ringVertex, xy }: PolygonSet): Uint8Array {
  const rings = ringVertex.length - 1;
  const writer = new Writer(HEAD * (1 + rings) + (POSITION * xy.length) / 2);
  writer.head(MULTI_LINE_STRING, rings);
  for (let r = 0; r < rings; r++) {
    writer.head(LINE_STRING, ringVertex[r + 1]! - ringVertex[r]!);
    writer.positions(xy, ringVertex[r]!, ringVertex[r + 1]!);
  }
  return writer.bytes;
}

/**
 * Every vertex of a set as a line of no length, all as one multilinestring: GEOS has an index of distances for
 * lines and none for points.
 */
export function wkbOfVertices({ xy }: LineSet): Uint8Array {
  const count = xy.length / 2;
  const writer = new Writer(HEAD + count * (HEAD + 2 * POSITION));
  writer.head(MULTI_LINE_STRING, count);
  for (let v = 0; v < count; v++) {
    writer.head(LINE_STRING, 2);
    writer.positions(xy, v, v + 1);
    writer.positions(xy, v, v + 1);
  }
  return writer.bytes;
}

class Writer {
  readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.view = new DataView(this.bytes.buffer);
  }

  type(type: number): void {
    this.view.setUint8(this.at, LITTLE_ENDIAN);
    this.view.setUint32(this.at + 1, type, true);
    this.at += 5;
  }

  count(members: number): void {
    this.view.setUint32(this.at, members, true);
    this.at += 4;
  }

  head(type: number, members: number): void {
    this.type(type);
    this.count(members);
  }

  positions(xy: Float64Array, from: number, to: number): void {
    for (let i = 2 * from; i < 2 * to; i++) {
      this.view.setFloat64(this.at, xy[i]!, true);
      this.at += 8;
    }
  }
}
