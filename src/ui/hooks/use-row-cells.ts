import { useEffect, useState } from "react";
import type { RowCells } from "../../intake/protocol.ts";
import type { WaitingTable } from "../intake/waiting.ts";
import { intake, intakeTurn } from "../intake/worker-link.ts";

const NONE: ReadonlyMap<number, RowCells> = new Map();

/** What the file says in these rows, by their numbers; asked again when the columns mean something else. */
export function useRowCells(
  { item, view }: WaitingTable,
  rows: readonly number[],
): ReadonlyMap<number, RowCells> {
  const [cells, setCells] = useState(NONE);
  const id = item?.id;
  const wanted = rows.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view decodes the same cells otherwise
  useEffect(() => {
    if (id === undefined || wanted === "") return;
    let asked = true;
    const turn = intakeTurn();
    void intake()
      .cells(id, wanted.split(" ").map(Number))
      .then((found) => {
        if (asked && turn === intakeTurn()) setCells(new Map(found.map((each) => [each.row, each])));
      });
    return () => {
      asked = false;
    };
  }, [id, wanted, view]);
  return cells;
}
