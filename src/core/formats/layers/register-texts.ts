/** The columns of a register in which any text is right, from the cells of the rows that were taken. */
import type { Category, RegisterField } from "../../model/household.ts";
import { type TextColumn, textsOf } from "../../model/text-column.ts";
import { type CsvCells, cellValue } from "../csv/csv-cells.ts";
import { GrowingBytes } from "../text/growing-bytes.ts";
import { TextSet } from "../text/text-set.ts";
import { saysNotKnown, textOf } from "../values.ts";
import { viewOf } from "../words.ts";
import { plainSpan } from "./plain-span.ts";

/** Rows are taken in blocks that stay in the processor's cache while one column after the other is read. */
const BLOCK = 512;

export interface RegisterTexts {
  readonly head: TextColumn;
  readonly ethnicity: Category;
  readonly poverty: Category;
  readonly village: Category;
  readonly communeCode: Category;
}

/** `rowOf[i]` is the row of household `i` of `count`; `columnOf` the column of a field, or -1. */
export function registerTexts(
  cells: CsvCells,
  rowOf: Uint32Array,
  count: number,
  columnOf: (field: RegisterField) => number,
): RegisterTexts {
  const cell = new TextCell(cells, rowOf);
  const head = new Head(count);
  const ethnicity = new Texts(count);
  const poverty = new Texts(count);
  const village = new Texts(count);
  const commune = new Texts(count);
  const columns = [
    [ethnicity, columnOf("ethnicity")],
    [poverty, columnOf("poverty")],
    [village, columnOf("village")],
    [commune, columnOf("commune_code")],
  ] as const;
  const headColumn = columnOf("head");
  for (let first = 0; first < count; first += BLOCK) {
    const end = Math.min(count, first + BLOCK);
    fillHead(head, cell, headColumn, first, end);
    for (const [texts, column] of columns) fillTexts(texts, cell, column, first, end);
  }
  return {
    head: head.column(count),
    ethnicity: ethnicity.category(saysNotKnown),
    poverty: poverty.category(),
    village: village.category(),
    communeCode: commune.category(),
  };
}

/** One cell at a time: its text lies from `from[0]` up to `to[0]` of what `at` gives. */
export class TextCell {
  readonly from = new Uint32Array(1);
  readonly to = new Uint32Array(1);
  private readonly view: DataView;
  private readonly spelling = new GrowingBytes();

  constructor(
    private readonly cells: CsvCells,
    private readonly rowOf: Uint32Array,
  ) {
    this.view = viewOf(cells.scan.bytes);
  }

  at(household: number, column: number): DataView {
    const { scan, record } = this.cells;
    const at = record[this.rowOf[household]!]!;
    if (plainSpan(scan, at, column, this.from, this.to, 0)) return this.view;
    this.spelling.end = 0;
    this.spelling.text(textOf(cellValue(scan, at, column)) ?? "");
    this.from[0] = 0;
    this.to[0] = this.spelling.end;
    return viewOf(this.spelling.bytes);
  }
}

class Head {
  readonly bytes = new GrowingBytes();
  readonly start: Uint32Array<ArrayBuffer>;

  constructor(count: number) {
    this.bytes.room(count * 16);
    this.start = new Uint32Array(count + 1);
  }

  column(count: number): TextColumn {
    return { count, bytes: this.bytes.bytes.slice(0, this.bytes.end), start: this.start };
  }
}

function fillHead({ bytes, start }: Head, cell: TextCell, column: number, first: number, end: number): void {
  for (let i = first; i < end; i++) {
    const source = cell.at(i, column);
    bytes.copy(source, cell.from[0]!, cell.to[0]!);
    start[i + 1] = bytes.end;
  }
}

/** A column of repeated texts; the empty text is not known. */
export class Texts {
  readonly texts = new TextSet(64);
  readonly index: Int32Array<ArrayBuffer>;

  constructor(count: number) {
    this.index = new Int32Array(count).fill(-1);
  }

  /** The column without the texts that are `none`. */
  category(none: (text: string) => boolean = () => false): Category {
    const values = textsOf(this.texts.column()) as string[];
    const kept = values.filter((text) => !none(text));
    if (kept.length === values.length) return { values, index: this.index };
    const place = values.map((text) => kept.indexOf(text));
    return { values: kept, index: this.index.map((at) => (at < 0 ? at : place[at]!)) };
  }
}

/** Fills households `first` up to `end` (not included) from a column; nothing for column -1. */
export function fillTexts(
  { texts, index }: Texts,
  cell: TextCell,
  column: number,
  first: number,
  end: number,
): void {
  if (column < 0) return;
  for (let i = first; i < end; i++) {
    const source = cell.at(i, column);
    const from = cell.from[0]!;
    const to = cell.to[0]!;
    if (from === to) continue;
    const found = texts.find(source, from, to);
    index[i] = found < 0 ? texts.add(source, from, to) : found;
  }
}
