/** One row of the register: the rules by which its values are understood. */
import type { Household, RegisterField } from "../../model/household.ts";
import type { Fields } from "../fields.ts";
import { numberOf, saysNotKnown, textOf, yesNoOf } from "../values.ts";
import type { FeatureDesk, One } from "./collect.ts";
import { placeOf } from "./place.ts";

/** More people than this in one household is a slip of the pen. */
export const MOST_MEMBERS = 200;

/**
 * The household of a row. `firstRow` tells in which row an id was accepted already. Refused: no id, an id that
 * was there before, coordinates that are none. A value that cannot be read is not known, with a note.
 */
export function householdOf(
  desk: FeatureDesk,
  name: Fields<RegisterField>["name"],
  firstRow: (id: string) => number | undefined,
): One<Household> {
  const id = textOf(desk.value(name.id)) ?? textOf(desk.feature.id);
  if (id === null) return { refused: desk.problem("row.id-missing", undefined, name.id ?? "id") };
  const first = firstRow(id);
  if (first !== undefined)
    return { refused: desk.problem("row.id-repeated", { id, first: String(first) }, name.id) };
  const place = placeOf(desk, name);
  if ("refused" in place) return place;
  return {
    value: {
      id,
      head: textOf(desk.value(name.head)),
      ethnicity: ethnicityOf(desk, name.ethnicity),
      members: membersOf(desk, name.members),
      poverty: textOf(desk.value(name.poverty)),
      migrant: migrantOf(desk, name.migrant),
      village: textOf(desk.value(name.village)),
      communeCode: textOf(desk.value(name.commune_code)),
      lon: place.value?.[0] ?? null,
      lat: place.value?.[1] ?? null,
      properties: desk.feature.properties,
    },
  };
}

/** A number of people that is taken as it is. */
export function isMembers(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= MOST_MEMBERS;
}

function ethnicityOf(desk: FeatureDesk, column: string | null): string | null {
  const text = textOf(desk.value(column));
  if (text === null || !saysNotKnown(text)) return text;
  desk.note("row.value", { given: text }, column);
  return null;
}

function membersOf(desk: FeatureDesk, column: string | null): number | null {
  const number = numberOf(desk.value(column));
  if (number === null) return null;
  if (number !== undefined && isMembers(number)) return number;
  desk.note("row.members", { given: textOf(desk.value(column)), most: MOST_MEMBERS }, column);
  return null;
}

function migrantOf(desk: FeatureDesk, column: string | null): boolean | null {
  const migrant = yesNoOf(desk.value(column));
  if (migrant === undefined) desk.note("row.yes-no", { given: textOf(desk.value(column)) }, column);
  return migrant ?? null;
}
