import { textAt } from "../core/model/columns.ts";
import { foldText } from "../core/model/fold-text.ts";
import type { HouseholdColumns } from "../core/model/household.ts";
import type { Unit } from "../core/model/layers.ts";
import { textOf, textsOf } from "../core/model/text-column.ts";
import type { Bbox } from "../core/units.ts";
import type { SearchHit } from "./protocol.ts";
import type { Village } from "./villages.ts";

/** What is searched. Folded texts are for finding only; nothing is joined by them. */
export interface SearchIndex {
  /** Best first, at most `limit`: beginnings of words before insides; communes, villages, households. */
  find(text: string, limit: number): readonly SearchHit[];
}

interface Searched {
  readonly units: readonly { readonly unit: Unit; readonly bbox: Bbox }[];
  readonly villages: readonly Village[];
  readonly households: HouseholdColumns;
  /** Containing unit of household `i`, null in none. */
  readonly unitOf: (i: number) => Unit | null;
}

/** How well a text matches, best 0; -1 not at all. */
const WHOLE = 0;
const START = 1;
const WORD = 2;
const INSIDE = 3;
const NO_MATCH = -1;

/** Characters after which a word begins. */
const BETWEEN_WORDS = new Set([" ", "-", "(", "/", ",", "."]);

/** Folds every name once. */
export function searchIndex({ units, villages, households, unitOf }: Searched): SearchIndex {
  const unitNames = units.map(({ unit }) => foldText(unit.name));
  const villageNames = villages.map(({ name }) => foldText(name));
  const heads = textsOf(households.head).map((head) => (head === null ? "" : foldText(head)));
  const ids = textsOf(households.id).map((id) => foldText(id!));

  const unitHit = (u: number): SearchHit => {
    const { unit, bbox } = units[u]!;
    return { kind: "unit", code: unit.code, name: unit.name, district: unit.district, bbox };
  };
  const villageHit = (v: number): SearchHit => {
    const { name, unit, households: n, bbox } = villages[v]!;
    return { kind: "village", name, unitName: unit?.name ?? null, households: n, bbox };
  };
  const householdHit = (i: number): SearchHit => {
    const lon = households.lon[i]!;
    const lat = households.lat[i]!;
    return {
      kind: "household",
      id: textOf(households.id, i)!,
      head: textOf(households.head, i),
      village: textAt(households.village, i),
      unitName: unitOf(i)?.name ?? null,
      at: Number.isNaN(lon) || Number.isNaN(lat) ? null : [lon, lat],
    };
  };

  return {
    find(text, limit) {
      const wanted = foldText(text);
      if (wanted === "" || limit <= 0) return [];
      const exact = text.normalize("NFC").toLowerCase().trim();
      const unitMatch = (u: number) => nameMatch(unitNames[u]!, units[u]!.unit.code, wanted);
      const villageMatch = (v: number) => match(villageNames[v]!, wanted);
      const householdMatch = (i: number) => nameMatch(heads[i]!, ids[i]!, wanted);
      const found = [
        ranked(units.length, unitMatch, (u) => says(units[u]!.unit.name, exact), limit),
        ranked(villages.length, villageMatch, (v) => says(villages[v]!.name, exact), limit),
        ranked(households.count, householdMatch, (i) => says(textOf(households.head, i) ?? "", exact), limit),
      ] as const;
      const hits: SearchHit[] = [];
      for (const inside of [false, true]) {
        const pick = (list: readonly Match[]) => list.filter(({ how }) => (how === INSIDE) === inside);
        hits.push(...pick(found[0]).map(({ item }) => unitHit(item)));
        hits.push(...pick(found[1]).map(({ item }) => villageHit(item)));
        hits.push(...pick(found[2]).map(({ item }) => householdHit(item)));
      }
      return hits.slice(0, limit);
    },
  };
}

interface Match {
  readonly item: number;
  readonly how: number;
}

/** The best `limit` items, those written exactly as asked (marks included) first among equals. */
function ranked(
  count: number,
  how: (item: number) => number,
  asWritten: (item: number) => boolean,
  limit: number,
): readonly Match[] {
  const byQuality: [Match[], Match[]][] = [WHOLE, START, WORD, INSIDE].map(() => [[], []]);
  for (let item = 0; item < count; item++) {
    const quality = how(item);
    if (quality === NO_MATCH) continue;
    const list = byQuality[quality]![asWritten(item) ? 0 : 1]!;
    if (list.length < limit) list.push({ item, how: quality });
  }
  return byQuality.flat(2).slice(0, limit);
}

/** A name may match anywhere; a code or id only from its beginning. */
function nameMatch(name: string, code: string, wanted: string): number {
  const byName = match(name, wanted);
  if (!code.startsWith(wanted)) return byName;
  const byCode = code.length === wanted.length ? WHOLE : START;
  return byName === NO_MATCH ? byCode : Math.min(byName, byCode);
}

function match(folded: string, wanted: string): number {
  let at = folded.indexOf(wanted);
  if (at < 0) return NO_MATCH;
  if (at === 0) return folded.length === wanted.length ? WHOLE : START;
  for (; at > 0; at = folded.indexOf(wanted, at + 1)) {
    if (BETWEEN_WORDS.has(folded[at - 1]!)) return WORD;
  }
  return INSIDE;
}

function says(name: string, exact: string): boolean {
  return name.normalize("NFC").toLowerCase().includes(exact);
}
