/** Households by pages from the compute worker; only the rows in sight are on the page. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { HouseholdFilter, HouseholdRow, SortColumn } from "../../compute/protocol.ts";
import { showHousehold } from "../actions/look.ts";
import { useSay } from "../hooks/use-say.ts";
import { FIRST_SORT } from "../household-list.ts";
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
  const [sort, setSort] = useState(FIRST_SORT);
  const selection = useView((state) => state.selection);
  const first = Math.max(0, Math.floor(top / ROW_PX) - 5);
  const end = Math.ceil((top + height) / ROW_PX) + 5;
  const { count, rowAt } = useRows(filter, sort, first, end, total);
  const last = Math.min(count, end);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => entry && setHeight(entry.contentRect.height));
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const chosen = selection?.kind === "household" ? selection.id : null;
  const indices = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  return (
    <div className="hh" ref={box} onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}>
      <table aria-rowcount={count + 1} aria-label={t("drawer.title")}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column}
                className={`col-${column}`}
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
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer rows={first} />
          {indices.map((index) => (
            <Row key={index} index={index} row={rowAt(index)} chosen={chosen} />
          ))}
          <Spacer rows={count - last} />
        </tbody>
      </table>
    </div>
  );
}

/** The pages that hold rows `first` to `end`; a new question empties what was read. */
function useRows(
  filter: HouseholdFilter,
  sort: { column: SortColumn; descending: boolean },
  first: number,
  end: number,
  total: number,
) {
  const [pages, setPages] = useState<{
    key: string;
    count: number;
    read: ReadonlyMap<number, readonly HouseholdRow[]>;
  }>({ key: "", count: total, read: new Map() });
  const computed = useView((state) => state.computed);
  const key = JSON.stringify([filter, sort, computed]);
  const question = useRef({ filter, sort });
  question.current = { filter, sort };
  const firstPage = Math.floor(first / PAGE);
  const lastPage = Math.floor(Math.max(first, end - 1) / PAGE);
  useEffect(() => {
    let wanted = true;
    for (let page = firstPage; page <= lastPage; page++) {
      const { filter: which, sort: order } = question.current;
      void services()
        .compute.page(which, order, page * PAGE, PAGE)
        .then(({ total: count, rows }) => {
          if (!wanted) return;
          setPages((old) => {
            return { key, count, read: new Map(old.key === key ? old.read : []).set(page, rows) };
          });
        });
    }
    return () => {
      wanted = false;
    };
  }, [key, firstPage, lastPage]);
  return useMemo(() => {
    const rowAt = (index: number) => pages.read.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null;
    return { count: pages.key === "" ? total : pages.count, rowAt };
  }, [pages, total]);
}

/** Keeps the scroll bar honest for rows that are not on the page. */
function Spacer({ rows }: { rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr>
      <td colSpan={COLUMNS.length} style={{ height: rows * ROW_PX, border: 0 }} />
    </tr>
  );
}

function Row({ index, row, chosen }: { index: number; row: HouseholdRow | null; chosen: string | null }) {
  const t = useSay();
  if (!row) return <Spacer rows={1} />;
  const texts = [row.head, row.ethnicity, row.members, row.village, row.unitName ?? t("unit.none")];
  const step = (event: KeyboardEvent) => {
    const side = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" } as const;
    const to = side[event.key as keyof typeof side];
    const next = to && event.currentTarget.closest("tr")?.[to]?.querySelector("button");
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <tr
      className={row.id === chosen ? "choose on" : "choose"}
      aria-rowindex={index + 2}
      onClick={() => showHousehold(row.id)}
    >
      <td>
        <button type="button" className="rowbtn" aria-pressed={row.id === chosen} onKeyDown={step}>
          {row.id}
        </button>
      </td>
      {texts.map((text, at) => (
        <td key={COLUMNS[at + 1]}>{text ?? "–"}</td>
      ))}
      <td>
        <span className="hh-state">
          <Mark name={row.eligible} size={14} />
          {t(`eligible.${row.eligible}`)}
        </span>
      </td>
      <td>
        {row.status === "none" ? (
          "–"
        ) : (
          <span className="hh-state">
            <Mark name={row.status} size={14} />
            {t(`status.${row.status}`)}
          </span>
        )}
      </td>
    </tr>
  );
}
