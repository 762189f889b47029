/** The way in: bytes of any file to a table of features. */
import { fail, type Outcome, ok } from "../outcome.ts";
import { csv } from "./csv.ts";
import { decodeText } from "./decode-text.ts";
import { geojson } from "./geojson.ts";
import { binaryName, textName } from "./known-content.ts";
import type { Format, RawTable } from "./raw.ts";

/** Asked in this order; the first that recognises the text reads it. */
export const FORMATS: readonly Format[] = [geojson, csv];

/** The format of a file by its content, or the reason why none of ours can read it. */
export function recognise(bytes: Uint8Array, file: string): Outcome<{ format: Format; text: string }> {
  const binary = binaryName(bytes);
  if (binary !== null) return fail("file.other-format", { looksLike: binary }, { file });
  const decoded = decodeText(bytes, file);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  const other = textName(text);
  if (other !== null) return fail("file.other-format", { looksLike: other }, { file });
  const format = FORMATS.find((known) => known.recognise(text));
  if (!format) return fail("file.unknown-format", undefined, { file });
  return ok({ format, text });
}

/**
 * A file taken apart. `file` is its name: it stands in every problem, and an ending that says something
 * else than the content is a note. Refused: not one of our formats, not UTF-8, broken as a whole.
 */
export function openTable(bytes: Uint8Array, file: string): Outcome<RawTable> {
  const found = recognise(bytes, file);
  if (!found.ok) return found;
  const { format, text } = found.value;
  const opened = format.read(text, file);
  if (!opened.ok) return opened;
  const ending = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase();
  const claimed = FORMATS.find((known) => known !== format && ending && known.endings.includes(ending));
  if (!claimed) return opened;
  const note = {
    code: "file.not-what-it-says" as const,
    file,
    values: { said: claimed.name, is: format.name },
  };
  return ok({ ...opened.value, notes: [note, ...opened.value.notes] });
}
