/** Who of many households can take an event, and why the others cannot. */
import { EVENT_KINDS } from "../../core/model/event.ts";
import type { Problem } from "../../core/outcome.ts";
import type { Commands, EventsCheck } from "../protocol.ts";
import type { Question } from "./command.ts";
import { recorded } from "./event-add.ts";
import { type DatedKind, orderProblem } from "./event-order.ts";
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

/** From this many households on, all events are read once instead of asking for each household. */
const MANY = 2000;

/**
 * Answers, for households of the list, why one cannot take the event, or null. What is recorded of a household
 * is looked at as it was before the command: the list names everybody once.
 */
export function ownProblems(plan: Question, input: EventsInput): (householdId: string) => Problem | null {
  const { householdIds, kind, on } = input;
  const many = householdIds.length >= MANY;
  const missing = many ? new Set(plan.missing("household", householdIds)) : null;
  const events = many ? allRecorded(plan) : null;
  return (householdId) => {
    const absent = missing ? missing.has(householdId) : plan.missing("household", [householdId]).length > 0;
    if (absent) return { code: "household.missing", values: { id: householdId } };
    const known = events ? (events.get(householdId) ?? []) : recorded(plan, householdId);
    return orderProblem(householdId, [...known, { kind, on }]);
  };
}

/** Everything recorded, by household, in the order in which it was recorded. */
function allRecorded(plan: Question): ReadonlyMap<string, readonly DatedKind[]> {
  const byHousehold = new Map<string, DatedKind[]>();
  for (const { household_id, kind, happened_on } of plan.find("event", {})) {
    const list = byHousehold.get(household_id);
    if (list) list.push({ kind, on: happened_on });
    else byHousehold.set(household_id, [{ kind, on: happened_on }]);
  }
  return byHousehold;
}

/** Asks for every household; `can` and the refused add up to the list. */
export function checkEvents(plan: Question, input: EventsInput): EventsCheck {
  const problem = sharedProblem(plan, input);
  if (problem) return { problem, can: 0, refused: [] };
  const refused = new Map<Problem["code"], { first: Problem; ids: string[]; households: number }>();
  const problemOf = ownProblems(plan, input);
  let can = 0;
  for (const id of input.householdIds) {
    const own = problemOf(id);
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
