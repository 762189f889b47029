/** What the plan asks for and by when. */
import type { BaselineTarget } from "../model/event.ts";
import type { IsoDate } from "../units.ts";
import type { Milestone } from "./progress.ts";

/**
 * Plan of Đắk Lắk for 2021–2030: 60 % by 2025 and 100 % by 2030 of the scattered minority households; 90 % by
 * 2025 of the unplanned migrants, for whom 2030 has words ("giải quyết căn bản") and no number.
 */
export const MILESTONES: Readonly<Record<BaselineTarget, readonly Milestone[]>> = {
  relocation: [
    { year: 2025, percent: 60 },
    { year: 2030, percent: 100 },
  ],
  migrants: [{ year: 2025, percent: 90 }],
};

/** Last day of a milestone's year. */
export function endOf({ year }: Milestone): IsoDate {
  return `${year}-12-31`;
}

/** The milestone in force on a day: the first that has not passed, else the last one. */
export function milestoneOn(target: BaselineTarget, on: IsoDate): Milestone {
  const milestones = MILESTONES[target];
  return milestones.find((milestone) => on <= endOf(milestone)) ?? milestones[milestones.length - 1]!;
}
