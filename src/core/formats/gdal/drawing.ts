/** What a drawing (DXF, DGN) holds, made fit for rows: closed lines are areas, colours a column, fillings left out. */
import type { GdalLayer, SourceRecord } from "../../intake/dataset.ts";
import type { Json } from "../../model/household.ts";
import type { Problem } from "../../outcome.ts";
import { isList, isRecord } from "../normalise.ts";

/** How GDAL names the style of an entity; its colour is `c:#rrggbb`, of a filling `fc:`. */
const STYLE = "OGR_STYLE";
const COLOUR = /\bf?c:(#[0-9a-f]{6})/i;
/** Columns of GDAL that say nothing of the place: numbers of elements and the links to databases. */
const DROPPED = new Set(["ULink", "EntityNum", "MSLink", "PaperSpace"]);
const LEAST_RING = 4;

/** The layer with its records changed as said above, and what was changed. */
export function drawingLayer(
  layer: GdalLayer,
  file: string,
): { layer: GdalLayer; notes: readonly Problem[] } {
  const classes = layer.columns.indexOf("SubClasses");
  const style = layer.columns.indexOf(STYLE);
  const kept = layer.columns.map((_, i) => i).filter((i) => !DROPPED.has(layer.columns[i]!));
  const leftOut = new Map<string, number>();
  const records: SourceRecord[] = [];
  let closed = 0;
  let blocks = 0;
  for (const { row, values, geometry } of layer.records) {
    const kind = String(values[classes] ?? "");
    // A filling repeats the area whose outline is drawn as well.
    if (kind.includes("AcDbHatch")) {
      leftOut.set("HATCH", (leftOut.get("HATCH") ?? 0) + 1);
      continue;
    }
    if (kind.includes("AcDbBlockReference")) blocks++;
    const area = closedLine(geometry);
    if (area !== null) closed++;
    const said = kept.map((i) => (i === style ? colour(values[i] ?? null) : (values[i] ?? null)));
    records.push({ row, values: said, geometry: area ?? geometry });
  }
  const notes: Problem[] = [];
  for (const [what, count] of leftOut)
    notes.push({ code: "drawing.left-out", file, values: { what, count } });
  if (closed > 0) notes.push({ code: "drawing.polylines", file, values: { count: closed } });
  if (blocks > 0) notes.push({ code: "drawing.blocks", file, values: { count: blocks } });
  if (!layer.crs) notes.push({ code: "drawing.no-place", file });
  const columns = kept.map((i) => (i === style ? "Color" : layer.columns[i]!));
  return { layer: { ...layer, columns, records }, notes };
}

/** The polygon inside a line that ends where it begins, or null. */
function closedLine(geometry: Json): Json {
  if (!isRecord(geometry) || geometry.type !== "LineString") return null;
  const line = geometry.coordinates;
  if (line === undefined || !isList(line) || line.length < LEAST_RING) return null;
  if (JSON.stringify(line[0]) !== JSON.stringify(line.at(-1))) return null;
  return { type: "Polygon", coordinates: [line] };
}

function colour(style: Json): Json {
  return typeof style === "string" ? (COLOUR.exec(style)?.[1] ?? null) : null;
}
