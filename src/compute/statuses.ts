import { HOUSEHOLD_STATUSES, type HouseholdEvent } from "../core/model/event.ts";
import { statusOf } from "../core/targets/status.ts";

/** The status of every household, kept up with the events. */
export interface Statuses {
  /**
   * Position of each household's status in `HOUSEHOLD_STATUSES`, in register order, after these events. The
   * column of the last call is not written into: another one is given when anything changed.
   */
  after(events: readonly HouseholdEvent[]): Uint8Array;
}

/**
 * Statuses of a register. `positionOf` gives the row of an id, -1 for one that is not in it. Events that were
 * there at the last call, as the very same objects and in the same order, are not read again.
 */
export function statusesOf(count: number, positionOf: (id: string) => number): Statuses {
  const own = new Map<string, HouseholdEvent[]>();
  let last: readonly HouseholdEvent[] = [];
  let column = new Uint8Array(count).fill(NONE);
  return {
    after(events) {
      if (events === last) return column;
      const touched = turnOver(own, last, events);
      last = events;
      if (touched.size === 0) return column;
      column = column.slice();
      for (const id of touched) {
        const i = positionOf(id);
        const list = own.get(id);
        if (i >= 0) column[i] = list ? HOUSEHOLD_STATUSES.indexOf(statusOf(list)) : NONE;
      }
      return column;
    },
  };
}

const NONE = HOUSEHOLD_STATUSES.indexOf("none");

/** Brings the events of each household from one list to the next; ids of the households that differ. */
function turnOver(
  own: Map<string, HouseholdEvent[]>,
  before: readonly HouseholdEvent[],
  after: readonly HouseholdEvent[],
): Set<string> {
  const touched = new Set<string>();
  let k = 0;
  for (const event of before) {
    if (event === after[k]) {
      k++;
      continue;
    }
    const list = own.get(event.householdId)!;
    list.splice(list.indexOf(event), 1);
    if (list.length === 0) own.delete(event.householdId);
    touched.add(event.householdId);
  }
  for (; k < after.length; k++) {
    const event = after[k]!;
    const list = own.get(event.householdId);
    if (list) list.push(event);
    else own.set(event.householdId, [event]);
    touched.add(event.householdId);
  }
  return touched;
}
