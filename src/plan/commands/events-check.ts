/** Who of many households can take an event, and why the others cannot. */
import { EVENT_KINDS } from "../../core/model/event.ts";
import type { Problem } from "../../core/outcome.ts";
import type { Commands, EventsCheck } from "../protocol.ts";
import type { Question } from "./command.ts";
import { recorded } from "./event-add.ts";
import { orderProblem } from "./event-order.ts";
import { badInput, firstRepeated, isOneOf, isPastDate, isText, isTextOrNull } from "./input.ts";

type EventsInput = Commands["events.add"];

/** Ids that are named of each reason. */
const NAMED = 5;

/** Name of the event of household number `n` of the list. */
export function eventId(input: EventsInput, n: number): string {
  return `${input.id}-${n}`;
}

/** What is wrong with the event itself, whoever it happened to; or null. */
export function sharedProblem(plan: Question, input: EventsInput): Problem | null {
  const { id, householdIds, kind, on, document, note, partly } = input;
  if (!isText(id)) return badInput("id");
  if (!Array.isArray(householdIds) || !householdIds.every(isText)) return badInput("householdIds");
  if (firstRepeated(householdIds) !== null) return badInput("householdIds");
  if (typeof partly !== "boolean") return badInput("partly");
  if (!isOneOf(EVENT_KINDS, kind)) return badInput("kind");
  if (!isTextOrNull(document)) return badInput("document");
  if (!isTextOrNull(note)) return badInput("note");
  if (!isPastDate(on, plan.at)) return { code: "events.date", field: "on", values: { on: String(on) } };
  if (householdIds.length === 0) return { code: "events.nobody", values: { count: 0 } };
  const ids = householdIds.map((_, n) => eventId(input, n));
  return plan.missing("event", ids).length === ids.length ? null : badInput("id");
}

/** Why one household cannot take the event, or null. */
export function ownProblem(plan: Question, { kind, on }: EventsInput, householdId: string): Problem | null {
  if (plan.missing("household", [householdId]).length > 0) {
    return { code: "household.missing", values: { id: householdId } };
  }
  return orderProblem(householdId, [...recorded(plan, householdId), { kind, on }]);
}

/** Asks for every household; `can` and the refused add up to the list. */
export function checkEvents(plan: Question, input: EventsInput): EventsCheck {
  const problem = sharedProblem(plan, input);
  if (problem) return { problem, can: 0, refused: [] };
  const refused = new Map<Problem["code"], { first: Problem; ids: string[]; households: number }>();
  let can = 0;
  for (const id of input.householdIds) {
    const own = ownProblem(plan, input, id);
    if (!own) {
      can++;
      continue;
    }
    const known = refused.get(own.code);
    if (!known) refused.set(own.code, { first: own, ids: [id], households: 1 });
    else {
      known.households++;
      if (known.ids.length < NAMED) known.ids.push(id);
    }
  }
  return { problem: null, can, refused: [...refused.values()] };
}
