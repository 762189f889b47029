/** Which target is in force on a day. */
import type { BaselineTarget } from "../model/event.ts";
import type { Target } from "../model/target.ts";
import type { IsoDate } from "../units.ts";
import { PERCENT_OF_HOUSEHOLDS } from "./milestones.ts";

/** Last day of a target's year. */
export function endOf({ year }: Pick<Target, "year">): IsoDate {
  return `${String(year).padStart(4, "0")}-12-31`;
}

/** The targets that are measured in percent of the households of such baselines, the earliest first. */
export function targetsFor(targets: readonly Target[], baselineTarget: BaselineTarget): readonly Target[] {
  return targets
    .filter((target) => target.baselineTarget === baselineTarget && target.unit === PERCENT_OF_HOUSEHOLDS)
    .sort((a, b) => a.year - b.year || a.value - b.value || (a.id < b.id ? -1 : 1));
}

/** Of targets in order of their years the first that has not passed on a day, else the last; null without any. */
export function targetOn(targets: readonly Target[], on: IsoDate): Target | null {
  return targets.find((target) => on <= endOf(target)) ?? targets.at(-1) ?? null;
}
