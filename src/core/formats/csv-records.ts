/**
 * Splits CSV text into records (RFC 4180, also `;` and tab). Our own 60 lines because the usual library's
 * types bring Node's globals into core, and because a row that swallowed its neighbours must be found here.
 */

/** The cells of one record and the line a spreadsheet would give it, from 1. */
export interface CsvRecord {
  readonly row: number;
  readonly cells: readonly string[];
}
export interface CsvRecords {
  readonly records: readonly CsvRecord[];
  /** Record whose opening quote is never closed, null when all are. Everything after it would be lost in it. */
  readonly openQuoteRow: number | null;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Every record that has any text; empty lines are left out but counted. A quote inside an unquoted cell is text. */
export function csvRecords(text: string, separator: string): CsvRecords {
  const separatorCode = separator.charCodeAt(0);
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let row = 1;
  let at = 0;
  let openQuoteRow: number | null = null;
  const finish = () => {
    if (cells.length > 1 || cells[0]!.trim() !== "") records.push({ row, cells });
    cells = [];
    row++;
  };
  while (at < text.length && openQuoteRow === null) {
    let cell: string;
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at + 1);
      if (close < 0) {
        openQuoteRow = row;
        break;
      }
      cell = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
      const rest = cellEnd(text, at, separatorCode);
      cell += text.slice(at, rest); // `"abc"def`: kept, as spreadsheets do
      at = rest;
    } else {
      const end = cellEnd(text, at, separatorCode);
      cell = text.slice(at, end);
      at = end;
    }
    cells.push(cell);
    const code = text.charCodeAt(at);
    if (at >= text.length) finish();
    else if (code === separatorCode) {
      at++;
      if (at === text.length) {
        cells.push("");
        finish();
      }
    } else {
      at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
      finish();
    }
  }
  return { records, openQuoteRow };
}

/** Index of the quote that closes a quoted cell (two quotes stand for one), -1 when none does. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function cellEnd(text: string, from: number, separatorCode: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separatorCode || code === LF || code === CR) break;
  }
  return at;
}

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
