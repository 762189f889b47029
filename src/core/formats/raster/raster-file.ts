/** The first band of a GeoTIFF with its place. */
import type { GeoTIFFImage } from "geotiff";
import type { DeclaredCrs, FileGroup } from "../../intake/dataset.ts";
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import { crsBeside } from "../shapefile/crs-beside.ts";
import { startOf } from "../text/source-text.ts";
import type { GridPlace, Raster } from "./raster.ts";
import { boundDeflate } from "./raster-deflate.ts";

/** A raster of 20 million cells covers a province at 30 m. */
export const MOST_CELLS = 20_000_000;
/** Of all bands, for they are unpacked together. */
const MOST_BYTES = 400_000_000;
const MOST_BANDS = 64;
/** `GTRasterTypeGeoKey`: the position is that of the middle of a cell. */
const PIXEL_IS_POINT = 2;
/** Codes that stand for a system the file defines by itself. */
const USER_DEFINED = 32767;
const WORLD_FILE = /\.(tfw|tifw|wld)$/i;

export interface RasterFile {
  readonly raster: Raster;
  readonly crs: DeclaredCrs | null;
  readonly notes: readonly Problem[];
}

/** Refused: `raster.unreadable`, `raster.cells`, `raster.no-place`. */
export async function openRaster({ main, companions }: FileGroup): Promise<Outcome<RasterFile>> {
  const file = main.name;
  try {
    const library = await import("geotiff");
    boundDeflate(library);
    const { buffer, byteOffset, byteLength } = main.bytes;
    // The library wants a buffer of its own; a view into a larger one would be read from the wrong place.
    const own = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    const image = await (await library.fromArrayBuffer(own)).getImage();
    const [width, height] = [image.getWidth(), image.getHeight()];
    const bands = image.getSamplesPerPixel();
    const cells = Math.max(width * height, image.getTileWidth() * image.getTileHeight());
    const most = Math.min(MOST_CELLS, Math.floor(MOST_BYTES / image.getBytesPerPixel()));
    if (!(cells <= most)) return fail("raster.cells", { cells, most }, { file });
    if (!(cells > 0 && bands > 0 && bands <= MOST_BANDS))
      return fail("raster.unreadable", undefined, { file });
    const world = companions.find(({ name }) => WORLD_FILE.test(name));
    const place = (await placeOf(image)) ?? (world ? worldPlace(startOf(world.bytes)) : null);
    if (!place) return fail("raster.no-place", undefined, { file });
    const [values] = (await image.readRasters({ samples: [0] })) as unknown as readonly ArrayLike<number>[];
    if (values?.length !== width * height) return fail("raster.unreadable", undefined, { file });
    const notes: Problem[] = bands > 1 ? [{ code: "raster.bands", file, values: { count: bands } }] : [];
    const said = image.getGDALNoData();
    // It is written in decimals, the cells may hold it in 32 bits.
    const nodata = said !== null && values instanceof Float32Array ? Math.fround(said) : said;
    const raster = { width, height, values, nodata, place };
    return ok({ raster, crs: crsOf(image) ?? crsBeside(companions), notes });
  } catch {
    // The library throws errors of every kind on broken files; none of them says more than that.
    return fail("raster.unreadable", undefined, { file });
  }
}

/** Null when the file says nothing, or what cannot be. */
async function placeOf(image: GeoTIFFImage): Promise<GridPlace | null> {
  const directory = image.fileDirectory;
  const number = async (tag: "ModelTransformation" | "ModelPixelScale" | "ModelTiepoint") =>
    directory.hasTag(tag) ? Array.from((await directory.loadValue(tag)) as ArrayLike<number>) : [];
  const matrix = await number("ModelTransformation");
  const scale = await number("ModelPixelScale");
  const tie = await number("ModelTiepoint");
  let place: GridPlace | null = null;
  if (matrix.length === 16) {
    const [dx, rx, , x0, ry, dy, , y0] = matrix as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    place = { x0, dx, rx, y0, ry, dy };
  } else if (scale.length >= 2 && tie.length >= 6) {
    const [column, row, , x, y] = tie as [number, number, number, number, number];
    const [dx, dy] = scale as [number, number];
    place = { x0: x - column * dx, dx, rx: 0, y0: y + row * dy, ry: 0, dy: -dy };
  }
  if (place && image.getGeoKeys()?.GTRasterTypeGeoKey === PIXEL_IS_POINT) place = fromMiddle(place);
  return place && isArea(place) ? place : null;
}

/** Six lines: width, two turns, height (negative), middle of the first cell. */
function worldPlace(text: string): GridPlace | null {
  const numbers = text.trim().split(/\s+/).map(Number);
  if (numbers.length < 6) return null;
  const [dx, ry, rx, dy, x0, y0] = numbers as [number, number, number, number, number, number];
  const place = fromMiddle({ x0, dx, rx, y0, ry, dy });
  return isArea(place) ? place : null;
}

function fromMiddle(place: GridPlace): GridPlace {
  const { x0, dx, rx, y0, ry, dy } = place;
  return { ...place, x0: x0 - (dx + rx) / 2, y0: y0 - (ry + dy) / 2 };
}

function isArea({ x0, dx, rx, y0, ry, dy }: GridPlace): boolean {
  const area = dx * dy - rx * ry;
  return Number.isFinite(area) && area !== 0 && Number.isFinite(x0) && Number.isFinite(y0);
}

/** The code of the keys, or the definition that ESRI writes into a citation. */
function crsOf(image: GeoTIFFImage): DeclaredCrs | null {
  const keys: Readonly<Record<string, unknown>> = image.getGeoKeys() ?? {};
  for (const name of ["ProjectedCSTypeGeoKey", "GeographicTypeGeoKey"]) {
    const code = keys[name];
    if (typeof code === "number" && code > 0 && code < USER_DEFINED)
      return { kind: "code", text: `EPSG:${code}` };
    // A projected system the file defines by itself is not the geographic one it is built on.
    if (code === USER_DEFINED) break;
  }
  for (const name of ["PCSCitationGeoKey", "GTCitationGeoKey", "GeogCitationGeoKey"]) {
    const wkt = /(?:PROJCS|GEOGCS|PROJCRS|GEOGCRS)\[.*\]/s.exec(String(keys[name] ?? ""))?.[0];
    if (wkt) return { kind: "wkt", text: wkt };
  }
  const named = keys.PCSCitationGeoKey ?? keys.GTCitationGeoKey;
  return typeof named === "string" && named.trim() !== "" ? { kind: "code", text: named.trim() } : null;
}
