/** What became of a row, entry by entry: each state after an entry is the next "before", or the row as it stands. */
import type { SqlRow } from "../statements.ts";
import type { JournalLine } from "./journal-lines.ts";

/** One entry's doing to one row. An update names only the columns that moved; a row that came or went is whole. */
export interface RowStep {
  readonly seq: number;
  readonly op: "insert" | "update" | "remove";
  readonly before: SqlRow | null;
  readonly after: SqlRow | null;
}

/** Entries with which row number `row` came together with others, between two lines of the journal, newest first. */
export type Bringers = (
  row: number,
  between: { readonly after: number; readonly before: number },
) => readonly number[];

/** Entries of other copies, each with the merge that brought it. */
export type Foreign = ReadonlyMap<number, number>;

/**
 * Steps of one row, newest first. `lines` are the journal's, newest first; `present` is the row as it stands.
 * A row whose coming is not in the journal (it belongs to the starting point) has no first step. Lines of `foreign`
 * entries tell how another copy came to what a merge took in: they lead to the row as the merge left it, and move
 * nothing here.
 */
export function stepsOf(
  lines: readonly JournalLine[],
  present: SqlRow | null,
  bringers: Bringers,
  foreign: Foreign,
): RowStep[] {
  const steps: RowStep[] = [];
  let row = present;
  /** The row as the other copy had it; undefined outside what came with a merge. */
  let theirs: SqlRow | null | undefined;
  let before = Number.MAX_SAFE_INTEGER;
  /** Before line `after` the row was not there: it came in between, or with line `after` itself. */
  const came = (after: number) => {
    if (!row) return;
    const seqs = bringers(Number(row.fid), { after, before });
    const own = seqs.find((seq) => !foreign.has(seq));
    if (own === undefined) return;
    steps.push({ seq: own, op: "insert", before: null, after: row });
    for (const seq of seqs.filter((each) => foreign.get(each) === own)) {
      steps.push({ seq, op: "insert", before: null, after: theirs ?? row });
    }
  };
  for (const line of inOrder(lines, foreign)) {
    if (foreign.has(line.seq)) {
      theirs = stepBack(steps, line, theirs === undefined ? row : theirs);
      continue;
    }
    if (line.op !== "update") came(line.fid);
    row = stepBack(steps, line, row);
    theirs = undefined;
    before = line.fid;
  }
  came(0);
  return steps;
}

/**
 * Lines, given newest first, with what copies tell before what the merge itself did: within a merge they may be
 * written in any order.
 */
export function inOrder<L extends { readonly seq: number }>(
  lines: readonly L[],
  foreign: Foreign,
): readonly L[] {
  if (foreign.size === 0) return lines;
  const place = ({ seq }: L) => foreign.get(seq) ?? seq;
  const told = ({ seq }: L) => Number(foreign.has(seq));
  return [...lines].sort((a, b) => place(b) - place(a) || told(b) - told(a));
}

/** Notes what a line did and gives the row as it was before. */
function stepBack(
  steps: RowStep[],
  { seq, op, first, before }: JournalLine,
  row: SqlRow | null,
): SqlRow | null {
  if (op === "insert") {
    steps.push({ seq, op, before: null, after: row });
    return null;
  }
  if (op === "remove") {
    steps.push({ seq, op, before, after: null });
    return { ...before, fid: first };
  }
  steps.push({ seq, op, before, after: row && picked(row, Object.keys(before!)) });
  return row && { ...row, ...before };
}

function picked(row: SqlRow, columns: readonly string[]): SqlRow {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}
