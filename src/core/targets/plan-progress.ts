/** Progress of a whole plan: picks the baseline and says where each of its households is counted. */
import type { Baseline, BaselineTarget } from "../model/event.ts";
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

/**
 * How far a plan is. `unit` is the containing unit of every household (index in the unit layer, -1 in none),
 * in register order. Problems: `baseline.missing` when no such baseline of this target is in the plan.
 */
export function planProgress(
  plan: Pick<PlanSnapshot, "households" | "layers" | "events" | "baselines">,
  unit: Int32Array,
  { asOf, target, by, baselineId }: PlanProgressRequest,
): Outcome<ProgressReport> {
  const baseline =
    baselineId === undefined
      ? earliestBaseline(plan.baselines, target)
      : (plan.baselines.find(({ id }) => id === baselineId) ?? null);
  if (!baseline || baseline.target !== target) return fail("baseline.missing", { target });
  const other = earliestBaseline(plan.baselines, target === "relocation" ? "migrants" : "relocation");
  const places = placesOf(plan, unit);
  const units = plan.layers.units?.attributes ?? [];
  return ok(progressOf({ baseline, places, events: plan.events, asOf, by, units, other }));
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
