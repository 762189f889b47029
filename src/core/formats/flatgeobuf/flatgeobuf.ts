/** FlatGeobuf 3: a header, an index that is passed over, and features one after another. */
import {
  type Dataset,
  type DeclaredCrs,
  type FileGroup,
  recordTable,
  type SourceReader,
  type SourceRecord,
} from "../../intake/dataset.ts";
import type { Json } from "../../model/household.ts";
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import { columnsFit, MOST_BROKEN } from "../source-limits.ts";
import { FlatTable } from "./flat-buffer.ts";
import { BINARY, flatShape, flatValues } from "./flatgeobuf-feature.ts";

export const flatgeobuf: SourceReader = {
  formats: ["flatgeobuf"],
  recognise: ({ main }) => MAGIC.every((byte, i) => main.bytes[i] === byte),
  read: async (group) => read(group),
};

/** `fgb`, then the version, which the reader judges. */
const MAGIC = [0x66, 0x67, 0x62];
const VERSION = 3;
const START = 8;
const HEADER = { name: 0, geometryType: 2, columns: 7, featuresCount: 8, indexNodeSize: 9, crs: 10 } as const;
const COLUMN = { name: 0, type: 1 } as const;
const CRS = { org: 0, code: 1, wkt: 4, codeString: 5 } as const;
const FEATURE = { geometry: 0, properties: 1 } as const;
const NODE_BYTES = 40;
const USUAL_NODE_SIZE = 16;

interface Header {
  readonly name: string;
  readonly kind: number;
  readonly columns: readonly string[];
  readonly types: readonly number[];
  readonly crs: DeclaredCrs | null;
  /** Where the first feature begins. */
  readonly features: number;
}

function read({ main: { name: file, bytes } }: FileGroup): Outcome<Dataset> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[3] !== VERSION)
    return fail("file.other-format", { looksLike: `FlatGeobuf ${bytes[3] ?? ""}` }, { file });
  let header: Header;
  try {
    header = headerOf(view);
  } catch {
    return fail("format.broken", { most: 1 }, { file });
  }
  const fits = columnsFit(header.columns.length, file);
  if (!fits.ok) return fits;
  const records: SourceRecord[] = [];
  const rejected: Problem[] = [];
  const notes: Problem[] = [];
  let row = 0;
  for (let at = header.features; at < bytes.length; ) {
    const length = at + 4 <= bytes.length ? view.getUint32(at, true) : Number.POSITIVE_INFINITY;
    if (at + 4 + length > bytes.length) {
      notes.push({ code: "format.cut-off", file });
      break;
    }
    row++;
    const record = recordOf(new DataView(bytes.buffer, bytes.byteOffset + at + 4, length), header, row);
    if (record) records.push(record);
    else rejected.push({ code: "format.shape", file, row, rowIs: "feature" });
    if (rejected.length > MOST_BROKEN) return fail("format.broken", { most: rejected.length }, { file });
    at += 4 + length;
  }
  if (row === 0) return fail("format.no-features", undefined, { file });
  for (const [i, type] of header.types.entries()) {
    if (type === BINARY) notes.push({ code: "gpkg.bytes", file, values: { name: header.columns[i]! } });
  }
  const { columns, crs } = header;
  const head = { format: "flatgeobuf", file, name: header.name, columns, text: "unicode" } as const;
  const table = recordTable({ ...head, rowIs: "feature", crs, rejected, notes }, records);
  return ok({ format: "flatgeobuf", file, tables: [table], notes: [] });
}

function headerOf(view: DataView): Header {
  const length = view.getUint32(START, true);
  const from = START + 4;
  // Fails with a RangeError when the header claims more bytes than there are.
  const header = FlatTable.root(new DataView(view.buffer, view.byteOffset + from, length));
  const columns = header.tables(HEADER.columns);
  // Columns may point to one name over and over: together they cannot be longer than the header.
  let room = length;
  for (const column of columns) room -= column.vector(COLUMN.name, 1)?.length ?? 0;
  if (room < 0) throw new RangeError("more names than bytes");
  let features = from + length;
  const count = header.uint64(HEADER.featuresCount);
  const nodeSize = header.uint16(HEADER.indexNodeSize, USUAL_NODE_SIZE);
  if (nodeSize > 0 && count > 0) features += treeBytes(count, nodeSize);
  const crs = header.table(HEADER.crs);
  return {
    name: header.text(HEADER.name) ?? "",
    kind: header.byte(HEADER.geometryType, 0),
    columns: columns.map((column) => column.text(COLUMN.name) ?? ""),
    types: columns.map((column) => column.byte(COLUMN.type, 0)),
    crs: crs && crsOf(crs),
    features,
  };
}

/** Bytes of the index: a tree of `nodeSize` branches over all features. */
function treeBytes(count: number, nodeSize: number): number {
  const branches = Math.max(nodeSize, 2);
  let nodes = count;
  for (let n = count; n > 1; ) {
    n = Math.ceil(n / branches);
    nodes += n;
  }
  return (count === 1 ? 2 : nodes) * NODE_BYTES;
}

function crsOf(crs: FlatTable): DeclaredCrs | null {
  const code = crs.int32(CRS.code, 0);
  const text = crs.text(CRS.codeString) ?? (code > 0 ? String(code) : "");
  if (text !== "") return { kind: "code", text: `${crs.text(CRS.org) ?? "EPSG"}:${text}` };
  const wkt = crs.text(CRS.wkt);
  return wkt ? { kind: "wkt", text: wkt } : null;
}

/** Null when the feature cannot be taken apart. */
function recordOf(view: DataView, { kind, columns, types }: Header, row: number): SourceRecord | null {
  try {
    const feature = FlatTable.root(view);
    const shape = feature.table(FEATURE.geometry);
    const values: Json[] = columns.map(() => null);
    const bytes = feature.vector(FEATURE.properties, 1);
    if (bytes) {
      const said = new DataView(view.buffer, view.byteOffset + bytes.at, bytes.length);
      flatValues(said, types, (column, value) => {
        values[column] = value;
      });
    }
    return { row, values, geometry: shape ? flatShape(shape, kind) : null };
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}
