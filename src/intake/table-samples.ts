/** What a table holds, looked at once: different raw texts for the letters, decoded samples for everything else. */
import { decodeText, guessCapitals, guessEncoding } from "../core/encodings/index.ts";
import { CsvSourceTable } from "../core/formats/csv/csv-source.ts";
import type { ColumnSample } from "../core/intake/columns/column-sample.ts";
import { givenOf, sampleColumn } from "../core/intake/columns/column-sample.ts";
import { sampleCells } from "../core/intake/columns/sample-cells.ts";
import { columnKeys, type SourceTable } from "../core/intake/dataset.ts";
import { decodedColumn } from "../core/intake/decoded.ts";
import type { ColumnMeaning, Encoding } from "../core/intake/meaning.ts";
import { standsAsWritten } from "../core/intake/plain-cell.ts";
import type { Guesses } from "../core/intake/ranked.ts";
import type { Json } from "../core/model/household.ts";

/** Rows looked at for guesses, spread over the table. */
const MOST_ROWS = 2000;
/** Different texts of a column that encodings are tried on. */
const MOST_TEXTS = 400;

export interface RawColumn {
  readonly key: string;
  /** Different texts as the file says them, in order of appearance. */
  readonly texts: readonly string[];
  readonly encodings: Guesses<Encoding>;
  readonly capitals: Guesses<ColumnMeaning["capitals"]>;
}

type Letters = Pick<ColumnMeaning, "encoding" | "capitals">;

/** Keeps what it has looked at: a table never changes. */
export class TableSamples {
  readonly rows: Uint32Array;
  readonly columns: readonly RawColumn[];
  private readonly samples = new Map<string, ColumnSample>();

  constructor(readonly table: SourceTable) {
    const size = Math.min(table.count, MOST_ROWS);
    this.rows = Uint32Array.from({ length: size }, (_, i) => Math.floor((i * table.count) / size));
    this.columns = columnKeys(table.columns).map((key, at) => this.rawColumn(key, at));
  }

  /** A column decoded as said. `whole`: every row is counted, for columns whose values are asked about. */
  sample(at: number, letters: Letters, name: string, whole = false): ColumnSample {
    const key = `${at} ${letters.encoding} ${letters.capitals} ${whole} ${name}`;
    const known = this.samples.get(key);
    if (known) return known;
    const value = decodedColumn(this.table, at, letters);
    const { rows } = this;
    const made = whole
      ? this.wholeColumn(at, letters, name, value)
      : sampleColumn(name, rows.length, (i) => value(rows[i]!));
    this.samples.set(key, made);
    return made;
  }

  private wholeColumn(
    at: number,
    { encoding, capitals }: Letters,
    name: string,
    value: (row: number) => Json,
  ): ColumnSample {
    const { table } = this;
    if (!(table instanceof CsvSourceTable) || at >= table.cells.columns.length)
      return sampleColumn(name, table.count, value);
    const plain = standsAsWritten(table.text, encoding, capitals);
    return sampleCells(name, table.cells, at, value, plain);
  }

  private rawColumn(key: string, at: number): RawColumn {
    const texts = new Set<string>();
    for (const row of this.rows) {
      const value = this.table.value(row, at);
      if (typeof value === "string" && value.trim() !== "") texts.add(value);
      if (texts.size >= MOST_TEXTS) break;
    }
    // A column of numbers has no letters of its own; what is shown of it is what it says.
    if (texts.size === 0) for (const row of this.rows.subarray(0, 20)) addGiven(texts, this.table, row, at);
    const all = [...texts];
    const { text } = this.table;
    const encodings = guessEncoding(all, text);
    const best = encodings.ranked[0]?.value ?? "unicode";
    const decoded = decodedTexts(all, best, this.table);
    return { key, texts: all, encodings, capitals: guessCapitals(decoded) };
  }
}

function addGiven(texts: Set<string>, table: SourceTable, row: number, at: number): void {
  const given = givenOf(table.value(row, at));
  if (given !== null) texts.add(given);
}

function decodedTexts(texts: readonly string[], encoding: Encoding, table: SourceTable): string[] {
  return texts.map((text) => decodeText(text, encoding, table.text));
}
