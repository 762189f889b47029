/** One table of a GeoPackage as rows. */
import {
  type DeclaredCrs,
  recordTable,
  type SourceRecord,
  type SourceTable,
  type SqliteFile,
  type SqliteValue,
} from "../../intake/dataset.ts";
import type { Json } from "../../model/household.ts";
import { type Outcome, ok, type Problem } from "../../outcome.ts";
import { columnsFit } from "../source-limits.ts";
import { gpkgShape } from "./wkb.ts";

/** A table that the contents list. */
export interface Listed {
  readonly name: string;
  /** Column of its shapes. */
  readonly shape: string | null;
  /** `srs_id` of `gpkg_contents`. */
  readonly srs: number | null;
}

/** Throws what the engine throws on a table that is missing or damaged. Refused: `format.columns`. */
export function gpkgTable(db: SqliteFile, { name, shape, srs }: Listed, file: string): Outcome<SourceTable> {
  const columns = db.query("SELECT name FROM pragma_table_info(?)", [name]).map(([column]) => String(column));
  const fits = columnsFit(columns.length, file);
  if (!fits.ok) return fits;
  const at =
    shape === null ? -1 : columns.findIndex((column) => column.toLowerCase() === shape.toLowerCase());
  const rows = db.query(`SELECT * FROM ${quoted(name)}`);
  const kept = columns.map((_, i) => i).filter((i) => i !== at);
  const records: SourceRecord[] = [];
  const rejected: Problem[] = [];
  const bytes = new Set<number>();
  for (const [index, row] of rows.entries()) {
    const values = kept.map((column) => {
      const value = row[column] ?? null;
      if (value instanceof Uint8Array) bytes.add(column);
      return plain(value);
    });
    const found = at < 0 ? null : shapeOf(row[at] ?? null);
    if (found === undefined) rejected.push({ code: "format.shape", file, row: index + 1, rowIs: "feature" });
    else records.push({ row: index + 1, values, geometry: found });
  }
  const notes: Problem[] = Array.from(bytes, (column) => ({
    code: "gpkg.bytes",
    file,
    values: { name: columns[column]! },
  }));
  const head = {
    format: "geopackage",
    file,
    name,
    columns: kept.map((column) => columns[column]!),
    text: "unicode",
    rowIs: at < 0 ? "row" : "feature",
    crs: at < 0 || srs === null ? null : crsOf(db, srs),
    rejected,
    notes,
  } as const;
  return ok(recordTable(head, records));
}

/** Null for no shape, undefined for one that cannot be taken apart. */
function shapeOf(value: SqliteValue): Json | undefined {
  if (value === null) return null;
  if (!(value instanceof Uint8Array)) return undefined;
  try {
    return gpkgShape(value);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Its code where an authority gave one, else its definition; null where the file says that it is not known. */
function crsOf(db: SqliteFile, srs: number): DeclaredCrs | null {
  const [row] = db.query(
    "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?",
    [srs],
  );
  // -1 and 0 stand for an unknown plane and unknown degrees.
  if (!row || srs <= 0) return null;
  const [organization, code, definition] = row;
  if (typeof organization === "string" && /^epsg$/i.test(organization) && typeof code === "number") {
    return { kind: "code", text: `EPSG:${code}` };
  }
  const wkt = typeof definition === "string" && definition !== "undefined" ? definition : null;
  return wkt === null ? null : { kind: "wkt", text: wkt };
}

function plain(value: SqliteValue): Json {
  if (value instanceof Uint8Array) return null;
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
