/** CSV with a header line: separators `,` `;` and tab, quoted cells, one record per row. */
import type { Json } from "../model/household.ts";
import { fail, type Outcome, ok, type Problem } from "../outcome.ts";
import { csvRecords, csvSeparator } from "./csv-records.ts";
import { Normaliser, setOwn } from "./normalise.ts";
import type { Format, RawFeature, RawTable } from "./raw.ts";

/** Text that a spreadsheet was kept from computing by an apostrophe in front (see `csv-write.ts`). */
const GUARDED = /^'(?='*[=+\-@\t\r])/;

/**
 * A file with one column and no separator is not recognised: nothing tells it from a letter.
 * A record with more or fewer cells than the header is rejected: an unquoted separator in a name
 * shifts every value after it, and a shifted longitude is worse than a row that is told to be wrong.
 */
export const csv: Format = { name: "csv", endings: ["csv", "tsv", "txt"], recognise, read };

function recognise(text: string): boolean {
  return !text.includes("\0") && csvSeparator(text) !== null;
}

function read(text: string, file: string): Outcome<RawTable> {
  const { records, openQuoteRow } = csvRecords(text, csvSeparator(text) ?? ",");
  if (openQuoteRow !== null) return fail("csv.quote", undefined, { file, row: openQuoteRow });
  const [head, ...lines] = records;
  const normaliser = new Normaliser();
  const header = (head?.cells ?? []).map((cell) => normaliser.text(cell.trim()));
  while (header.at(-1) === "") header.pop(); // separators at the end of every line
  const twice = header.findIndex((name, i) => name === "" || header.indexOf(name) < i);
  if (!head || header.length === 0 || twice >= 0) {
    return fail(
      "csv.no-header",
      { column: twice + 1, name: header[twice] ?? null },
      { file, row: head?.row ?? 1 },
    );
  }
  const features: RawFeature[] = [];
  const rejected: Problem[] = [];
  for (const { row, cells } of lines) {
    const count = lastFilled(cells);
    if (count === 0) continue; // only separators: an empty line of the table
    if (cells.length < header.length || count > header.length) {
      rejected.push({
        code: "csv.columns",
        file,
        row,
        values: { cells: cells.length, columns: header.length },
      });
      continue;
    }
    const properties: Record<string, Json> = {};
    for (let i = 0; i < header.length; i++) {
      setOwn(properties, header[i]!, normaliser.text(cells[i]!).replace(GUARDED, ""));
    }
    features.push({ row, id: null, properties, geometry: null });
  }
  const notes: Problem[] = [];
  if (normaliser.changed > 0) {
    notes.push({ code: "file.text-normalised", file, values: { count: normaliser.changed } });
  }
  return ok({
    format: "csv",
    file,
    columns: header,
    read: features.length + rejected.length,
    features,
    rejected,
    notes,
  });
}

/** Number of cells up to the last one that has text. */
function lastFilled(cells: readonly string[]): number {
  let count = cells.length;
  while (count > 0 && cells[count - 1]!.trim() === "") count--;
  return count;
}
