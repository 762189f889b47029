/** Rows in our words as a file that the readers of layers take: CSV where rows are points, GeoJSON where they have shapes. */

import type { CsvScan } from "../formats/csv/csv-scan.ts";
import { setOwn } from "../formats/normalise.ts";
import { encodeText } from "../formats/text/encode-text.ts";
import type { Json } from "../model/household.ts";
import { canonicalCsv } from "./canonical-csv.ts";
import type { Interpreted } from "./interpret.ts";
import { pointAt } from "./place-list.ts";

/** Layers that are lists of points or of nothing but columns. */
const LISTS: ReadonlySet<Interpreted["as"]> = new Set(["households", "centres"]);
/** Features joined before they are handed on. */
const PIECE = 500;

/** Rows in our words as bytes; `scan` where they are CSV: where everything lies in them. */
export interface CanonicalRows {
  readonly bytes: Uint8Array;
  readonly scan: CsvScan | null;
}

/**
 * Full precision, nothing turned or closed: what is wrong with a shape is for the reader of its layer to say. `tell`
 * hears how many rows are done.
 */
export function canonicalRows(rows: Interpreted, tell?: (done: number) => void): CanonicalRows {
  const list = LISTS.has(rows.as) && rows.shapes === null;
  const scan = list ? canonicalCsv(rows, tell) : null;
  return scan === null ? { bytes: encodeText(geoJson(rows, tell)), scan: null } : { bytes: scan.bytes, scan };
}

function* geoJson(rows: Interpreted, tell?: (done: number) => void): Generator<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  let piece = "";
  for (let i = 0; i < rows.rows.length; i++) {
    const at = rows.points && pointAt(rows.points, i);
    const geometry = rows.shapes?.[i] ?? (at ? { type: "Point", coordinates: at } : null);
    const feature = { type: "Feature", properties: recordOf(rows, i), geometry };
    piece += `${i > 0 ? ",\n" : ""}${JSON.stringify(feature)}`;
    if (i % PIECE === PIECE - 1) {
      yield piece;
      piece = "";
      tell?.(i);
    }
  }
  yield `${piece}\n]}\n`;
}

function recordOf(rows: Interpreted, i: number): Record<string, Json> {
  const record: Record<string, Json> = {};
  for (const { name, value } of rows.columns) setOwn(record, name, value(rows.source[i]!));
  return record;
}
