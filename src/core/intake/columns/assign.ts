/** One thing to one place so that the sum of scores is greatest (Hungarian method, H. W. Kuhn 1955). */

/**
 * `score[row][column]`, zero or more; 0 means "not at all". Gives the column of each row, -1 for none. Rows and
 * columns may differ in number; the work grows with rows² × columns.
 */
export function assign(score: readonly (readonly number[])[]): Int32Array {
  const rows = score.length;
  const real = score[0]?.length ?? 0;
  // As many empty columns as rows, so that every row can go without.
  const columns = real + rows;
  const cost = (row: number, column: number) => (column < real ? -score[row]![column]! : 0);
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1).fill(0);
  const before = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let at = 0;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const seen = new Uint8Array(columns + 1);
    do {
      seen[at] = 1;
      const from = rowOf[at]!;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let column = 1; column <= columns; column++) {
        if (seen[column]) continue;
        const reduced = cost(from - 1, column - 1) - rowPrice[from]! - columnPrice[column]!;
        if (reduced < least[column]!) {
          least[column] = reduced;
          before[column] = at;
        }
        if (least[column]! < step) {
          step = least[column]!;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column++) {
        if (seen[column]) {
          rowPrice[rowOf[column]!]! += step;
          columnPrice[column]! -= step;
        } else least[column]! -= step;
      }
      at = next;
    } while (rowOf[at] !== 0);
    do {
      const from = before[at]!;
      rowOf[at] = rowOf[from]!;
      at = from;
    } while (at !== 0);
  }
  const out = new Int32Array(rows).fill(-1);
  for (let column = 1; column <= real; column++) {
    const row = rowOf[column]! - 1;
    if (row >= 0 && score[row]![column - 1]! > 0) out[row] = column - 1;
  }
  return out;
}
