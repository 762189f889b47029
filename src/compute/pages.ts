import type { HouseholdColumns } from "../core/model/household.ts";
import { type CodedColumn, codedColumn, locatedColumn, rowRanks } from "./coded-columns.ts";
import { type Filtered, keepOf } from "./filter.ts";
import type { FoldedTexts } from "./folded-texts.ts";
import { type ColumnOrder, listed, orderOfRanks } from "./order/column-order.ts";
import { orderOfTexts } from "./order/text-order.ts";
import { collatorsOf } from "./order/word-weights.ts";
import type { Choice, CodedColumnName, HouseholdFilter, ListSort, SortColumn } from "./protocol.ts";
import { remember } from "./remember.ts";
import type { RowColumns } from "./rows.ts";

/** Lists of one register; remembers the Vietnamese order of its texts and the list that was asked for last. */
export interface Pages {
  /** Households that pass the filter, in order. */
  list(columns: RowColumns, filter: HouseholdFilter, sort: ListSort): Uint32Array;
  /** 1 for every household that passes the filter. */
  keep(columns: RowColumns, filter: HouseholdFilter): Uint8Array;
  /** What a column says among the households that pass the other filters, most frequent first. */
  choices(columns: RowColumns, column: CodedColumnName, filter: HouseholdFilter): readonly Choice[];
}

/** Lists over the households of one plan. Make a new one when the register changes. */
export function pagesOf(households: HouseholdColumns, folded: FoldedTexts): Pages {
  const collators = collatorsOf("vi");
  const located = remember(() => locatedColumn(households));
  const coded = new Map<CodedColumnName, { readonly columns: RowColumns; readonly column: CodedColumn }>();
  const textOrders = new Map<"id" | "head", ColumnOrder>();

  function codedOf(columns: RowColumns, name: CodedColumnName): CodedColumn {
    const known = coded.get(name);
    if (known?.columns === columns) return known.column;
    const column = codedColumn(columns, name, located(), collators.full);
    coded.set(name, { columns, column });
    return column;
  }

  function filtered(columns: RowColumns): Filtered {
    return {
      count: households.count,
      members: households.members,
      coded: (name) => codedOf(columns, name),
      text: (name) => households[name],
      folded: (name) => folded[name](),
    };
  }

  const order = remember((columns: RowColumns, name: SortColumn): ColumnOrder => {
    if (name === "members") return orderOfRanks(households.members, households.count);
    if (name !== "id" && name !== "head") {
      return orderOfRanks(rowRanks(codedOf(columns, name)), households.count);
    }
    let known = textOrders.get(name);
    if (!known) {
      known = orderOfTexts(households[name], collators);
      textOrders.set(name, known);
    }
    return known;
  });
  // Filters and sorts are plain values that are told anew with every question: their text is what is compared.
  const keep = remember(
    (columns: RowColumns, filter: string): Uint8Array => keepOf(filtered(columns), JSON.parse(filter)),
  );
  const list = remember((columns: RowColumns, filter: string, column: SortColumn, descending: boolean) =>
    listed(order(columns, column), keep(columns, filter), descending),
  );

  return {
    list: (columns, filter, { column, descending }) =>
      list(columns, JSON.stringify(filter), column, descending),
    keep: (columns, filter) => keep(columns, JSON.stringify(filter)),
    choices(columns, name, filter) {
      const column = codedOf(columns, name);
      const counts = new Uint32Array(column.values.length);
      countKept(keepOf(filtered(columns), filter, name), column.codes, column.shift, counts);
      return column.values
        .map((value, v) => ({ value, label: column.labels[v]!, households: counts[v]! }))
        .filter(({ households: n }) => n > 0)
        .sort((a, b) => b.households - a.households);
    },
  };
}

function countKept(
  keep: Uint8Array,
  codes: Int32Array | Uint8Array,
  shift: number,
  counts: Uint32Array,
): void {
  for (let i = 0; i < keep.length; i++) counts[codes[i]! + shift]! += keep[i]!;
}
