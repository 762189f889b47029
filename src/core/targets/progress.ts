/** How far are we: the households of a baseline that are done, by unit and by date, against the milestones. */
import type { Baseline, BaselineTarget, EventKind, HouseholdEvent } from "../model/event.ts";
import type { Unit } from "../model/layers.ts";
import type { IsoDate } from "../units.ts";
import { type DoneSpan, doneSince, doneSpans } from "./done.ts";
import { endOf, MILESTONES, milestoneOn } from "./milestones.ts";

export interface ProgressRow {
  /** Unit code, or the district's name when grouped by former district; null for households in no unit. */
  readonly code: string | null;
  readonly name: string | null;
  readonly baseline: number;
  readonly done: number;
  /** done / baseline × 100, null when the baseline has nobody here. Cut, never rounded up, when shown. */
  readonly percent: number | null;
  /** Percent asked for by the milestone in force at the date (60 until 31/12/2025, then 100). */
  readonly target: number;
  /** done × 100 ≥ target × baseline, in whole numbers; null when the baseline has nobody here. */
  readonly met: boolean | null;
  /** Done in the 12 months up to the date. */
  readonly last12: number;
}

export interface Milestone {
  readonly year: 2025 | 2030;
  readonly percent: number;
}

export interface ProgressReport {
  readonly asOf: IsoDate;
  readonly target: BaselineTarget;
  readonly baseline: {
    readonly id: string;
    readonly name: string;
    readonly on: IsoDate;
    readonly households: number;
  };
  readonly rows: readonly ProgressRow[];
  readonly total: ProgressRow;
  /** State at each year's end from the baseline's year to the date, then at the date itself: the curve. */
  readonly curve: readonly { readonly on: IsoDate; readonly done: number; readonly percent: number | null }[];
  /** The closed milestone of 31/12/2025 as it was on that day, null before it. */
  readonly milestone2025: ProgressRow | null;
  /** The same by row (same order as `rows`), null before 31/12/2025. */
  readonly milestone2025Rows: readonly ProgressRow[] | null;
  /**
   * Households a year needed from the date to the end of the last milestone (31/12/2030 for relocation),
   * rounded up, all that are left when less than a year is left; null when done or past.
   */
  readonly neededPerYear: number | null;
  /** In the baseline of both targets: named because the two are never added. */
  readonly sharedWithOtherTarget: number | null;
}

/**
 * Where a household of a baseline is counted: the unit it was in when the baseline was frozen, so that past
 * figures do not move with it; null when it was in none.
 */
export interface ProgressPlace {
  readonly unitCode: string | null;
  readonly unitName: string | null;
  /** Former district, null when not known. */
  readonly district: string | null;
}

export interface ProgressInput {
  readonly baseline: Baseline;
  /** By household id. A member that is not here is counted in the row of no unit, never left out. */
  readonly places: ReadonlyMap<string, ProgressPlace>;
  /** Of any households, in any order; those of other households are ignored. */
  readonly events: readonly HouseholdEvent[];
  readonly asOf: IsoDate;
  readonly by: "unit" | "district";
  /** Kinds that count as done; left out: `DONE_KINDS`. `returned` undoes them. */
  readonly doneKinds?: readonly EventKind[];
  /** Units that get a row (or whose district gets one) even when the baseline has nobody there. */
  readonly units?: readonly Unit[];
  /** The current baseline of the other target, to name the households in both. */
  readonly other?: Baseline | null;
}

/**
 * Progress of a baseline on a day. Depends on events dated up to that day only. The denominator is the whole
 * baseline: a household that left, died or was removed stays in it. Rows are ordered by code, the households
 * in no unit last; they add up to `total`.
 */
