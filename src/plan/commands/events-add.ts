/** Records one thing that happened to many households: for all of them, or for those that can take it. */
import { command } from "./command.ts";
import { eventRow } from "./event-add.ts";
import { eventId, ownProblems, sharedProblem } from "./events-check.ts";

/** `events.add` */
export const eventsAdd = command({
  name: "events.add",
  blocked(plan, input) {
    const problem = sharedProblem(plan, input);
    if (problem) return problem;
    const problemOf = ownProblems(plan, input);
    for (const id of input.householdIds) {
      const own = problemOf(id);
      if (input.partly && !own) return null;
      if (!input.partly && own) return own;
    }
    return input.partly ? { code: "events.nobody", values: { count: input.householdIds.length } } : null;
  },
  run(plan, input) {
    const { householdIds, kind, on, document, note, partly } = input;
    const problemOf = partly ? ownProblems(plan, input) : () => null;
    let count = 0;
    for (const [n, householdId] of householdIds.entries()) {
      if (problemOf(householdId)) continue;
      const event = { id: eventId(input, n), householdId, kind, on, document, note };
      plan.insert("event", eventRow(event, plan.at));
      count++;
    }
    return { values: { count, skipped: householdIds.length - count, kind, on } };
  },
});
