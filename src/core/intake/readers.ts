/** Every format that can come in, in the order they are asked: the telling ones first, plain text last. */
import { csvSource } from "../formats/csv-source.ts";
import { dbf } from "../formats/dbf.ts";
import { flatgeobuf } from "../formats/flatgeobuf.ts";
import { gdalFormats } from "../formats/gdal-formats.ts";
import { geojsonSource } from "../formats/geojson-source.ts";
import { geopackage } from "../formats/geopackage.ts";
import { geotiff } from "../formats/geotiff.ts";
import { gpx } from "../formats/gpx.ts";
import { kml } from "../formats/kml.ts";
import { mif } from "../formats/mif.ts";
import { shapefile } from "../formats/shapefile.ts";
import { sheets } from "../formats/sheets.ts";
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