export function progressOf(input: ProgressInput): ProgressReport {
  const { baseline, asOf } = input;
  const rows = groupsOf(input, spansByMember(input));
  const all = rows.flatMap(({ members }) => members);
  const total: Group = { code: null, name: null, members: all };
  const { target } = baseline;
  const closed = MILESTONES[target].find(({ year }) => year === 2025);
  const closedOn = closed && endOf(closed) <= asOf ? endOf(closed) : null;
  const atTarget = (on: IsoDate) => (group: Group) => rowOf(group, target, on);
  return {
    asOf,
    target,
    baseline: { id: baseline.id, name: baseline.name, on: baseline.on, households: all.length },
    rows: rows.map(atTarget(asOf)),
    total: rowOf(total, target, asOf),
    curve: curveDates(baseline.on, asOf).map((on) => {
      const { done, percent } = rowOf(total, target, on);
      return { on, done, percent };
    }),
    milestone2025: closedOn === null ? null : rowOf(total, target, closedOn),
    milestone2025Rows: closedOn === null ? null : rows.map(atTarget(closedOn)),
    neededPerYear: neededPerYear(all, target, asOf),
    sharedWithOtherTarget: shared(input),
  };
}

interface Group {
  readonly code: string | null;
  readonly name: string | null;
  readonly members: readonly (readonly DoneSpan[])[];
}

function spansByMember({ baseline, events, doneKinds }: ProgressInput): Map<string, readonly DoneSpan[]> {
  const own = new Map<string, HouseholdEvent[]>(baseline.householdIds.map((id) => [id, []]));
  for (const event of events) own.get(event.householdId)?.push(event);
  return new Map([...own].map(([id, list]) => [id, doneSpans(list, doneKinds)]));
}

function groupsOf({ places, by, units }: ProgressInput, spans: Map<string, readonly DoneSpan[]>): Group[] {
  const groups = new Map<string | null, { name: string | null; members: (readonly DoneSpan[])[] }>();
  const groupOf = (place: ProgressPlace | undefined) => {
    const code = (by === "unit" ? place?.unitCode : place?.district) ?? null;
    const name = code === null ? null : by === "unit" ? (place?.unitName ?? null) : code;
    const group = groups.get(code) ?? { name, members: [] };
    groups.set(code, group);
    return group;
  };
  for (const { code, name, district } of units ?? []) {
    if (by === "unit" || district !== null) groupOf({ unitCode: code, unitName: name, district });
  }
  for (const [id, own] of spans) groupOf(places.get(id)).members.push(own);
  return [...groups]
    .map(([code, group]) => ({ code, ...group }))
    .sort((a, b) => (a.code === null ? 1 : b.code === null ? -1 : a.code < b.code ? -1 : 1));
}

function rowOf({ code, name, members }: Group, target: BaselineTarget, on: IsoDate): ProgressRow {
  const baseline = members.length;
  const yearBefore = oneYearBefore(on);
  const since = members.map((spans) => doneSince(spans, on)).filter((day) => day !== null);
  const done = since.length;
  const { percent } = milestoneOn(target, on);
  return {
    code,
    name,
    baseline,
    done,
    percent: baseline === 0 ? null : (done / baseline) * 100,
    target: percent,
    met: baseline === 0 ? null : done * 100 >= percent * baseline,
    last12: since.filter((day) => day > yearBefore).length,
  };
}

/** Every year's end from the year of the baseline up to the date, then the date itself. */
function curveDates(from: IsoDate, asOf: IsoDate): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let year = Number(from.slice(0, 4)); `${year}-12-31` < asOf; year++) dates.push(`${year}-12-31`);
  return [...dates, asOf];
}

function neededPerYear(
  members: readonly (readonly DoneSpan[])[],
  target: BaselineTarget,
  asOf: IsoDate,
): number | null {
  const last = MILESTONES[target][MILESTONES[target].length - 1]!;
  const done = members.filter((spans) => doneSince(spans, asOf) !== null).length;
  const left = Math.ceil((last.percent * members.length) / 100) - done;
  if (left <= 0 || asOf >= endOf(last)) return null;
  const years = last.year + 1 - calendarYears(asOf);
  return Math.ceil(left / Math.max(1, years));
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
