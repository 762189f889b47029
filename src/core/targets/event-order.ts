/** The order in which events are read, whatever order they were recorded or merged in. */
import { EVENT_KINDS, type HouseholdEvent } from "../model/event.ts";
import type { IsoDate } from "../units.ts";

/**
 * Events dated up to `asOf` (left out: all), by date. On one day they follow `EVENT_KINDS`: the steps of the
 * pipeline first, then what undoes or closes them, so that a household which moved and returned on the same
 * day has returned. Then by id, which decides nothing but keeps the order the same everywhere.
 */
export function inEventOrder(events: readonly HouseholdEvent[], asOf?: IsoDate): HouseholdEvent[] {
  return events
    .filter((event) => asOf === undefined || event.on <= asOf)
    .sort((a, b) => compare(a.on, b.on) || rank(a) - rank(b) || compare(a.id, b.id));
}

function rank({ kind }: HouseholdEvent): number {
  return EVENT_KINDS.indexOf(kind);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
