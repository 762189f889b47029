/**
 * What the source said of a household, after an edit. Properties under our own names follow the edit, so that a
 * file that goes out never says the old value beside the new one. Names of the source stay: they tell what it said.
 */
import { foldName } from "../core/formats/fields.ts";
import { isRecord, setOwn } from "../core/formats/normalise.ts";
import { type Json, OPTIONAL_FIELDS } from "../core/model/household.ts";
import { FACT_COLUMN } from "./household-facts.ts";
import type { HouseholdFacts } from "./protocol.ts";

/**
 * `other` as it is after the edit. Columns beyond the register's own go out only from here: they are added when
 * they were not there. Text that is no JSON object (another program wrote it) is left as it is.
 */
export function followOther(other: string | null, edit: Partial<HouseholdFacts>): string | null {
  const properties = other === null ? {} : parsed(other);
  if (properties === null) return other;
  const values = fileValues(edit);
  const left = new Map(values);
  const after: Record<string, Json> = {};
  for (const [name, value] of Object.entries(properties)) {
    const field = foldName(name);
    setOwn(after, name, values.get(field) ?? (values.has(field) ? null : value));
    left.delete(field);
  }
  for (const [field, value] of left) {
    if (Object.hasOwn(OPTIONAL_FIELDS, field) && value !== null) after[field] = value;
  }
  if (other === null && Object.keys(after).length === 0) return null;
  return JSON.stringify(after);
}

/** The edit under the names of a register file, whose names are folded already. */
function fileValues(edit: Partial<HouseholdFacts>): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  for (const [fact, value] of Object.entries(edit)) {
    if (fact === "at") {
      const at = edit.at ?? null;
      values.set("lon", at?.[0] ?? null);
      values.set("lat", at?.[1] ?? null);
    } else values.set(FACT_COLUMN[fact as keyof HouseholdFacts], (value as Json) ?? null);
  }
  return values;
}

function parsed(text: string): Readonly<Record<string, Json>> | null {
  try {
    const value = JSON.parse(text) as Json;
    return isRecord(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
