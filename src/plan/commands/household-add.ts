/** Takes a household in that no file brought. */
import type { Problem } from "../../core/outcome.ts";
import { columnsOfFacts, FACTS, FROM_EDIT, firstBadFact, isFar, tidyFacts } from "../household-facts.ts";
import { followOther } from "../household-other.ts";
import type { HouseholdFacts } from "../protocol.ts";
import { command } from "./command.ts";
import { badInput, isRecord, isText, tidy } from "./input.ts";

/** `household.add`: coordinates without a source are the word of who adds them. */
export const householdAdd = command({
  name: "household.add",
  blocked(plan, { id, facts }) {
    if (!isText(id)) return badInput("id");
    if (plan.read("household", tidy(id))) return { code: "household.exists", values: { id: tidy(id) } };
    if (!isRecord(facts)) return badInput("facts");
    const missing = FACTS.find((fact) => facts[fact] === undefined);
    return missing === undefined ? factProblem(tidy(id), facts, plan.at) : badInput(missing);
  },
  run(plan, input) {
    const id = tidy(input.id);
    const facts = tidyFacts(input.facts);
    const source = facts.at === null ? null : (facts.coordinateSource ?? FROM_EDIT);
    const whole = { ...facts, coordinateSource: source };
    plan.insert("household", { id, ...columnsOfFacts(whole), other: followOther(null, whole) });
    return { values: { household: id }, notes: farNotes(id, facts) };
  },
});

/** What is wrong with some facts of household `id`, or null. `at` is now. */
export function factProblem(id: string, facts: Partial<HouseholdFacts>, at: string): Problem | null {
  const bad = firstBadFact(facts, at);
  return bad === null ? null : { code: "household.value", field: bad, values: { field: bad, id } };
}

/** A place far from the province is taken, and said. */
export function farNotes(id: string, facts: Partial<HouseholdFacts>): Problem[] {
  const { at } = facts;
  if (!at || !isFar(at)) return [];
  return [{ code: "household.far", values: { id, lon: String(at[0]), lat: String(at[1]) } }];
}
