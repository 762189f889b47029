/**
 * Rasters, GeoPackages and drawings with bits turned, ends cut and pieces put elsewhere: no reader throws, makes more
 * than the bytes hold, or says something without a sentence. Seeded: a failing case prints its seed.
 */
import init from "@sqlite.org/sqlite-wasm";
import { writeArrayBuffer } from "geotiff";
import { beforeAll, describe, expect, test } from "vitest";
import { gdalFormats } from "../../../src/core/formats/gdal/gdal-formats.ts";
import { geopackage } from "../../../src/core/formats/geopackage/geopackage.ts";
import { geotiff } from "../../../src/core/formats/raster/geotiff.ts";
import type { FileGroup, SourceReader, SourceTools } from "../../../src/core/intake/dataset.ts";
import { loadGdalInNode } from "../../../src/intake/gdal-node.ts";
import { encodeGeometry } from "../../../src/plan/geometry-blob.ts";
import { randomOf } from "../../compute/support/random.ts";
import { TOOLS } from "../formats/source-rows.ts";
import { changed } from "./changed.ts";
import { readBounded } from "./corpus.ts";

/** Cases of each; GDAL starts anew for every file, hence fewer. */
const CASES = { tif: 250, gpkg: 250, dxf: 60 } as const;
type Ending = keyof typeof CASES;
const READERS: Readonly<Record<Ending, SourceReader>> = { tif: geotiff, gpkg: geopackage, dxf: gdalFormats };
const WITH_GDAL: SourceTools = { ...TOOLS, gdal: loadGdalInNode };

const valid = new Map<Ending, Uint8Array>();
beforeAll(async () => {
  valid.set("tif", await raster());
  valid.set("gpkg", await database());
  valid.set("dxf", new TextEncoder().encode(DXF));
});

describe("a reader bears what it is given", () => {
  test.each(Object.keys(CASES) as Ending[])("%s", { timeout: 120_000 }, async (ending) => {
    let read = 0;
    for (let seed = 0; seed < CASES[ending]; seed++) {
      const bytes = changed(valid.get(ending)!, randomOf(7_000 + seed));
      const group: FileGroup = { main: { name: `a.${ending}`, bytes }, companions: [] };
      try {
        // What a reader does not take for its own it is never given.
        if (!READERS[ending].recognise(group)) continue;
        if ((await readBounded(READERS[ending], group, WITH_GDAL)).ok) read++;
      } catch (error) {
        throw new Error(`seed ${7_000 + seed}`, { cause: error });
      }
    }
    // Changes that leave nothing readable would only try the same few refusals.
    expect(read).toBeGreaterThan(0);
  });
});

/** Classes 1 to 4 in stripes on a VN-2000 grid. */
async function raster(): Promise<Uint8Array> {
  const [width, height] = [24, 18];
  const values = Uint8Array.from({ length: width * height }, (_, i) => 1 + (Math.floor(i / 7) % 4));
  const metadata = {
    width,
    height,
    GDAL_NODATA: "0",
    ModelPixelScale: [30, 30, 0],
    ModelTiepoint: [0, 0, 0, 450_000, 1_400_000, 0],
    GTModelTypeGeoKey: 1,
    ProjectedCSTypeGeoKey: 9218,
    GTRasterTypeGeoKey: 1,
  };
  const made = await writeArrayBuffer(values, metadata as unknown as Parameters<typeof writeArrayBuffer>[1]);
  return new Uint8Array(made as ArrayBuffer);
}

/** One table of areas and one without shapes. */
async function database(): Promise<Uint8Array> {
  const sqlite = await init();
  const db = new sqlite.oo1.DB(":memory:", "c");
  db.exec(`
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('x', 9218, 'epsg', 9218, 'w');
    CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT);
    INSERT INTO gpkg_contents VALUES ('a', 'features', 9218), ('b', 'attributes', NULL);
    INSERT INTO gpkg_geometry_columns VALUES ('a', 'Shape');
    CREATE TABLE a (id INTEGER PRIMARY KEY, Shape BLOB, ten TEXT, so REAL);
    CREATE TABLE b (id INTEGER PRIMARY KEY, ten TEXT);
    INSERT INTO b (ten) VALUES ('Buôn Dhă'), (NULL);`);
  const ring = [
    [108, 12],
    [108.5, 12],
    [108.5, 12.5],
    [108, 12],
  ] as const;
  const shape = encodeGeometry({ type: "Polygon", coordinates: [ring] });
  for (const blob of [shape, null, shape]) {
    db.exec({ sql: "INSERT INTO a (Shape, ten, so) VALUES (?, 'Ê Đê', 1.5)", bind: [blob] });
  }
  const bytes = sqlite.capi.sqlite3_js_db_export(db);
  db.close();
  return bytes;
}

const pair = (code: number, value: string | number) => `${code}\n${value}\n`;
const DXF = [
  pair(0, "SECTION") + pair(2, "ENTITIES"),
  pair(0, "LWPOLYLINE") + pair(8, "RANH") + pair(100, "AcDbPolyline") + pair(90, 3) + pair(70, 1),
  pair(10, 450_000.5) + pair(20, 1_400_000.25) + pair(10, 450_100) + pair(20, 1_400_000),
  pair(10, 450_100) + pair(20, 1_400_100),
  pair(0, "POINT") + pair(8, "DIEM") + pair(10, 5) + pair(20, 6),
  pair(0, "ENDSEC") + pair(0, "EOF"),
].join("");
