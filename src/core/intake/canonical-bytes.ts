/** Rows in our words as a file that the readers of layers take: CSV where rows are points, GeoJSON where they have shapes. */

import { writeCsv } from "../formats/csv/csv-write.ts";
import { setOwn } from "../formats/normalise.ts";
import { encodeText } from "../formats/text/encode-text.ts";
import type { Json } from "../model/household.ts";
import type { Interpreted } from "./interpret.ts";

/** Layers that are lists of points or of nothing but columns. */
const LISTS: ReadonlySet<Interpreted["as"]> = new Set(["households", "centres"]);
/** Features joined before they are handed on. */
const PIECE = 500;

/** Full precision, nothing turned or closed: what is wrong with a shape is for the reader of its layer to say. */
export function canonicalBytes(rows: Interpreted): Uint8Array {
  const list = LISTS.has(rows.as) && rows.shapes === null;
  return list ? writeCsv(csvColumns(rows), csvRows(rows), { bom: false }) : encodeText(geoJson(rows));
}

function csvColumns({ columns, points }: Interpreted): string[] {
  return [...columns.map(({ name }) => name), ...(points ? ["lon", "lat"] : [])];
}

function* csvRows(rows: Interpreted): Generator<Readonly<Record<string, Json>>> {
  for (let i = 0; i < rows.rows.length; i++) {
    const record = recordOf(rows, i);
    const at = rows.points?.[i];
    if (at) [record.lon, record.lat] = at;
    yield record;
  }
}

function* geoJson(rows: Interpreted): Generator<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  let piece = "";
  for (let i = 0; i < rows.rows.length; i++) {
    const at = rows.points?.[i];
    const geometry = rows.shapes?.[i] ?? (at ? { type: "Point", coordinates: at } : null);
    const feature = { type: "Feature", properties: recordOf(rows, i), geometry };
    piece += `${i > 0 ? ",\n" : ""}${JSON.stringify(feature)}`;
    if (i % PIECE === PIECE - 1) {
      yield piece;
      piece = "";
    }
  }
  yield `${piece}\n]}\n`;
}

function recordOf(rows: Interpreted, i: number): Record<string, Json> {
  const record: Record<string, Json> = {};
  for (const { name, value } of rows.columns) setOwn(record, name, value(rows.source[i]!));
  return record;
}
