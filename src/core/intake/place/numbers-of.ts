/** The numbers that are compared with the communes: of rows, and of the vertices shown on the map. */

import { pointInside } from "../../geometry/point-inside.ts";
import type { ArealGeometry } from "../../model/geometry.ts";
import type { Json } from "../../model/household.ts";
import type { LonLat } from "../../units.ts";
import type { SourceTable } from "../dataset.ts";
import type { PlaceMeaning } from "../meaning.ts";
import { columnAt, pairReader, positionsIn, SAMPLE_ROWS, spreadRows } from "./sample.ts";

/** Rows that are compared; of a longer table so many, evenly taken. */
export const MOST_ROWS = 20_000;
/** Of shapes, whose inside has to be found. */
const MOST_SHAPES = 2000;
/** Vertices of a ring that are enough to find a position inside: it has to be typical, not exact. */
const RING = 200;
/** Vertices of one shape whose distance to the borders is asked, and of all together. */
const VERTICES = 12;
const ALL_VERTICES = 6000;

/** As in the file: x is the first number, or the number of the east column. NaN where a row has none. */
export interface FileNumbers {
  readonly rows: Uint32Array;
  /** x, y of each of them. */
  readonly xy: Float64Array;
  /** x, y of what is shown: rows, or vertices of shapes; at most 2,000. */
  readonly shown: Float64Array;
  /** Of areas: vertices of row `i` are `vertexStart[i] … vertexStart[i + 1]` in `vertices`; else empty. */
  readonly vertices: Float64Array;
  readonly vertexStart: Uint32Array;
  /** Centroids x, y of the areas of each row; empty for other tables. */
  readonly centroids: Float64Array;
}

/** Meanings with the same key have the same numbers. */
export function numbersKey(place: PlaceMeaning): string {
  return place.kind === "geometry" ? "" : JSON.stringify([place.east, place.north]);
}

/** Takes the numbers of up to 20,000 rows (2,000 shapes). For shapes a position inside each. */
export function fileNumbers(table: SourceTable, place: PlaceMeaning): FileNumbers {
  return place.kind === "geometry" ? ofShapes(table) : ofColumns(table, place.east, place.north);
}

function ofColumns(table: SourceTable, east: string, north: string): FileNumbers {
  const rows = spreadRows(table.count, MOST_ROWS);
  const read = pairReader(table, columnAt(table, east), columnAt(table, north));
  const pairs = Array.from(rows, (row) => read(row));
  const xy = new Float64Array(2 * rows.length);
  pairs.forEach((pair, i) => {
    xy.set(pair, 2 * i);
  });
  const shown = Float64Array.from(
    [...spreadRows(rows.length, SAMPLE_ROWS)].flatMap((i) => [xy[2 * i]!, xy[2 * i + 1]!]),
  );
  const none = { vertices: new Float64Array(0), centroids: new Float64Array(0) };
  return { rows, xy, shown, vertexStart: new Uint32Array(rows.length + 1), ...none };
}

function ofShapes(table: SourceTable): FileNumbers {
  const rows = spreadRows(table.count, MOST_SHAPES);
  const xy = new Float64Array(2 * rows.length);
  const vertexStart = new Uint32Array(rows.length + 1);
  const centroids = new Float64Array(2 * rows.length).fill(Number.NaN);
  const vertices: number[] = [];
  const shown: number[] = [];
  const each = Math.max(1, Math.ceil(SAMPLE_ROWS / Math.max(1, rows.length)));
  const asked = Math.min(VERTICES, Math.max(1, Math.floor(ALL_VERTICES / Math.max(1, rows.length))));
  rows.forEach((row, i) => {
    const geometry = table.geometry(row);
    const all = positionsIn(geometry);
    const area = arealOf(geometry);
    xy.set(area ? pointInside(thinned(area)) : (all[all.length >> 1] ?? [Number.NaN, Number.NaN]), 2 * i);
    for (const at of spreadRows(all.length, each)) shown.push(...all[at]!);
    if (area) {
      for (const at of spreadRows(all.length, asked)) vertices.push(...all[at]!);
      centroids.set(centroidOf(area), 2 * i);
    }
    vertexStart[i + 1] = vertices.length / 2;
  });
  const take = spreadRows(shown.length / 2, SAMPLE_ROWS);
  return {
    rows,
    xy,
    shown: Float64Array.from([...take].flatMap((i) => [shown[2 * i]!, shown[2 * i + 1]!])),
    vertices: Float64Array.from(vertices),
    vertexStart,
    centroids,
  };
}

/** The sound rings of an area; null for other shapes and areas without any. */
function arealOf(geometry: Json): ArealGeometry | null {
  if (typeof geometry !== "object" || geometry === null || Array.isArray(geometry)) return null;
  const { type, coordinates } = geometry as { type?: Json; coordinates?: Json };
  if ((type !== "Polygon" && type !== "MultiPolygon") || !Array.isArray(coordinates)) return null;
  const parts = (type === "Polygon" ? [coordinates] : coordinates)
    .filter((part) => Array.isArray(part))
    .map((part) => part.map((ring) => positionsIn(ring)).filter((ring) => ring.length >= 3) as LonLat[][])
    .filter((part) => part.length > 0);
  return parts.length === 0 ? null : { type: "MultiPolygon", coordinates: parts };
}

/** Outer rings with at most 200 of their vertices each, without holes where they are long. */
function thinned(area: ArealGeometry): ArealGeometry {
  const parts = area.type === "Polygon" ? [area.coordinates] : area.coordinates;
  const few = parts.map((part) =>
    part
      .filter((ring, r) => r === 0 || ring.length <= RING)
      .map((ring) => Array.from(spreadRows(ring.length, RING), (i) => ring[i]!)),
  );
  return { type: "MultiPolygon", coordinates: few };
}

/** Centre of gravity in the plane of the numbers; the first vertex of an area of nothing. */
export function centroidOf(area: ArealGeometry): readonly [x: number, y: number] {
  const parts = area.type === "Polygon" ? [area.coordinates] : area.coordinates;
  const [x0, y0] = parts[0]?.[0]?.[0] ?? [0, 0];
  let [twice, cx, cy] = [0, 0, 0];
  for (const part of parts) {
    part.forEach((ring, r) => {
      let [a, ax, ay] = [0, 0, 0];
      for (let i = 0; i < ring.length; i++) {
        const [x1, y1] = [ring[i]![0] - x0, ring[i]![1] - y0];
        const after = ring[(i + 1) % ring.length]!;
        const [x2, y2] = [after[0] - x0, after[1] - y0];
        const cross = x1 * y2 - x2 * y1;
        a += cross;
        ax += (x1 + x2) * cross;
        ay += (y1 + y2) * cross;
      }
      // Holes count against whatever way round rings run.
      const sign = (r === 0 ? 1 : -1) * Math.sign(a);
      twice += sign * a;
      cx += sign * ax;
      cy += sign * ay;
    });
  }
  return twice === 0 ? [x0, y0] : [x0 + cx / (3 * twice), y0 + cy / (3 * twice)];
}
