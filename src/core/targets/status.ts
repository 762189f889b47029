/** The status of a household, computed from what happened to it. */
import type { HouseholdEvent, HouseholdStatus } from "../model/event.ts";
import type { IsoDate } from "../units.ts";

export function statusOf(events: readonly HouseholdEvent[], asOf?: IsoDate): HouseholdStatus {
  throw new Error(`filling in ${events.length} ${asOf}`);
}
