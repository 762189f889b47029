/**
 * Who goes where at the least cost, when sites have room for so many: the transportation problem, solved exactly.
 *
 * Origins are taken in one after another; each goes the cheapest way there is, pushing others on from site to site
 * where that costs less (successive shortest paths: Ahuja, Magnanti & Orlin, Network Flows, 1993, ch. 9). There are
 * few sites and many origins, so the way is looked for among sites alone (`site-moves.ts`). Costs are whole numbers:
 * sums are exact, and `bound` proves the answer by linear duality without trusting how it was found.
 */
import { SiteMoves } from "./site-moves.ts";

/** What is to be carried where. Sizes: n origins, k sites. */
export interface TransportProblem {
  /** Households of each origin, n whole numbers of 0 or more. */
  readonly supply: ArrayLike<number>;
  /** Households each site has room for, k whole numbers of 0 or more. */
  readonly capacity: ArrayLike<number>;
  /**
   * Cost of one household of origin i at site s, at `i * k + s`: a whole number of 0 or more; `Infinity` where it
   * may not go. The least cost served counts first of all the households served: leaving one out is dearer than
   * any way of serving it.
   */
  readonly cost: ArrayLike<number>;
  /** Cost of leaving one household of each origin without a site, beside all else; null: all are alike. */
  readonly urgency: ArrayLike<number> | null;
}

/** An exact answer. `served + left = supply` for every origin. */
export interface TransportPlan {
  /** Households of origin i at site s, at `i * k + s`. */
  readonly flow: Int32Array;
  /** Households of each origin that no site takes. */
  readonly left: Int32Array;
  /** Sum of the costs of those that are served. */
  readonly cost: number;
  /** What `left` costs: `leaving` for each household and its urgency. */
  readonly leaving: number;
  /**
   * What one more place at each site would save, from 0; with it anybody can check that no other answer is cheaper
   * (`transportBound`).
   */
  readonly price: Float64Array;
}

/** One household left out costs more than every way of moving the others about. */
export function costOfLeaving({ capacity, cost }: TransportProblem): number {
  let dearest = 0;
  for (let at = 0; at < cost.length; at++) {
    const one = cost[at]!;
    if (one !== Number.POSITIVE_INFINITY && one > dearest) dearest = one;
  }
  return (dearest + 1) * (capacity.length + 1);
}

/** Solves it. O(households moved × k²) at worst, and much less in practice. */
export function solveTransport(problem: TransportProblem): TransportPlan {
  const { supply, capacity, urgency } = problem;
  const n = supply.length;
  const k = capacity.length;
  const leaving = costOfLeaving(problem);
  const stay = k;
  const moves = new SiteMoves(n, k + 1, (origin, site) =>
    site === stay ? leaving + leaving * (urgency?.[origin] ?? 0) : problem.cost[origin * k + site]!,
  );
  const room = Float64Array.from({ length: k + 1 }, (_, site) =>
    site === stay ? Infinity : capacity[site]!,
  );
  for (let origin = 0; origin < n; origin++) {
    for (let waiting = supply[origin]!; waiting > 0; ) waiting -= moves.send(origin, waiting, room);
  }
  return planOf(problem, moves, leaving);
}

function planOf(problem: TransportProblem, moves: SiteMoves, leaving: number): TransportPlan {
  const n = problem.supply.length;
  const k = problem.capacity.length;
  const flow = new Int32Array(n * k);
  const left = new Int32Array(n);
  let cost = 0;
  let leavingCost = 0;
  for (let origin = 0; origin < n; origin++) {
    left[origin] = moves.flow(origin, k);
    leavingCost += left[origin]! * leaving * (1 + (problem.urgency?.[origin] ?? 0));
    for (let site = 0; site < k; site++) {
      const at = origin * k + site;
      flow[at] = moves.flow(origin, site);
      if (flow[at]! > 0) cost += flow[at]! * problem.cost[at]!;
    }
  }
  return { flow, left, cost, leaving: leavingCost, price: moves.prices().slice(0, k) };
}

/**
 * The least that any answer can cost when places have these prices (weak duality): for every origin its cheapest
 * choice with the price paid, less what all places together are worth. Equal to `cost + leaving` of the best answer.
 */
export function transportBound(problem: TransportProblem, price: ArrayLike<number>): number {
  const { supply, capacity, cost, urgency } = problem;
  const k = capacity.length;
  const leaving = costOfLeaving(problem);
  let bound = 0;
  for (let origin = 0; origin < supply.length; origin++) {
    let least = leaving + leaving * (urgency?.[origin] ?? 0);
    for (let site = 0; site < k; site++) least = Math.min(least, cost[origin * k + site]! + price[site]!);
    bound += supply[origin]! * least;
  }
  for (let site = 0; site < k; site++) bound -= capacity[site]! * price[site]!;
  return bound;
}
