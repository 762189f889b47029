/** Numbers of rows as people write them. */

const MOST_RUNS = 8;

/** `3–5, 9, 12 …`: runs of neighbours joined, at most eight of them. `rows` ascend. */
export function rowList(rows: readonly number[]): string {
  const runs: string[] = [];
  for (let i = 0; i < rows.length; ) {
    let end = i;
    while (end + 1 < rows.length && rows[end + 1] === rows[end]! + 1) end++;
    if (runs.length === MOST_RUNS) return `${runs.join(", ")} …`;
    runs.push(end === i ? String(rows[i]) : `${rows[i]}–${rows[end]}`);
    i = end + 1;
  }
  return runs.join(", ");
}
