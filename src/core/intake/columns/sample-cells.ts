/** A whole column looked at in the bytes of its file: what comes again is counted, not read again. */
import { type CsvCells, cellStart } from "../../formats/csv/csv-cells.ts";
import type { Json } from "../../model/household.ts";
import { CellMemo } from "../cell-memo.ts";
import { plainLetters } from "../plain-cell.ts";
import { type ColumnSample, givenOf, isNumber, MOST_DISTINCT, sampleOf } from "./column-sample.ts";

/** More than the different values that are remembered. */
const KEPT = 32_000;
const ZERO = 48;
const NINE = 57;
const DOT = 46;

/** Marks of an entry of the memo. Its `from` is the place of its value among those counted. */
const FILLED = 1;
const NUMBER = 2;
const COUNTED = 4;

/**
 * The same as `sampleColumn` over all rows; `value` gives them decoded. `plain`: cells that `plainLetters` knows are
 * what the column says once decoded, with letters or in ASCII only; null: nothing is known.
 */
export function sampleCells(
  name: string,
  cells: CsvCells,
  column: number,
  value: (row: number) => Json,
  plain: { readonly letters: boolean } | null,
): ColumnSample {
  const { scan, record } = cells;
  const memo = new CellMemo(cells, [column], { kept: KEPT, always: true });
  const texts: string[] = [];
  const times: number[] = [];
  const places = new Map<string, number>();
  let filled = 0;
  let numbers = 0;
  /** Every value counted stands in the memo as it is written in the file. */
  let allPlain = plain !== null;
  const letters = plain?.letters ?? false;
  const isPlain = (row: number) => {
    const k = record[row]!;
    return (
      plainLetters(
        scan.bytes,
        cellStart(scan, k, column),
        scan.cellEnd[scan.firstCell[k]! + column]!,
        letters,
      ) > 0
    );
  };
  for (let row = 0; row < record.length; row++) {
    const entry = memo.find(row);
    if (entry >= 0) {
      const mark = memo.mark[entry]!;
      filled += mark & FILLED;
      if (mark & NUMBER) numbers++;
      if (mark & COUNTED) times[memo.from[entry]!]!++;
      continue;
    }
    if (allPlain && memo.isFull && isPlain(row)) {
      const k = record[row]!;
      const kind = digitsOf(
        scan.bytes,
        cellStart(scan, k, column),
        scan.cellEnd[scan.firstCell[k]! + column]!,
      );
      if (kind !== "look") {
        filled++;
        if (kind === "number") numbers++;
        continue;
      }
    }
    const text = givenOf(value(row));
    if (text === null) {
      memo.put(row, 0, 0, 0);
      continue;
    }
    filled++;
    const number = isNumber(text);
    if (number) numbers++;
    let at = places.get(text) ?? -1;
    if (at < 0 && texts.length < MOST_DISTINCT) {
      at = texts.length;
      places.set(text, at);
      texts.push(text);
      times.push(0);
      allPlain &&= !memo.isFull && isPlain(row);
    }
    if (at >= 0) times[at]!++;
    memo.put(row, Math.max(at, 0), 0, FILLED | (number ? NUMBER : 0) | (at >= 0 ? COUNTED : 0));
  }
  return sampleOf(
    name,
    texts.map((given, at) => ({ given, rows: times[at]! })),
    filled,
    numbers,
  );
}

/** Whether digits with dots between them; what begins with a digit and is no such number has to be looked at. */
function digitsOf(bytes: Uint8Array, from: number, to: number): "number" | "text" | "look" {
  const first = bytes[from]!;
  if (first < ZERO || first > NINE) return "text";
  let before = DOT;
  for (let at = from; at < to; at++) {
    const code = bytes[at]!;
    if (code === DOT ? before === DOT : code < ZERO || code > NINE) return "look";
    before = code;
  }
  return before === DOT ? "look" : "number";
}
