/**
 * A file taken apart and nothing decided: which letters its bytes are, what its columns mean and in which
 * coordinate system its numbers lie is still open (`meaning.ts`). Every format ends here.
 */
import type { Raster } from "../formats/raster/raster.ts";
import type { RasterLook } from "../formats/raster/raster-kind.ts";
import type { Json } from "../model/household.ts";
import type { Outcome, Problem } from "../outcome.ts";

export const SOURCE_FORMATS = [
  "geojson",
  "geojson-lines",
  "csv",
  "xlsx",
  "xls",
  "shapefile",
  "dbf",
  "geopackage",
  "kml",
  "gpx",
  "flatgeobuf",
  "mapinfo-tab",
  "mapinfo-mif",
  "dxf",
  "dgn",
  "geotiff",
] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** One file as it was chosen, or as it lay in an archive. The bytes are never changed. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files that are one thing together: a `.shp` with its `.dbf`, `.prj` and `.cpg`; most come alone. */
export interface FileGroup {
  /** The file that the others belong to; sentences name it. */
  readonly main: SourceFile;
  readonly companions: readonly SourceFile[];
}

/** What the file says of its coordinate system, as it says it. Never believed (`core/crs/recognise.ts`). */
export interface DeclaredCrs {
  /** `standard`: the format allows WGS 84 only (KML, GPX, GeoJSON without `crs`). */
  readonly kind: "wkt" | "code" | "coordsys" | "standard";
  /** WKT, `EPSG:9218`, the CoordSys clause of MapInfo, or `EPSG:4326`. */
  readonly text: string;
}

/** A sheet or a layer. Rows and columns are counted from 0 here; people's counting is `rowNumber`. */
export interface SourceTable {
  readonly format: SourceFormat;
  /** Name of the file, for sentences. */
  readonly file: string;
  /** Of the sheet or layer, as the file says it; "" where there is only one. */
  readonly name: string;
  /** Names as the file says them: they may repeat, be empty or `__proto__`. See `columnKeys`. */
  readonly columns: readonly string[];
  /**
   * `bytes`: every sign of every text and name is one byte of the file (U+0000–U+00FF) and has to be decoded.
   * `unicode`: the file said its encoding, though letters of an old font may still hide in it.
   */
  readonly text: "unicode" | "bytes";
  readonly count: number;
  /** Text as in the file (not trimmed, not in form C), number, true/false, or null for nothing. Never NaN. */
  value(row: number, column: number): Json;
  /**
   * The number of a cell that can be read one way only (`plainDecimal`); NaN: ask `value`. For tables whose cells are
   * bytes, where a text for each number costs more than the number.
   */
  decimal?(row: number, column: number): number;
  /** GeoJSON geometry whose positions are the numbers of the file (x, y), null where there is none. */
  geometry(row: number): Json;
  /** As a spreadsheet counts its lines, or features from 1. */
  rowNumber(row: number): number;
  readonly rowIs: "row" | "feature";
  readonly crs: DeclaredCrs | null;
  /** Rows that could not be taken apart: `read = count + rejected.length`. */
  readonly rejected: readonly Problem[];
  /** What was left out knowingly (title rows, totals, styles) or looks wrong. */
  readonly notes: readonly Problem[];
  /** The cells, of a table that was made of a raster: they can be kept as they are (`Meaning.raster`). */
  readonly raster?: RasterSource;
}

/** A raster beside the rows that were made of it. */
export interface RasterSource {
  readonly raster: Raster;
  readonly look: RasterLook;
  /** Whether the rows are the areas of its classes; else there is one row, the outline. */
  readonly zones: boolean;
}

/** A file, or files that belong together. At least one table. */
export interface Dataset {
  readonly format: SourceFormat;
  readonly file: string;
  readonly tables: readonly SourceTable[];
  readonly notes: readonly Problem[];
}

/** One format. Recognised by content; the ending helps only to tell twins apart. */
export interface SourceReader {
  readonly formats: readonly SourceFormat[];
  /** True also for a broken file of this format: its reader says best what is wrong. */
  recognise(group: FileGroup): boolean;
  /**
   * Refuses what concerns the whole file, with a sentence that says what to do. Bounded in memory and time;
   * never throws because of what is in the file. `tools` are the heavy engines, loaded when first asked for.
   */
  read(group: FileGroup, tools: SourceTools): Promise<Outcome<Dataset>>;
}

/** Engines that the place of running provides (worker or Node). Each fails with `intake.tool-missing`. */
export interface SourceTools {
  gdal(): Promise<Outcome<Gdal>>;
  sqlite(): Promise<Outcome<SqliteReader>>;
}

/** GDAL, for formats that nobody reads as well. Positions as in the file, texts as bytes, no reprojection. */
export interface Gdal {
  /** Every layer as features; `text` and `crs` as in `SourceTable`. Refused: `intake.unreadable`. */
  layers(group: FileGroup): Promise<Outcome<readonly GdalLayer[]>>;
}
export interface GdalLayer {
  readonly name: string;
  readonly columns: readonly string[];
  readonly text: SourceTable["text"];
  readonly crs: DeclaredCrs | null;
  readonly records: readonly SourceRecord[];
}

/** SQLite over bytes, read-only. */
export interface SqliteReader {
  /** Refused: `intake.unreadable`. Close it. */
  open(bytes: Uint8Array): Outcome<SqliteFile>;
}
export interface SqliteFile {
  /** Rows as lists in the order of the columns asked for; texts, numbers, bytes or null. */
  query(sql: string, bind?: readonly (string | number)[]): readonly (readonly SqliteValue[])[];
  close(): void;
}
export type SqliteValue = string | number | Uint8Array | null;

/** One row held as a list; `values` in the order of the columns. */
export interface SourceRecord {
  readonly row: number;
  readonly values: readonly Json[];
  readonly geometry: Json;
}

type Head = Pick<
  SourceTable,
  "format" | "file" | "name" | "columns" | "text" | "rowIs" | "crs" | "rejected" | "notes"
>;

/** A table whose rows are held as lists. */
export function recordTable(head: Head, records: readonly SourceRecord[]): SourceTable {
  return {
    ...head,
    count: records.length,
    value: (row, column) => records[row]!.values[column] ?? null,
    geometry: (row) => records[row]!.geometry,
    rowNumber: (row) => records[row]!.row,
  };
}

/**
 * A name for every column that no other has: its own, `name (2)` for a repeated one, `(3)` for a third column
 * without a name. What is remembered of a sender is remembered under these.
 */
export function columnKeys(columns: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return columns.map((name, at) => {
    const plain = name.trim();
    let key = plain === "" ? `(${at + 1})` : plain;
    for (let n = 2; used.has(key); n++) key = `${plain} (${n})`;
    used.add(key);
    return key;
  });
}
