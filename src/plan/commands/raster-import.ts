/** Takes a raster into the plan: heights of the ground, or classes of susceptibility. */
import { MOST_KEPT_CELLS } from "../../core/formats/raster/raster-degrees.ts";
import { canBeHeights, RASTER_KINDS } from "../../core/formats/raster/raster-kind.ts";
import { TILE, type TiledRaster } from "../../core/formats/raster/raster-tiles.ts";
import type { Problem } from "../../core/outcome.ts";
import { command } from "./command.ts";
import { badInput, isDay, isOneOf, isRecord, isText, isTextOrNull, tidy } from "./input.ts";
import { provenanceProblem, textOrNull } from "./layer-import.ts";

/** Of all tiles of one raster: it is kept in the plan and in every copy of it. */
export const MOST_RASTER_BYTES = 60_000_000;
/** A tile of noise is a little larger than its numbers. */
const MOST_TILE_BYTES = TILE * TILE * 2 + 4096;

/** `raster.import` */
export const rasterImport = command({
  name: "raster.import",
  blocked(plan, { id, kind, name, raster, cellM, resampling, verticalDatum, date, file, provenance }) {
    if (!isText(id) || plan.read("raster", id)) return badInput("id");
    if (!isOneOf(RASTER_KINDS, kind)) return badInput("kind");
    if (!isText(name)) return badInput("name");
    if (!isText(file)) return badInput("file");
    if (!isOneOf(["none", "bilinear", "nearest"] as const, resampling)) return badInput("resampling");
    if (!isTextOrNull(verticalDatum ?? null)) return badInput("verticalDatum");
    if (date != null && !isDay(date)) return badInput("date");
    const isSize =
      Array.isArray(cellM) && cellM.length === 2 && cellM.every((m) => Number.isFinite(m) && m > 0);
    if (!isSize) return badInput("cellM");
    return provenanceProblem(provenance) ?? rasterProblem(raster, kind, file);
  },
  run(plan, input) {
    const { id, kind, raster, cellM, provenance } = input;
    const { tiles, stepLon, stepLat, ...grid } = raster;
    plan.insert("raster", {
      id,
      kind,
      name: tidy(input.name),
      width: grid.width,
      height: grid.height,
      west: grid.west,
      north: grid.north,
      step_lon: stepLon,
      step_lat: stepLat,
      scale: grid.scale,
      shift: grid.shift,
      least: grid.least,
      greatest: grid.greatest,
      missing: grid.missing,
      cell_width_m: cellM[0],
      cell_height_m: cellM[1],
      resampling: input.resampling,
      vertical_datum: textOrNull(input.verticalDatum),
      date: input.date ?? null,
      source: input.file,
      provider: textOrNull(provenance?.provider),
      licence: textOrNull(provenance?.licence),
      accuracy_m: provenance?.accuracyM ?? null,
      source_crs: textOrNull(provenance?.sourceCrs),
      added_at: plan.at,
    });
    for (const { column, row, least, greatest, png } of tiles) {
      const place = { raster_id: id, tile_column: column, tile_row: row };
      plan.insert("raster_tile", { id: `${id}/${row}/${column}`, ...place, least, greatest, tile_data: png });
    }
    return { values: { name: tidy(input.name), cells: grid.width * grid.height } };
  },
});

/** What is wrong with the grid or its tiles, or null. */
function rasterProblem(raster: TiledRaster, kind: string, file: string): Problem | null {
  if (!isRecord(raster) || !Array.isArray(raster.tiles)) return badInput("raster");
  const { width, height, west, north, stepLon, stepLat, scale, shift, least, greatest, missing, tiles } =
    raster;
  const isGrid =
    [width, height].every((count) => Number.isSafeInteger(count) && count > 0) &&
    [stepLon, stepLat, scale].every((step) => Number.isFinite(step) && step > 0) &&
    [west, north, shift, least, greatest].every(Number.isFinite) &&
    least <= greatest &&
    west >= -180 &&
    west + width * stepLon <= 180.5 &&
    north <= 90 &&
    north - height * stepLat >= -90;
  if (!isGrid) return badInput("raster");
  const cells = width * height;
  if (cells > MOST_KEPT_CELLS)
    return { code: "raster.cells", file, values: { cells, most: MOST_KEPT_CELLS } };
  if (!(Number.isSafeInteger(missing) && missing >= 0 && missing < cells)) return badInput("raster");
  if (kind === "terrain" && !canBeHeights(raster))
    return { code: "raster.not-heights", file, values: { least, greatest } };
  const seen = new Set<number>();
  let bytes = 0;
  for (const tile of tiles) {
    const isTile =
      isRecord(tile) &&
      isWithin(tile.column, Math.ceil(width / TILE)) &&
      isWithin(tile.row, Math.ceil(height / TILE)) &&
      Number.isFinite(tile.least) &&
      Number.isFinite(tile.greatest) &&
      tile.png instanceof Uint8Array &&
      tile.png.length <= MOST_TILE_BYTES;
    if (!isTile) return badInput("tiles");
    seen.add(tile.row * width + tile.column);
    bytes += tile.png.length;
  }
  if (tiles.length === 0 || seen.size !== tiles.length) return badInput("tiles");
  if (bytes <= MOST_RASTER_BYTES) return null;
  return { code: "raster.bytes", file, values: { bytes, most: MOST_RASTER_BYTES } };
}

function isWithin(index: unknown, count: number): boolean {
  return Number.isInteger(index) && (index as number) >= 0 && (index as number) < count;
}
