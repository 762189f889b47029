/** Names of columns as people read them. */
import { decodeText, guessEncoding, guessNames } from "../encodings/index.ts";
import { columnKeys, type SourceTable } from "./dataset.ts";
import type { Encoding, Meaning } from "./meaning.ts";

/** What the names of a table are in, null when they tell nothing; found once for each table. */
const encodingOf = new WeakMap<SourceTable, Encoding | null>();

/**
 * One for each column; an empty name becomes its key, `(3)`. Names are read as what they are by themselves: a header
 * is often typed in plain letters above a column in an old font, and the other way round. Where they do not tell, each
 * is read as its column.
 */
export function decodedNames(table: SourceTable, meaning: Pick<Meaning, "columns">): readonly string[] {
  const own = encodingOfNames(table);
  const byKey = new Map(meaning.columns.map((column) => [column.column, column.encoding]));
  return columnKeys(table.columns).map((key, at) => {
    const name = table.columns[at]!.trim();
    if (name === "") return key;
    return decodeText(name, own ?? byKey.get(key) ?? "unicode", table.text).trim() || key;
  });
}

/** The name of a sheet or layer. */
export function decodedTableName({ name, text }: SourceTable): string {
  const best = guessEncoding([name], text).ranked[0]?.value ?? "unicode";
  return decodeText(name, best, text);
}

function encodingOfNames(table: SourceTable): Encoding | null {
  const known = encodingOf.get(table);
  if (known !== undefined) return known;
  const guess = guessNames(table.columns, [], table.text);
  const found = guess.confidence === "high" ? (guess.ranked[0]?.value ?? null) : null;
  encodingOf.set(table, found);
  return found;
}
