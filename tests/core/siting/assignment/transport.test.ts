import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  costOfLeaving,
  solveTransport,
  type TransportPlan,
  type TransportProblem,
  transportBound,
} from "../../../../src/core/siting/assignment/transport.ts";

const problems = fc
  .record({ n: fc.integer({ min: 0, max: 7 }), k: fc.integer({ min: 0, max: 4 }) })
  .chain(({ n, k }) =>
    fc.record({
      supply: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: n, maxLength: n }),
      capacity: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: k, maxLength: k }),
      cost: fc.array(
        fc.oneof(
          { weight: 6, arbitrary: fc.integer({ min: 0, max: 20 }) },
          { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
        ),
        { minLength: n * k, maxLength: n * k },
      ),
      urgency: fc.option(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: n, maxLength: n })),
    }),
  );

describe("transport", () => {
  test("every household is served or left, no site takes more than it has room for, and nobody goes where it may not", () => {
    fc.assert(fc.property(problems, (problem) => expectFits(problem, solveTransport(problem))));
  });

  test("the bound by duality equals the cost: no other answer is cheaper", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const plan = solveTransport(problem);
        expect(transportBound(problem, plan.price)).toBe(plan.cost + plan.leaving);
      }),
      { numRuns: 2000 },
    );
  });

  test("the same cost as trying every way", () => {
    const small = problems.filter(({ supply, capacity }) => {
      return supply.reduce((sum, one) => sum + one, 0) <= 6 && capacity.length <= 3;
    });
    fc.assert(
      fc.property(small, (problem) => {
        const plan = solveTransport(problem);
        expect(plan.cost + plan.leaving).toBe(cheapest(problem));
      }),
      { numRuns: 300 },
    );
  });

  test("where room is short, the most urgent are served", () => {
    const plan = solveTransport({ supply: [2, 2], capacity: [2], cost: [1, 900], urgency: [0, 1] });
    expect([...plan.left]).toEqual([2, 0]);
  });

  test("others are pushed on where that costs less in all", () => {
    const plan = solveTransport({ supply: [1, 1], capacity: [1, 1], cost: [1, 2, 1, 9], urgency: null });
    expect([...plan.flow]).toEqual([0, 1, 1, 0]);
    expect(plan.cost).toBe(3);
  });
});

function expectFits({ supply, capacity, cost }: TransportProblem, { flow, left }: TransportPlan): void {
  const k = capacity.length;
  const used = new Array<number>(k).fill(0);
  for (let origin = 0; origin < supply.length; origin++) {
    let sum = left[origin]!;
    for (let site = 0; site < k; site++) {
      const count = flow[origin * k + site]!;
      expect(count).toBeGreaterThanOrEqual(0);
      if (count > 0) expect(cost[origin * k + site]).toBeLessThan(Number.POSITIVE_INFINITY);
      sum += count;
      used[site]! += count;
    }
    expect(sum).toBe(supply[origin]);
  }
  for (let site = 0; site < k; site++) expect(used[site]).toBeLessThanOrEqual(capacity[site]!);
}

/** By trying every way for every single household. */
function cheapest(problem: TransportProblem): number {
  const { supply, capacity, cost, urgency } = problem;
  const k = capacity.length;
  const leaving = costOfLeaving(problem);
  const single = Array.from(supply).flatMap((count, origin) => new Array<number>(count).fill(origin));
  const room = Array.from(capacity);
  const go = (at: number): number => {
    const origin = single[at];
    if (origin === undefined) return 0;
    let best = leaving * (1 + (urgency?.[origin] ?? 0)) + go(at + 1);
    for (let site = 0; site < k; site++) {
      if (room[site]! <= 0 || cost[origin * k + site] === Number.POSITIVE_INFINITY) continue;
      room[site]!--;
      best = Math.min(best, cost[origin * k + site]! + go(at + 1));
      room[site]!++;
    }
    return best;
  };
  return go(0);
}
