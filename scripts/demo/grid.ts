/**
 * Regular grids over longitude and latitude. Row 0 is the northernmost; a value stands for the middle of its
 * cell; `at` positions are in cells (0.5, 0.5 is the middle of the first cell).
 */
import { metresPerDegreeLat, metresPerDegreeLon } from "../../src/core/geometry/ellipsoid.ts";
import type { Bbox, LonLat } from "../../src/core/units.ts";

/** Where a grid lies. Cells are a little narrower than high; lengths use the mean of both sides. */
export interface Frame {
  readonly nx: number;
  readonly ny: number;
  /** North-west corner and side of a cell in degrees. */
  readonly west: number;
  readonly north: number;
  readonly step: number;
  /** Mean side of a cell in metres. */
  readonly cellM: number;
}

export function frameOf(west: number, north: number, step: number, nx: number, ny: number): Frame {
  const middle = north - (ny * step) / 2;
  const cellM = (step * (metresPerDegreeLon(middle) + metresPerDegreeLat(middle))) / 2;
  return { nx, ny, west, north, step, cellM };
}

/** The same ground with cells `factor` times as wide. */
export function coarser(frame: Frame, factor: number): Frame {
  const { west, north, step, nx, ny, cellM } = frame;
  return {
    west,
    north,
    step: step * factor,
    nx: Math.ceil(nx / factor),
    ny: Math.ceil(ny / factor),
    cellM: cellM * factor,
  };
}

/** Degrees, rounded to 6 decimals (0.1 m): the finest the demo data say anything at. */
export function lonLatAt({ west, north, step }: Frame, x: number, y: number): LonLat {
  return [Math.round((west + x * step) * 1e6) / 1e6, Math.round((north - y * step) * 1e6) / 1e6];
}

/** Position in cells of a point in degrees. */
export function cellsAt({ west, north, step }: Frame, [lon, lat]: LonLat): [x: number, y: number] {
  return [(lon - west) / step, (north - lat) / step];
}

/** The cell that holds a position in cells, moved to the edge when outside. */
export function cellIndex({ nx, ny }: Frame, x: number, y: number): number {
  const column = Math.min(nx - 1, Math.max(0, Math.floor(x)));
  const row = Math.min(ny - 1, Math.max(0, Math.floor(y)));
  return row * nx + column;
}

export function boundsOf({ west, north, step, nx, ny }: Frame): Bbox {
  return [west, north - ny * step, west + nx * step, north];
}

/** Value between the middles of cells, by a cubic through the neighbours (Catmull–Rom): smooth, goes through all. */
export function sampleCubic(values: Float32Array, { nx, ny }: Frame, x: number, y: number): number {
  const cx = x - 0.5;
  const cy = y - 0.5;
  const x0 = Math.floor(cx);
  const y0 = Math.floor(cy);
  const wx = cubicWeights(cx - x0);
  const wy = cubicWeights(cy - y0);
  let sum = 0;
  for (let j = 0; j < 4; j++) {
    const row = Math.min(ny - 1, Math.max(0, y0 + j - 1)) * nx;
    let line = 0;
    for (let i = 0; i < 4; i++) {
      line += wx[i] * values[row + Math.min(nx - 1, Math.max(0, x0 + i - 1))];
    }
    sum += wy[j] * line;
  }
  return sum;
}

function cubicWeights(t: number): [number, number, number, number] {
  const t2 = t * t;
  const t3 = t2 * t;
  return [
    -0.5 * t3 + t2 - 0.5 * t,
    1.5 * t3 - 2.5 * t2 + 1,
    -1.5 * t3 + 2 * t2 + 0.5 * t,
    0.5 * t3 - 0.5 * t2,
  ];
}

/** Moves a position in cells of the finer grid before the coarser one is asked. */
export type Bend = (x: number, y: number) => readonly [x: number, y: number];

/** A coarse grid on a finer one. `factor` is the ratio of their cells. */
export function refined(
  values: Float32Array,
  from: Frame,
  to: Frame,
  factor: number,
  bend: Bend = (x, y) => [x, y],
): Float32Array {
  const out = new Float32Array(to.nx * to.ny);
  for (let y = 0; y < to.ny; y++) {
    for (let x = 0; x < to.nx; x++) {
      const [bx, by] = bend(x + 0.5, y + 0.5);
      out[y * to.nx + x] = sampleCubic(values, from, bx / factor, by / factor);
    }
  }
  return out;
}

/** Means of two by two cells: the same values on cells twice as wide. */
export function halved(values: Float32Array, from: Frame, to: Frame): Float32Array<ArrayBuffer> {
  const out = new Float32Array(to.nx * to.ny);
  for (let y = 0; y < to.ny; y++) {
    for (let x = 0; x < to.nx; x++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) {
        const column = Math.min(from.nx - 1, 2 * x + (k & 1));
        sum += values[Math.min(from.ny - 1, 2 * y + (k >> 1)) * from.nx + column];
      }
      out[y * to.nx + x] = sum / 4;
    }
  }
  return out;
}

/** Mean of `passes` square windows of `2 × radius + 1` cells: three passes are close to a bell curve. */
export function blurred(
  values: Float32Array,
  { nx, ny }: Frame,
  radius: number,
  passes = 3,
): Float32Array<ArrayBuffer> {
  let from = Float32Array.from(values);
  let to = new Float32Array(values.length);
  for (let pass = 0; pass < passes; pass++) {
    for (let y = 0; y < ny; y++) blurLine(from, to, y * nx, 1, nx, radius);
    [from, to] = [to, from];
    for (let x = 0; x < nx; x++) blurLine(from, to, x, nx, ny, radius);
    [from, to] = [to, from];
  }
  return from;
}

function blurLine(
  from: Float32Array,
  to: Float32Array,
  start: number,
  stride: number,
  count: number,
  radius: number,
): void {
  let sum = 0;
  let members = 0;
  for (let k = 0; k < Math.min(radius, count); k++) {
    sum += from[start + k * stride];
    members++;
  }
  for (let i = 0; i < count; i++) {
    if (i + radius < count) {
      sum += from[start + (i + radius) * stride];
      members++;
    }
    if (i - radius > 0) {
      sum -= from[start + (i - radius - 1) * stride];
      members--;
    }
    to[start + i * stride] = sum / members;
  }
}

/** Steepness as rise over run, by central differences. */
export function slopeOf(height: Float32Array, { nx, ny, cellM }: Frame): Float32Array<ArrayBuffer> {
  const out = new Float32Array(nx * ny);
  for (let y = 0; y < ny; y++) {
    const up = Math.max(0, y - 1);
    const down = Math.min(ny - 1, y + 1);
    for (let x = 0; x < nx; x++) {
      const left = Math.max(0, x - 1);
      const right = Math.min(nx - 1, x + 1);
      const gx = (height[y * nx + right] - height[y * nx + left]) / ((right - left) * cellM);
      const gy = (height[down * nx + x] - height[up * nx + x]) / ((down - up) * cellM);
      out[y * nx + x] = Math.hypot(gx, gy);
    }
  }
  return out;
}

/** The value below which a share of the values lies. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) throw new RangeError("quantile of nothing");
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
