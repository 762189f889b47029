/** One feature of a FlatGeobuf file: its shape and its values. Throws `RangeError` and `TypeError` on broken ones. */
import type { Json } from "../../model/household.ts";
import type { Xy } from "../collect-shapes.ts";
import type { FlatTable } from "./flat-buffer.ts";

declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

const UTF8 = new TextDecoder("utf-8");
const FIELD = { ends: 0, xy: 1, type: 6, parts: 7 } as const;
const KIND = {
  Unknown: 0,
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
} as const;
const MOST_LEVELS = 8;
const POSITION_BYTES = 16;
const PART_BYTES = 4;

/**
 * GeoJSON with the numbers of the file (x, y), null for an empty shape. `kind` is what the header says of all.
 * `room` is what the feature's bytes can hold: parts may point to the same bytes over and over.
 */
export function flatShape(table: FlatTable, kind: number): Json {
  const room = { left: table.view.byteLength };
  return shape(table, kind, room, 0);
}

function shape(table: FlatTable, said: number, room: { left: number }, level: number): Json {
  if (level > MOST_LEVELS) throw new TypeError("nested");
  take(room, PART_BYTES);
  const kind = said === KIND.Unknown ? table.byte(FIELD.type, 0) : said;
  if (kind === KIND.MultiPolygon) {
    const parts = table.tables(FIELD.parts).map((part) => rings(part, room));
    // A single polygon may stand in the place of its parts.
    const all = parts.length === 0 && table.vector(FIELD.xy, 8) ? [rings(table, room)] : parts;
    return all.length === 0 ? null : { type: "MultiPolygon", coordinates: all };
  }
  if (kind === KIND.GeometryCollection) {
    const geometries = table.tables(FIELD.parts).map((part) => shape(part, KIND.Unknown, room, level + 1));
    return { type: "GeometryCollection", geometries: geometries.filter((part) => part !== null) };
  }
  const all = rings(table, room);
  const first = all[0] ?? [];
  if (first.length === 0) return null;
  if (kind === KIND.Point) return { type: "Point", coordinates: first[0]! };
  if (kind === KIND.MultiPoint) return { type: "MultiPoint", coordinates: all.flat() };
  if (kind === KIND.LineString) return { type: "LineString", coordinates: all.flat() };
  if (kind === KIND.Polygon) return { type: "Polygon", coordinates: all };
  if (kind === KIND.MultiLineString) return { type: "MultiLineString", coordinates: all };
  throw new TypeError(`shape of kind ${kind}`);
}

/** Positions cut where `ends` says; one piece without it. */
function rings(table: FlatTable, room: { left: number }): Xy[][] {
  const xy = table.vector(FIELD.xy, 8);
  if (!xy) return [];
  const count = Math.floor(xy.length / 2);
  take(room, PART_BYTES + POSITION_BYTES * count);
  const ends = table.vector(FIELD.ends, 4);
  const { view } = table;
  const out: Xy[][] = [];
  let from = 0;
  for (let i = 0; i < (ends?.length || 1); i++) {
    const end = ends?.length ? view.getUint32(ends.at + 4 * i, true) : count;
    if (end < from || end > count) throw new RangeError("part beyond its positions");
    const ring: Xy[] = [];
    for (let at = xy.at + POSITION_BYTES * from; from < end; from++, at += POSITION_BYTES) {
      const position: Xy = [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
      if (!Number.isFinite(position[0]) || !Number.isFinite(position[1])) throw new TypeError("no position");
      ring.push(position);
    }
    out.push(ring);
  }
  return out;
}

function take(room: { left: number }, bytes: number): void {
  room.left -= bytes;
  if (room.left < 0) throw new RangeError("more shapes than bytes");
}

/** Types of columns in the order of the format's numbers. */
const READERS: readonly ((view: DataView, at: number) => readonly [value: Json, bytes: number])[] = [
  (view, at) => [view.getInt8(at), 1],
  (view, at) => [view.getUint8(at), 1],
  (view, at) => [view.getUint8(at) !== 0, 1],
  (view, at) => [view.getInt16(at, true), 2],
  (view, at) => [view.getUint16(at, true), 2],
  (view, at) => [view.getInt32(at, true), 4],
  (view, at) => [view.getUint32(at, true), 4],
  (view, at) => [whole(view.getBigInt64(at, true)), 8],
  (view, at) => [whole(view.getBigUint64(at, true)), 8],
  (view, at) => [real(view.getFloat32(at, true)), 4],
  (view, at) => [real(view.getFloat64(at, true)), 8],
  (view, at) => text(view, at),
  (view, at) => [json(text(view, at)[0]), text(view, at)[1]],
  (view, at) => text(view, at),
  // Bytes (pictures) are passed over.
  (view, at) => [null, 4 + view.getUint32(at, true)],
];
export const BINARY = 14;

/** Calls `take` with the number and the value of every column the feature says something in. */
export function flatValues(
  view: DataView,
  types: readonly number[],
  take: (column: number, value: Json) => void,
): void {
  for (let at = 0; at < view.byteLength; ) {
    const column = view.getUint16(at, true);
    const reader = READERS[types[column] ?? -1];
    if (!reader) throw new TypeError(`column ${column}`);
    const [value, bytes] = reader(view, at + 2);
    take(column, value);
    at += 2 + bytes;
  }
}

function text(view: DataView, at: number): readonly [string, number] {
  const length = view.getUint32(at, true);
  if (at + 4 + length > view.byteLength) throw new RangeError("text beyond the end");
  return [UTF8.decode(new Uint8Array(view.buffer, view.byteOffset + at + 4, length)), 4 + length];
}

/** Numbers that JavaScript cannot hold exactly are given as text. */
function whole(value: bigint): Json {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

/** The format writes NaN for no number. */
function real(value: number): Json {
  return Number.isFinite(value) ? value : null;
}

function json(value: string): Json {
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}
