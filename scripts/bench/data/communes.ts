/** Communes: a jittered lattice whose borders are shared by the neighbours, vertex for vertex. */
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import { randomOf } from "../../demo/random.ts";
import { fractalLine } from "./fractal.ts";
import { HEIGHT_M, type PlanePoint, toCentimetre, WIDTH_M } from "./plane.ts";

const COLUMNS = 20;
const ROWS = 10;
/** Strip around the province that belongs to no commune: some households are in none. */
const MARGIN_M = 1500;
const ROUGH = 0.06;
/** How far a corner is moved, as a share of a cell. */
const JITTER = 0.22;

/**
 * 200 polygons of 4 × `edgesPerSide` + 1 vertices, in metres. `edgesPerSide` is a power of two; the corners are
 * the same for every value.
 */
export function communePolygons(seed: number, edgesPerSide: number): ArealGeometry[] {
  const corner = cornersOf(seed);
  const side = (name: string, from: PlanePoint, to: PlanePoint) => [
    ...fractalLine(from, to, edgesPerSide, ROUGH, randomOf(seed, `communes.side.${name}`)),
    to,
  ];
  const bottom = (column: number, row: number) =>
    side(`${column},${row},east`, corner(column, row), corner(column + 1, row));
  const left = (column: number, row: number) =>
    side(`${column},${row},north`, corner(column, row), corner(column, row + 1));
  const polygons: ArealGeometry[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const ring = [
        ...bottom(column, row).slice(0, -1),
        ...left(column + 1, row).slice(0, -1),
        ...bottom(column, row + 1)
          .reverse()
          .slice(0, -1),
        ...left(column, row).reverse(),
      ];
      polygons.push({ type: "Polygon", coordinates: [ring] });
    }
  }
  return polygons;
}

function cornersOf(seed: number): (column: number, row: number) => PlanePoint {
  const random = randomOf(seed, "communes.corners");
  const width = (WIDTH_M - 2 * MARGIN_M) / COLUMNS;
  const height = (HEIGHT_M - 2 * MARGIN_M) / ROWS;
  const corners: PlanePoint[] = [];
  for (let row = 0; row <= ROWS; row++) {
    for (let column = 0; column <= COLUMNS; column++) {
      const east = random.between(-JITTER, JITTER) * (column > 0 && column < COLUMNS ? width : 0);
      const north = random.between(-JITTER, JITTER) * (row > 0 && row < ROWS ? height : 0);
      corners.push([
        toCentimetre(MARGIN_M + column * width + east),
        toCentimetre(MARGIN_M + row * height + north),
      ]);
    }
  }
  return (column, row) => corners[row * (COLUMNS + 1) + column]!;
}

/** The code of a commune of the lattice, by its place in `communePolygons`. */
export const communeCode = (commune: number): string => String(10_001 + commune);

/** The code a household would declare: that of the unjittered cell it lies in. */
export function communeCodeAt(x: number, y: number): string {
  const column = Math.min(COLUMNS - 1, Math.floor((x / WIDTH_M) * COLUMNS));
  const row = Math.min(ROWS - 1, Math.floor((y / HEIGHT_M) * ROWS));
  return communeCode(row * COLUMNS + column);
}
