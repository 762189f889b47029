/** The households of a baseline in the rows in which they are counted. */
import type { HouseholdEvent } from "../model/event.ts";
import type { Unit } from "../model/layers.ts";
import { type DoneSpan, doneSpans } from "./done.ts";
import type { Member, ProgressPlace } from "./member-place.ts";
import type { ProgressInput } from "./progress.ts";

/** When one household was done, and since when it counts (null: from the start). */
export interface Counted {
  readonly addedOn: string | null;
  readonly spans: readonly DoneSpan[];
}

export interface Group {
  /** Unit code, or the district's name when grouped by former district; null for households in no unit. */
  readonly code: string | null;
  readonly name: string | null;
  readonly members: readonly Counted[];
}

/** One group for each unit or district, by code, those in none last. */
export function groupsOf(
  members: readonly Member[],
  { events, doneKinds, by, units }: Pick<ProgressInput, "events" | "doneKinds" | "by" | "units">,
): Group[] {
  const groups = new Map<string, { code: string | null; name: string | null; members: Counted[] }>();
  const groupOf = (place: ProgressPlace | undefined) => {
    const code = (by === "unit" ? place?.unitCode : place?.district) ?? null;
    const name = code === null ? null : by === "unit" ? (place?.unitName ?? null) : code;
    // Lists of units use a code again for another commune: the same code under another name is another row.
    const key = code === null ? "" : JSON.stringify([code, name]);
    const group = groups.get(key) ?? { code, name, members: [] };
    groups.set(key, group);
    return group;
  };
  const own = new Map<string, HouseholdEvent[]>(members.map(({ id }) => [id, []]));
  for (const event of events) own.get(event.householdId)?.push(event);
  for (const { id, place, addedOn } of members) {
    groupOf(place).members.push({ addedOn, spans: doneSpans(own.get(id)!, doneKinds) });
  }
  addEmpty(units ?? [], by, groupOf, new Set([...groups.values()].map(({ code }) => code)));
  return [...groups.values()].sort((a, b) => compare(a.code, b.code) || compare(a.name ?? "", b.name ?? ""));
}

/** Units (or their districts) that have nobody in the baseline get a row all the same. */
function addEmpty(
  units: readonly Unit[],
  by: "unit" | "district",
  groupOf: (place: ProgressPlace) => unknown,
  there: ReadonlySet<string | null>,
): void {
  for (const { code, name, district } of units) {
    const wanted = by === "unit" ? code : district;
    if (wanted !== null && !there.has(wanted)) groupOf({ unitCode: code, unitName: name, district });
  }
}

/** Null, in none, comes last. */
function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
