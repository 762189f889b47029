/** The way in: bytes of any file to a table of features. */
import { fail, type Outcome, ok, type Problem } from "../outcome.ts";
import { csv } from "./csv/csv.ts";
import { geojson } from "./geojson/geojson.ts";
import { binaryName, textName } from "./known-content.ts";
import type { Format, RawTable } from "./raw.ts";
import { openSource, type Source } from "./source.ts";

/** Asked in this order; the first that recognises the file reads it. */
export const FORMATS: readonly Format[] = [geojson, csv];

/** The format of a file by its content, or the reason why none of ours can read it. */
export function recognise(bytes: Uint8Array, file: string): Outcome<{ format: Format; source: Source }> {
  const binary = binaryName(bytes);
  if (binary !== null) return fail("file.other-format", { looksLike: binary }, { file });
  const opened = openSource(bytes, file);
  if (!opened.ok) return opened;
  const source = opened.value;
  const other = textName(source.start);
  const format = other === null ? FORMATS.find((known) => known.recognise(source)) : undefined;
  if (format) return ok({ format, source });
  const text = source.text();
  if (!text.ok) return text;
  if (other !== null) return fail("file.other-format", { looksLike: other }, { file });
  return fail("file.unknown-format", undefined, { file });
}

/**
 * A file taken apart. `file` is its name: it stands in every problem, and an ending that says something
 * else than the content is a note. Refused: not one of our formats, not UTF-8, broken as a whole.
 */
export function openTable(bytes: Uint8Array, file: string): Outcome<RawTable> {
  const found = recognise(bytes, file);
  if (!found.ok) return found;
  const { format, source } = found.value;
  const ending = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase();
  const claimed = FORMATS.find((known) => known !== format && ending && known.endings.includes(ending));
  const notes: Problem[] = [];
  if (claimed) {
    notes.push({ code: "file.not-what-it-says", file, values: { said: claimed.name, is: format.name } });
  }
  return format.read(source, file, notes);
}
