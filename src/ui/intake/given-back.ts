/** Rows that are given back to be mended and brought in again: which, and why. */

import type { Problem } from "../../core/outcome.ts";
import type { CheckedTable, RowReason } from "../../intake/protocol.ts";
import { problemText, withoutFile } from "../../text/problem-text.ts";
import type { Language } from "../../text/say.ts";
import { download } from "../actions/download.ts";
import { tellProblem } from "../actions/tell.ts";
import { view } from "../store.ts";
import type { WaitingTable } from "./waiting.ts";
import { intake } from "./worker-link.ts";

/** Refused rows; `found`: and those that came in but have a finding. One entry for every reason of every row. */
export function reasonsOf(
  { rejected, findings }: CheckedTable,
  late: readonly Problem[],
  found: boolean,
  language: Language,
): readonly RowReason[] {
  const text = ({ row: _row, rowIs: _rowIs, ...problem }: Problem) =>
    problemText(language, withoutFile(problem));
  const refused = [...rejected, ...late].flatMap((problem): RowReason[] =>
    problem.row === undefined ? [] : [{ row: problem.row, taken: false, text: text(problem) }],
  );
  if (!found) return refused;
  const more = findings.flatMap(({ problem, rows }): RowReason[] => {
    const said = text(problem);
    // Of two rows that seem to be one household a person needs both.
    const numbers = new Set(problem.row === undefined ? rows : [problem.row, ...rows]);
    return Array.from(numbers, (row) => ({ row, taken: true, text: said }));
  });
  return [...refused, ...more];
}

/** How many rows `reasonsOf` would speak of, without making its sentences: there may be tens of thousands. */
export function rowsBack(
  { rejected, findings }: CheckedTable,
  late: readonly Problem[],
): { readonly refused: number; readonly found: number } {
  const rows = new Set<number>();
  for (const problems of [rejected, late])
    for (const { row } of problems) if (row !== undefined) rows.add(row);
  const refused = rows.size;
  for (const { problem, rows: numbers } of findings) {
    if (problem.row !== undefined) rows.add(problem.row);
    for (const row of numbers) rows.add(row);
  }
  return { refused, found: rows.size };
}

/** Writes them into the downloads folder with every column of the file. */
export async function giveBack({ item, name, checked, late }: WaitingTable, found: boolean): Promise<void> {
  if (!item || !checked) return;
  const outcome = await intake().rejectedFile(item.id, reasonsOf(checked, late, found, view().language));
  if (!outcome.ok) return tellProblem(outcome.problem);
  const plain = name.replace(/\.[^.·]+(?=$| · )/, "").replaceAll(" · ", "-");
  download(outcome.value, `${plain}-${found ? "can-xem" : "loi"}.csv`, "text/csv");
}
