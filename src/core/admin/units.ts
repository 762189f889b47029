/** Looks up units by code and by name, always within one list: neither identifies a unit without its date. */
import type { ListVersion } from "../intake/meaning.ts";
import { foldText } from "../model/fold-text.ts";
import { districtName, nameKey, splitUnitName } from "./unit-names.ts";
import { type AdminUnit, DISTRICTS, type District, UNIT_LISTS } from "./units-data.ts";

/** What a written name can be. Only `one` may be joined; everything else is asked of a person. */
export type UnitMatch =
  | { readonly state: "one"; readonly unit: AdminUnit }
  | {
      readonly state: "ask";
      /**
       * `several`: the name occurs in several districts; `spelling`: it is like these names but not the same, the
       * letters or tones differ; `district`: the name exists, in another district than the one given.
       */
      readonly why: "several" | "spelling" | "district";
      readonly candidates: readonly AdminUnit[];
    }
  | { readonly state: "none" };

/** The unit of a code in a list, null when the list has no such code. */
export function unitOf(code: string, list: ListVersion): AdminUnit | null {
  return BY_CODE[list].get(code.trim()) ?? null;
}

/** Every unit of a list, by code. */
export function unitsOf(list: ListVersion): readonly AdminUnit[] {
  return UNIT_LISTS[list];
}

/** The name as it is written in papers: "Xã Hòa Phú". */
export function fullUnitName({ kind, name }: AdminUnit): string {
  return name.startsWith("Phường ") ? name : `${kind[0]!.toUpperCase()}${kind.slice(1)} ${name}`;
}

/**
 * The unit a name means. Kind and district may be written in front (`X.`, `Phường`, `H.`, `TP`). A name joins
 * when it is the same name but for Unicode form, capitals, apostrophe, white space and the place of the tone; one
 * that is only like a name is asked.
 */
export function findUnit(written: string, list: ListVersion, district: string | null = null): UnitMatch {
  const { kind, name } = splitUnitName(written);
  if (name === "") return { state: "none" };
  const named = BY_NAME[list].get(nameKey(name)) ?? [];
  const within = named.length === 0 ? [] : inDistrict(named, district);
  if (named.length === 0) {
    const like = inDistrict(LIKE[list].get(loosely(name)) ?? [], district);
    return like.length > 0 ? { state: "ask", why: "spelling", candidates: like } : { state: "none" };
  }
  if (within.length === 0) return { state: "ask", why: "district", candidates: named };
  // A kind may be out of date (communes became wards): it chooses between several, it refuses nobody.
  const ofKind = within.filter((unit) => unit.kind === kind);
  const left = within.length > 1 && ofKind.length > 0 ? ofKind : within;
  return left.length === 1
    ? { state: "one", unit: left[0]! }
    : { state: "ask", why: "several", candidates: left };
}

/** The district a name means, null when it is none of the 24. Their names without marks all differ (tested). */
export function findDistrict(written: string): District | null {
  return DISTRICT_BY_NAME.get(loosely(districtName(written))) ?? null;
}

/** Those of a district; all of them where no district is given, none where it is a district of other units. */
function inDistrict(units: readonly AdminUnit[], district: string | null): readonly AdminUnit[] {
  if (district === null || district.trim() === "") return units;
  const wanted = findDistrict(district);
  return wanted === null ? [] : units.filter(({ districts }) => districts.includes(wanted));
}

/** For finding candidates only: letters and digits without marks. */
function loosely(name: string): string {
  return foldText(name).replace(/[^\p{L}\p{N}]/gu, "");
}

const LISTS = ["2025-03", "2025-07"] as const;

function eachList<T>(make: (units: readonly AdminUnit[]) => T): Record<ListVersion, T> {
  return { "2025-03": make(UNIT_LISTS[LISTS[0]]), "2025-07": make(UNIT_LISTS[LISTS[1]]) };
}

function byNames(key: (name: string) => string) {
  return (units: readonly AdminUnit[]): ReadonlyMap<string, readonly AdminUnit[]> => {
    const out = new Map<string, AdminUnit[]>();
    for (const unit of units) {
      for (const k of new Set([unit.name, ...unit.aliases].map(key))) {
        const same = out.get(k);
        if (same) same.push(unit);
        else out.set(k, [unit]);
      }
    }
    return out;
  };
}

const BY_CODE = eachList((units) => new Map(units.map((unit) => [unit.code, unit])));
const BY_NAME = eachList(byNames(nameKey));
const LIKE = eachList(byNames(loosely));
const DISTRICT_BY_NAME: ReadonlyMap<string, District> = new Map(
  DISTRICTS.flatMap((district) =>
    [district.name, ...district.aliases].map((name) => [loosely(name), district] as const),
  ),
);
