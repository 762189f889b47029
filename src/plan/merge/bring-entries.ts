/** The entries of the copies, kept beside the merge: who changed what, and what need not be merged again. */
import { type Entry, writeEntry } from "../journal.ts";
import { KEY_COLUMN, type TableName } from "../rows.ts";
import type { SqlRow, SqlValue } from "../statements.ts";
import { Statements } from "../statements.ts";
import type { Placed } from "./apply-rows.ts";
import type { Comparison } from "./comparison.ts";
import { rowName } from "./group.ts";
import { beforeOf, type Mark } from "./marks.ts";
import { isSame, keyExpression } from "./row-key.ts";
import { type Side, uidAgain } from "./side.ts";

/** A line of a copy's journal about one row, as far as the plan now says the same as that copy. */
interface Line {
  readonly side: Side;
  readonly mark: Mark;
  readonly table: TableName;
  readonly keys: string[];
  /** Null: all of it. */
  readonly columns: readonly string[] | null;
}

/**
 * What the copies have and the plan does not, each once: every copy's own order is kept, and among the next of
 * each the earliest comes first, so that the order of the files says nothing.
 */
export function entriesToBring(compared: Comparison): Entry[] {
  const [own, ...sources] = compared.sides;
  const lists = sources.map((side) => side.unknownTo(own!.known));
  const out = new Map<string, Entry>();
  for (;;) {
    const heads = lists.flatMap((list) => {
      while (list[0] && out.has(list[0].uid)) list.shift();
      return list[0] ?? [];
    });
    const next = heads.sort(byTime)[0];
    if (!next) return [...out.values()];
    out.set(next.uid, next);
  }
}

/** Writes them with the numbers before `seq`, the number of the merge, with what they say of rows that came in. */
export function bringEntries(
  compared: Comparison,
  entries: readonly Entry[],
  placed: Placed,
  seq: number,
): void {
  const own = compared.sides[0]!;
  const lines = linesOf(compared, placed);
  const taken = new Set(own.db.selectValues("SELECT uid FROM journal").map(String));
  const sql = new Statements(own.db);
  try {
    entries.forEach((entry, i) => {
      const number = seq - entries.length + i;
      const uid = taken.has(entry.uid) ? uidAgain(entry.uid, seq) : entry.uid;
      writeEntry(own.db, { ...entry, uid, seq: number, kind: "merged", target: seq });
      const said = (lines.get(entry.uid) ?? []).sort((a, b) => a.mark.line - b.mark.line);
      for (const line of said) writeLine(compared, sql, line, number, placed);
    });
  } finally {
    sql.close();
  }
}

/** What each entry says of rows that are now as its copy has them, by the name of the entry. */
function linesOf(compared: Comparison, placed: Placed): Map<string, Line[]> {
  const out = new Map<string, Line[]>();
  const seen = new Set<string>();
  const bulk = new Map<Mark, Line>();
  for (const number of compared.all.slice(1)) {
    const side = compared.sides[number]!;
    for (const [table, rows] of compared.marksOf(number, 0)) {
      for (const [key, marks] of rows) {
        if (placed.together.has(marks[0]!)) {
          if (!bulk.has(marks[0]!)) add(out, bulk, { side, mark: marks[0]!, table, keys: [], columns: null });
          continue;
        }
        const agreed = agreement(compared, number, table, key);
        for (const [i, mark] of marks.entries()) {
          if (mark.known) continue;
          const columns = columnsToKeep(side, marks, i, agreed);
          if (columns?.length === 0) continue;
          const name = `${mark.entry.uid} ${rowName(table, key)} ${mark.op} ${columns?.join() ?? ""}`;
          if (compared.sides.length > 2 && seen.has(name)) continue;
          if (compared.sides.length > 2) seen.add(name);
          const together = mark.op === "insert" && !columns ? bulk.get(mark) : undefined;
          if (together) together.keys.push(key);
          else {
            add(out, bulk, { side, mark, table, keys: [key], columns });
          }
        }
      }
    }
  }
  return out;
}

function add(out: Map<string, Line[]>, bulk: Map<Mark, Line>, line: Line): void {
  const { uid } = line.mark.entry;
  const known = out.get(uid);
  if (known) known.push(line);
  else out.set(uid, [line]);
  if (line.mark.op === "insert" && !line.columns) bulk.set(line.mark, line);
}

/** The columns in which the plan now says what the copy says; `all` also when neither has the row. */
function agreement(
  compared: Comparison,
  side: number,
  table: TableName,
  key: string,
): "all" | readonly string[] {
  const [now, then] = [compared.row(0, table, key), compared.row(side, table, key)];
  if (!now || !then) return now === then ? "all" : [];
  const columns = compared.sides[0]!.sharedColumns(table);
  const same = columns.filter((column) => isSame(now[column], then[column]));
  return same.length === columns.length ? "all" : same;
}

