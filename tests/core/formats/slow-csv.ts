/** CSV read the plain way, text by text: what the scanner of bytes must agree with in every case. */

import { csvSeparator } from "../../../src/core/formats/csv/csv-separator.ts";
import { Normaliser, setOwn } from "../../../src/core/formats/normalise.ts";
import { FeatureTable, type RawFeature, type RawTable } from "../../../src/core/formats/raw.ts";
import type { Json } from "../../../src/core/model/household.ts";
import type { Problem } from "../../../src/core/outcome.ts";

export interface SlowRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Every record that has any text, and the row of a quote that is never closed. */
export function slowRecords(text: string, separator: string): { records: SlowRecord[]; open: number | null } {
  const records: SlowRecord[] = [];
  let cells: string[] = [];
  let row = 1;
  let at = 0;
  const finish = () => {
    if (cells.length > 1 || cells[0]!.trim() !== "") records.push({ row, cells });
    cells = [];
    row++;
  };
  const end = (from: number) => {
    const found = text.slice(from).search(new RegExp(`[\r\n${separator}]`));
    return found < 0 ? text.length : from + found;
  };
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      const quoted = /^"((?:[^"]|"")*)"(?!")/.exec(text.slice(at));
      if (!quoted) return { records, open: row };
      cell = quoted[1]!.replaceAll('""', '"');
      at += quoted[0].length;
    }
    const rest = end(at);
    cells.push(cell + text.slice(at, rest));
    at = rest;
    if (at < text.length && text[at] === separator) {
      at++;
      if (at < text.length) continue;
      cells.push("");
    } else at += text.startsWith("\r\n", at) ? 2 : 1;
    finish();
  }
  return { records, open: null };
}

/** The table as features with all their properties; null when it is refused as a whole. */
export function slowTable(text: string, file: string): RawTable | null {
  const { records, open } = slowRecords(text, csvSeparator(text) ?? ",");
  if (open !== null) return null;
  const [head, ...lines] = records;
  const normaliser = new Normaliser();
  const header = (head?.cells ?? []).map((cell) => normaliser.text(cell.trim()));
  while (header.at(-1) === "") header.pop();
  if (header.length === 0 || header.some((name, i) => name === "" || header.indexOf(name) < i)) return null;
  const features: RawFeature[] = [];
  const rejected: Problem[] = [];
  for (const { row, cells } of lines) {
    const filled = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
    if (filled === 0) continue;
    if (cells.length < header.length || filled > header.length) {
      const values = { cells: cells.length, columns: header.length };
      rejected.push({ code: "csv.columns", file, row, values });
      continue;
    }
    const properties: Record<string, Json> = {};
    for (const [i, name] of header.entries()) {
      setOwn(properties, name, normaliser.text(cells[i]!).replace(/^'(?='*[=+\-@\t\r])/, ""));
    }
    features.push({ row, id: null, properties, geometry: null });
  }
  const count = normaliser.changed;
  const notes: Problem[] = count > 0 ? [{ code: "file.text-normalised", file, values: { count } }] : [];
  return new FeatureTable("csv", file, header, features, rejected, notes);
}
