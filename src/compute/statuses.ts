import { HOUSEHOLD_STATUSES, type HouseholdEvent } from "../core/model/event.ts";
import { statusOf } from "../core/targets/status.ts";

/**
 * Position of each household's status in `HOUSEHOLD_STATUSES`, in register order, after every event.
 * `positionOf` gives the row of an id, -1 for one that is not in the register.
 */
export function statusColumn(
  count: number,
  positionOf: (id: string) => number,
  events: readonly HouseholdEvent[],
): Uint8Array {
  const column = new Uint8Array(count).fill(HOUSEHOLD_STATUSES.indexOf("none"));
  const own = new Map<string, HouseholdEvent[]>();
  for (const event of events) {
    const list = own.get(event.householdId);
    if (list) list.push(event);
    else own.set(event.householdId, [event]);
  }
  for (const [id, list] of own) {
    const i = positionOf(id);
    if (i >= 0) column[i] = HOUSEHOLD_STATUSES.indexOf(statusOf(list));
  }
  return column;
}
