/** Which sign stands between the cells of a table. */

/** The separator of the header line: of tab, `;` and `,` the one it has most of outside quotes, null when none. */
export function csvSeparator(text: string): string | null {
  const firstLine = text
    .slice(0, 100_000)
    .replace(/^\s+/, "")
    .replace(/"[^"]*"/g, "");
  const header = firstLine.slice(0, firstLine.search(/[\r\n]|$/));
  let best: string | null = null;
  let most = 0;
  for (const separator of ["\t", ";", ","]) {
    const count = header.split(separator).length - 1;
    if (count > most) {
      best = separator;
      most = count;
    }
  }
  return best;
}
