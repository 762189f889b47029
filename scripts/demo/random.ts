/** Reproducible randomness: a seed and a name give a stream of numbers that no other stream disturbs. */

export interface Random {
  /** Next number, 0 ≤ x < 1. */
  next(): number;
  /** Next number between two bounds. */
  between(low: number, high: number): number;
  /** Next whole number, 0 ≤ i < n. */
  index(n: number): number;
  /** One of the items. Throws on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** One of the items by weight. Throws when no weight is positive. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
  /** Normal distribution, mean 0 and deviation 1. */
  normal(): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** A shuffled copy. */
  shuffled<T>(items: readonly T[]): T[];
}

/** FNV-1a over UTF-16 units: spreads names over 32 bits. */
function hash32(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** A stream of its own for each name, so that a change in one stage leaves the others as they were. */
export function randomOf(seed: number, name: string): Random {
  // Weyl sequence with a finaliser of the murmur3 family.
  let state = (seed ^ hash32(name)) >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 4294967296;
  };
  const index = (n: number) => Math.floor(next() * n);
  return {
    next,
    index,
    between: (low, high) => low + (high - low) * next(),
    pick(items) {
      if (items.length === 0) throw new RangeError("pick from an empty list");
      return items[index(items.length)];
    },
    weighted(items) {
      const total = items.reduce((sum, [, weight]) => sum + weight, 0);
      if (!(total > 0)) throw new RangeError("no positive weight");
      let left = next() * total;
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return items[items.length - 1][0];
    },
    normal() {
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      return radius * Math.cos(2 * Math.PI * next());
    },
    chance: (probability) => next() < probability,
    shuffled(items) {
      const out = [...items];
      for (let i = out.length - 1; i > 0; i--) {
        const j = index(i + 1);
        [out[i], out[j]] = [out[j], out[i]];
      }
      return out;
    },
  };
}
