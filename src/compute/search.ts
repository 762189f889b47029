import { textAt } from "../core/model/columns.ts";
import { foldText } from "../core/model/fold-text.ts";
import type { HouseholdColumns } from "../core/model/household.ts";
import type { Unit } from "../core/model/layers.ts";
import { textOf } from "../core/model/text-column.ts";
import type { Bbox } from "../core/units.ts";
import type { FoldedTexts } from "./folded-texts.ts";
import type { SearchHit } from "./protocol.ts";
import { searchHouseholds } from "./search-households.ts";
import { INSIDE, type Match, match, nameMatch, ranked } from "./search-rank.ts";
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
  readonly folded: FoldedTexts;
  /** Containing unit of household `i`, null in none. */
  readonly unitOf: (i: number) => Unit | null;
}

/** Folds the names of units and villages once; those of households are folded already. */
export function searchIndex({ units, villages, households, folded, unitOf }: Searched): SearchIndex {
  const unitNames = units.map(({ unit }) => foldText(unit.name));
  const villageNames = villages.map(({ name }) => foldText(name));

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
      const says = (name: string) => name.normalize("NFC").toLowerCase().includes(exact);
      const found = [
        ranked(
          units.keys(),
          (u) => nameMatch(unitNames[u]!, units[u]!.unit.code, wanted),
          (u) => says(units[u]!.unit.name),
          limit,
        ),
        ranked(
          villages.keys(),
          (v) => match(villageNames[v]!, wanted),
          (v) => says(villages[v]!.name),
          limit,
        ),
        searchHouseholds(households, folded, wanted, exact, limit),
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
