/** What is asked of GDAL and how its answer is read: the same for the browser and Node. */
import { type GdalFormat, gdalFormat } from "../core/formats/gdal/gdal-kind.ts";
import { geojsonSource } from "../core/formats/geojson/geojson-source.ts";
import { byteText, startOf } from "../core/formats/text/source-text.ts";
import type { FileGroup, Gdal, GdalLayer, SourceFile, SourceRecord } from "../core/intake/dataset.ts";
import { fail, type Outcome, ok } from "../core/outcome.ts";

/** A started GDAL: files in, one GeoJSON file and the coordinate system out. Rejects with GDAL's own words. */
export interface GdalEngine {
  translate(files: readonly SourceFile[], options: readonly string[]): Promise<Translated>;
}
export interface Translated {
  readonly geojson: Uint8Array;
  /** What `ogrinfo -json` says. */
  readonly info: unknown;
}

/**
 * Keeps one engine and starts another after a fault: a broken file can leave GDAL with files open and memory
 * overwritten. One file after another, for the engine has one place for what is given in. `end` lets it go.
 */
export function restarting<E extends GdalEngine>(
  start: () => Promise<E>,
  end: (engine: E) => void,
): Restarting {
  let engine: Promise<E> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const ready = () => {
    engine ??= start().catch((error: unknown) => {
      engine = undefined;
      throw error;
    });
    return engine;
  };
  let used = false;
  const translate = async (...given: Parameters<GdalEngine["translate"]>): Promise<Translated> => {
    const current = await ready();
    const before = used;
    used = true;
    try {
      return await current.translate(...given);
    } catch (error) {
      engine = undefined;
      used = false;
      end(current);
      // What an earlier file left behind is not this one's fault.
      if (before) return translate(...given);
      throw error;
    }
  };
  return {
    ready,
    translate: (...given) => {
      const next = last.then(() => translate(...given));
      last = next.catch(() => undefined);
      return next;
    },
  };
}
export interface Restarting extends GdalEngine {
  /** Starts it when it is not running. Rejects when it cannot be had. */
  ready(): Promise<unknown>;
}

/** Refused: `intake.tool-missing`; asking again tries again. */
export async function gdalWhenReady(engine: Restarting): Promise<Outcome<Gdal>> {
  try {
    await engine.ready();
    return ok(gdalOver(engine));
  } catch {
    return fail("intake.tool-missing", { tool: "GDAL" });
  }
}

/**
 * Settings of GDAL: texts stay bytes, blocks stay symbols, and nothing is asked of the network.
 * https://gdal.org/en/stable/drivers/vector/dxf.html
 */
export const GDAL_SETTINGS: Readonly<Record<string, string>> = {
  DXF_ENCODING: "UTF-8",
  DXF_INLINE_BLOCKS: "FALSE",
  DXF_CLOSED_LINE_AS_POLYGON: "FALSE",
  GDAL_HTTP_CONNECTTIMEOUT: "1",
  OSR_USE_ETMERC: "YES",
};

/** 15 digits hold every double that was measured; the file says what the drawing says. */
const AS_GEOJSON = ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=15", "-lco", "RFC7946=NO"];
/** Layer of GDAL that holds a drawing; blocks are described in another. */
const DRAWING: Readonly<Partial<Record<GdalFormat, string>>> = { dxf: "entities", dgn: "elements" };
const ENDING: Readonly<Record<GdalFormat, string>> = { "mapinfo-tab": "tab", dxf: "dxf", dgn: "dgn" };
const HEADER = /\n\s*2\r?\n\s*HEADER/;
const NO_HEADER = "0\nSECTION\n2\nHEADER\n9\n$DWGCODEPAGE\n3\nANSI_1252\n0\nENDSEC\n";
const CHARSET = /^(\s*!charset)[^\r\n]*/im;
const TYPE_CHARSET = /(charset\s+)"[^"\r\n]*"/i;

/** The port over an engine. */
function gdalOver(engine: GdalEngine): Gdal {
  return {
    layers: async (group) => {
      const format = gdalFormat(group);
      if (!format) return fail("intake.unreadable", { detail: "?" }, { file: group.main.name });
      const layer = DRAWING[format];
      const options = layer ? [...AS_GEOJSON, "-sql", `SELECT *, OGR_STYLE FROM ${layer}`] : AS_GEOJSON;
      try {
        return await read(await engine.translate(filesOf(group, format), options), group.main.name);
      } catch (error) {
        const said = (error instanceof Error ? error.message : String(error)).trim();
        const detail = said === "" ? "GDAL" : said.slice(0, 200);
        return fail("intake.unreadable", { detail }, { file: group.main.name });
      }
    },
  };
}

/** The files under names of one stem, so that no letter of a name has to be understood; the main one first. */
function filesOf({ main, companions }: FileGroup, format: GdalFormat): readonly SourceFile[] {
  const bytes =
    format === "mapinfo-tab"
      ? withoutCharset(main.bytes)
      : format === "dxf"
        ? withHeader(main.bytes)
        : main.bytes;
  const others = companions.map(({ name, bytes }) => ({
    name: `x.${(/\.([a-z0-9]{1,8})$/i.exec(name)?.[1] ?? "bin").toLowerCase()}`,
    bytes,
  }));
  return [{ name: `x.${ENDING[format]}`, bytes }, ...others];
}

/** A TAB that names no letters: GDAL would turn some of the bytes into others and lose them. */
function withoutCharset(bytes: Uint8Array): Uint8Array {
  const text = byteText(bytes).replace(CHARSET, "$1 Neutral").replace(TYPE_CHARSET, '$1"Neutral"');
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** GDAL asks for the letters of a drawing while it reads its header; without one it takes Latin 1. */
function withHeader(bytes: Uint8Array): Uint8Array {
  if (HEADER.test(startOf(bytes))) return bytes;
  const out = new Uint8Array(NO_HEADER.length + bytes.length);
  out.set(Uint8Array.from(NO_HEADER, (sign) => sign.charCodeAt(0)));
  out.set(bytes, NO_HEADER.length);
  return out;
}

/** GDAL writes the bytes of texts as they are, so its GeoJSON is read as one sign per byte. */
async function read({ geojson, info }: Translated, file: string): Promise<Outcome<readonly GdalLayer[]>> {
  const signs = new TextEncoder().encode(byteText(geojson));
  const read = await geojsonSource.read({ main: { name: file, bytes: signs }, companions: [] }, NO_TOOLS);
  if (!read.ok) return read;
  const [table] = read.value.tables;
  if (!table) return ok([]);
  const records: SourceRecord[] = [];
  for (let row = 0; row < table.count; row++) {
    const values = table.columns.map((_, column) => table.value(row, column));
    records.push({ row: table.rowNumber(row), values, geometry: table.geometry(row) });
  }
  const wkt = wktOf(info);
  const crs = wkt === null ? null : ({ kind: "wkt", text: wkt } as const);
  return ok([{ name: "", columns: table.columns, text: "bytes", crs, records }]);
}

const NO_TOOLS = {
  gdal: async () => fail("intake.tool-missing", { tool: "GDAL" }),
  sqlite: async () => fail("intake.tool-missing", { tool: "SQLite" }),
};

/** `layers[0].geometryFields[0].coordinateSystem.wkt`, null where any of it is missing. */
function wktOf(info: unknown): string | null {
  let at = info;
  for (const step of ["layers", 0, "geometryFields", 0, "coordinateSystem", "wkt"] as const) {
    if (typeof at !== "object" || at === null) return null;
    at = (at as Readonly<Record<string | number, unknown>>)[step];
  }
  return typeof at === "string" && at !== "" ? at : null;
}
