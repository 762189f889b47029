/** How many rows that belong to one thing came and went with each entry: features of a layer, members of a baseline. */
import type { TableName } from "../rows.ts";
import type { Statements } from "../statements.ts";
import { type Foreign, inOrder } from "./row-steps.ts";

export interface RowCount {
  inserted: number;
  updated: number;
  removed: number;
}

/**
 * By entry. Goes backwards through the journal from the rows that say `value` in `column` now, so that rows of
 * other things that came in the same piece are not counted. Lines of `foreign` entries tell what another copy did;
 * the merge that took it in has lines of its own.
 */
export function countedRows(
  sql: Statements,
  table: TableName,
  column: string,
  value: string,
  foreign: Foreign,
): Map<number, RowCount> {
  const own = new Set(
    sql.map(`SELECT fid FROM "${table}" WHERE "${column}" = ?`, [value], (row) => Number(row[0])),
  );
  const counts = new Map<number, RowCount>();
  const count = (seq: number, what: keyof RowCount, n: number) => {
    if (n === 0) return;
    const known = counts.get(seq) ?? { inserted: 0, updated: 0, removed: 0 };
    known[what] += n;
    counts.set(seq, known);
  };
  const lines = sql.map(
    `SELECT seq, op, first_fid, last_fid, json_extract(before, '$."${column}"') FROM journal_row
     WHERE table_name = ? ORDER BY fid DESC`,
    [table],
    ([seq, op, first, last, said]) => ({
      seq: Number(seq),
      op,
      first: Number(first),
      last: Number(last),
      said,
    }),
  );
  for (const { seq, op, first, last, said } of inOrder(lines, foreign)) {
    if (foreign.has(seq)) {
      if (op === "insert") count(seq, "inserted", inRange(own, first, last).length);
      else if (op === "remove" && said === value) count(seq, "removed", 1);
      else if (op === "update" && own.has(first)) count(seq, "updated", 1);
    } else if (op === "insert") {
      const came = inRange(own, first, last);
      for (const fid of came) own.delete(fid);
      count(seq, "inserted", came.length);
    } else if (op === "remove") {
      if (said !== value) continue;
      own.add(first);
      count(seq, "removed", 1);
    } else {
      const after = own.has(first);
      // An update that does not name the column left it as it is.
      const before = said === null ? after : said === value;
      if (before) own.add(first);
      else own.delete(first);
      if (before || after) count(seq, before === after ? "updated" : after ? "inserted" : "removed", 1);
    }
  }
  return counts;
}

/** Those of the numbers `first` to `last` that are in the set. */
function inRange(own: ReadonlySet<number>, first: number, last: number): number[] {
  if (last - first >= own.size) return [...own].filter((fid) => fid >= first && fid <= last);
  const found: number[] = [];
  for (let fid = first; fid <= last; fid++) if (own.has(fid)) found.push(fid);
  return found;
}
