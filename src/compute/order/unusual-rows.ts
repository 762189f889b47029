/** Puts rows that only the collator can judge between rows that are in order already. */

interface Judge {
  textOf(row: number): string;
  compare(a: string, b: string): number;
}

/** Rows in groups that sort alike, see `ColumnOrder`. */
interface Grouped {
  readonly rows: Uint32Array;
  readonly groups: Uint32Array;
}

/** Asks the collator about log n groups per row. A row that sorts as a group does goes into it, by its number. */
export function placeUnusual(
  rows: Uint32Array,
  groups: Uint32Array,
  unusual: readonly number[],
  { textOf, compare }: Judge,
): Grouped {
  if (unusual.length === 0) return { rows, groups };
  const texts = new Map(unusual.map((row) => [row, textOf(row)]));
  const order = [...unusual].sort((a, b) => compare(texts.get(a)!, texts.get(b)!) || a - b);
  /** For every such row the first group that is not before it, and whether it is like it. */
  const count = groups.length - 1;
  const places = order.map((row) => {
    const text = texts.get(row)!;
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(textOf(rows[groups[middle]!]!), text) < 0) low = middle + 1;
      else high = middle;
    }
    return { row, group: low, same: low < count && compare(textOf(rows[groups[low]!]!), text) === 0 };
  });
  const outRows: number[] = [];
  const outGroups: number[] = [];
  let next = 0;
  for (let g = 0; g <= count; g++) {
    let before: number | null = null;
    for (; next < places.length && places[next]!.group === g && !places[next]!.same; next++) {
      const { row } = places[next]!;
      if (before === null || compare(texts.get(before)!, texts.get(row)!) !== 0)
        outGroups.push(outRows.length);
      outRows.push(row);
      before = row;
    }
    if (g === count) break;
    const own = Array.from(rows.subarray(groups[g]!, groups[g + 1]!));
    outGroups.push(outRows.length);
    if (next < places.length && places[next]!.group === g) {
      for (; next < places.length && places[next]!.group === g; next++) own.push(places[next]!.row);
      own.sort((a, b) => a - b);
    }
    for (const row of own) outRows.push(row);
  }
  outGroups.push(outRows.length);
  return { rows: Uint32Array.from(outRows), groups: Uint32Array.from(outGroups) };
}
