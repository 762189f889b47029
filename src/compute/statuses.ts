import { HOUSEHOLD_STATUSES, type HouseholdEvent } from "../core/model/event.ts";
import { statusOf } from "../core/targets/status.ts";

/** Position of each household's status in `HOUSEHOLD_STATUSES`, in register order, after every event. */
export function statusColumn(ids: readonly string[], events: readonly HouseholdEvent[]): Uint8Array {
  const column = new Uint8Array(ids.length).fill(HOUSEHOLD_STATUSES.indexOf("none"));
  const own = new Map<string, HouseholdEvent[]>();
  for (const event of events) {
    const list = own.get(event.householdId);
    if (list) list.push(event);
    else own.set(event.householdId, [event]);
  }
  if (own.size === 0) return column;
  for (const [i, id] of ids.entries()) {
    const list = own.get(id);
    if (list) column[i] = HOUSEHOLD_STATUSES.indexOf(statusOf(list));
  }
  return column;
}
