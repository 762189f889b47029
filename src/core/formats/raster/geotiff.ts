/** GeoTIFF: a raster of classes (susceptibility) becomes areas; one of measurements (heights) is told as such. */
import { type Dataset, type FileGroup, recordTable, type SourceReader } from "../../intake/dataset.ts";
import { fail, type Outcome, ok } from "../../outcome.ts";
import { openRaster } from "./raster-file.ts";
import { classesOf, MOST_CLASSES, MOST_CORNERS, polygonsOf } from "./raster-polygons.ts";

export const geotiff: SourceReader = { formats: ["geotiff"], recognise, read };

/** Byte order, then 42 or, for files over 4 GB, 43. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x49, 0x49, 42, 0],
  [0x4d, 0x4d, 0, 42],
  [0x49, 0x49, 43, 0],
  [0x4d, 0x4d, 0, 43],
];

function recognise({ main: { bytes } }: FileGroup): boolean {
  return SIGNATURES.some((signature) => signature.every((byte, i) => bytes[i] === byte));
}

async function read(group: FileGroup): Promise<Outcome<Dataset>> {
  const file = group.main.name;
  const opened = await openRaster(group);
  if (!opened.ok) return opened;
  const { raster, crs, notes } = opened.value;
  const found = classesOf(raster);
  if ("least" in found) {
    const { least, greatest } = found;
    return fail("raster.continuous", { least, greatest, most: MOST_CLASSES }, { file });
  }
  if (found.values.length === 0) return fail("raster.empty", undefined, { file });
  const polygons = polygonsOf(raster, found.classes, found.values);
  if (!polygons) return fail("raster.rough", { most: MOST_CORNERS }, { file });
  const records = polygons.map(({ value, rings }, i) => ({
    row: i + 1,
    values: [value],
    geometry: { type: "Polygon", coordinates: rings },
  }));
  const head = { format: "geotiff", file, name: "", columns: ["value"], text: "unicode" } as const;
  const table = recordTable({ ...head, rowIs: "feature", crs, rejected: [], notes }, records);
  return ok({ format: "geotiff", file, tables: [table], notes: [] });
}
