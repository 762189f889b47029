import { describe, expect, test } from "vitest";
import { compare, hashOf } from "../../../scripts/bench/hash.ts";
import { measure, median, quantile, together } from "../../../scripts/bench/measure.ts";

/** A clock on which the k-th call takes `took[k]` (the last one for ever after). */
function clocked(took: readonly number[]) {
  let time = 0;
  let calls = 0;
  const run = () => {
    time += took[Math.min(calls++, took.length - 1)]!;
  };
  return { run, clock: { now: () => time, processorNow: () => time / 2 }, calls: () => calls };
}

describe("measure", () => {
  test("keeps the first call apart, warms up, and counts as often as asked", async () => {
    const { run, clock, calls } = clocked([100, 20, 15, 10, 12, 11]);
    const timing = await measure(run, { repeats: 3, budgetMs: 1000, ...clock });
    expect(timing).toEqual({
      clock: { firstMs: 100, samples: [10, 12, 11] },
      processor: { firstMs: 50, samples: [5, 6, 5.5] },
    });
    expect(calls()).toBe(6);
  });

  test("a call slower than the budget is made once and counts", async () => {
    const { run, clock, calls } = clocked([5000]);
    expect(await measure(run, { repeats: 7, budgetMs: 1000, ...clock })).toEqual({
      clock: { firstMs: 5000, samples: [5000] },
      processor: { firstMs: 2500, samples: [2500] },
    });
    expect(calls()).toBe(1);
  });

  test("stops when the budget is spent", async () => {
    const { run, clock } = clocked([400]);
    expect((await measure(run, { repeats: 50, budgetMs: 2000, ...clock })).clock.samples).toHaveLength(2);
  });

  test("waits for what is promised", async () => {
    let time = 0;
    const run = async () => {
      await Promise.resolve();
      time += 3;
    };
    expect(
      (await measure(run, { repeats: 1, budgetMs: 100, now: () => time, processorNow: () => 0 })).clock
        .firstMs,
    ).toBe(3);
  });

  test("medians, quantiles and two rounds of the same", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 3, 10])).toBe(2.5);
    expect(quantile([...Array(100).keys()], 0.95)).toBe(94);
    expect(quantile([7], 0.95)).toBe(7);
    expect(() => median([])).toThrow(RangeError);
    const early = { clock: { firstMs: 9, samples: [1] }, processor: { firstMs: 8, samples: [2] } };
    const late = { clock: { firstMs: 3, samples: [4] }, processor: { firstMs: 5, samples: [6] } };
    expect(together(early, late)).toEqual({
      clock: { firstMs: 9, samples: [1, 4] },
      processor: { firstMs: 8, samples: [2, 6] },
    });
    expect(together(early, { ...late, processor: null }).processor).toBeNull();
  });
});

describe("answers", () => {
  test("have a hash that depends on every value and on the order", () => {
    // FNV-1a of one word, 1: (0x811c9dc5 ^ 1) × 0x01000193.
    expect(hashOf([Uint32Array.of(1)])).toBe("040c5b8c");
    expect(hashOf([Int32Array.of(1, 2)])).not.toBe(hashOf([Int32Array.of(2, 1)]));
    expect(hashOf([Int32Array.of(1), Int32Array.of(2)])).toBe(hashOf([Int32Array.of(1, 2)]));
  });

  test("are compared one by one, also of a sample", () => {
    const ours = [Int32Array.of(1, 2, 3, 4), Uint32Array.of(5, 6, 7, 8)];
    expect(compare(ours, ours).differences).toBe(0);
    const sample = [Int32Array.of(1, 9), Uint32Array.of(5, 7)];
    expect(compare(ours, sample, { every: 2 })).toEqual({
      compared: 2,
      differences: 1,
      byColumn: [1, 0],
      mostDifference: null,
    });
    expect(() => compare(ours, [ours[0]!])).toThrow("1 columns to compare with 2");
    expect(() => compare(ours, sample)).toThrow("2 answers to compare with 4");
  });

  test("are distances when they are not whole: near enough is the same, none and some is not", () => {
    const ours = [Float64Array.of(1, Number.NaN, 3, Number.NaN)];
    const theirs = [Float64Array.of(1 + 1e-9, Number.NaN, Number.NaN, 4)];
    const { differences, mostDifference } = compare(ours, theirs, { tolerance: 1e-6 });
    expect(differences).toBe(2);
    expect(mostDifference).toBeCloseTo(1e-9, 12);
  });
});
