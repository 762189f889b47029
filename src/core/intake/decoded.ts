/** Texts of a table as people read them: decoded by what each column was said to be in, in form C. */
import { decoderOf, withCapitals } from "../encodings/index.ts";
import type { Json } from "../model/household.ts";
import type { SourceTable } from "./dataset.ts";
import type { ColumnMeaning } from "./meaning.ts";

type Text = Pick<ColumnMeaning, "encoding" | "capitals">;

/** Reads one column; what is no text stays as it is. */
export function decodedColumn(
  table: SourceTable,
  at: number,
  { encoding, capitals }: Text,
): (row: number) => Json {
  const decode = decoderOf(encoding, table.text);
  return (row) => {
    const value = table.value(row, at);
    if (typeof value !== "string") return value;
    const text = decode(value);
    return capitals === "as-written" ? text : withCapitals(text, capitals);
  };
}
