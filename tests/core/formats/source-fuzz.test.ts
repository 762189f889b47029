/** Valid files of our own readers with bits turned, ends cut and pieces repeated. Seeded. */

import init from "@sqlite.org/sqlite-wasm";
import { strToU8, zipSync } from "fflate";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import { writeArrayBuffer } from "geotiff";
import { describe, expect, test } from "vitest";
import { flatgeobuf } from "../../../src/core/formats/flatgeobuf/flatgeobuf.ts";
import { geojsonSource } from "../../../src/core/formats/geojson/geojson-source.ts";
import { geopackage } from "../../../src/core/formats/geopackage/geopackage.ts";
import { gpx } from "../../../src/core/formats/kml/gpx.ts";
import { kml } from "../../../src/core/formats/kml/kml.ts";
import { geotiff } from "../../../src/core/formats/raster/geotiff.ts";
import type { SourceReader } from "../../../src/core/intake/dataset.ts";
import { encodeGeometry } from "../../../src/plan/geometry-blob.ts";
import { readBounded } from "../intake/corpus.ts";
import { fileOf } from "./source-rows.ts";

const RING: [number, number][] = [
  [108, 12],
  [108.5, 12],
  [108.5, 12.5],
  [108, 12],
];
const FEATURES = [
  {
    type: "Feature",
    id: 5,
    properties: { ten: "Ê Đê", so: 1.5, co: true },
    geometry: { type: "Polygon", coordinates: [RING] },
  },
  {
    type: "Feature",
    properties: { ten: "b", so: 2, co: false },
    geometry: { type: "MultiPolygon", coordinates: [[RING], [RING]] },
  },
  {
    type: "Feature",
    properties: { ten: "c", so: 3, co: false },
    geometry: { type: "Point", coordinates: [108, 12] },
  },
];
const COLLECTION = { type: "FeatureCollection", features: FEATURES };
const KML = `<?xml version="1.0"?><kml><Document><Folder><name>F</name><Placemark><name>a &amp; b</name><description><![CDATA[<table><tr><td>x</td><td>1</td></tr></table>]]></description><ExtendedData><Data name="so"><value>1</value></Data></ExtendedData><MultiGeometry><Point><coordinates>1,2</coordinates></Point><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark></Folder></Document></kml>`;
const GPX = `<gpx><wpt lat="1" lon="2"><name>a</name></wpt><trk><name>b</name><trkseg><trkpt lat="1" lon="2"/><trkpt lat="3" lon="4"/></trkseg></trk></gpx>`;

async function gpkgBytes(): Promise<Uint8Array> {
  const sqlite = await init();
  const db = new sqlite.oo1.DB(":memory:", "c");
  db.exec(`PRAGMA page_size = 512;
    CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326, 'x');
    CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, srs_id INTEGER);
    INSERT INTO gpkg_contents VALUES ('a', 'features', 4326);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT);
    INSERT INTO gpkg_geometry_columns VALUES ('a', 'geom');
    CREATE TABLE a (fid INTEGER PRIMARY KEY, geom BLOB, ten TEXT)`);
  for (let i = 0; i < 5; i++) {
    const blob = encodeGeometry({ type: "Polygon", coordinates: [RING] });
    db.exec({ sql: "INSERT INTO a (geom, ten) VALUES (?, 'Ê Đê')", bind: [blob] });
  }
  const bytes = sqlite.capi.sqlite3_js_db_export(db);
  db.close();
  return bytes;
}
async function tiffBytes(): Promise<Uint8Array> {
  const values = Uint8Array.from({ length: 120 }, (_, i) => 1 + (i % 3));
  const made = await writeArrayBuffer(values, {
    width: 12,
    height: 10,
    ModelPixelScale: [1, 1, 0],
    ModelTiepoint: [0, 0, 0, 5, 6, 0],
  } as Parameters<typeof writeArrayBuffer>[1]);
  return new Uint8Array(made as ArrayBuffer);
}

const text = (value: unknown) =>
  new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const VALID: readonly (readonly [string, SourceReader, () => Uint8Array | Promise<Uint8Array>, number])[] = [
  ["GeoJSON", geojsonSource, () => text(COLLECTION), 1000],
  [
    "a feature per line",
    geojsonSource,
    () => text(FEATURES.map((one) => JSON.stringify(one)).join("\n")),
    1000,
  ],
  ["KML", kml, () => text(KML), 1000],
  ["KMZ", kml, () => zipSync({ "doc.kml": strToU8(KML) }), 1000],
  ["GPX", gpx, () => text(GPX), 1000],
  ["FlatGeobuf", flatgeobuf, () => serialize(COLLECTION as Parameters<typeof serialize>[0], 4326), 3000],
  ["GeoPackage", geopackage, gpkgBytes, 300],
  ["GeoTIFF", geotiff, tiffBytes, 600],
];

function randomOf(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % Math.max(below, 1);
  };
}

/** Up to five changes; where lengths and counts stand, at the beginning, more often. */
function changed(bytes: Uint8Array, below: (end: number) => number): Uint8Array {
  let out = Uint8Array.from(bytes);
  for (let n = below(5); n >= 0; n--) {
    const at = below(below(3) === 0 ? Math.min(out.length, 200) : out.length);
    const kind = below(4);
    if (kind === 0) out[at] = below(256);
    else if (kind === 1) out[at] = [0, 255, 127, 128][below(4)]!;
    else if (kind === 2 && below(4) === 0) out = out.slice(0, at);
    else out.copyWithin(at, below(out.length), below(out.length));
  }
  return out;
}

describe("a reader bears what it is given", () => {
  test.each(VALID)("%s", async (name, reader, make, cases) => {
    const valid = await make();
    expect((await readBounded(reader, { main: fileOf(name, valid), companions: [] })).ok).toBe(true);
    let read = 0;
    for (let seed = 0; seed < cases; seed++) {
      const group = { main: fileOf(name, changed(valid, randomOf(seed * 7919 + 1))), companions: [] };
      try {
        reader.recognise(group);
        if ((await readBounded(reader, group)).ok) read++;
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
    // Both happen: something that is broken can be read, and something cannot.
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(cases);
  });
});
