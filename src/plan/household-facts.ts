/** Between the row of a household and what is known of it. */
import { isMembers } from "../core/formats/layers/household-row.ts";
import { positionKind } from "../core/formats/position.ts";
import { saysNotKnown } from "../core/formats/values.ts";
import { fitsOptional } from "../core/model/household.ts";
import { decodePoint, encodePoint } from "./geometry-blob.ts";
import type { HouseholdFacts } from "./protocol.ts";
import type { Rows } from "./rows.ts";

type Fact = keyof HouseholdFacts;
type HouseholdRow = Rows["household"];

/** The column of each fact, also its name in files; `at` lies in `geom` and is `lon`, `lat` in files. */
export const FACT_COLUMN = {
  head: "head",
  ethnicity: "ethnicity",
  ethnicityCode: "ethnicity_code",
  ethnicityList: "ethnicity_list",
  members: "members",
  poverty: "poverty",
  povertyYear: "poverty_year",
  migrant: "migrant",
  village: "village",
  communeCode: "commune_code",
  communeList: "commune_list",
  at: "geom",
  coordinateSource: "coordinate_source",
  coordinateAccuracyM: "coordinate_accuracy_m",
  residentialLandM2: "residential_land_m2",
  productionLandM2: "production_land_m2",
  houseState: "house_state",
  cause: "cause",
} as const satisfies Record<Fact, keyof HouseholdRow>;
export const FACTS = Object.keys(FACT_COLUMN) as readonly Fact[];

/** What each fact may be besides null; a text is any text. `at` is judged as the reader of a register judges it. */
const FITS: { readonly [F in Fact]?: (value: unknown, year: number) => boolean } = {
  members: (value) => isNumber(value) && isMembers(value),
  povertyYear: (value, year) => isNumber(value) && fitsOptional("year", value) && value <= year,
  migrant: (value) => typeof value === "boolean",
  at: (value) => isPlace(value),
  coordinateAccuracyM: isMeasure,
  residentialLandM2: isMeasure,
  productionLandM2: isMeasure,
};

/**
 * The first fact that cannot stand so, or null; also a name that is no fact. `at` is now, ISO 8601: a year of
 * review lies not after it.
 */
export function firstBadFact(facts: Partial<HouseholdFacts>, at: string): string | null {
  const year = Number(at.slice(0, 4));
  for (const [name, value] of Object.entries(facts)) {
    if (!Object.hasOwn(FACT_COLUMN, name)) return name;
    const fits = FITS[name as Fact] ?? ((given: unknown) => typeof given === "string");
    if (value !== null && !fits(value, year)) return name;
  }
  return null;
}

/** What a row says. A word that another program wrote where a number belongs says nothing. */
export function factsOfRow(row: HouseholdRow): HouseholdFacts {
  const at = row.geom ? decodePoint(row.geom) : null;
  return {
    head: row.head,
    ethnicity: row.ethnicity,
    ethnicityCode: row.ethnicity_code,
    ethnicityList: row.ethnicity_list,
    members: numberOrNull(row.members),
    poverty: row.poverty,
    povertyYear: numberOrNull(row.poverty_year),
    migrant: typeof row.migrant === "number" ? row.migrant !== 0 : null,
    village: row.village,
    communeCode: row.commune_code,
    communeList: row.commune_list,
    at: at && Number.isFinite(at[0]) && Number.isFinite(at[1]) ? [at[0], at[1]] : null,
    coordinateSource: row.coordinate_source,
    coordinateAccuracyM: numberOrNull(row.coordinate_accuracy_m),
    residentialLandM2: numberOrNull(row.residential_land_m2),
    productionLandM2: numberOrNull(row.production_land_m2),
    houseState: row.house_state,
    cause: row.cause,
  };
}

/** Texts in one form of Unicode without blanks around them; an empty one, or a word for "not known", is null. */
export function tidyFacts<F extends Partial<HouseholdFacts>>(facts: F): F {
  const pairs = Object.entries(facts).map(([name, value]) => {
    if (typeof value !== "string") return [name, value];
    const text = value.normalize("NFC").trim();
    return [name, text === "" || (name === "ethnicity" && saysNotKnown(text)) ? null : text];
  });
  return Object.fromEntries(pairs) as F;
}

/**
 * What a fact leaves behind when it changes: a year, a code list, an accuracy were said of the old value. Those
 * that are not given with the change become not known.
 */
const SAID_OF: { readonly [F in Fact]?: readonly Fact[] } = {
  ethnicity: ["ethnicityCode", "ethnicityList"],
  poverty: ["povertyYear"],
  communeCode: ["communeList"],
  at: ["coordinateSource", "coordinateAccuracyM"],
};

/** Facts that differ from what is known, with those that go with them; a place set here is from an edit. */
export function wholeEdit(known: HouseholdFacts, changes: Partial<HouseholdFacts>): Partial<HouseholdFacts> {
  const edit: Record<string, unknown> = {};
  const given = tidyFacts(changes);
  for (const name of FACTS) {
    if (!(name in given) || sameFact(known[name], given[name]!)) continue;
    for (const other of SAID_OF[name] ?? []) {
      if (!(other in given)) edit[other] = null;
    }
    edit[name] = given[name];
  }
  if (edit.at && !("coordinateSource" in given)) edit.coordinateSource = FROM_EDIT;
  return edit as Partial<HouseholdFacts>;
}

/** Source of coordinates that a person set in this program. */
export const FROM_EDIT = "edit";

/** The columns of some facts. */
export function columnsOfFacts(facts: Partial<HouseholdFacts>): Partial<HouseholdRow> {
  const columns: Record<string, unknown> = {};
  for (const name of FACTS) {
    if (!(name in facts)) continue;
    const value = facts[name] ?? null;
    if (name === "at") columns.geom = facts.at ? encodePoint(facts.at) : null;
    else columns[FACT_COLUMN[name]] = typeof value === "boolean" ? Number(value) : value;
  }
  return columns as Partial<HouseholdRow>;
}

/** True for the same value, a place by its numbers. */
export function sameFact(a: HouseholdFacts[Fact], b: HouseholdFacts[Fact]): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a[0] === b[0] && a[1] === b[1];
  return a === b;
}

/** True for a place that is accepted but lies far from the province. */
export function isFar([lon, lat]: readonly [number, number]): boolean {
  return positionKind(lon, lat) === "outside";
}

function isPlace(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2 || !value.every(isNumber)) return false;
  const kind = positionKind(value[0] as number, value[1] as number);
  return kind === "good" || kind === "outside";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isMeasure(value: unknown): boolean {
  return isNumber(value) && fitsOptional("measure", value);
}

function numberOrNull(value: number | null): number | null {
  return typeof value === "number" ? value : null;
}
