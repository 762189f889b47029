/** What we hold ourselves to, as ratios within one run. A goal is told beside its ratio, it fails nothing. */

import { FULL_SIZE_FROM } from "./data/index.ts";

/** One ratio, or one time, and what it should be. */
export interface Goal {
  /** `Contest.key`. */
  readonly contest: string;
  /** Beginning of the peer's name, "floor", "first call" (against our own warmed call), "time" or a figure (ms). */
  readonly against: string;
  /** Holds for this number of households alone; left out: for any at full size. */
  readonly n?: number;
  /** Peers: at least so many times as fast. Floor and first call: at most so many times as slow. Else at most. */
  readonly reach: number;
  readonly stretch?: number;
}

const MILLION = 1_000_000;
const HUNDRED_THOUSAND = 100_000;
/** One picture of a screen that shows sixty in a second. */
const FRAME_MS = 1000 / 60;

/** Every goal. */
export const GOALS: readonly Goal[] = [
  { contest: "overlay.once", against: "Shapely", n: MILLION, reach: 8, stretch: 12 },
  { contest: "overlay.once", against: "Shapely", n: HUNDRED_THOUSAND, reach: 3, stretch: 5 },
  { contest: "overlay.once", against: "turf", n: HUNDRED_THOUSAND, reach: 45, stretch: 90 },
  { contest: "overlay.once", against: "first call", reach: 2 },
  { contest: "overlay.warm", against: "Shapely", n: MILLION, reach: 25, stretch: 40 },
  { contest: "overlay.warm", against: "geos-wasm", n: MILLION, reach: 45, stretch: 70 },
  { contest: "overlay.warm", against: "PostGIS", n: MILLION, reach: 70, stretch: 110 },
  { contest: "overlay.warm.communes", against: "floor", n: MILLION, reach: 5, stretch: 3 },
  { contest: "overlay.warm.forests", against: "floor", n: MILLION, reach: 5, stretch: 3 },
  { contest: "overlay.warm.hazards", against: "floor", n: MILLION, reach: 15, stretch: 8 },
  { contest: "nearest.edges", against: "Shapely", n: MILLION, reach: 80, stretch: 200 },
  { contest: "nearest.roads", against: "SciPy", n: MILLION, reach: 6, stretch: 10 },
  { contest: "nearest.roads.once", against: "SciPy", n: MILLION, reach: 6, stretch: 10 },
  { contest: "scatter.neighbours", against: "SciPy", n: MILLION, reach: 9, stretch: 15 },
  { contest: "scatter.clusters", against: "scikit-learn", n: HUNDRED_THOUSAND, reach: 5, stretch: 10 },
  { contest: "open.csv", against: "papaparse", reach: 10 },
  { contest: "open.plan", against: "SQLite", reach: 20 },
  { contest: "open.columns", against: "SQLite", reach: 20 },
  { contest: "intake.plain", against: "floor", reach: 3 },
  { contest: "plan.import", against: "SQLite", reach: 1 / 1.5 },
  { contest: "plan.import.units", against: "SQLite", reach: 1 / 1.5 },
  { contest: "plan.edit", against: "p95", reach: 30 },
  { contest: "plan.open", against: "floor", reach: 20 },
  { contest: "plan.undo", against: "time", reach: 5000 },
  { contest: "plan.redo", against: "time", reach: 5000 },
  ...["reading", "level", "tolerance", "remote"].flatMap((slider): Goal[] => [
    { contest: `slider.${slider}`, against: "floor", reach: 3 },
    { contest: `slider.${slider}`, against: "time", reach: FRAME_MS },
  ]),
  { contest: "slider.scatter", against: "time", reach: 150, stretch: 60 },
  { contest: "tiles.near", against: "p95", reach: 16, stretch: 8 },
  { contest: "tiles.far", against: "p95", reach: 40, stretch: 20 },
];

/** The goal for a ratio, null when none was set. */
export function goalFor(contest: string, against: string, n: number): Goal | null {
  const found = GOALS.find(
    (goal) =>
      goal.contest === contest &&
      against.startsWith(goal.against) &&
      (goal.n === undefined ? n >= FULL_SIZE_FROM : goal.n === n),
  );
  return found ?? null;
}
