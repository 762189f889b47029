/**
 * Valid files with bits turned, ends cut and pieces put elsewhere: no reader throws, makes more than the bytes hold,
 * or says something without a sentence. Seeded: a failing case prints the seed it is made again from.
 */
import { zipSync } from "fflate";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import { describe, expect, test } from "vitest";
import { csvSource } from "../../../src/core/formats/csv/csv-source.ts";
import { flatgeobuf } from "../../../src/core/formats/flatgeobuf/flatgeobuf.ts";
import { geojsonSource } from "../../../src/core/formats/geojson/geojson-source.ts";
import { gpx } from "../../../src/core/formats/kml/gpx.ts";
import { kml } from "../../../src/core/formats/kml/kml.ts";
import { mif } from "../../../src/core/formats/mapinfo/mif.ts";
import { dbf } from "../../../src/core/formats/shapefile/dbf.ts";
import { shapefile } from "../../../src/core/formats/shapefile/shapefile.ts";
import type { FileGroup, SourceReader } from "../../../src/core/intake/dataset.ts";
import { groupFiles } from "../../../src/core/intake/group-files.ts";
import { unpack } from "../../../src/core/intake/unpack.ts";
import { randomOf } from "../../compute/support/random.ts";
import { latin, type TestShape, writeDbf, writeShp } from "../formats/write-shapefile.ts";
import { changed } from "./changed.ts";
import { readBounded, speaks } from "./corpus.ts";

const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];
const AREAS: readonly TestShape[] = [
  [square(450_000, 1_400_000, 900), square(450_100, 1_400_100, 200).reverse()],
  null,
  [square(460_000, 1_400_000, 10), square(470_000, 1_400_000, 10)],
];
const TABLE = writeDbf(
  [
    { name: "TEN", type: "C", width: 12 },
    { name: "SO", type: "N", width: 8 },
    { name: "NGAY", type: "D", width: 8 },
    { name: "CO", type: "L", width: 1 },
  ],
  [
    ["C\u00ad Pui", "12,5", "20250701", "T"],
    ["", "********", "", "?"],
    ["Ea \u00a0", "-7", "20241231", "F"],
  ],
  { deleted: new Set([1]) },
);
const MIF =
  'Version 300\nCharset "WindowsLatin1"\nDelimiter ","\nCoordSys Earth Projection 8, 104, "m", 105, 0, 0.9996, 500000, 0\nTransform 1,1,0,0\nColumns 2\n  TEN Char(20)\n  SO Decimal(9,2)\nData\n\nPoint 1 2\n    Symbol (34,0,12)\nRegion 2\n  4\n0 0\n9 0\n0 9\n0 0\n  4\n1 1\n2 1\n1 2\n1 1\n    Brush (1,0,0)\nPline Multiple 2\n  2\n0 0\n1 1\n  2\n3 3\n4 4\nText "a"\n0 0 1 1\nCollection 1\n  Multipoint 2\n0 0\n1 1\nnone\n';
const MID = '"C\u00ad ""Pui""",1.5\n"b",2\n"c",3\n"d",4\n"e",5\n"f",6\n';

const FEATURES = {
  type: "FeatureCollection" as const,
  features: [0, 1, 2].map((i) => ({
    type: "Feature" as const,
    properties: { ten: `Buôn ${i}`, so: i, co: i === 1 },
    geometry: {
      type: "Polygon" as const,
      coordinates: [square(108, 12 + i, 0.5), square(108.1, 12.1 + i, 0.1)],
    },
  })),
};
const KML =
  '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>L</name><Schema id="s"><SimpleField name="so" type="int"/></Schema><Folder><Placemark><name>Cư Pui &amp; A</name><ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="so">4</SimpleData></SchemaData></ExtendedData><MultiGeometry><Point><coordinates>108.1,12.6,0</coordinates></Point><Polygon><outerBoundaryIs><LinearRing><coordinates>108,12 109,12 109,13 108,12</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark><Placemark><description><![CDATA[<table><tr><td>a</td><td>1</td></tr></table>]]></description><LineString><coordinates>108,12 109,13</coordinates></LineString></Placemark></Folder></Document></kml>';
