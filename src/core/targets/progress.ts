/** How far are we: the households of a baseline that are done, by unit and by date, against the plan's targets. */
import type { Baseline, BaselineTarget, EventKind, HouseholdEvent } from "../model/event.ts";
import type { Unit } from "../model/layers.ts";
import type { Comparator, Target } from "../model/target.ts";
import type { IsoDate } from "../units.ts";
import { doneSince } from "./done.ts";
import { fewestFor, meets } from "./meets.ts";
import { membersOf, type ProgressPlace } from "./member-place.ts";
import { type Group, groupsOf } from "./progress-groups.ts";
import { endOf, targetOn, targetsFor } from "./target-on.ts";

export type { ProgressPlace } from "./member-place.ts";

export interface ProgressRow {
  /** Unit code, or the district's name when grouped by former district; null for households in no unit. */
  readonly code: string | null;
  readonly name: string | null;
  /** Households of the frozen list: the fixed denominator. `done`, `percent`, `target` and `met` are about them. */
  readonly baseline: number;
  readonly done: number;
  /** done / baseline × 100, null when the baseline has nobody here. Cut, never rounded up, when shown. */
  readonly percent: number | null;
  /** Percent asked for by the target in force at the date (60 until 31/12/2025, then 100); null: no target. */
  readonly target: number | null;
  readonly comparator: Comparator | null;
  /** Held against the target in whole numbers; null when the baseline has nobody here or there is no target. */
  readonly met: boolean | null;
  /** Done in the 12 months up to the date, of the frozen list. */
  readonly last12: number;
  /** Households added to the list up to the date, and those of them that are done. */
  readonly added: number;
  readonly addedDone: number;
  /** The frozen and the added together: the rolling denominator. */
  readonly rolling: {
    readonly baseline: number;
    readonly done: number;
    readonly percent: number | null;
  };
}

/** A target whose year is over, as it stood on the last day of that year. */
export interface ClosedTarget {
  readonly target: Target;
  readonly total: ProgressRow;
  /** In the order of the report's `rows`. */
  readonly rows: readonly ProgressRow[];
}

export interface ProgressReport {
  readonly asOf: IsoDate;
  readonly target: BaselineTarget;
  readonly baseline: {
    readonly id: string;
    readonly name: string;
    readonly on: IsoDate;
    readonly households: number;
    /** Households added up to the date. */
    readonly added: number;
    /**
     * `frozen`: members are counted where they were when they were taken in. `present`: the list was frozen by an
     * earlier form of the file, which did not keep that, so the frozen ones are counted where they are now.
     */
    readonly places: "frozen" | "present";
  };
  readonly rows: readonly ProgressRow[];
  readonly total: ProgressRow;
  /** State at each year's end from the baseline's year to the date, then at the date itself: the curve. */
  readonly curve: readonly {
    readonly on: IsoDate;
    readonly done: number;
    readonly percent: number | null;
    readonly rollingPercent: number | null;
  }[];
  /** What this is measured against, the earliest year first; empty: no target. */
  readonly targets: readonly Target[];
  /** Those whose year is over at the date, each as it was on its last day. */
  readonly closed: readonly ClosedTarget[];
  /**
   * Households of the frozen list a year needed from the date to the end of the last target's year, rounded up,
   * all that are left when less than a year is left; null when done, past, or without a target to work towards.
   */
  readonly neededPerYear: number | null;
  /** In the baseline of both targets: named because the two are never added. */
  readonly sharedWithOtherTarget: number | null;
}

export interface ProgressInput {
  readonly baseline: Baseline;
  /**
   * Where a household is now, by id: asked only when the baseline does not say where it was. A member that is not
   * here is counted in the row of no unit, never left out.
   */
  readonly places: ReadonlyMap<string, ProgressPlace>;
  /** Of any households, in any order; those of other households are ignored. */
  readonly events: readonly HouseholdEvent[];
  readonly asOf: IsoDate;
  readonly by: "unit" | "district";
  /** All of the plan's; those about other things are ignored. */
  readonly targets: readonly Target[];
  /** Kinds that count as done; left out: `DONE_KINDS`. `returned` undoes them. */
  readonly doneKinds?: readonly EventKind[];
  /** Units that get a row (or whose district gets one) even when the baseline has nobody there. */
  readonly units?: readonly Unit[];
  /** The current baseline of the other target, to name the households in both. */
  readonly other?: Baseline | null;
}