/** What of a line is kept: null all of it, else these columns. */
function columnsToKeep(
  side: Side,
  marks: readonly Mark[],
  at: number,
  agreed: "all" | readonly string[],
): readonly string[] | null {
  const { op, entry, line } = marks[at]!;
  // What a merge in that copy did is told by the entries that came in with it. Told twice, under the name of the merge
  // as well, it would be known to that copy even after it undid the merge.
  if (op !== "update" && isTold(marks, at)) return [];
  if (agreed === "all") {
    return op === "update" ? untold(side, marks, at, Object.keys(beforeOf(side, line))) : null;
  }
  if (op === "update") {
    const columns = Object.keys(beforeOf(side, line)).filter((column) => agreed.includes(column));
    return untold(side, marks, at, columns) ?? columns;
  }
  // Part of a row that came in whole there is told here as a change of that part, once.
  const later = marks.slice(at + 1).some((mark) => mark.op !== "update" && mark.entry === entry);
  return later ? [] : agreed;
}

/** Whether a row that came or went with a merge did so by an entry that came in with that merge. */
function isTold(marks: readonly Mark[], at: number): boolean {
  const { entry, op } = marks[at]!;
  if (entry.command !== "plan.merge" || entry.kind !== "do") return false;
  return marks
    .slice(at + 1)
    .some((mark) => mark.op === op && mark.entry.kind === "merged" && mark.entry.target === entry.seq);
}

function untold(side: Side, marks: readonly Mark[], at: number, columns: string[]): string[] | null {
  const { entry } = marks[at]!;
  if (entry.command !== "plan.merge" || entry.kind !== "do") return null;
  const told = new Set(
    marks
      .slice(at + 1)
      .filter((mark) => mark.entry.kind === "merged" && mark.entry.target === entry.seq)
      .flatMap((mark) => (mark.op === "update" ? Object.keys(beforeOf(side, mark.line)) : columns)),
  );
  const left = columns.filter((column) => !told.has(column));
  return left.length === columns.length ? null : left;
}

function writeLine(
  compared: Comparison,
  sql: Statements,
  { side, mark, table, keys, columns }: Line,
  seq: number,
  { former, together }: Placed,
): void {
  const own = compared.sides[0]!;
  const insert = `INSERT INTO journal_row (seq, table_name, op, first_fid, last_fid, key, before, before_geom)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
  const fidOf = (key: string) => own.fidOf(table, key) ?? former.get(rowName(table, key)) ?? null;
  const keyed = KEY_COLUMN[table] !== null;
  const place = together.get(mark);
  if (place) {
    const { first, last } = place;
    const key =
      keyed && first === last
        ? own.sql.value(`SELECT ${keyExpression(table)} FROM "${table}" WHERE fid = ?`, [first])
        : null;
    sql.run(insert, [seq, table, "insert", first, last, key ?? null, null, null]);
    return;
  }
  if (mark.op === "insert" && !columns) {
    const numbered = keys.flatMap((key) => {
      const fid = fidOf(key);
      return fid === null ? [] : [[fid, key] as const];
    });
    for (const { first, last, key } of islands(numbered)) {
      sql.run(insert, [seq, table, "insert", first, last, keyed && first === last ? key : null, null, null]);
    }
    return;
  }
  const key = keys[0]!;
  const fid = fidOf(key) ?? 0;
  const said = mark.op === "insert" ? null : side.sql.object(LINE, [mark.line]);
  const [before, shape] = columns ? partOf(said, columns) : [said!.before!, said!.before_geom!];
  sql.run(insert, [seq, table, columns ? "update" : mark.op, fid, fid, keyed ? key : null, before, shape]);
}

const LINE = "SELECT before, before_geom FROM journal_row WHERE fid = ?";

/** Some columns of what a line keeps, in the same form; those it does not name were not known. */
function partOf(line: SqlRow | null, columns: readonly string[]): [before: string, shape: SqlValue] {
  const before = JSON.parse(String(line?.before ?? "{}")) as Record<string, unknown>;
  const part = Object.fromEntries(columns.map((column) => [column, before[column] ?? null]));
  return [JSON.stringify(part), part.geom === "before_geom" ? (line?.before_geom ?? null) : null];
}

/** Row numbers that lie side by side, as one range each. */
function islands(
  rows: readonly (readonly [fid: number, key: string])[],
): { readonly first: number; readonly last: number; readonly key: string }[] {
  const out: { first: number; last: number; key: string }[] = [];
  for (const [fid, key] of [...rows].sort((a, b) => a[0] - b[0])) {
    const before = out.at(-1);
    if (before && before.last + 1 === fid) before.last = fid;
    else out.push({ first: fid, last: fid, key });
  }
  return out;
}

function byTime(a: Entry, b: Entry): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0;
}
