/** Rows that are given back, as a list to be mended and brought in again. */
import { writeCsv } from "../core/formats/csv/csv-write.ts";
import { decodedColumn } from "../core/intake/decoded.ts";
import type { Meaning } from "../core/intake/meaning.ts";
import { ROW_NOTES } from "../core/intake/row-notes.ts";
import type { Json } from "../core/model/household.ts";
import type { RowReason } from "./protocol.ts";
import type { WaitingTable } from "./waiting-table.ts";

/**
 * Every column of the file with its letters put right, in the order of the file; its row before them, after them
 * whether it came in and why it is here. A row with several reasons stands once. Rows that could not be taken apart
 * at all have their number and reason only.
 */
export function rejectedCsv(
  waiting: WaitingTable,
  meaning: Meaning,
  reasons: readonly RowReason[],
): Uint8Array {
  const { table } = waiting.opened;
  const names = free(waiting.names(meaning));
  const values = meaning.columns.map((column, at) => decodedColumn(table, at, column));
  const saidOf = new Map<number, { taken: boolean; texts: string[] }>();
  for (const { row, taken, text } of reasons) {
    const said = saidOf.get(row) ?? { taken: true, texts: [] };
    // Refused for one reason is refused, whatever else was found.
    said.taken &&= taken;
    if (!said.texts.includes(text)) said.texts.push(text);
    saidOf.set(row, said);
  }
  const notes = (row: number, { taken, texts }: { taken: boolean; texts: string[] }) => ({
    [ROW]: row,
    [RESULT]: taken ? TAKEN : REFUSED,
    [REASON]: texts.join(" "),
  });
  const out: Record<string, Json>[] = [];
  for (let row = 0; row < table.count; row++) {
    const number = table.rowNumber(row);
    const said = saidOf.get(number);
    if (!said) continue;
    saidOf.delete(number);
    const cells = names.map((name, at) => [name, values[at]!(row)] as const);
    out.push({ ...Object.fromEntries(cells), ...notes(number, said) });
  }
  for (const [row, said] of saidOf) out.push(notes(row, said));
  return writeCsv([ROW, ...names, RESULT, REASON], out);
}

const [ROW, RESULT, REASON] = ROW_NOTES;
/** Codes, so that a list that was sent on reads the same in either language. */
const TAKEN = "taken";
const REFUSED = "refused";

/** Names that are each other's equal would fall together in a list. */
function free(names: readonly string[]): string[] {
  const taken = new Set<string>(ROW_NOTES);
  return names.map((name) => {
    let own = name;
    for (let n = 2; taken.has(own); n++) own = `${name} (${n})`;
    taken.add(own);
    return own;
  });
}
