/** The table of households: any number of rows, of which only those in sight are on the page. */
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import type { HouseholdFilter } from "../../compute/protocol.ts";
import { showHousehold } from "../actions/look.ts";
import { chooseListed, mark, sortBy } from "../actions/table.ts";
import { type Rows, useRows } from "../hooks/use-rows.ts";
import { useSay } from "../hooks/use-say.ts";
import { useView } from "../store.ts";
import { SHOWN_COLUMNS } from "../table-columns.ts";
import { listHeight, ROW_PX, rowsInView, rowWindow, scrollTo } from "../virtual-rows.ts";
import { ColumnFilterCell } from "./column-filter.tsx";
import { HouseholdTableRow, rowName } from "./household-table-row.tsx";
import { Icon } from "./icon.tsx";

/** Both lines of the head, which stay in sight. */
const HEAD_PX = 56;
/** The column of boxes before the others. */
const TICK_PX = 34;
const WIDTH_PX = SHOWN_COLUMNS.reduce((sum, { width }) => sum + width, TICK_PX);

/** Rows listed, how many of them are chosen, and `marks` of the store when that was counted. */
export interface Counted {
  readonly listed: number;
  readonly chosen: number;
  readonly marks: number;
}

interface Props {
  readonly filter: HouseholdFilter;
  /** Told whenever the worker has counted. */
  readonly onCounted: (counted: Counted) => void;
}

/** One grid with one place in the Tab order; arrow keys move, Space chooses, Enter opens the card. */
export function HouseholdTable({ filter, onCounted }: Props) {
  const t = useSay();
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [view, setView] = useState(160);
  const [active, setActive] = useState(0);
  /** Where a run of rows chosen with Shift begins. */
  const anchor = useRef(0);
  const sort = useView((state) => state.sort);
  const opened = useView(({ selection }) => (selection?.kind === "household" ? selection.id : null));
  const [known, setKnown] = useState(0);
  const { first, end, topPx } = rowWindow(known, top, view);
  const rows = useRows(filter, sort, first, Math.max(end, 1));
  const { count, chosenListed, marks } = rows;
  useEffect(() => {
    if (count === null) return;
    setKnown(count);
    onCounted({ listed: count, chosen: chosenListed, marks });
  }, [count, chosenListed, marks, onCounted]);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setView(Math.max(ROW_PX, entry.contentRect.height - HEAD_PX));
    });
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const question = JSON.stringify([filter, sort]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
    setActive(0);
    anchor.current = 0;
  }, [question]);

  const here = Math.min(active, Math.max(0, known - 1));
  /** Every row between the two; nobody while another list is being read than the one in sight. */
  const chooseRun = (from: number, to: number) => {
    if (!rows.current) return;
    const run = { from: Math.min(from, to), to: Math.max(from, to) + 1 };
    void mark({ what: "places", filter, sort, ...run, on: true });
  };
  const goTo = (index: number, extend: boolean) => {
    const next = Math.min(Math.max(0, index), known - 1);
    if (next < 0) return;
    setActive(next);
    if (extend) chooseRun(anchor.current, next);
    else anchor.current = next;
    const scrollTop = scrollTo(known, next, box.current?.scrollTop ?? 0, view);
    if (box.current) box.current.scrollTop = scrollTop;
  };
  const turn = (index: number) => {
    const listed = rows.rowAt(index);
    if (!listed) return;
    setActive(index);
    anchor.current = index;
    void mark({ what: "turn", ids: [listed.row.id] });
  };
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const page = rowsInView(view);
    const moves: Partial<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + page,
      PageUp: here - page,
      Home: 0,
      End: known - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) goTo(to, event.shiftKey);
    else if (event.key === " ") turn(here);
    else if (event.key === "Enter") open(rows, here);
    else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey)) chooseListed(true);
    else return;
    event.preventDefault();
  };
  const click = (index: number, event: MouseEvent, tick: boolean) => {
    // Keys go on from the row that was clicked, also when its box was.
    event.currentTarget.closest("table")?.focus({ preventScroll: true });
    setActive(index);
    if (event.shiftKey) chooseRun(anchor.current, index);
    else if (tick || event.ctrlKey || event.metaKey) turn(index);
    else {
      anchor.current = index;
      open(rows, index);
    }
  };
  const indices = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  return (
    <div className="hh" ref={box} onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table with keys
        role="grid"
        tabIndex={0}
        aria-label={t("drawer.title")}
        aria-rowcount={known + 2}
        aria-multiselectable="true"
        aria-activedescendant={known > 0 ? rowName(here) : undefined}
        style={{ width: WIDTH_PX }}
        onKeyDown={press}
      >
        <colgroup>
          <col style={{ width: TICK_PX }} />
          {SHOWN_COLUMNS.map(({ name, width }) => (
            <col key={name} style={{ width }} />
          ))}
        </colgroup>
        <Head listed={known} chosenListed={chosenListed} />
        <tbody>
          <Spacer px={topPx} />
          {indices.map((index) => {
            const listed = rows.rowAt(index);
            return (
              <HouseholdTableRow
                key={index}
                index={index}
                listed={listed}
                active={index === here}
                open={listed !== null && listed.row.id === opened}
                onClick={click}
              />
            );
          })}
          <Spacer px={listHeight(known) - topPx - indices.length * ROW_PX} />
        </tbody>
      </table>
      {count === 0 && <p className="hh-none">{t("table.none")}</p>}
    </div>
  );
}

function open(rows: Rows, index: number): void {
  const listed = rows.rowAt(index);
  if (listed) void showHousehold(listed.row.id);
}

/** Keeps the scroll bar honest for rows that are not on the page. */
function Spacer({ px }: { px: number }) {
  if (px <= 0) return null;
  return (
    <tr>
      <td className="space" colSpan={SHOWN_COLUMNS.length + 1} style={{ height: px }} />
    </tr>
  );
}

function Head({ listed, chosenListed }: { listed: number; chosenListed: number }) {
  const t = useSay();
  const sort = useView((state) => state.sort);
  const all = listed > 0 && chosenListed === listed;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className="tickcell pin0">
          <input
            type="checkbox"
            className="tick"
            aria-label={t("table.choose-listed", { n: listed })}
            checked={all}
            ref={(element) => {
              if (element) element.indeterminate = chosenListed > 0 && !all;
            }}
            onChange={() => chooseListed(!all)}
          />
        </th>
        {SHOWN_COLUMNS.map(({ name }, at) => (
          <th
            key={name}
            className={at < 2 ? `pin${at + 1}` : undefined}
            aria-sort={sort.column === name ? (sort.descending ? "descending" : "ascending") : "none"}
          >
            <button type="button" className="sortbtn" onClick={() => sortBy(name)}>
              {t(`column.${name}`)}
              {sort.column === name && <Icon name={sort.descending ? "down" : "up"} size={12} />}
            </button>
          </th>
        ))}
      </tr>
      <tr aria-rowindex={2} className="filters">
        <td className="tickcell pin0" />
        {SHOWN_COLUMNS.map((column, at) => (
          <td key={column.name} className={at < 2 ? `pin${at + 1}` : undefined}>
            <ColumnFilterCell column={column} />
          </td>
        ))}
      </tr>
    </thead>
  );
}
