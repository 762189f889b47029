/** GeoTIFF: a raster of classes (susceptibility) becomes areas or is kept; one of measurements (heights) is kept. */
import { type Dataset, type FileGroup, recordTable, type SourceReader } from "../../intake/dataset.ts";
import type { Json } from "../../model/household.ts";
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import { gridToXy, type Raster } from "./raster.ts";
import { openRaster } from "./raster-file.ts";
import { lookAtRaster } from "./raster-kind.ts";
import { classesOf, MOST_CORNERS, polygonsOf } from "./raster-polygons.ts";

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
  const look = lookAtRaster(raster);
  if (!look) return fail("raster.empty", undefined, { file });
  const found = look.different === null ? null : classesOf(raster);
  const isClassed = look.guess === "classes" && found !== null && !("least" in found);
  const polygons = isClassed ? polygonsOf(raster, found.classes, found.values) : null;
  const head = {
    format: "geotiff",
    file,
    name: "",
    text: "unicode",
    rowIs: "feature",
    crs,
    rejected: [],
  } as const;
  const rough: readonly Problem[] =
    isClassed && !polygons ? [{ code: "raster.rough", file, values: { most: MOST_CORNERS } }] : [];
  const rows = polygons
    ? recordTable(
        { ...head, columns: ["value"], notes },
        polygons.map(({ value, rings }, i) => ({
          row: i + 1,
          values: [value],
          geometry: { type: "Polygon", coordinates: rings },
        })),
      )
    : recordTable({ ...head, columns: [], notes: [...notes, ...rough] }, [
        { row: 1, values: [], geometry: outlineOf(raster) },
      ]);
  const table = { ...rows, raster: { raster, look, zones: polygons !== null } };
  return ok({ format: "geotiff", file, tables: [table], notes: [] });
}

/** The corners of its border. */
function outlineOf({ width, height, place }: Raster): Json {
  const corners = [
    [0, 0],
    [0, height],
    [width, height],
    [width, 0],
    [0, 0],
  ] as const;
  return { type: "Polygon", coordinates: [corners.map(([column, row]) => gridToXy(place, column, row))] };
}
