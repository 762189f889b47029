/** Rows that did not come in, as a list to be mended and brought in again. */
import { writeCsv } from "../core/formats/csv/csv-write.ts";
import { decodedColumn } from "../core/intake/decoded.ts";
import type { Meaning } from "../core/intake/meaning.ts";
import type { Json } from "../core/model/household.ts";
import type { CheckedTable } from "./protocol.ts";
import type { WaitingTable } from "./waiting-table.ts";

/**
 * Every column of the file with its letters put right, in the order of the file, and `reason` last. `reasons` are the
 * sentences of `checked.rejected` in its order. A row refused for several reasons stands once. Rows that could not be
 * taken apart at all have their number and reason only.
 */
export function rejectedCsv(
  waiting: WaitingTable,
  meaning: Meaning,
  checked: CheckedTable,
  reasons: readonly string[],
): Uint8Array {
  const { table } = waiting.opened;
  const names = free(waiting.names(meaning));
  const values = meaning.columns.map((column, at) => decodedColumn(table, at, column));
  const reasonsOf = new Map<number, string[]>();
  checked.rejected.forEach(({ row }, i) => {
    if (row === undefined) return;
    const said = reasonsOf.get(row) ?? [];
    reasonsOf.set(row, [...said, reasons[i] ?? ""]);
  });
  const out: Record<string, Json>[] = [];
  for (let row = 0; row < table.count; row++) {
    const number = table.rowNumber(row);
    const said = reasonsOf.get(number);
    if (!said) continue;
    reasonsOf.delete(number);
    const cells = names.map((name, at) => [name, values[at]!(row)] as const);
    out.push(Object.fromEntries([[ROW, number], ...cells, [REASON, said.join(" ")]]));
  }
  for (const [row, said] of reasonsOf) out.push({ [ROW]: row, [REASON]: said.join(" ") });
  return writeCsv([ROW, ...names, REASON], out);
}

const ROW = "source_row";
const REASON = "reason";

/** Names that are each other's equal would fall together in a list. */
function free(names: readonly string[]): string[] {
  const taken = new Set<string>([ROW, REASON]);
  return names.map((name) => {
    let own = name;
    for (let n = 2; taken.has(own); n++) own = `${name} (${n})`;
    taken.add(own);
    return own;
  });
}
