/** Takes households into a baseline: each with the unit it is in at that moment, where it is counted from then on. */

import type { Problem } from "../../core/outcome.ts";
import type { IsoDate } from "../../core/units.ts";
import type { Question, Work } from "./command.ts";
import { badInput, firstRepeated, isText } from "./input.ts";

interface Place {
  readonly unit_code: string | null;
  readonly unit_name: string | null;
  readonly district: string | null;
}
/** In no unit, and known to be in none; NULL would say that it was not kept. */
const NOWHERE: Place = { unit_code: "", unit_name: null, district: null };
/** The plan has no units: nobody knows, and the present unit is counted as in lists of an earlier form. */
const NOT_KEPT: Place = { unit_code: null, unit_name: null, district: null };
const COLUMNS = [
  "baseline_id",
  "household_id",
  "unit_code",
  "unit_name",
  "district",
  "added_on",
  "document",
] as const;

/** Why these cannot be households of a list, or null: each must be in the register, and named once. */
export function membersProblem(plan: Question, householdIds: readonly string[]): Problem | null {
  if (!Array.isArray(householdIds) || !householdIds.every(isText)) return badInput("householdIds");
  if (firstRepeated(householdIds) !== null) return badInput("householdIds");
  const [missing] = plan.missing("household", householdIds);
  return missing === undefined ? null : { code: "household.missing", values: { id: missing } };
}

/** `addedOn` null: frozen with the list. */
export function insertMembers(
  plan: Work,
  baselineId: string,
  householdIds: readonly string[],
  addedOn: IsoDate | null,
  document: string | null,
): void {
  const placeOf = placesNow(plan);
  plan.insertMany("baseline_member", COLUMNS, householdIds.length, (row, i) => {
    const { unit_code, unit_name, district } = placeOf(householdIds[i]!);
    row.text(baselineId);
    row.text(householdIds[i]!);
    for (const text of [unit_code, unit_name, district, addedOn, document]) row.text(text);
  });
}

/** Where a household is now. Each unit is looked up once. */
function placesNow(plan: Work): (householdId: string) => Place {
  if (plan.count("unit", {}) === 0) return () => NOT_KEPT;
  const known = new Map<string, Place>();
  return (householdId) => {
    const code = plan.read("household", householdId)?.unit_code ?? null;
    if (code === null) return NOWHERE;
    let place = known.get(code);
    if (!place) {
      const unit = plan.find("unit", { code })[0];
      place = unit ? { unit_code: code, unit_name: unit.name, district: unit.district } : NOWHERE;
      known.set(code, place);
    }
    return place;
  };
}
