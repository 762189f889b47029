/** Reading and writing files: the one door for the plan worker, the command line and tests. */
export { writeCsv } from "./csv/csv-write.ts";
export { describe, type FileDescription, possibleLayers } from "./describe.ts";
export { geoJsonChunks, type WriteFeature, writeGeoJson } from "./geojson/geojson-write.ts";
export { type Accepted, acceptedCount, LAYER_READERS, type Reading, readerFor } from "./layers/index.ts";
export type { LayerFeature, LayerReader, ReadAs } from "./layers/layer-reader.ts";
export { placeProblems } from "./layers/place.ts";
export type { OptionalColumn } from "./layers/register-optional.ts";
export type { RegisterReading } from "./layers/register-reading.ts";
export { arealLayer, centreLayer, type LayerHead, roadLayer } from "./layers/to-layer.ts";
export { FORMATS, openTable, recognise } from "./open-table.ts";
export type { Format, FormatName, RawFeature, RawTable } from "./raw.ts";
export { GrowingBytes } from "./text/growing-bytes.ts";
export { viewOf } from "./words.ts";
