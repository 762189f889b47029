/** Where the present pace leads by the end of 2030. Plain arithmetic on a progress report. */
import type { ProgressReport } from "../core/targets/progress.ts";
import type { IsoDate } from "../core/units.ts";

export interface Outlook {
  /** Households a year at the pace of the last 12 months. */
  readonly pace: number;
  /** Percent reached on 31/12/2030 if that pace holds, never above 100. */
  readonly percent2030: number;
  /** Year (as a fraction) in which everything is done at that pace, null when it is not before the end of 2030. */
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

/** The outlook at the present pace, null without a baseline or after 2030. */
export function outlookOf(report: ProgressReport): Outlook | null {
  const { baseline, done, last12 } = report.total;
  if (baseline === 0 || report.asOf >= "2030-12-31") return null;
  const then = Math.min(baseline, done + last12 * yearsBetween(report.asOf, "2030-12-31"));
  const short = Math.max(0, Math.ceil(baseline - then - 1e-9));
  const years = last12 > 0 ? (baseline - done) / last12 : Infinity;
  const doneIn = yearOf(report.asOf) + years;
  return { pace: last12, percent2030: (then / baseline) * 100, doneIn: doneIn < 2031 ? doneIn : null, short };
}

/** Households a year needed from a date to 31/12/2030, to one decimal upwards; null when that day is past. */
export function neededPerYear(row: { baseline: number; done: number }, asOf: IsoDate): number | null {
  const years = yearsBetween(asOf, "2030-12-31");
  const left = Math.max(0, row.baseline - row.done);
  return years > 0 ? Math.max(0, Math.ceil((left / years) * 10 - 1e-9)) / 10 : null;
}

/** Households still to do to reach a milestone; 0 when it is met. */
export function shortOf(row: { baseline: number; done: number }, percent: number): number {
  return Math.max(0, Math.ceil((row.baseline * percent) / 100 - 1e-9) - row.done);
}
