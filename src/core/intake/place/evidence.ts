/** How the rows of a table lie among the communes when they are placed in one way. */
import { type CrsCode, crsDefinition } from "../../crs/definitions.ts";
import { crsTransform } from "../../crs/transform.ts";
import { distanceM } from "../../geometry/ellipsoid.ts";
import type { PlaceMeaning } from "../meaning.ts";
import { type Communes, inCommunes } from "./communes.ts";
import { median } from "./median.ts";
import type { FileNumbers } from "./numbers-of.ts";

/** Numbers beyond are no position in any system of the register. */
const MOST = 3e7;

/** One value for each compared row. */
export interface Evidence {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly any: Uint8Array;
  readonly own: Uint8Array;
  /** Metres between the centroids of an area and of the commune of its code; NaN where there are not both. */
  readonly centroidM: Float64Array;
  /** Metres from the vertices of an area to the borders, median; NaN for other shapes and beyond 2 km. */
  readonly borderM: Float64Array;
}

/** x, y interleaved to longitude, latitude; NaN where there are no numbers or none of this system. */
export function placedNumbers(place: PlaceMeaning, xy: Float64Array): Float64Array {
  const { inverse } = crsTransform(place.crs);
  const turned = place.kind === "geometry" && place.axes === "yx";
  const ordered = place.kind === "columns" && place.east === place.north ? byKind(place.crs) : null;
  const out = new Float64Array(xy.length).fill(Number.NaN);
  for (let i = 0; i < xy.length; i += 2) {
    let x = xy[turned ? i + 1 : i]!;
    let y = xy[turned ? i : i + 1]!;
    if (ordered?.(x, y)) [x, y] = [y, x];
    if (!(Math.abs(x) < MOST && Math.abs(y) < MOST)) continue;
    const [lon, lat] = inverse(x, y);
    out[i] = lon;
    out[i + 1] = lat;
  }
  return out;
}

/** Whether two numbers of one text stand north first: their size tells it in this country. */
function byKind(crs: CrsCode): (x: number, y: number) => boolean {
  const { grid } = crsDefinition(crs)!;
  // Degrees and the sphere of web maps have no grid: east is larger there too.
  const eastLarger = grid === null || grid.falseEasting > 1_000_000;
  return (x, y) => (eastLarger ? x < y : x > y);
}

/** Rows, centroids and vertices of a table under one way; interleaved longitude, latitude. */
export interface Placed {
  readonly rows: Float64Array;
  readonly centroids: Float64Array;
  readonly vertices: Float64Array;
}

/** Places what is compared. */
export function placedOf(place: PlaceMeaning, { xy, centroids, vertices }: FileNumbers): Placed {
  return {
    rows: placedNumbers(place, xy),
    centroids: placedNumbers(place, centroids),
    vertices: placedNumbers(place, vertices),
  };
}

/** The same if the numbers had been in WGS 84 and were taken for VN-2000: where a step too many is undone. */
export function withoutDatumStep({ rows, centroids, vertices }: Placed): Placed {
  const { forward } = crsTransform("EPSG:4756");
  const back = (xy: Float64Array) => {
    const out = new Float64Array(xy.length).fill(Number.NaN);
    for (let i = 0; i < xy.length; i += 2) {
      if (Number.isFinite(xy[i]! + xy[i + 1]!)) out.set(forward(xy[i]!, xy[i + 1]!), i);
    }
    return out;
  };
  return { rows: back(rows), centroids: back(centroids), vertices: back(vertices) };
}

/** `wanted`: for each compared row the feature of the commune it says it is in, or -1. */
export function evidenceOf(
  placed: Placed,
  { vertexStart }: FileNumbers,
  communes: Communes | null,
  wanted: Int32Array,
): Evidence {
  const count = wanted.length;
  const lon = Float64Array.from({ length: count }, (_, i) => placed.rows[2 * i]!);
  const lat = Float64Array.from({ length: count }, (_, i) => placed.rows[2 * i + 1]!);
  const centroidM = new Float64Array(count).fill(Number.NaN);
  const borderM = new Float64Array(count).fill(Number.NaN);
  if (!communes) {
    return { lon, lat, any: new Uint8Array(count), own: new Uint8Array(count), centroidM, borderM };
  }
  const { centroids, vertices } = placed;
  if (vertices.length > 0) {
    for (let i = 0; i < count; i++) {
      if (wanted[i]! >= 0) {
        const [cx, cy] = communes.centroid(wanted[i]!);
        centroidM[i] = distanceM(centroids[2 * i]!, centroids[2 * i + 1]!, cx, cy);
      }
      const metres: number[] = [];
      for (let k = vertexStart[i]!; k < vertexStart[i + 1]!; k++) {
        metres.push(communes.toBorderM(vertices[2 * k]!, vertices[2 * k + 1]!));
      }
      borderM[i] = median(metres) ?? Number.NaN;
    }
  }
  return { lon, lat, ...inCommunes(communes, lon, lat, wanted), centroidM, borderM };
}

/** Metres by which one of two distances must be smaller to say anything. */
const LESS = 30;
/** Farther than this an area's border is another one. */
const SAME_BORDER = 300;

/** Rows that lie better under the one than under the other, and the reverse. */
export function compare(a: Evidence, b: Evidence, wanted: Int32Array): readonly [forA: number, forB: number] {
  let [forA, forB] = [0, 0];
  for (let i = 0; i < a.lon.length; i++) {
    const better = wanted[i]! >= 0 ? a.own[i]! - b.own[i]! : a.any[i]! - b.any[i]!;
    const vote =
      better ||
      closer(a.centroidM[i]!, b.centroidM[i]!, Infinity) ||
      closer(a.borderM[i]!, b.borderM[i]!, SAME_BORDER);
    if (vote > 0) forA++;
    else if (vote < 0) forB++;
  }
  return [forA, forB];
}

function closer(a: number, b: number, limit: number): number {
  if (!(Math.min(a, b) <= limit) || Math.abs(a - b) < LESS) return 0;
  return a < b ? 1 : -1;
}
