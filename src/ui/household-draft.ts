/** What is typed about a household, and what it says. Pure: the form shows the answer. */
import { numberOf } from "../core/formats/values.ts";
import type { EastNorth, LonLat } from "../core/units.ts";
import type { HouseholdFacts } from "../plan/protocol.ts";
import type { TextKey } from "../text/say.ts";
import { readTypedPlace } from "./typed-place.ts";

export type FactName = keyof HouseholdFacts;
/** Every fact as it stands in its field; `migrant` is "yes", "no" or empty. Empty: not known. */
export type FactTexts = Readonly<Record<FactName, string>>;

export const NUMBER_FACTS: readonly FactName[] = [
  "members",
  "povertyYear",
  "coordinateAccuracyM",
  "residentialLandM2",
  "productionLandM2",
];
/** In the order of the form: what is asked first, then what is folded away. */
export const FIRST_FACTS: readonly FactName[] = [
  "head",
  "members",
  "ethnicity",
  "poverty",
  "migrant",
  "village",
  "communeCode",
  "at",
];
export const FURTHER_FACTS: readonly FactName[] = [
  "coordinateSource",
  "coordinateAccuracyM",
  "residentialLandM2",
  "productionLandM2",
  "houseState",
  "cause",
  "povertyYear",
  "communeList",
  "ethnicityCode",
  "ethnicityList",
];
export const ALL_FACTS: readonly FactName[] = [...FIRST_FACTS, ...FURTHER_FACTS];

/** Nothing known yet. */
export const NO_FACTS = Object.fromEntries(
  ALL_FACTS.map((name) => [name, null]),
) as unknown as HouseholdFacts;

/** What was said of the old value goes when a value is replaced; as in the command. */
const SAID_OF: Partial<Record<FactName, readonly FactName[]>> = {
  ethnicity: ["ethnicityCode", "ethnicityList"],
  poverty: ["povertyYear"],
  communeCode: ["communeList"],
  at: ["coordinateSource", "coordinateAccuracyM"],
};

/** The facts as texts; numbers with the decimal sign that is not taken for thousands. */
export function textsOf(facts: HouseholdFacts): FactTexts {
  const pairs = ALL_FACTS.map((name) => [name, textOf(name, facts[name])]);
  return Object.fromEntries(pairs) as FactTexts;
}

function textOf(name: FactName, value: HouseholdFacts[FactName]): string {
  if (value === null) return "";
  if (name === "at") return placeText(value as LonLat);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

/** Seven decimals are a centimetre. */
export function placeText([lon, lat]: LonLat): string {
  return `${lon.toFixed(7)} ${lat.toFixed(7)}`;
}

/** The texts after one was typed. `initial` is as the form was opened: typed back, what goes with it is back too. */
export function withText(texts: FactTexts, initial: FactTexts, name: FactName, text: string): FactTexts {
  const next: Record<FactName, string> = { ...texts, [name]: text };
  for (const other of SAID_OF[name] ?? []) next[other] = text === initial[name] ? initial[other] : "";
  if (name === "at" && text.trim() !== "" && text !== initial.at) next.coordinateSource = "edit";
  return next;
}

/** The texts after a place was taken from the map. */
export function withPlace(texts: FactTexts, initial: FactTexts, at: LonLat): FactTexts {
  return { ...withText(texts, initial, "at", placeText(at)), coordinateSource: "map" };
}

/** What the form says: facts that differ from `initial`, or fields that cannot be read and why. */
export interface ReadDraft {
  readonly changes: Partial<HouseholdFacts>;
  readonly bad: Partial<Record<FactName, TextKey>>;
}

/** Reads the fields whose text is not as the form was opened. `toLonLat` turns VN-2000 into WGS 84. */
export function readDraft(
  texts: FactTexts,
  initial: FactTexts,
  toLonLat: (at: EastNorth) => LonLat,
): ReadDraft {
  const changes: Record<string, unknown> = {};
  const bad: Partial<Record<FactName, TextKey>> = {};
  for (const name of ALL_FACTS) {
    const text = texts[name].trim();
    if (text === initial[name].trim()) continue;
    if (text === "") changes[name] = null;
    else if (name === "migrant") changes[name] = text === "yes";
    else if (name === "at") {
      const place = readTypedPlace(text, toLonLat);
      if (place) changes[name] = place.at;
      else bad[name] = "household.bad.place";
    } else if (NUMBER_FACTS.includes(name)) {
      const number = numberOf(text);
      // As in a file: the mark may be that of thousands.
      if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) bad[name] = "household.bad.unclear";
      else if (typeof number === "number" && number >= 0) changes[name] = number;
      else bad[name] = "household.bad.number";
    } else changes[name] = text;
  }
  return { changes: changes as Partial<HouseholdFacts>, bad };
}
