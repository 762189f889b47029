/**
 * Values of rows as JSON in `journal_row.before`, written and read back by the engine itself, so that every value comes
 * back bit for bit, whatever another program put where: JSON keeps 64-bit integers, floats and texts apart and exact;
 * bytes outside `geom` are written as `{"blob": "…"}`, hexadecimal. Shapes stand in `before_geom`.
 */
import { sqlName, sqlText } from "./sql-names.ts";

/** The bytes of a shape do not stand in the JSON; this does. */
const IN_GEOM = "'before_geom'";

/** The sentence part that makes the JSON object of these columns. `mayHoldBytes`: slower, and needed when one does. */
export function valuesToJson(columns: readonly string[], mayHoldBytes: boolean): string {
  const pairs = columns.map((column) => {
    const name = sqlName(column);
    if (column === "geom") return `'geom', CASE WHEN geom IS NULL THEN NULL ELSE ${IN_GEOM} END`;
    const bytes = `json_object('blob', hex(${name}))`;
    const value = mayHoldBytes
      ? `CASE typeof(${name}) WHEN 'blob' THEN json(${bytes}) ELSE ${name} END`
      : name;
    return `${sqlText(column)}, ${value}`;
  });
  return `json_object(${pairs.join(", ")})`;
}

/** The sentence part that makes the former value of a column; NULL when the JSON does not name it. */
export function valueFromJson(column: string, mayHoldBytes: boolean): string {
  if (column === "geom") return "before_geom";
  const path = `$.${JSON.stringify(column)}`;
  const value = `json_extract(before, ${sqlText(path)})`;
  if (!mayHoldBytes) return value;
  const bytes = `unhex(json_extract(before, ${sqlText(`${path}.blob`)}))`;
  return `CASE json_type(before, ${sqlText(path)}) WHEN 'object' THEN ${bytes} ELSE ${value} END`;
}
