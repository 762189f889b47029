/** Households by pages from the compute worker; only the rows in sight are on the page. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { HouseholdFilter, HouseholdRow, SortColumn } from "../../compute/protocol.ts";
import { showHousehold } from "../actions/look.ts";
import { useSay } from "../hooks/use-say.ts";
import { services } from "../services.ts";
import { useView } from "../store.ts";
import { Icon } from "./icon.tsx";
import { Mark } from "./mark.tsx";

const ROW_PX = 26;
const PAGE = 100;
const COLUMNS: readonly SortColumn[] = [
  "id",
  "head",
  "ethnicity",
  "members",
  "village",
  "unitName",
  "eligible",
  "status",
];

/** `total` rows under `filter`; a click or Enter chooses, the map follows. */
export function HouseholdTable({ filter, total }: { filter: HouseholdFilter; total: number }) {
  const t = useSay();
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(200);
  const [sort, setSort] = useState({ column: "eligible" as SortColumn, descending: true });
  const [pages, setPages] = useState<ReadonlyMap<number, readonly HouseholdRow[]>>(new Map());
  const [count, setCount] = useState(total);
  const computed = useView((state) => state.computed);
  const totals = useView((state) => state.totals);
  const selection = useView((state) => state.selection);
  const key = JSON.stringify([filter, sort, computed, totals?.revision, totals?.total]);
  const first = Math.max(0, Math.floor(top / ROW_PX) - 5);
  const last = Math.min(count, Math.ceil((top + height) / ROW_PX) + 5);
  const firstPage = Math.floor(first / PAGE);
  const lastPage = Math.floor(Math.max(first, last - 1) / PAGE);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question empties the pages
  useEffect(() => setPages(new Map()), [key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for filter and sort
  useEffect(() => {
    let wanted = true;
    for (let page = firstPage; page <= lastPage; page++) {
      void services()
        .compute.page(filter, sort, page * PAGE, PAGE)
        .then((answer) => {
          if (!wanted) return;
          setCount(answer.total);
          setPages((old) => new Map(old).set(page, answer.rows));
        });
    }
    return () => {
      wanted = false;
    };
  }, [key, firstPage, lastPage]);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => entry && setHeight(entry.contentRect.height));
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);

  const chosen = selection?.kind === "household" ? selection.id : null;
  const rows = useMemo(
    () =>
      Array.from({ length: Math.max(0, last - first) }, (_, at) => {
        const index = first + at;
        return { index, row: pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null };
      }),
    [first, last, pages],
  );
  const onKey = (event: KeyboardEvent, row: HouseholdRow) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      void showHousehold(row.id);
    }
    const by = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" } as const;
    const side = by[event.key as keyof typeof by];
    const next = side && event.currentTarget[side];
    if (next instanceof HTMLElement) {
      event.preventDefault();
      next.focus();
    }
  };
  return (
    <div className="hh" ref={box} onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}>
      <div className="hh-grid" role="grid" aria-rowcount={count + 1} aria-label={t("drawer.title")}>
        <div className="hh-row hh-head" role="row" tabIndex={-1}>
          {COLUMNS.map((column) => (
            <span
              key={column}
              role="columnheader"
              tabIndex={-1}
              aria-sort={sort.column === column ? (sort.descending ? "descending" : "ascending") : "none"}
            >
              <button
                type="button"
                className="sortbtn"
                onClick={() => setSort({ column, descending: sort.column === column && !sort.descending })}
              >
                {t(`column.${column}`)}
                {sort.column === column && <Icon name={sort.descending ? "down" : "up"} size={12} />}
              </button>
            </span>
          ))}
        </div>
        <div className="hh-body" role="rowgroup" style={{ height: count * ROW_PX }}>
          {rows.map(({ index, row }) => (
            <div
              key={index}
              className="hh-row"
              role="row"
              tabIndex={row ? 0 : -1}
              aria-rowindex={index + 2}
              aria-selected={row !== null && row.id === chosen}
              style={{ top: index * ROW_PX }}
              onClick={() => row && showHousehold(row.id)}
              onKeyDown={(event) => row && onKey(event, row)}
            >
              {row && <Cells row={row} />}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function Cells({ row }: { row: HouseholdRow }) {
  const t = useSay();
  const texts = [row.id, row.head, row.ethnicity, row.members, row.village, row.unitName ?? t("unit.none")];
  return (
    <>
      {texts.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
        <span role="gridcell" tabIndex={-1} key={index}>
          {text ?? "–"}
        </span>
      ))}
      <span role="gridcell" tabIndex={-1} className="hh-state">
        <Mark name={row.eligible} size={14} />
        {t(`eligible.${row.eligible}`)}
      </span>
      <span role="gridcell" tabIndex={-1} className="hh-state">
        {row.status === "none" ? (
          "–"
        ) : (
          <>
            <Mark name={row.status} size={14} />
            {t(`status.${row.status}`)}
          </>
        )}
      </span>
    </>
  );
}
