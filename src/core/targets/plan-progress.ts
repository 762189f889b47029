/** Progress of a whole plan: picks the baseline and says where each of its households is counted. */
import type { Baseline, BaselineTarget } from "../model/event.ts";
import type { Unit } from "../model/layers.ts";
import type { PlanSnapshot } from "../model/snapshot.ts";
import { textOf } from "../model/text-column.ts";
import { fail, type Outcome, ok } from "../outcome.ts";
import type { IsoDate } from "../units.ts";
import { type ProgressPlace, type ProgressReport, progressOf } from "./progress.ts";

export interface PlanProgressRequest {
  readonly asOf: IsoDate;
  readonly target: BaselineTarget;
  readonly by: "unit" | "district";
  /** Left out: the earliest baseline of the target. */
  readonly baselineId?: string;
}

/** What of a plan progress is computed from. */
export type ProgressSource = Pick<PlanSnapshot, "events" | "baselines" | "targets"> & {
  readonly units: readonly Unit[];
  /** Where every household is now; only asked when a baseline does not say where its members were. */
  places(): ReadonlyMap<string, ProgressPlace>;
};

/**
 * How far a plan is. `unit` is the containing unit of every household (index in the unit layer, -1 in none),
 * in register order. Problems: `baseline.missing` when no such baseline of this target is in the plan.
 */
export function planProgress(
  plan: Pick<PlanSnapshot, "households" | "layers" | "events" | "baselines" | "targets">,
  unit: Int32Array,
  request: PlanProgressRequest,
): Outcome<ProgressReport> {
  const { events, baselines, targets, layers } = plan;
  const units = layers.units?.attributes ?? [];
  return progressFrom({ events, baselines, targets, units, places: () => placesOf(plan, unit) }, request);
}

/** The same from the parts. */
export function progressFrom(
  { events, baselines, targets, units, places }: ProgressSource,
  { asOf, target, by, baselineId }: PlanProgressRequest,
): Outcome<ProgressReport> {
  const baseline =
    baselineId === undefined
      ? earliestBaseline(baselines, target)
      : (baselines.find(({ id }) => id === baselineId) ?? null);
  if (!baseline || baseline.target !== target) return fail("baseline.missing", { target });
  const other = earliestBaseline(baselines, target === "relocation" ? "migrants" : "relocation");
  const present = baseline.place ? new Map<string, ProgressPlace>() : places();
  return ok(progressOf({ baseline, places: present, events, asOf, by, targets, units, other }));
}

/** The first baseline of a target by date (of one day: the first recorded), null when there is none. */
export function earliestBaseline(baselines: readonly Baseline[], target: BaselineTarget): Baseline | null {
  let earliest: Baseline | null = null;
  for (const baseline of baselines) {
    if (baseline.target !== target) continue;
    if (!earliest || baseline.on < earliest.on) earliest = baseline;
  }
  return earliest;
}

function placesOf(
  { households, layers }: Pick<PlanSnapshot, "households" | "layers">,
  unit: Int32Array,
): ReadonlyMap<string, ProgressPlace> {
  const places = new Map<string, ProgressPlace>();
  for (let i = 0; i < households.count; i++) {
    const own = layers.units?.attributes[unit[i]!];
    if (own)
      places.set(textOf(households.id, i)!, {
        unitCode: own.code,
        unitName: own.name,
        district: own.district,
      });
  }
  return places;
}
