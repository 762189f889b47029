/** Rows of the list by pages from the compute worker; only pages that were in sight are kept. */
import { useEffect, useMemo, useRef, useState } from "react";
import type { HouseholdFilter, HouseholdRow, ListSort } from "../../compute/protocol.ts";
import { services } from "../services.ts";
import { useView } from "../store.ts";

const PAGE = 100;
/** Pages that are kept; the oldest goes when one more is read. */
const MOST_PAGES = 40;

/** A row and whether it is chosen. */
export interface ListedRow {
  readonly row: HouseholdRow;
  readonly chosen: boolean;
}

interface Pages {
  readonly key: string;
  /** Names the list that was read, whoever of it is chosen. */
  readonly list: string;
  /** Null until the first answer. */
  readonly count: number | null;
  readonly chosenListed: number;
  /** `marks` of the store when that was counted. */
  readonly marks: number;
  readonly read: ReadonlyMap<number, readonly ListedRow[]>;
}

const NOTHING_READ: Pages = { key: "", list: "", count: null, chosenListed: 0, marks: 0, read: new Map() };

/** What is known of the list: how long it is, how many of it are chosen, and its rows `first` to `end`. */
export interface Rows {
  readonly count: number | null;
  readonly chosenListed: number;
  /** `marks` of the store when that was counted. */
  readonly marks: number;
  /** False while the rows in sight are those of the list before: then a place in it names somebody else. */
  readonly current: boolean;
  rowAt(index: number): ListedRow | null;
}

/** Asks again when the question, the plan or the choice moves; what was read stays in sight until then. */
export function useRows(filter: HouseholdFilter, sort: ListSort, first: number, end: number): Rows {
  const [pages, setPages] = useState<Pages>(NOTHING_READ);
  const computed = useView((state) => state.computed);
  const marks = useView((state) => state.marks);
  const list = JSON.stringify([filter, sort, computed]);
  const key = `${list} ${marks}`;
  const question = useRef({ filter, sort });
  question.current = { filter, sort };
  const firstPage = Math.floor(first / PAGE);
  const lastPage = Math.floor(Math.max(first, end - 1) / PAGE);
  useEffect(() => {
    let wanted = true;
    const { filter: which, sort: order } = question.current;
    for (let page = firstPage; page <= lastPage; page++) {
      void services()
        .compute.page(which, order, page * PAGE, PAGE)
        .then(({ total, rows, chosen }) => {
          if (!wanted) return;
          const listed = rows.map((row, k) => ({ row, chosen: chosen?.rows[k] ?? false }));
          setPages((old) => ({
            key,
            list,
            count: total,
            chosenListed: chosen?.listed ?? 0,
            marks,
            read: withPage(old.key === key ? old.read : new Map(), page, listed),
          }));
        });
    }
    return () => {
      wanted = false;
    };
  }, [key, list, marks, firstPage, lastPage]);
  return useMemo(
    () => ({
      count: pages.count,
      chosenListed: pages.chosenListed,
      marks: pages.marks,
      current: pages.list === list,
      rowAt: (index: number) => pages.read.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null,
    }),
    [pages, list],
  );
}

function withPage(
  read: ReadonlyMap<number, readonly ListedRow[]>,
  page: number,
  rows: readonly ListedRow[],
): ReadonlyMap<number, readonly ListedRow[]> {
  const kept = new Map(read);
  kept.delete(page);
  kept.set(page, rows);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_PAGES) break;
    kept.delete(oldest);
  }
  return kept;
}
