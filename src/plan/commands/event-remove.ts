/** Takes back an event that was recorded by mistake; the history keeps it. */
import { command } from "./command.ts";
import { recorded } from "./event-add.ts";
import { orderProblem } from "./event-order.ts";

/** `event.remove` */
export const eventRemove = command({
  name: "event.remove",
  blocked(plan, { id }) {
    const event = plan.read("event", id);
    if (!event) return { code: "event.missing", values: { id } };
    const { household_id } = event;
    return orderProblem(
      household_id,
      recorded(plan, household_id).filter((other) => other.id !== id),
    );
  },
  run(plan, { id }) {
    const event = plan.read("event", id)!;
    plan.remove("event", id);
    return { values: { household: event.household_id, kind: event.kind, on: event.happened_on } };
  },
});
