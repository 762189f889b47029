/** Records what a person decided about one or many households, above what the rules propose. */
import { DECISION_CHOICES } from "../../core/model/decision.ts";
import { command } from "./command.ts";
import { badInput, firstRepeated, isOneOf, isPastDate, isText, isTextOrNull, tidy } from "./input.ts";

/** `decision.record`: a further decision about a household does not remove the ones before. */
export const decisionRecord = command({
  name: "decision.record",
  blocked(plan, { id, householdIds, choice, reason, person, document, on }) {
    if (!isText(id)) return badInput("id");
    if (!Array.isArray(householdIds) || !householdIds.every(isText)) return badInput("householdIds");
    if (!isOneOf(DECISION_CHOICES, choice)) return badInput("choice");
    if (!isTextOrNull(person)) return badInput("person");
    if (!isTextOrNull(document)) return badInput("document");
    if (!isText(reason)) return { code: "decision.reason", field: "reason" };
    if (!isPastDate(on, plan.at)) return { code: "decision.date", field: "on", values: { on: String(on) } };
    if (householdIds.length === 0) return { code: "decision.nobody" };
    if (firstRepeated(householdIds) !== null) return badInput("householdIds");
    const [absent] = plan.missing("household", householdIds);
    if (absent !== undefined) return { code: "household.missing", values: { id: absent } };
    const ids = householdIds.map((_, n) => decisionId(id, n));
    return plan.missing("decision", ids).length === ids.length ? null : badInput("id");
  },
  run(plan, { id, householdIds, choice, reason, person, document, on }) {
    const shared = [choice, tidy(reason), textOrNull(person), textOrNull(document), on, plan.at];
    plan.insertMany("decision", COLUMNS, householdIds.length, (row, n) => {
      row.text(decisionId(id, n));
      row.text(householdIds[n]!);
      for (const text of shared) row.text(text);
    });
    return { values: { count: householdIds.length, choice } };
  },
});

/** In the order in which `run` gives them. */
const COLUMNS = [
  "id",
  "household_id",
  "choice",
  "reason",
  "person",
  "document",
  "decided_on",
  "recorded_at",
] as const;

/** Name of the decision about household number `n` of the list. */
function decisionId(id: string, n: number): string {
  return `${id}-${n}`;
}

function textOrNull(text: string | null): string | null {
  return text === null || !isText(text) ? null : tidy(text);
}
