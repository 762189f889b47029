/** Columns of the table that say one of a few things: what they can say, and in which order it is listed. */
import { DECISION_STATES } from "../core/model/decision.ts";
import { HOUSEHOLD_STATUSES } from "../core/model/event.ts";
import type { Category, HouseholdColumns } from "../core/model/household.ts";
import { ELIGIBLE_NAMES, FINDING_NAMES } from "../core/screening/finding.ts";
import { CRITERIA, type CriterionCode } from "../core/screening/rule-set.ts";
import type { CodedColumnName } from "./protocol.ts";
import type { RowColumns } from "./rows.ts";

/** Codes of every household, and what they stand for. */
export interface CodedColumn {
  /** Household `i` says `values[codes[i] + shift]`. */
  readonly codes: Int32Array | Uint8Array;
  readonly shift: 0 | 1;
  /** Null: not known. */
  readonly values: readonly (string | null)[];
  /** How a value is written, where that is not the value itself: units by name. */
  readonly labels: readonly (string | null)[];
  /** True where the cell stands empty. */
  readonly blank: readonly boolean[];
  /** Place of each value in an ascending list; -1 last in both directions. */
  readonly ranks: Int32Array;
}

const MIGRANT = ["no", "yes", null] as const;
const LOCATED = ["no", "yes"] as const;
/** Order in which answers are listed: who must move, who is not certain, who need not. */
const ELIGIBLE_ORDER = { yes: 0, unknown: 1, no: 2 } as const;
const FINDING_ORDER = { hit: 0, unknown: 1, clear: 2 } as const;

/** Makes a coded column of the households; `located` is 1 for a household with coordinates. */
export function codedColumn(
  columns: RowColumns,
  name: CodedColumnName,
  located: Uint8Array,
  collator: Intl.Collator,
): CodedColumn {
  const { households, screening, status, decision, units } = columns;
  if (isCriterion(name)) {
    return plain(screening[name], FINDING_NAMES, (value) => FINDING_ORDER[value]);
  }
  switch (name) {
    case "eligible":
      return plain(screening.eligible, ELIGIBLE_NAMES, (value) => ELIGIBLE_ORDER[value]);
    case "status":
      return plain(
        status,
        HOUSEHOLD_STATUSES,
        (value, at) => (value === "none" ? -1 : at),
        (value) => value === "none",
      );
    case "decision":
      return plain(
        decision,
        DECISION_STATES,
        (value, at) => (value === "none" ? -1 : at),
        (value) => value === "none",
      );
    case "migrant":
      return plain(households.migrant, MIGRANT, (value, at) => (value === null ? -1 : 1 - at));
    case "located":
      return plain(located, LOCATED, (_, at) => at);
    case "unitName": {
      const names = units.map((unit) => unit.name);
      const values = [null, ...units.map((unit) => unit.code)];
      return { ...category({ values: names, index: screening.unit }, collator), values };
    }
    default:
      return category(households[name], collator);
  }
}

function isCriterion(name: CodedColumnName): name is CriterionCode {
  return (CRITERIA as readonly string[]).includes(name);
}

function plain<V extends string | null>(
  codes: Uint8Array,
  values: readonly V[],
  rank: (value: V, at: number) => number,
  blank: (value: V) => boolean = (value) => value === null,
): CodedColumn {
  const ranks = Int32Array.from(values, rank);
  return { codes, shift: 0, values, labels: values, blank: values.map(blank), ranks };
}

function category({ values, index }: Category, collator: Intl.Collator): CodedColumn {
  const all = [null, ...values];
  return {
    codes: index,
    shift: 1,
    values: all,
    labels: all,
    blank: all.map((value) => value === null),
    ranks: Int32Array.of(-1, ...valueRanks(values, collator)),
  };
}

/** Rank of each value in the collator's order; values that sort alike share a rank, so that ties stay stable. */
function valueRanks(values: readonly string[], collator: Intl.Collator): Int32Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => collator.compare(values[a]!, values[b]!));
  const ranks = new Int32Array(values.length);
  let rank = 0;
  for (const [k, v] of order.entries()) {
    if (k > 0 && collator.compare(values[order[k - 1]!]!, values[v]!) !== 0) rank++;
    ranks[v] = rank;
  }
  return ranks;
}

/** Ranks of all households in the column. */
export function rowRanks({ codes, shift, ranks }: CodedColumn): Int32Array {
  const found = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) found[i] = ranks[codes[i]! + shift]!;
  return found;
}

/** 1 for every household with coordinates. */
export function locatedColumn({ lon, lat, count }: HouseholdColumns): Uint8Array {
  const located = new Uint8Array(count);
  for (let i = 0; i < count; i++) located[i] = Number.isNaN(lon[i]!) || Number.isNaN(lat[i]!) ? 0 : 1;
  return located;
}