/**
 * Progress of a baseline on a day. Depends on events and additions dated up to that day only. The fixed
 * denominator is the whole frozen list: a household that left, died or was removed stays in it, one found later
 * is counted apart. Rows are ordered by code, the households in no unit last; they add up to `total`.
 */
export function progressOf(input: ProgressInput): ProgressReport {
  const { baseline, asOf } = input;
  const members = membersOf(baseline, (id) => input.places.get(id));
  const groups = groupsOf(members, input);
  const all: Group = { code: null, name: null, members: groups.flatMap((group) => group.members) };
  const targets = targetsFor(input.targets, baseline.target);
  const rowsOn = (on: IsoDate) => (group: Group) => rowOf(group, targetOn(targets, on), on);
  const total = rowsOn(asOf)(all);
  const closed = targets.filter((target) => endOf(target) <= asOf);
  return {
    asOf,
    target: baseline.target,
    baseline: {
      id: baseline.id,
      name: baseline.name,
      on: baseline.on,
      households: total.baseline,
      added: total.added,
      places: baseline.place ? "frozen" : "present",
    },
    rows: groups.map(rowsOn(asOf)),
    total,
    curve: curveDates(baseline.on, asOf).map((on) => {
      const { done, percent, rolling } = rowsOn(on)(all);
      return { on, done, percent, rollingPercent: rolling.percent };
    }),
    targets,
    closed: closed.map((target) => {
      const row = (group: Group) => rowOf(group, target, endOf(target));
      return { target, total: row(all), rows: groups.map(row) };
    }),
    neededPerYear: neededPerYear(total, targets, asOf),
    sharedWithOtherTarget: shared(input),
  };
}

function rowOf({ code, name, members }: Group, target: Target | null, on: IsoDate): ProgressRow {
  const yearBefore = oneYearBefore(on);
  let [baseline, done, last12, added, addedDone] = [0, 0, 0, 0, 0];
  for (const { addedOn, spans } of members) {
    if (addedOn !== null && addedOn > on) continue;
    const since = doneSince(spans, on);
    if (addedOn !== null) {
      added++;
      if (since !== null) addedDone++;
      continue;
    }
    baseline++;
    if (since === null) continue;
    done++;
    if (since > yearBefore) last12++;
  }
  const rolling = { baseline: baseline + added, done: done + addedDone };
  return {
    code,
    name,
    baseline,
    done,
    percent: percentOf(done, baseline),
    target: target?.value ?? null,
    comparator: target?.comparator ?? null,
    met: baseline === 0 || !target ? null : meets(done, baseline, target),
    last12,
    added,
    addedDone,
    rolling: { ...rolling, percent: percentOf(rolling.done, rolling.baseline) },
  };
}

function percentOf(done: number, all: number): number | null {
  return all === 0 ? null : (done * 100) / all;
}

/** Every year's end from the year of the baseline up to the date, then the date itself. */
function curveDates(from: IsoDate, asOf: IsoDate): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let year = Number(from.slice(0, 4)); `${year}-12-31` < asOf; year++) dates.push(`${year}-12-31`);
  return [...dates, asOf];
}

function neededPerYear(
  { baseline, done }: ProgressRow,
  targets: readonly Target[],
  asOf: IsoDate,
): number | null {
  const last = targets.at(-1);
  const wanted = last ? fewestFor(baseline, last) : null;
  if (!last || wanted === null || wanted <= done || asOf >= endOf(last)) return null;
  const years = last.year + 1 - calendarYears(asOf);
  return Math.ceil((wanted - done) / Math.max(1, years));
}

/** A day as a year and the part of it that is over when the day ends: 31 December 2025 is 2026. */
function calendarYears(on: IsoDate): number {
  const year = Number(on.slice(0, 4));
  const start = Date.parse(`${year}-01-01`);
  const day = 86_400_000;
  return year + (Date.parse(on) + day - start) / (Date.parse(`${year + 1}-01-01`) - start);
}

/** The same day a year earlier; 29 February becomes 28 February. */
function oneYearBefore(on: IsoDate): IsoDate {
  const day = on.slice(4) === "-02-29" ? "-02-28" : on.slice(4);
  return `${String(Number(on.slice(0, 4)) - 1).padStart(4, "0")}${day}`;
}

function shared({ baseline, other }: ProgressInput): number | null {
  if (!other) return null;
  const ids = new Set(other.householdIds);
  return new Set(baseline.householdIds.filter((id) => ids.has(id))).size;
}
