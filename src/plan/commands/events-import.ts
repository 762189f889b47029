/** Records many events at once, all or none. */
import type { Problem } from "../../core/outcome.ts";
import { command } from "./command.ts";
import { eventProblem, eventRow, recorded } from "./event-add.ts";
import { type DatedKind, orderProblem } from "./event-order.ts";
import { badInput, firstRepeated, isRecord } from "./input.ts";

/** The header is the first line of a table. */
const FIRST_ROW = 2;

/** `events.import` */
export const eventsImport = command({
  name: "events.import",
  blocked(plan, { file, events }) {
    if (!Array.isArray(events) || !events.every(isRecord)) return badInput("events");
    if (events.length === 0) return { code: "import.nothing-accepted", values: { file } };
    if (firstRepeated(events.map((event) => event.id)) !== null) return badInput("id");
    const place = (problem: Problem, i: number): Problem =>
      file === null ? problem : { ...problem, file, row: i + FIRST_ROW };
    const rowsOf = new Map<string, number[]>();
    for (const [i, event] of events.entries()) {
      const problem = eventProblem(plan, event);
      if (problem) return place(problem, i);
      const rows = rowsOf.get(event.householdId);
      if (rows) rows.push(i);
      else rowsOf.set(event.householdId, [i]);
    }
    for (const [householdId, rows] of rowsOf) {
      const all: DatedKind[] = [...recorded(plan, householdId), ...rows.map((i) => events[i]!)];
      const problem = orderProblem(householdId, all);
      if (problem) return place(problem, rows.find((i) => events[i]!.on === problem.values?.on) ?? rows[0]!);
    }
    return null;
  },
  run(plan, { file, events }) {
    for (const event of events) plan.insert("event", eventRow(event, plan.at));
    return { values: { count: events.length, file } };
  },
});
