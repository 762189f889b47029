/** Every format that can come in, in the order they are asked: the telling ones first, plain text last. */
import { csvSource } from "../formats/csv/csv-source.ts";
import { flatgeobuf } from "../formats/flatgeobuf/flatgeobuf.ts";
import { gdalFormats } from "../formats/gdal/gdal-formats.ts";
import { geojsonSource } from "../formats/geojson/geojson-source.ts";
import { geopackage } from "../formats/geopackage/geopackage.ts";
import { gpx } from "../formats/kml/gpx.ts";
import { kml } from "../formats/kml/kml.ts";
import { mif } from "../formats/mapinfo/mif.ts";
import { geotiff } from "../formats/raster/geotiff.ts";
import { dbf } from "../formats/shapefile/dbf.ts";
import { shapefile } from "../formats/shapefile/shapefile.ts";
import { sheets } from "../formats/sheets/sheets.ts";
import type { SourceReader } from "./dataset.ts";

/** The first that recognises a file reads it. */
export const SOURCE_READERS: readonly SourceReader[] = [
  sheets,
  kml,
  gpx,
  geopackage,
  flatgeobuf,
  shapefile,
  mif,
  gdalFormats,
  geotiff,
  geojsonSource,
  dbf,
  csvSource,
];
