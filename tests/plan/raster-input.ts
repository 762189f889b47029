/** A small raster of heights for tests: a slope over the households of the example plan. */
import { type TiledRaster, tilesOf } from "../../src/core/formats/raster/raster-tiles.ts";
import type { Commands } from "../../src/plan/protocol.ts";

/** Rises by 10 m a cell to the east and 5 m to the south from 400 m; the cells of the last column have no value. */
export function slopeRaster(width = 300, height = 270): TiledRaster {
  const value = (column: number, row: number) =>
    column === width - 1 ? Number.NaN : 400 + 10 * column + 5 * row;
  return tilesOf({ width, height, west: 108, north: 12.8, stepLon: 0.001, stepLat: 0.001, value })!;
}

export function rasterInput(id: string, width?: number): Commands["raster.import"] {
  return {
    id,
    kind: "terrain",
    name: `Độ cao ${id}`,
    file: "dem.tif",
    raster: slopeRaster(width),
    cellM: [108.6, 110.6],
    resampling: "none",
    verticalDatum: "Hòn Dấu",
    provenance: { provider: "Sở NN&MT", accuracyM: 10, sourceCrs: "EPSG:4326" },
  };
}
