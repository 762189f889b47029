/** Where the present pace leads by the end of the last target's year. Plain arithmetic on a progress report. */
import type { Target } from "../core/model/target.ts";
import { fewestFor } from "../core/targets/meets.ts";
import type { ProgressReport } from "../core/targets/progress.ts";
import { endOf } from "../core/targets/target-on.ts";
import type { IsoDate } from "../core/units.ts";

export interface Outlook {
  /** What is worked towards. */
  readonly target: Target;
  /** Households a year at the pace of the last 12 months. */
  readonly pace: number;
  /** Percent reached at the end of the target's year if that pace holds, never above 100. */
  readonly percentThen: number;
  /** Year (as a fraction) in which everything is done at that pace, null when it is not before that day. */
  readonly doneIn: number | null;
  /** Households short of the target on that day, 0 when reached. */
  readonly short: number;
}

/** Years from a date to a later one, in fractions (365.25 days a year). */
export function yearsBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 / 365.25;
}

/** A date as a fraction of years: 2026-01-01 is 2026, for the axis of the curve. */
export function yearOf(on: IsoDate): number {
  const year = Number(on.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  return year + (Date.parse(on) + 86_400_000 - start) / (Date.UTC(year + 1, 0, 1) - start);
}

/** The target that is still worked towards on a day: the last one, unless its year is over. Null: none. */
export function aimOf({ targets }: Pick<ProgressReport, "targets">, asOf: IsoDate): Target | null {
  const last = targets.at(-1);
  return last && asOf < endOf(last) ? last : null;
}

/** The outlook at the present pace; null without a baseline or anything left to work towards. */
export function outlookOf(report: ProgressReport): Outlook | null {
  const { baseline, done, last12 } = report.total;
  const target = aimOf(report, report.asOf);
  const wanted = target && fewestFor(baseline, target);
  if (!target || wanted === null || baseline === 0) return null;
  const then = Math.min(baseline, done + last12 * yearsBetween(report.asOf, endOf(target)));
  const short = Math.max(0, Math.ceil(wanted - then - 1e-9));
  const years = last12 > 0 ? (baseline - done) / last12 : Infinity;
  const doneIn = yearOf(report.asOf) + years;
  return {
    target,
    pace: last12,
    percentThen: (then / baseline) * 100,
    doneIn: doneIn < target.year + 1 ? doneIn : null,
    short,
  };
}

/** Households a year needed from a date to reach the target by its end, to one decimal upwards; null: nothing to reach. */
export function neededPerYear(
  row: { readonly baseline: number; readonly done: number },
  asOf: IsoDate,
  target: Target | null,
): number | null {
  const wanted = target && fewestFor(row.baseline, target);
  if (!target || (wanted === null && row.baseline > 0)) return null;
  const years = yearsBetween(asOf, endOf(target));
  const left = Math.max(0, (wanted ?? 0) - row.done);
  return years > 0 ? Math.max(0, Math.ceil((left / years) * 10 - 1e-9)) / 10 : null;
}

/** Households still to do to reach a target; 0 when it is reached, null when it cannot be counted so. */
export function shortOf(
  row: { readonly baseline: number; readonly done: number },
  target: Target,
): number | null {
  const wanted = fewestFor(row.baseline, target);
  return wanted === null ? null : Math.max(0, wanted - row.done);
}
