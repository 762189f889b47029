/** Names and texts as they stand in a sentence of SQL: other programs give columns whatever name they like. */

/** The name of a table or column. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
