/** The rasters of the plan: what is known of each, and what they say of a place. */
import { openTiles } from "../core/formats/raster/raster-tiles.ts";
import { classAt, heightAt, slopeAt } from "../core/terrain/at-point.ts";
import type { DegreeGrid } from "../core/terrain/grid.ts";
import type { LonLat } from "../core/units.ts";
import { decodePoint } from "./geometry-blob.ts";
import type { Ground, RasterRow } from "./protocol.ts";
import { withReader } from "./read-plan.ts";
import type { Row } from "./rows.ts";
import type { Database } from "./sqlite.ts";

/** In the order they came in. */
export function readRasters(db: Database): RasterRow[] {
  return withReader(db, (reader) => reader.find("raster", {}).map(rasterRow));
}

function rasterRow(row: Row<"raster">): RasterRow {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    width: row.width,
    height: row.height,
    bounds: [row.west, row.north - row.height * row.step_lat, row.west + row.width * row.step_lon, row.north],
    cellM: [row.cell_width_m, row.cell_height_m],
    least: row.least,
    greatest: row.greatest,
    missingShare: row.missing / (row.width * row.height),
    resampling: row.resampling,
    verticalDatum: row.vertical_datum,
    date: row.date,
    source: row.source,
    provenance: {
      provider: row.provider,
      licence: row.licence,
      accuracyM: row.accuracy_m,
      sourceCrs: row.source_crs,
    },
    addedAt: row.added_at,
  };
}

/** A raster as the kernels of `core/terrain` read it. Tiles are read when they are first asked for. */
export interface OpenRaster {
  readonly raster: RasterRow;
  readonly grid: DegreeGrid;
}

/** Every raster, opened. Use them before the plan changes again. */
export function openRasters(db: Database): OpenRaster[] {
  return withReader(db, (reader) => reader.find("raster", {})).map((row) => {
    const { width, height, west, north, step_lon: stepLon, step_lat: stepLat, scale, shift } = row;
    const png = (column: number, tileRow: number) => {
      const found = db.selectValue(
        "SELECT tile_data FROM raster_tile WHERE raster_id = ? AND tile_row = ? AND tile_column = ?",
        [row.id, tileRow, column],
      );
      return found instanceof Uint8Array ? found : null;
    };
    const grid = openTiles({ width, height, west, north, stepLon, stepLat, scale, shift }, png);
    return { raster: rasterRow(row), grid };
  });
}

/** What each raster says of a place (WGS 84 degrees); null where it does not know: outside, or no value there. */
export function groundAt(rasters: readonly OpenRaster[], [lon, lat]: LonLat): Ground[] {
  return rasters.map(({ raster, grid }) => {
    if (raster.kind === "classes")
      return { raster, height: null, slope: null, class: classAt(grid, lon, lat) };
    return { raster, height: heightAt(grid, lon, lat), slope: slopeAt(grid, lon, lat), class: null };
  });
}

/** Where a household lives, by the plan's rasters; empty when it has no place or there are no rasters. */
export function groundOfHousehold(db: Database, id: string): Ground[] {
  const household = withReader(db, (reader) => reader.read("household", id));
  if (!household?.geom) return [];
  const at = decodePoint(household.geom);
  return at ? groundAt(openRasters(db), at) : [];
}

/** A household with a place (WGS 84 degrees) and what the rasters say of it. */
export interface SampledHousehold {
  readonly id: string;
  readonly at: LonLat;
  readonly ground: readonly Ground[];
}

/** Every household with a place, in the order of the register. */
export function sampleHouseholds(db: Database): SampledHousehold[] {
  const rasters = openRasters(db);
  const out: SampledHousehold[] = [];
  withReader(db, (reader) =>
    reader.map("SELECT id, geom FROM household WHERE geom IS NOT NULL ORDER BY fid", [], ([id, geom]) => {
      const at = decodePoint(geom as Uint8Array);
      if (at) out.push({ id: String(id), at, ground: groundAt(rasters, at) });
    }),
  );
  return out;
}
