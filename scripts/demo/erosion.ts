/** Rivers cut down, slopes creep: landscape evolution by stream power and diffusion. */
import { flowOf } from "./flow.ts";
import type { Frame } from "./grid.ts";

export interface ErosionStep {
  /** Metres of cutting per step on a slope of 1 with 1 km² upstream. */
  readonly power: number;
  /** Exponent of the catchment; 0.4–0.5 in nature. */
  readonly areaExponent: number;
  /** Share of the difference to the neighbours that creep levels in a step, at most 0.2. */
  readonly creep: number;
  /** Metres by which the ground is lifted in a step, by cell; null: none. */
  readonly uplift: Float32Array | null;
  /** Factor of `power` by cell: hard rock below 1; null: the same everywhere. */
  readonly softness: Float32Array | null;
}

/**
 * Runs steps on `height` in place. Each step solves the cutting implicitly from the outlets upwards, so that
 * long steps stay stable (the method of Braun and Willett, 2013, doi 10.1016/j.geomorph.2012.10.008).
 * The edge keeps its height.
 */
export function erode(height: Float32Array, frame: Frame, steps: number, step: ErosionStep): void {
  const { nx, cellM } = frame;
  const km2 = (cellM * cellM) / 1e6;
  for (let s = 0; s < steps; s++) {
    const { uplift, softness } = step;
    const { filled, to, order, cells } = flowOf(height, frame);
    for (let i = 0; i < order.length; i++) {
      const cell = order[i];
      const below = to[cell];
      if (below < 0) continue;
      const lifted = filled[cell] + (uplift ? uplift[cell] : 0);
      const apart = Math.abs(below - cell);
      const run = cellM * (apart === 1 || apart === nx ? 1 : Math.SQRT2);
      const k =
        (step.power * (softness ? softness[cell] : 1) * (cells[cell] * km2) ** step.areaExponent) / run;
      height[cell] = (lifted + k * height[below]) / (1 + k);
      if (height[cell] > lifted) height[cell] = lifted;
    }
    creep(height, frame, step.creep);
  }
}

/** Levels each cell towards its four neighbours. */
export function creep(height: Float32Array, { nx, ny }: Frame, share: number): void {
  if (share === 0) return;
  const before = Float32Array.from(height);
  for (let y = 1; y < ny - 1; y++) {
    for (let x = 1; x < nx - 1; x++) {
      const c = y * nx + x;
      const around = before[c - 1] + before[c + 1] + before[c - nx] + before[c + nx];
      height[c] = before[c] + share * (around - 4 * before[c]);
    }
  }
}
