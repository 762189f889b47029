/** Gradient noise and sums of it. Coordinates are in units of the largest wave. */
import { randomOf } from "./random.ts";

/** Smooth noise, about -0.7 … 0.7, zero on average. */
export type Noise = (x: number, y: number) => number;

const DIRECTIONS = 64;

/** Noise of a seed and a name; equal for equal arguments. */
export function noiseOf(seed: number, name: string): Noise {
  const random = randomOf(seed, `noise ${name}`);
  const order = random.shuffled(Array.from({ length: 256 }, (_, i) => i));
  const table = Uint8Array.from({ length: 512 }, (_, i) => order[i & 255]);
  const gx = Float64Array.from({ length: DIRECTIONS }, (_, i) => Math.cos((2 * Math.PI * i) / DIRECTIONS));
  const gy = Float64Array.from({ length: DIRECTIONS }, (_, i) => Math.sin((2 * Math.PI * i) / DIRECTIONS));
  return (x, y) => {
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    const dx = x - x0;
    const dy = y - y0;
    const ix = x0 & 255;
    const iy = y0 & 255;
    const a = table[ix] + iy;
    const b = table[ix + 1] + iy;
    const at = (h: number, ux: number, uy: number) => gx[h % DIRECTIONS] * ux + gy[h % DIRECTIONS] * uy;
    const u = dx * dx * dx * (dx * (dx * 6 - 15) + 10);
    const v = dy * dy * dy * (dy * (dy * 6 - 15) + 10);
    const top = at(table[a], dx, dy) * (1 - u) + at(table[b], dx - 1, dy) * u;
    const bottom = at(table[a + 1], dx, dy - 1) * (1 - u) + at(table[b + 1], dx - 1, dy - 1) * u;
    return top * (1 - v) + bottom * v;
  };
}

/** Waves of halving length and height: rolling ground, about -1 … 1. */
export function fractal(noise: Noise, x: number, y: number, octaves: number): number {
  let sum = 0;
  let height = 1;
  for (let i = 0; i < octaves; i++) {
    sum += height * noise(x + 17.3 * i, y - 9.1 * i);
    x *= 2;
    y *= 2;
    height *= 0.5;
  }
  return sum;
}

/** Sharp crests where the noise crosses zero, 0 … about 1. */
export function ridged(noise: Noise, x: number, y: number, octaves: number): number {
  let sum = 0;
  let height = 0.5;
  let above = 1;
  for (let i = 0; i < octaves; i++) {
    const crest = 1 - Math.min(1, Math.abs(noise(x - 5.7 * i, y + 13.9 * i)) * 2);
    sum += height * crest * crest * above;
    above = crest;
    x *= 2;
    y *= 2;
    height *= 0.5;
  }
  return sum;
}

/** 0 below `low`, 1 above `high`, smooth between. */
export function smoothStep(low: number, high: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - low) / (high - low)));
  return t * t * (3 - 2 * t);
}
