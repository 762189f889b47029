/**
 * Corrects what was recorded of an event. It stays the same event, first recorded when it was; the history keeps
 * what it said before, and the audit of a past day names the correction.
 */
import { command } from "./command.ts";
import { recorded, saidProblem } from "./event-add.ts";
import { orderProblem } from "./event-order.ts";

/** `event.correct` */
export const eventCorrect = command({
  name: "event.correct",
  blocked(plan, input) {
    const event = plan.read("event", input.id);
    if (!event) return { code: "event.missing", values: { id: input.id } };
    const householdId = event.household_id;
    const own = saidProblem(plan, { ...input, householdId });
    if (own) return own;
    // The corrected event keeps its place among those of one day.
    const events = recorded(plan, householdId).map((each) => (each.id === input.id ? input : each));
    return orderProblem(householdId, events);
  },
  run(plan, { id, kind, on, document, note }) {
    const { household_id } = plan.read("event", id)!;
    plan.update("event", id, { kind, happened_on: on, document, note });
    return { values: { household: household_id, kind, on } };
  },
});
