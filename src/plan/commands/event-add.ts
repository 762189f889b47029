/** Records something that happened to a household. */
import { EVENT_KINDS } from "../../core/model/event.ts";
import type { Problem } from "../../core/outcome.ts";
import type { Commands } from "../protocol.ts";
import type { Rows } from "../rows.ts";
import { command, type Question } from "./command.ts";
import { orderProblem } from "./event-order.ts";
import { badInput, isOneOf, isPastDate, isText, isTextOrNull } from "./input.ts";

type EventInput = Commands["event.add"];

/** `event.add` */
export const eventAdd = command({
  name: "event.add",
  blocked(plan, input) {
    const own = eventProblem(plan, input);
    if (own) return own;
    return orderProblem(input.householdId, [...recorded(plan, input.householdId), input]);
  },
  run(plan, input) {
    plan.insert("event", eventRow(input, plan.at));
    return { values: { household: input.householdId, kind: input.kind, on: input.on } };
  },
});

/** What is wrong with an event taken by itself, or null. */
export function eventProblem(plan: Question, input: EventInput): Problem | null {
  if (!isText(input.id) || plan.read("event", input.id)) return badInput("id");
  return saidProblem(plan, input);
}

/** What is wrong with what is said of an event, whatever it is called; or null. */
export function saidProblem(plan: Question, input: Omit<EventInput, "id">): Problem | null {
  if (!isOneOf(EVENT_KINDS, input.kind)) return badInput("kind");
  if (!isTextOrNull(input.document)) return badInput("document");
  if (!isTextOrNull(input.note)) return badInput("note");
  if (!plan.read("household", input.householdId)) {
    return { code: "household.missing", values: { id: input.householdId } };
  }
  if (!isPastDate(input.on, plan.at)) {
    return { code: "event.date", field: "on", values: { id: input.householdId, on: String(input.on) } };
  }
  return null;
}

/** What the plan already says happened to a household. */
export function recorded(plan: Question, householdId: string) {
  return plan
    .find("event", { household_id: householdId })
    .map(({ kind, happened_on, id }) => ({ id, kind, on: happened_on }));
}

/** The row of an event recorded at `at`. */
export function eventRow(input: EventInput, at: string): Rows["event"] {
  const { id, householdId, kind, on, document, note } = input;
  return { id, household_id: householdId, kind, happened_on: on, document, note, recorded_at: at };
}
