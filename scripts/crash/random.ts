/** A small seeded generator: the same seed draws the same rounds. */

/** Numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** Mulberry32 by Tommy Ettinger (public domain). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number below `n`. */
export function below(random: Random, n: number): number {
  return Math.floor(random() * n);
}

/** One of several. */
export function oneOf<T>(random: Random, all: readonly T[]): T {
  return all[below(random, all.length)]!;
}
