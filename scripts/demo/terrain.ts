/** The ground of the made-up area: a massif, a plateau, a broad valley, and rivers that carved all of them. */
import { type ErosionStep, erode } from "./erosion.ts";
import { flowOf } from "./flow.ts";
import { type Bend, coarser, type Frame, refined } from "./grid.ts";
import { fractal, type Noise, noiseOf, ridged, smoothStep } from "./noise.ts";
import { fillValleys } from "./valley-floor.ts";

/** What rose and how hard it is, by cell. */
interface Landform {
  /** Ground before any river, metres. */
  readonly start: Float32Array;
  /** Share of the full uplift, 0 … 1. */
  readonly uplift: Float32Array;
  /** 1 ordinary rock, below 1 harder. */
  readonly softness: Float32Array;
}

/** Full uplift in one coarse step, metres. */
const LIFT_M = 11;
/** Catchment exponent of river cutting. */
const AREA_EXPONENT = 0.43;

/**
 * Heights in metres. Shaped first on cells four times as wide (large forms), then twice, then as wide as the
 * frame's, each time with the detail that the cells can hold.
 */
export function terrainOf(seed: number, frame: Frame): Float32Array {
  const wide = coarser(frame, 4);
  const middle = coarser(frame, 2);
  const noise = noiseOf(seed, "ground");
  const form = landform(seed, wide);
  let height = form.start;
  erode(height, wide, 90, stepOf(form, 30, 0.02, 0.8));
  height = withDetail(
    refined(height, wide, middle, 2, bendOf(seed, "wide", middle, 1900, 210)),
    middle,
    noise,
    900,
    14,
  );
  const onMiddle = refinedForm(form, wide, middle, 2);
  erode(height, middle, 9, stepOf(onMiddle, 22, 0.05, 0.4));
  height = withDetail(
    refined(height, middle, frame, 2, bendOf(seed, "middle", frame, 620, 52)),
    frame,
    noise,
    420,
    5,
  );
  const onFrame = refinedForm(form, wide, frame, 4);
  erode(height, frame, 2, stepOf(onFrame, 16, 0.08, 0.2));
  return settled(fillValleys(height, frame, noiseOf(seed, "floor")), frame);
}

/** Depressions filled, so that every stream runs down all the way; floors keep a trace of their relief. */
function settled(height: Float32Array, frame: Frame): Float32Array {
  return flowOf(height, frame).filled as Float32Array;
}

function stepOf(form: Landform, power: number, creepShare: number, lift: number): ErosionStep {
  return {
    power,
    areaExponent: AREA_EXPONENT,
    creep: creepShare,
    uplift: form.uplift.map((share) => share * LIFT_M * lift),
    softness: form.softness,
  };
}

/** Positions are 0 … 1 from west to east and from north to south; waves are in shares of the width. */
function landform(seed: number, frame: Frame): Landform {
  const { nx, ny } = frame;
  const bend = noiseOf(seed, "bend");
  const relief = noiseOf(seed, "relief");
  const hard = noiseOf(seed, "rock");
  const start = new Float32Array(nx * ny);
  const uplift = new Float32Array(nx * ny);
  const softness = new Float32Array(nx * ny);
  for (let y = 0; y < ny; y++) {
    for (let x = 0; x < nx; x++) {
      const c = y * nx + x;
      const px = (x + 0.5) / nx;
      const py = (y + 0.5) / nx;
      // Bent coordinates: no form keeps a straight or round outline.
      const u = px + 0.06 * fractal(bend, px * 3 + 3, py * 3, 3);
      const v = py + 0.06 * fractal(bend, px * 3 + 40, py * 3 + 11, 3);
      const patchy = fractal(relief, px * 3.2 + 20, py * 3.2, 4);
      const massif = rise(0.36, Math.hypot((u - 0.66) * 0.82, (v - 0.6) * 1.1), patchy);
      const northEast = 0.72 * rise(0.25, Math.hypot((u - 0.86) * 1.1, (v - 0.13) * 1.4), patchy);
      const southWest = 0.55 * rise(0.26, Math.hypot((u - 0.15) * 0.9, (v - 0.7) * 1.2), patchy);
      const plateau = smoothStep(0.52, 0.36, u) * smoothStep(0.33, 0.2, v + 0.1 * u);
      const hills = 0.2 * smoothStep(0.1, 0.7, fractal(relief, px * 7, py * 7, 3)) * (1 - 0.6 * plateau);
      // Mountains end before the frame does: what lies beyond is not made and may be taken for plain.
      const toEdge = Math.min(px, 1 - px, py, ny / nx - py);
      const inner = smoothStep(0.004, 0.115, toEdge + 0.03 * fractal(bend, px * 6, py * 6 + 70, 3));
      const high = Math.max(massif, northEast, southWest, hills) * inner;
      start[c] =
        410 +
        60 * u +
        110 * plateau * inner +
        high * (260 + 420 * ridged(relief, px * 4 + 7, py * 4, 5)) +
        (26 + 60 * high) * fractal(relief, px * 8, py * 8 + 30, 6);
      uplift[c] = high * (0.7 + 0.6 * ridged(relief, px * 4, py * 4 + 60, 3)) + 0.02;
      softness[c] = (1 + 0.35 * fractal(hard, px * 7, py * 7, 3)) * (1 - 0.5 * plateau);
    }
  }
  return { start, uplift, softness };
}

/** 1 in the middle, 0 from about `radius` outwards, with a ragged edge. */
function rise(radius: number, distance: number, patchy: number): number {
  return smoothStep(radius, radius * 0.25, distance - 0.1 * patchy);
}

function refinedForm(form: Landform, from: Frame, to: Frame, factor: number): Landform {
  return {
    start: form.start,
    uplift: refined(form.uplift, from, to, factor),
    softness: refined(form.softness, from, to, factor),
  };
}

/**
 * Rivers on a grid run in eight directions. Bending the ground by `byM` metres in waves of `waveM` metres makes
 * them wind; far less than the wave, so that nothing folds over.
 */
function bendOf(seed: number, name: string, { cellM }: Frame, waveM: number, byM: number): Bend {
  const across = noiseOf(seed, `bend ${name} across`);
  const along = noiseOf(seed, `bend ${name} along`);
  const perCell = cellM / waveM;
  const by = byM / cellM;
  return (x, y) => [
    x + by * fractal(across, x * perCell, y * perCell, 2),
    y + by * fractal(along, x * perCell, y * perCell, 2),
  ];
}

/** Adds what coarse cells could not hold: waves of `waveM` metres and shorter, `heightM` high on steep ground. */
function withDetail(
  height: Float32Array,
  frame: Frame,
  noise: Noise,
  waveM: number,
  heightM: number,
): Float32Array {
  const { nx, ny, cellM } = frame;
  const perCell = cellM / waveM;
  const out = Float32Array.from(height);
  for (let y = 1; y < ny - 1; y++) {
    for (let x = 1; x < nx - 1; x++) {
      const c = y * nx + x;
      const steep = Math.hypot(height[c + 1] - height[c - 1], height[c + nx] - height[c - nx]) / (2 * cellM);
      const share = 0.12 + Math.min(1, steep * 2.5);
      out[c] = height[c] + heightM * share * fractal(noise, x * perCell, y * perCell, 3);
    }
  }
  return out;
}
