/** The rows of a register in the order of one column, from which every list is taken by one pass. */

/**
 * Rows in ascending order: first the `known` ones, then those that are not known. Rows that sort alike are one
 * group, in register order; group `g` is `rows` from `groups[g]` up to `groups[g + 1]`.
 */
export interface ColumnOrder {
  readonly rows: Uint32Array;
  readonly known: number;
  /** One more than groups; the last is `known`. */
  readonly groups: Uint32Array;
}

/** The order by a small whole number per row, -1 for not known. Counts, so that it is linear. */
export function orderOfRanks(ranks: ArrayLike<number>, count: number): ColumnOrder {
  const most = greatest(ranks, count);
  const ends = new Uint32Array(most + 3);
  countRanks(ranks, count, ends);
  // ends[r] is now how many rows have rank r - 1; rank -1 is kept for the end.
  const blank = ends[0]!;
  const groups = new Uint32Array(most + 2);
  let g = 0;
  let at = 0;
  for (let rank = 0; rank <= most; rank++) {
    const n = ends[rank + 1]!;
    if (n > 0) groups[g++] = at;
    ends[rank + 1] = at;
    at += n;
  }
  groups[g++] = at;
  ends[0] = at;
  const rows = new Uint32Array(count);
  scatter(ranks, count, ends, rows);
  return { rows, known: count - blank, groups: groups.slice(0, g) };
}

function greatest(ranks: ArrayLike<number>, count: number): number {
  let most = -1;
  for (let i = 0; i < count; i++) if (ranks[i]! > most) most = ranks[i]!;
  return most;
}

function countRanks(ranks: ArrayLike<number>, count: number, counts: Uint32Array): void {
  for (let i = 0; i < count; i++) counts[ranks[i]! + 1]!++;
}

function scatter(ranks: ArrayLike<number>, count: number, ends: Uint32Array, rows: Uint32Array): void {
  for (let i = 0; i < count; i++) rows[ends[ranks[i]! + 1]!++] = i;
}

/**
 * The kept rows (`keep[i]` 1) in the order of the column. Descending turns the groups round, never the rows
 * inside one; what is not known stays last either way.
 */
export function listed(
  { rows, known, groups }: ColumnOrder,
  keep: Uint8Array,
  descending: boolean,
): Uint32Array {
  const found = new Uint32Array(rows.length);
  let n = 0;
  if (descending) n = takeGroups(rows, groups, keep, found);
  else n = take(rows, 0, known, keep, found, 0);
  n = take(rows, known, rows.length, keep, found, n);
  return n === found.length ? found : found.slice(0, n);
}

function take(
  rows: Uint32Array,
  from: number,
  to: number,
  keep: Uint8Array,
  found: Uint32Array,
  n: number,
): number {
  for (let k = from; k < to; k++) {
    const row = rows[k]!;
    found[n] = row;
    n += keep[row]!;
  }
  return n;
}

function takeGroups(rows: Uint32Array, groups: Uint32Array, keep: Uint8Array, found: Uint32Array): number {
  let n = 0;
  for (let g = groups.length - 2; g >= 0; g--) {
    const end = groups[g + 1]!;
    for (let k = groups[g]!; k < end; k++) {
      const row = rows[k]!;
      if (keep[row] === 1) found[n++] = row;
    }
  }
  return n;
}
