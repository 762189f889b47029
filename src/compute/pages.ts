import { HOUSEHOLD_STATUSES } from "../core/model/event.ts";
import type { Category, HouseholdColumns } from "../core/model/household.ts";
import { textsOf } from "../core/model/text-column.ts";
import { ELIGIBLE_NAMES } from "../core/screening/finding.ts";
import type { HouseholdFilter, HouseholdPage, SortColumn } from "./protocol.ts";
import { type RowColumns, rowOf } from "./rows.ts";

/** Sorts after everything that is known, in either direction. */
const NOT_KNOWN = -1;

/** Nothing happened yet: listed last, like a blank. */
const NO_STATUS = HOUSEHOLD_STATUSES.indexOf("none");

/** Order in which answers are listed: who must move, who is not certain, who need not. */
const ELIGIBLE_ORDER = { yes: 0, unknown: 1, no: 2 } as const;

interface PageSort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** Table pages of one register; remembers the Vietnamese order of its texts. Ties stay in register order. */
export interface Pages {
  page(
    columns: RowColumns,
    filter: HouseholdFilter,
    sort: PageSort,
    offset: number,
    limit: number,
  ): HouseholdPage;
}

/** Pages over the households of one plan. Make a new one when the register changes. */
export function pagesOf(households: HouseholdColumns): Pages {
  const collator = new Intl.Collator("vi", { numeric: true });
  const textRanks = new Map<SortColumn, Int32Array>();

  function textRank(column: "id" | "head" | "ethnicity" | "village"): Int32Array {
    let ranks = textRanks.get(column);
    if (!ranks) {
      ranks =
        column === "id" || column === "head"
          ? listRanks(textsOf(households[column]), collator)
          : categoryRanks(households[column], collator);
      textRanks.set(column, ranks);
    }
    return ranks;
  }

  /** A number per household that sorts as the column does. */
  function ranks(columns: RowColumns, column: SortColumn): ArrayLike<number> {
    const { screening, status, units } = columns;
    switch (column) {
      case "unitName": {
        const byUnit = valueRanks(
          units.map((unit) => unit.name),
          collator,
        );
        return Int32Array.from(screening.unit, (u) => byUnit[u] ?? NOT_KNOWN);
      }
      case "eligible":
        return screening.eligible.map((code) => ELIGIBLE_ORDER[ELIGIBLE_NAMES[code]!]);
      case "status":
        return Int32Array.from(status, (code) => (code === NO_STATUS ? NOT_KNOWN : code));
      case "members":
        return households.members;
      default:
        return textRank(column);
    }
  }

  /** The last list, because a table is scrolled far more often than it is sorted. */
  let last: { columns: RowColumns; key: string; found: Uint32Array } | null = null;

  function sorted(columns: RowColumns, filter: HouseholdFilter, sort: PageSort): Uint32Array {
    const key = JSON.stringify([filter.unitCode, filter.unitCode === undefined, filter.eligible, sort]);
    if (last?.columns === columns && last.key === key) return last.found;
    const found = matching(columns, filter);
    const rank = ranks(columns, sort.column);
    const turn = sort.descending ? -1 : 1;
    found.sort((a, b) => {
      const left = rank[a]!;
      const right = rank[b]!;
      if (left === right) return a - b;
      if (left === NOT_KNOWN) return 1;
      if (right === NOT_KNOWN) return -1;
      return left < right ? -turn : turn;
    });
    last = { columns, key, found };
    return found;
  }

  return {
    page(columns, filter, sort, offset, limit) {
      const found = sorted(columns, filter, sort);
      const rows = Array.from(found.subarray(offset, offset + limit), (i) => rowOf(columns, i));
      return { total: found.length, rows };
    },
  };
}

/** Households that pass the filter, in register order. */
function matching({ households, screening, units }: RowColumns, filter: HouseholdFilter): Uint32Array {
  const { unitCode, eligible } = filter;
  const wanted = ELIGIBLE_NAMES.map((name) => !eligible || eligible.includes(name));
  const found = new Uint32Array(households.count);
  let n = 0;
  for (let i = 0; i < households.count; i++) {
    if (!wanted[screening.eligible[i]!]) continue;
    if (unitCode !== undefined && (units[screening.unit[i]!]?.code ?? null) !== unitCode) continue;
    found[n++] = i;
  }
  return found.subarray(0, n);
}

function categoryRanks(category: Category, collator: Intl.Collator): Int32Array {
  const byValue = valueRanks(category.values, collator);
  return Int32Array.from(category.index, (value) => byValue[value] ?? NOT_KNOWN);
}

function listRanks(list: readonly (string | null)[], collator: Intl.Collator): Int32Array {
  const values = [...new Set(list.filter((text) => text !== null))];
  const byValue = valueRanks(values, collator);
  const rankOf = new Map(values.map((value, v) => [value, byValue[v]!]));
  return Int32Array.from(list, (text) => (text === null ? NOT_KNOWN : rankOf.get(text)!));
}

/** Rank of each value in Vietnamese order; values that sort alike share a rank, so that ties stay stable. */
function valueRanks(values: readonly string[], collator: Intl.Collator): Int32Array {
  const order = Uint32Array.from(values, (_, v) => v).sort((a, b) =>
    collator.compare(values[a]!, values[b]!),
  );
  const ranks = new Int32Array(values.length);
  let rank = 0;
  for (const [k, v] of order.entries()) {
    if (k > 0 && collator.compare(values[order[k - 1]!]!, values[v]!) !== 0) rank++;
    ranks[v] = rank;
  }
  return ranks;
}
