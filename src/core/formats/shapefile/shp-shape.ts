/**
 * One shape of a `.shp` record (ESRI Shapefile Technical Description, July 1998, pages 6 to 25). Counts in a record
 * are checked against its bytes before anything is made by them.
 */
import type { GroupedRings, Rings } from "../../geometry/group-rings.ts";
import { groupRings, type Steps } from "../../geometry/group-rings.ts";
import type { Json } from "../../model/household.ts";
import type { ProblemCode, ProblemValue } from "../../outcome.ts";
import { polygonOfRings } from "../polygon-of-rings.ts";

export const MULTIPATCH = 31;

/** What a record holds, and how it has to be told. */
export type Shape =
  | { readonly kind: "none" }
  /** A point whose numbers are none: the row is kept without a place. */
  | { readonly kind: "no-place" }
  | {
      readonly kind: "shape";
      readonly geometry: () => Json;
      readonly heights: boolean;
      readonly wrongRings: number;
    }
  | {
      readonly kind: "fault";
      readonly code: ProblemCode;
      readonly values?: Readonly<Record<string, ProblemValue>>;
    };

const KINDS: Readonly<Record<number, "point" | "lines" | "rings" | "points">> = {
  1: "point",
  3: "lines",
  5: "rings",
  8: "points",
};
const POINT = 16;
const BOX = 32;
const BROKEN: Shape = { kind: "fault", code: "shapefile.record" };
const NO_NUMBER: Shape = { kind: "fault", code: "shapefile.number" };

/** Reads the content of a record, bytes `from` up to `to`. Nothing of a shape is kept but where it lies. */
export function shpShape(view: DataView, from: number, to: number, budget: Steps): Shape {
  if (to - from < 4) return BROKEN;
  const type = view.getInt32(from, true);
  if (type === 0) return { kind: "none" };
  // 11 to 18 are 1 to 8 with heights, 21 to 28 with measures.
  const kind = type > 0 && type < 30 ? KINDS[type % 10] : undefined;
  if (kind === undefined) {
    if (type === MULTIPATCH) return { kind: "fault", code: "shapefile.multipatch" };
    return { kind: "fault", code: "shapefile.kind", values: { given: String(type) } };
  }
  const heights = type > 10;
  const at = from + 4;
  if (kind === "point") {
    if (at + POINT > to) return BROKEN;
    if (!areNumbers(view, at, 1)) return { kind: "no-place" };
    const geometry = () => ({ type: "Point", coordinates: positions(view, at, 1)[0]! });
    return { kind: "shape", geometry, heights, wrongRings: 0 };
  }
  return kind === "points"
    ? pointsShape(view, at + BOX, to, heights)
    : partsShape(view, at + BOX, to, heights, kind === "rings" ? budget : null);
}

function pointsShape(view: DataView, at: number, to: number, heights: boolean): Shape {
  if (at + 4 > to) return BROKEN;
  const count = view.getUint32(at, true);
  if (count > (to - at - 4) / POINT) return BROKEN;
  if (count === 0) return { kind: "none" };
  if (!areNumbers(view, at + 4, count)) return NO_NUMBER;
  const geometry = () => ({ type: "MultiPoint", coordinates: positions(view, at + 4, count) });
  return { kind: "shape", geometry, heights, wrongRings: 0 };
}

/** Lines without a budget, areas with one. */
function partsShape(view: DataView, at: number, to: number, heights: boolean, budget: Steps | null): Shape {
  if (at + 8 > to) return BROKEN;
  const parts = view.getUint32(at, true);
  const count = view.getUint32(at + 4, true);
  if (parts > (to - at - 8) / 4 || count > (to - at - 8 - 4 * parts) / POINT) return BROKEN;
  if (parts === 0 || count === 0) return { kind: "none" };
  const start: number[] = [];
  for (let part = 0; part < parts; part++) {
    const first = view.getUint32(at + 8 + 4 * part, true);
    if (first > count || first < (start.at(-1) ?? 0) || (part === 0 && first !== 0)) return BROKEN;
    start.push(first);
  }
  start.push(count);
  const points = at + 8 + 4 * parts;
  if (!areNumbers(view, points, count)) return NO_NUMBER;
  if (budget === null)
    return { kind: "shape", geometry: () => linesOf(view, points, start), heights, wrongRings: 0 };
  const rings = ringsOf(view, points, start);
  const grouped = groupRings(rings, budget);
  if (grouped === null) return { kind: "fault", code: "shapefile.rings", values: { rings: parts } };
  // The vertices are read again when asked for: holding those of every shape would take several times the file.
  const geometry = () => polygonOfRings(ringsOf(view, points, start), grouped);
  return { kind: "shape", geometry, heights, wrongRings: wrongWay(grouped) };
}

/** Rings that run against the direction the format asks for: outlines clockwise, holes counter-clockwise. */
function wrongWay({ polygons, area2 }: GroupedRings): number {
  let wrong = 0;
  for (const rings of polygons) {
    for (const [place, r] of rings.entries()) {
      if (place === 0 ? area2[r]! > 0 : area2[r]! < 0) wrong++;
    }
  }
  return wrong;
}

function ringsOf(view: DataView, at: number, start: readonly number[]): Rings {
  const xy = new Float64Array(2 * start.at(-1)!);
  for (let i = 0; i < xy.length; i++) xy[i] = view.getFloat64(at + 8 * i, true);
  return { xy, start };
}

function linesOf(view: DataView, at: number, start: readonly number[]): Json {
  const lines = start
    .slice(0, -1)
    .map((first, i) => positions(view, at + POINT * first, start[i + 1]! - first));
  return lines.length === 1
    ? { type: "LineString", coordinates: lines[0]! }
    : { type: "MultiLineString", coordinates: lines };
}

function positions(view: DataView, at: number, count: number): [number, number][] {
  return Array.from({ length: count }, (_, i) => [
    view.getFloat64(at + POINT * i, true),
    view.getFloat64(at + POINT * i + 8, true),
  ]);
}

function areNumbers(view: DataView, at: number, count: number): boolean {
  for (let i = 0; i < 2 * count; i++) if (!Number.isFinite(view.getFloat64(at + 8 * i, true))) return false;
  return true;
}
