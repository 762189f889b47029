/** The filter of one column, in the line under its head: typed, ticked, or from and to. */
import { Popover } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ColumnFilter, SortColumn } from "../../compute/protocol.ts";
import { filterBy } from "../actions/table.ts";
import { useSay } from "../hooks/use-say.ts";
import { useView } from "../store.ts";
import type { TableColumn } from "../table-columns.ts";
import { BlankFilter, blanksOf } from "./blank-filter.tsx";
import { ChoiceFilter } from "./choice-filter.tsx";
import { Icon } from "./icon.tsx";
import { RangeFilter } from "./range-filter.tsx";

/** Typing is followed once the hand rests this long. */
const REST_MS = 200;

/** The cell of a column. */
export function ColumnFilterCell({ column }: { column: TableColumn }) {
  const t = useSay();
  const filter = useView((state) => state.filters[column.name]);
  const name = t(`column.${column.name}`);
  if (column.filter === "text") return <TextCell column={column.name} filter={filter} name={name} />;
  const said =
    filter === undefined
      ? t("filter.all")
      : filter.kind === "choice"
        ? t("filter.chosen", { n: filter.values.length })
        : filter.kind === "range"
          ? `${filter.least ?? "…"} – ${filter.most ?? "…"}`
          : t(`filter.${blanksOf(filter)}`);
  return (
    <Drop label={t("filter.of", { column: name })} text={said} on={filter !== undefined}>
      {column.filter === "choice" ? (
        <ChoiceFilter column={column.name} filter={filter} />
      ) : (
        <RangeFilter column={column.name} filter={filter} />
      )}
    </Drop>
  );
}

interface DropProps {
  readonly label: string;
  readonly text: string;
  readonly on: boolean;
  readonly children: ReactNode;
}

/** A button that opens a box below it. Escape closes the box and nothing else. */
function Drop({ label, text, on, children }: DropProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="top-start"
      trapFocus
      returnFocus
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={on ? "filterbtn on" : "filterbtn"}
          aria-label={text === "" ? label : `${label}: ${text}`}
          onClick={() => setOpen(!open)}
        >
          <span className="cut">{text}</span>
          <Icon name="down" size={11} />
        </button>
      </Popover.Target>
      <Popover.Dropdown className="filterbox">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keeps Escape from reaching the page behind */}
        <div
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            setOpen(false);
          }}
        >
          {open && children}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

interface TextProps {
  readonly column: SortColumn;
  readonly filter: ColumnFilter | undefined;
  readonly name: string;
}

function TextCell({ column, filter, name }: TextProps) {
  const t = useSay();
  const asked = filter?.kind === "contains" ? filter.text : "";
  const [text, setText] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(asked), [asked]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => filterBy(column, typed.trim() === "" ? null : { kind: "contains", text: typed }),
      REST_MS,
    );
  };
  const blank = blanksOf(filter);
  return (
    <span className="filtertext">
      <input
        className={asked === "" ? "filterin" : "filterin on"}
        aria-label={t("filter.of", { column: name })}
        placeholder={blank === "all" ? t("filter.type") : t(`filter.${blank}`)}
        value={text}
        spellCheck={false}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
      <Drop label={t("filter.blanks-of", { column: name })} text="" on={blank !== "all"}>
        <BlankFilter column={column} filter={filter} />
      </Drop>
    </span>
  );
}
