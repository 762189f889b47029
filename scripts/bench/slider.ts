/** What the compute worker does while a slider moves: screening the whole province again, in this thread. */
import { createEngine, type Engine } from "../../src/compute/engine.ts";
import type { HazardLevel } from "../../src/core/model/layers.ts";
import type { PlanSnapshot } from "../../src/core/model/snapshot.ts";
import { DEFAULT_RULES, type Rules } from "../../src/core/screening/rule-set.ts";
import type { Bench, Contest, Contestant, Floor } from "./contest.ts";
import { copyFloor } from "./contest.ts";
import { provinceOf } from "./data/index.ts";
import { planOf } from "./data/plan.ts";
import { overlayData } from "./overlay.ts";

/** `slider` */
export const slider: Bench = {
  name: "slider",
  n: 805_000,
  prepare({ seed, n }) {
    const province = provinceOf(seed, n);
    return { data: overlayData(province), contests: sliderContests(planOf(province)) };
  },
};

/** Bytes a household of the columns that every screening reads: five findings, the unit, the answer before. */
const ALWAYS = 5 + 4 + 1;
const RANKS = 4;
const TWO_DISTANCES = 16;

/** A slider: the rules at its `k`-th position. Positions differ from call to call, so nothing is remembered. */
interface Slider {
  readonly key: string;
  readonly title: string;
  /** Bytes a household of the columns that a pass over columns reads; null when geometry is asked again. */
  readonly reads: number | null;
  readonly at: (k: number) => Rules;
}

const { hazard, remote } = DEFAULT_RULES;
const SLIDERS: readonly Slider[] = [
  {
    key: "slider.reading",
    title: "the reading of the sentence, strict or wide",
    reads: ALWAYS,
    at: (k) => ({ ...DEFAULT_RULES, reading: k % 2 === 0 ? "wide" : "strict" }),
  },
  {
    key: "slider.level",
    title: "the least level of a hazard that counts",
    reads: ALWAYS + RANKS,
    at: (k) => ({ ...DEFAULT_RULES, hazard: { ...hazard!, minLevel: (1 + ((k + 3) % 5)) as HazardLevel } }),
  },
  {
    key: "slider.tolerance",
    title: "the tolerance of hazard boundaries, 5 to 50 m",
    reads: ALWAYS + RANKS,
    at: (k) => ({ ...DEFAULT_RULES, hazard: { ...hazard!, toleranceM: 5 + ((45 + 7 * k) % 46) } }),
  },
  {
    key: "slider.remote",
    title: "the distances that are remote",
    reads: ALWAYS + TWO_DISTANCES,
    at: (k) => ({ ...DEFAULT_RULES, remote: { ...remote!, roadM: 1000 + 10 * (k % 100), centreM: 9000 } }),
  },
  {
    key: "slider.scatter",
    title: "the radius of scatteredness, 200 to 400 m",
    reads: null,
    at: (k) => ({
      ...DEFAULT_RULES,
      scattered: { method: "neighbours", radiusM: 200 + ((13 * k) % 201), fewerThan: 5 },
    }),
  },
  {
    key: "slider.few",
    title: "how few neighbours are few, within 300 m",
    reads: null,
    at: (k) => ({
      ...DEFAULT_RULES,
      scattered: { method: "neighbours", radiusM: 300, fewerThan: 2 + (k % 12) },
    }),
  },
];

function sliderContests(plan: PlanSnapshot): Contest[] {
  const open = opened(plan);
  return [
    {
      key: "slider.open",
      title: "taking a plan in: overlay, distances, first answer",
      ours: { name: "ours", run: () => void newEngine(plan) },
      peers: [],
    },
    ...SLIDERS.map((slider): Contest => {
      const { ours, anew } = moved(slider, plan, open);
      const floor = slider.reads === null ? null : columnsRead(slider.reads, plan.households.count);
      return { key: slider.key, title: slider.title, ours, peers: [anew], ...(floor && { floor }) };
    }),
  ];
}

/** An engine with the plan, made when first asked for. */
function opened(plan: PlanSnapshot): () => Engine {
  let engine: Engine | null = null;
  return () => {
    engine ??= newEngine(plan);
    return engine;
  };
}

function newEngine(plan: PlanSnapshot): Engine {
  const engine = createEngine({ emit: () => {}, defer: (run) => run(), now: () => 0 });
  engine.take({ type: "plan", snapshot: plan });
  return engine;
}

/** Ours goes to the next position with each call; anew is the last of them, asked without anything kept. */
function moved(
  { at }: Slider,
  plan: PlanSnapshot,
  open: () => Engine,
): { readonly ours: Contestant; readonly anew: Contestant } {
  let k = 0;
  let fresh: Engine | null = null;
  return {
    ours: {
      name: "ours",
      ready: () => void open(),
      async run() {
        await open().screen(at(k++));
      },
      answers: () => [countsOf(open())],
    },
    anew: {
      name: "the same, everything computed anew",
      repeats: 1,
      run() {
        fresh = newEngine({ ...plan, rules: at(k - 1) });
      },
      answers: () => [countsOf(fresh!)],
    },
  };
}

/** Yes, unknown and no: in all, by unit, and by criterion. */
function countsOf(engine: Engine): Int32Array {
  const { total, byUnit, byCriterion } = engine.totals()!;
  const counts = [total, ...byUnit].flatMap(({ yes, unknown, no }) => [yes, unknown, no]);
  const found = Object.values(byCriterion).flatMap(({ hit, clear, unknown }) => [hit, clear, unknown]);
  return Int32Array.from([...counts, ...found]);
}

function columnsRead(bytes: number, households: number): Floor {
  return copyFloor(`copying the ${bytes} bytes a household that it reads`, [
    new Uint8Array(bytes * households),
  ]);
}
