/** MapInfo TAB, DXF and DGN, taken apart by GDAL. Drawings get their closed lines as areas. */
import {
  type Dataset,
  type FileGroup,
  type GdalLayer,
  recordTable,
  type SourceReader,
  type SourceTable,
  type SourceTools,
} from "../../intake/dataset.ts";
import { fail, type Outcome, ok } from "../../outcome.ts";
import { crsBeside } from "../shapefile/crs-beside.ts";
import { columnsFit } from "../source-limits.ts";
import { startOf } from "../text/source-text.ts";
import { drawingLayer } from "./drawing.ts";
import { closedDrawing, type GdalFormat, gdalFormat } from "./gdal-kind.ts";

export const gdalFormats: SourceReader = {
  formats: ["mapinfo-tab", "dxf", "dgn"],
  recognise: (group) => gdalFormat(group) !== null || closedDrawing(group) !== null,
  read,
};

const RASTER = /^\s*type\s+"?raster"?/im;
const NATIVE = /^\s*type\s+native/im;
const DATA = /\.dat$/i;

async function read(group: FileGroup, tools: SourceTools): Promise<Outcome<Dataset>> {
  const file = group.main.name;
  const closed = closedDrawing(group);
  if (closed !== null) return fail("drawing.closed", { looksLike: closed }, { file });
  const format = gdalFormat(group);
  if (!format) return fail("file.unknown-format", undefined, { file });
  if (format === "mapinfo-tab") {
    const start = startOf(group.main.bytes);
    if (RASTER.test(start)) return fail("format.only-left-out", { what: "RASTER" }, { file });
    if (NATIVE.test(start) && !group.companions.some(({ name }) => DATA.test(name))) {
      return fail("tab.part-missing", { name: file.replace(/\.[^.]*$/, ".dat") }, { file });
    }
  }
  const tool = await tools.gdal();
  if (!tool.ok) return tool;
  const layers = await tool.value.layers(group);
  if (!layers.ok) return { ok: false, problem: { ...layers.problem, file } };
  const tables: SourceTable[] = [];
  for (const given of layers.value) {
    const layer = { ...given, crs: given.crs ?? crsBeside(group.companions) };
    const fits = columnsFit(layer.columns.length, file);
    if (!fits.ok) return fits;
    const table = tableOf(layer, format, file);
    if (table.count > 0) tables.push(table);
  }
  if (tables.length === 0) return fail("format.no-features", undefined, { file });
  return ok({ format, file, tables, notes: [] });
}

function tableOf(given: GdalLayer, format: GdalFormat, file: string): SourceTable {
  const { layer, notes } = format === "mapinfo-tab" ? { layer: given, notes: [] } : drawingLayer(given, file);
  const { columns, text, crs } = layer;
  const head = {
    format,
    file,
    name: layer.name,
    columns,
    text,
    crs,
    rowIs: "feature",
    rejected: [],
  } as const;
  return recordTable({ ...head, notes }, layer.records);
}
