/** Where slopes may slide: steep, wet and weak ground. */
import { blurred } from "./grid.ts";
import type { Land } from "./land.ts";
import { fractal, noiseOf, smoothStep } from "./noise.ts";

/**
 * Susceptibility without unit, higher is worse: steepness, raised by wetness (logarithm of the catchment over
 * the slope, the topographic wetness index) and by rock that varies over kilometres; flat ground has none.
 */
export function landslideField(land: Land): Float32Array<ArrayBuffer> {
  const { frame, slope, km2 } = land;
  const { nx, cellM } = frame;
  const rock = noiseOf(land.seed, "weak rock");
  const steep = blurred(slope, frame, 3, 2);
  const wet = blurred(
    slope.map((s, c) => Math.log((km2[c] * 1e6) / cellM / Math.max(0.02, s))),
    frame,
    3,
    2,
  );
  const out = new Float32Array(slope.length);
  for (let c = 0; c < out.length; c++) {
    const x = (c % nx) * cellM;
    const y = Math.floor(c / nx) * cellM;
    const degrees = Math.atan(steep[c]) * (180 / Math.PI);
    const wetness = 0.72 + 0.4 * smoothStep(5, 8.5, wet[c]);
    const weak = Math.max(0.2, 1 + 0.85 * fractal(rock, x / 2300, y / 2300, 3));
    out[c] = smoothStep(5, 13, degrees) * (4 + degrees) * wetness * weak;
  }
  return blurred(out, frame, 3, 2);
}
