/** The status of a household, computed from what happened to it. */
import type { HouseholdEvent, HouseholdStatus } from "../model/event.ts";
import type { IsoDate } from "../units.ts";
import { inEventOrder } from "./event-order.ts";

/**
 * The status after the events of one household dated up to `asOf` (left out: all of them). The last event
 * decides: `split` changes nothing; `left`, `died` and `removed` close the case (`left`); after `returned` the
 * household is back where it stood before it was done, at least `identified`.
 */
export function statusOf(events: readonly HouseholdEvent[], asOf?: IsoDate): HouseholdStatus {
  let status: HouseholdStatus = "none";
  let beforeDone: HouseholdStatus = "identified";
  for (const { kind } of inEventOrder(events, asOf)) {
    switch (kind) {
      case "identified":
      case "planned":
      case "land-allocated":
        status = kind;
        beforeDone = kind;
        break;
      case "moved":
      case "settled":
      case "stabilised-in-place":
        status = kind;
        break;
      case "returned":
        status = beforeDone;
        break;
      case "left":
      case "died":
      case "removed":
        status = "left";
        break;
      case "split":
        break;
    }
  }
  return status;
}
