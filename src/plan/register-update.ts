/**
 * A newer list of households laid over the register there is. A blank in the newer list takes nothing away: lists are
 * copied with columns missing, and "not written" is not "not so". Households that the newer list lacks stay; they are
 * told, because only a person knows whether they left or were forgotten.
 */
import type { RegisterReading } from "../core/formats/index.ts";
import {
  type ComparedField,
  type ComparedRegister,
  changesAt,
  compareRegisters,
  type RegisterComparison,
} from "../core/intake/compare.ts";
import { foldText } from "../core/model/fold-text.ts";
import type { Household } from "../core/model/household.ts";
import { FACT_COLUMN, FACTS, factsOfRow } from "./household-facts.ts";
import type { HouseholdFacts, RegisterChange, RegisterUpdate } from "./protocol.ts";
import type { Row } from "./rows.ts";

type Fact = keyof HouseholdFacts;
type Value = string | number | boolean | null;

/** Degrees that are lost when a list is written with 7 decimals, as GeoJSON is: 1 cm. */
const SAME_PLACE = 1e-7;
/** Rows told one by one. */
const SHOWN = 200;

/** Both lists, and what is between them. */
export interface ComparedUpdate {
  readonly rows: readonly Row<"household">[];
  readonly next: readonly Household[];
  readonly comparison: RegisterComparison;
  /** What the newer list changes of the `k`-th changed household. */
  edit(k: number): Partial<HouseholdFacts>;
}

/** `rows` are all households of the plan. */
export function compareUpdate(rows: readonly Row<"household">[], reading: RegisterReading): ComparedUpdate {
  const next = reading.accepted;
  const before = rows.map(factsOfRow);
  const after = factsOfReading(reading);
  const oldOf = new Map(rows.map(({ id }, i) => [id, i]));
  const names = FACTS.filter((fact) => fact !== "at" && after.some((facts) => facts[fact] != null));
  const at = (facts: Partial<HouseholdFacts>, axis: 0 | 1) => facts.at?.[axis] ?? null;
  const old: ComparedRegister = {
    count: rows.length,
    id: (i) => rows[i]!.id,
    fields: [
      ...names.map((name): ComparedField => ({ name, value: (i) => factValue(before[i]!, name) })),
      { name: "lon", value: (i) => at(before[i]!, 0), tolerance: SAME_PLACE },
      { name: "lat", value: (i) => at(before[i]!, 1), tolerance: SAME_PLACE },
    ],
  };
  // What the newer list does not say is as it was.
  const kept = (i: number, say: (facts: Partial<HouseholdFacts>) => Value): Value => {
    const said = say(after[i]!);
    const known = oldOf.get(next[i]!.id);
    return said === null && known !== undefined ? say(before[known]!) : said;
  };
  const newer: ComparedRegister = {
    count: next.length,
    id: (i) => next[i]!.id,
    fields: [
      ...names.map(
        (name): ComparedField => ({ name, value: (i) => kept(i, (facts) => factValue(facts, name)) }),
      ),
      { name: "lon", value: (i) => kept(i, (facts) => at(facts, 0)), tolerance: SAME_PLACE },
      { name: "lat", value: (i) => kept(i, (facts) => at(facts, 1)), tolerance: SAME_PLACE },
    ],
  };
  const comparison = compareRegisters(old, newer);
  return {
    rows,
    next,
    comparison,
    edit(k) {
      const edit: Record<string, unknown> = {};
      for (const { field, after: value } of changesAt(old, newer, comparison, k)) {
        // Half of a place is no place: both numbers of the newer list go in together.
        if (field === "lon" || field === "lat") edit.at = after[comparison.changed.next[k]!]!.at;
        else edit[field] = value;
      }
      return edit as Partial<HouseholdFacts>;
    },
  };
}

