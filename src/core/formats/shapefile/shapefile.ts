/**
 * ESRI shapefiles: `.shp` with its `.dbf`, `.prj`, `.cpg` and `.shx`. Shapes and cells are read from the bytes when
 * asked for. Source: ESRI Shapefile Technical Description, An ESRI White Paper, July 1998.
 */
import type { Dataset, DeclaredCrs, FileGroup, SourceFile, SourceReader } from "../../intake/dataset.ts";
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import { binaryName } from "../known-content.ts";
import { missingRows } from "../missing-rows.ts";
import { byteText } from "../text/source-text.ts";
import { dbfNotes, saidEncoding } from "./dbf.ts";
import { type DbfRows, dbfRows } from "./dbf-rows.ts";
import { shpFeatures } from "./shp-features.ts";
import { shpHeader, shpRecords } from "./shp-records.ts";
import { MULTIPATCH } from "./shp-shape.ts";

const MOST_WKT = 20_000;

export const shapefile: SourceReader = {
  formats: ["shapefile"],
  recognise: ({ main: { name, bytes } }) =>
    (isShp(bytes) && !/\.shx$/i.test(name)) ||
    (/\.shp$/i.test(name) && bytes.includes(0) && binaryName(bytes) === null),
  read: async (group) => read(group),
};

/** The first bytes of a `.shp` or `.shx`. */
export function isShp(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a;
}

function companion({ companions }: FileGroup, ending: RegExp): SourceFile | null {
  return companions.find(({ name }) => ending.test(name)) ?? null;
}

/** Features are counted from 1; a row of attributes belongs to the record of the same number. */
function read(group: FileGroup): Outcome<Dataset> {
  const { name: file, bytes } = group.main;
  const header = shpHeader(bytes);
  if (header === null) return fail("shapefile.header", undefined, { file });
  if (header.kind === MULTIPATCH) return fail("shapefile.multipatch", undefined, { file });
  const shx = companion(group, /\.shx$/i);
  const records = shpRecords(bytes, shx?.bytes ?? null);
  const { dbf, notes } = attributes(group);
  const features = shpFeatures(bytes, records, dbf, file);
  const rejected: readonly Problem[] = [...features.rejected, ...beyond(dbf, records.count, file)];
  if (features.rows.length + rejected.length === 0) return fail("shapefile.no-rows", undefined, { file });
  if (bytes.length < header.bytes) {
    const values = { said: header.bytes, is: bytes.length, shapes: features.whole };
    notes.push({ code: "shapefile.cut", file, values });
  }
  const { count, indexWrong, orderWrong } = records;
  if (indexWrong) notes.push({ code: "shapefile.index", file });
  if (orderWrong) notes.push({ code: "shapefile.order", file });
  if (dbf && dbf.claimed !== count) {
    notes.push({ code: "shapefile.counts", file, values: { shapes: count, rows: dbf.claimed } });
  }
  const { rows, geometry } = features;
  const table = {
    format: "shapefile" as const,
    file,
    name: "",
    columns: dbf?.columns ?? [],
    text: dbf?.text ?? ("bytes" as const),
    count: rows.length,
    value: (row: number, column: number) => dbf?.value(rows[row]!, column) ?? null,
    geometry,
    rowNumber: (row: number) => rows[row]! + 1,
    rowIs: "feature" as const,
    crs: declaredCrs(group),
    rejected,
    notes: [...notes, ...features.notes],
  };
  return ok({ format: "shapefile", file, tables: [table], notes: [] });
}

/** The table beside the shapes. A broken one does not cost the shapes. */
function attributes(group: FileGroup): { readonly dbf: DbfRows | null; readonly notes: Problem[] } {
  const file = group.main.name;
  const found = companion(group, /\.dbf$/i);
  if (!found) return { dbf: null, notes: [{ code: "shapefile.no-dbf", file }] };
  const opened = dbfRows(found.bytes, found.name, saidEncoding(group));
  if (opened.ok) return { dbf: opened.value, notes: dbfNotes(opened.value, found.name) };
  const told: Problem = { code: "shapefile.dbf", file, values: { name: found.name } };
  return { dbf: null, notes: [told, opened.problem] };
}

/** Rows that the table lost or that its header does not speak of, where there is no shape for them either. */
function beyond(dbf: DbfRows | null, shapes: number, file: string): readonly Problem[] {
  if (dbf === null) return [];
  const lost = Math.max(0, dbf.claimed - Math.max(dbf.count, shapes));
  // Rows that a shape without a row stands for are told there.
  const left = Math.max(0, dbf.beyond - Math.max(0, shapes - dbf.claimed));
  const at = Math.max(dbf.count, shapes) + 1;
  return [
    ...missingRows({ code: "dbf.row-cut", file, rowIs: "feature" }, at, lost),
    ...missingRows({ code: "dbf.beyond", file, rowIs: "feature" }, at + lost, left),
  ];
}

function declaredCrs(group: FileGroup): DeclaredCrs | null {
  const prj = companion(group, /\.prj$/i);
  if (!prj) return null;
  const text = byteText(prj.bytes.subarray(0, MOST_WKT))
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .replaceAll("\u0000", "")
    .trim();
  return text === "" ? null : { kind: "wkt", text };
}
