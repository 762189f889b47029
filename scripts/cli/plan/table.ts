/** Rows as a plain table for a terminal. */

/** Each column as wide as its widest cell; two blanks between columns, none at the end of a line. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  sides: readonly ("left" | "right")[],
): string[] {
  const all = [head, ...rows];
  const width = head.map((_, c) => Math.max(...all.map((row) => row[c]!.length)));
  return all.map((row) =>
    row
      .map((cell, c) => (sides[c] === "right" ? cell.padStart(width[c]!) : cell.padEnd(width[c]!)))
      .join("  ")
      .trimEnd(),
  );
}
