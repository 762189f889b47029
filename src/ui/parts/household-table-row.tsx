/** One row of the table of households. */
import type { MouseEvent } from "react";
import type { ListedRow } from "../hooks/use-rows.ts";
import { useSay } from "../hooks/use-say.ts";
import { SHOWN_COLUMNS } from "../table-columns.ts";
import { HouseholdCell } from "./household-cell.tsx";

/** The name by which the grid points at a row. */
export function rowName(index: number): string {
  return `hh-row-${index}`;
}

interface Props {
  readonly index: number;
  /** Null while its page is being read. */
  readonly listed: ListedRow | null;
  readonly active: boolean;
  /** Its card is open. */
  readonly open: boolean;
  readonly onClick: (index: number, event: MouseEvent, tick: boolean) => void;
}

/** A click opens the card, with Ctrl or on the box it chooses, with Shift it chooses as far as here. */
export function HouseholdTableRow({ index, listed, active, open, onClick }: Props) {
  const t = useSay();
  const states = ["choose"];
  if (open) states.push("on");
  if (active) states.push("active");
  if (listed?.chosen) states.push("chosen");
  return (
    <tr
      id={rowName(index)}
      className={states.join(" ")}
      aria-rowindex={index + 3}
      aria-selected={listed?.chosen ?? false}
      // With Shift the browser would mark the words between.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={(event) => onClick(index, event, isTick(event))}
    >
      <td className="tickcell pin0">
        {listed && (
          <input
            type="checkbox"
            className="tick"
            tabIndex={-1}
            aria-label={t("table.choose", { id: listed.row.id })}
            checked={listed.chosen}
            readOnly
          />
        )}
      </td>
      {SHOWN_COLUMNS.map(({ name }, at) => (
        <td key={name} className={at < 2 ? `pin${at + 1}` : undefined}>
          {listed && <HouseholdCell column={name} row={listed.row} />}
        </td>
      ))}
    </tr>
  );
}

function isTick({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest(".tickcell") !== null;
}
