/** Columns that the program itself puts into a list of rows given back to be mended: they are no part of the data. */

/** Row of the file they came from, whether the row came in, and why it was given back. */
export const ROW_NOTES = ["source_row", "import_result", "reason"] as const;

/** The notes among the column names of a table: all three of them stand there, or none is meant by us. */
export function rowNotesAmong(names: readonly string[]): ReadonlySet<string> {
  return new Set(ROW_NOTES.every((note) => names.includes(note)) ? ROW_NOTES : []);
}