/** The comparison for people: counts that add up, and the first rows of each kind. */
export function updateSummary(update: ComparedUpdate, edits: ComparedUpdate["edit"]): RegisterUpdate {
  const { rows, next, comparison } = update;
  const alikes = alikePairs(update);
  const { added, gone, changed, same, byField } = comparison;
  return {
    added: added.length,
    changed: changed.next.length,
    same,
    gone: gone.length,
    byField: byField.filter((one) => one.rows > 0),
    addedIds: Array.from(added.subarray(0, SHOWN), (i) => next[i]!.id),
    goneIds: Array.from(gone.subarray(0, SHOWN), (i) => rows[i]!.id),
    changes: Array.from(changed.next.subarray(0, SHOWN), (_i, k) => changeOf(update, edits, k)),
    addedHeads: Array.from(added.subarray(0, SHOWN), (i) => next[i]!.head),
    goneHeads: Array.from(gone.subarray(0, SHOWN), (i) => rows[i]!.head),
    alike: alikes.length,
    alikes: alikes.slice(0, SHOWN),
  };
}

function changeOf(
  { rows, comparison }: ComparedUpdate,
  edits: ComparedUpdate["edit"],
  k: number,
): RegisterChange {
  const row = rows[comparison.changed.old[k]!]!;
  const before = factsOfRow(row);
  const edit = edits(k);
  const fields = Object.keys(edit) as Fact[];
  return {
    id: row.id,
    head: edit.head ?? row.head,
    fields,
    values: fields.map((fact) => ({ before: shownValue(before, fact), after: shownValue(edit, fact) })),
  };
}

function shownValue(facts: Partial<HouseholdFacts>, name: Fact) {
  return name === "at" ? (facts.at ?? null) : factValue(facts, name);
}

/** Only pairs that nobody else could be: of two households of one name in a village none is picked. */
function alikePairs({ rows, next, comparison }: ComparedUpdate): RegisterUpdate["alikes"] {
  const key = (head: string | null, village: string | null) =>
    head === null || village === null ? null : `${foldText(head)}\u0000${foldText(village)}`;
  const goneBy = byKey(comparison.gone, (i) => key(rows[i]!.head, rows[i]!.village));
  const addedBy = byKey(comparison.added, (i) => key(next[i]!.head, next[i]!.village));
  return [...addedBy].flatMap(([name, [i, ...others]]) => {
    const [j, ...more] = goneBy.get(name) ?? [];
    if (i === undefined || j === undefined || others.length + more.length > 0) return [];
    return [{ id: next[i]!.id, goneId: rows[j]!.id, head: next[i]!.head ?? "" }];
  });
}

function byKey(rows: Uint32Array, key: (i: number) => string | null): Map<string, number[]> {
  const out = new Map<string, number[]>();
  for (const i of rows) {
    const name = key(i);
    if (name === null) continue;
    const same = out.get(name);
    if (same) same.push(i);
    else out.set(name, [i]);
  }
  return out;
}

function factValue(facts: Partial<HouseholdFacts>, name: Fact): Value {
  const value = facts[name] ?? null;
  return typeof value === "object" ? null : value;
}

/** Facts of every household that was read, those of further columns included. */
function factsOfReading(reading: RegisterReading): Partial<HouseholdFacts>[] {
  const optional = reading.optional.flatMap((column) => {
    const fact = FACTS.find((name) => FACT_COLUMN[name] === column.field);
    return fact === undefined ? [] : [{ fact, column }];
  });
  return reading.accepted.map((household, i) => {
    const { head, ethnicity, members, poverty, migrant, village, communeCode, lon, lat } = household;
    const facts: Record<string, unknown> = {
      head,
      ethnicity,
      members,
      poverty,
      migrant,
      village,
      communeCode,
    };
    facts.at = lon !== null && lat !== null ? [lon, lat] : null;
    for (const { fact, column } of optional) {
      facts[fact] = column.kind === "text" ? textAt(column.texts, i) : numberAt(column.numbers, i);
    }
    return facts as Partial<HouseholdFacts>;
  });
}

function textAt(
  { values, index }: { readonly values: readonly string[]; readonly index: Int32Array },
  i: number,
) {
  return index[i]! < 0 ? null : values[index[i]!]!;
}

function numberAt(numbers: Float64Array, i: number): number | null {
  return Number.isNaN(numbers[i]!) ? null : numbers[i]!;
}