const GPX =
  '<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="12.6" lon="108.1"><ele>400</ele><name>Hộ 1</name></wpt><rte><rtept lat="12" lon="108"/><rtept lat="13" lon="108"/></rte><trk><name>T</name><trkseg><trkpt lat="12" lon="108"/><trkpt lat="12.5" lon="108.5"/></trkseg></trk></gpx>';
const CSV =
  'Danh sách hộ;;\nid;họ tên;X;Y\n1;"Y ""Blim""";1402293,02;450354,09\n2;H\'Nga;1402300;450400\n;Cộng;;2\n';
const utf8 = (text: string) => new TextEncoder().encode(text);

type Parts = Readonly<Record<string, Uint8Array>>;
/** One line for each reader: what it reads, by ending; the first is the main file. */
const VALID: readonly (readonly [SourceReader, Parts])[] = [
  [shapefile, { ...writeShp(5, AREAS), dbf: TABLE, prj: latin('GEOGCS["VN-2000"]'), cpg: latin("UTF-8") }],
  [shapefile, { ...writeShp(11, [[[[1, 2]]], [[[3, 4]]], null]), dbf: TABLE }],
  [shapefile, { shp: writeShp(23, [[square(0, 0, 1)], null]).shp }],
  [dbf, { dbf: TABLE }],
  [mif, { mif: latin(MIF), mid: latin(MID) }],
  [kml, { kml: utf8(KML) }],
  [kml, { kmz: zipSync({ "doc.kml": utf8(KML) }) }],
  [gpx, { gpx: utf8(GPX) }],
  [geojsonSource, { geojson: utf8(JSON.stringify(FEATURES)) }],
  [geojsonSource, { geojsonl: utf8(FEATURES.features.map((feature) => JSON.stringify(feature)).join("\n")) }],
  [flatgeobuf, { fgb: serialize(FEATURES) }],
  [csvSource, { csv: utf8(CSV) }],
];
const CASES = 600;

describe("a reader bears what it is given", () => {
  test.each(VALID.map(([reader, parts], i) => [Object.keys(parts).join(" "), i, reader, parts] as const))(
    "%s",
    async (_name, i, reader, parts) => {
      const [main] = Object.keys(parts) as [string];
      let read = 0;
      for (let k = 0; k < CASES; k++) {
        const seed = 1_000_000 * (i + 1) + k;
        const random = randomOf(seed);
        // One file is changed, sometimes all: the others are what they were.
        const victim = Object.keys(parts)[Math.floor(random() * Object.keys(parts).length)];
        const files = Object.entries(parts).map(([ending, bytes]) => ({
          name: `a.${ending}`,
          bytes: ending === victim || random() < 0.2 ? changed(bytes, random) : bytes,
        }));
        const group: FileGroup = {
          main: files.find(({ name }) => name === `a.${main}`)!,
          companions: files.filter(({ name }) => name !== `a.${main}`),
        };
        try {
          // What a reader does not take for its own it is never given.
          if (!reader.recognise(group)) continue;
          if ((await readBounded(reader, group)).ok) read++;
        } catch (error) {
          throw new Error(`seed ${seed}`, { cause: error });
        }
      }
      // Changes that leave nothing readable would only try the same few refusals.
      expect(read).toBeGreaterThan(0);
    },
  );

  test("archives", () => {
    const inner = zipSync({ "b.csv": latin("a,b\n1,2\n") });
    const valid = zipSync({
      "lop/a.shp": writeShp(5, AREAS).shp,
      "a.dbf": [TABLE, { level: 0 }],
      "c.zip": inner,
    });
    let whole = 0;
    for (let seed = 0; seed < CASES; seed++) {
      const bytes = changed(valid, randomOf(seed));
      try {
        const { files, refused, unused } = unpack([{ name: "a.zip", bytes }]);
        speaks(refused);
        expect(files.length + refused.length + unused.length).toBeGreaterThan(0);
        const { groups } = groupFiles(files);
        expect(groups.length).toBeLessThanOrEqual(files.length);
        if (files.length === 3) whole++;
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
    expect(whole).toBeLessThan(CASES);
  });
});
