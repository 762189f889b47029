import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { gpx } from "../../../src/core/formats/kml/gpx.ts";
import { kml } from "../../../src/core/formats/kml/kml.ts";
import { descriptionTable } from "../../../src/core/formats/kml/kml-description.ts";
import { datasetOf, fileOf, readWith, rowsOf, shapesOf } from "./source-rows.ts";

const document = (inside: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${inside}</Document></kml>`;
const open = async (inside: string) => (await datasetOf(kml, "a.kml", document(inside))).tables[0]!;
const refused = async (content: string | Uint8Array, name = "a.kml") => {
  const found = await readWith(kml, name, content);
  return found.ok ? null : found.problem;
};
const ring = (text: string) => `<LinearRing><coordinates>${text}</coordinates></LinearRing>`;
const SQUARE = "0,0 4,0 4,4 0,4 0,0";
const HOLE = "1,1 2,1 2,2 1,1";
const XY = {
  square: [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
    [0, 0],
  ],
  hole: [
    [1, 1],
    [2, 1],
    [2, 2],
    [1, 1],
  ],
};
const POLYGON = `<Polygon><outerBoundaryIs>${ring(SQUARE)}</outerBoundaryIs><innerBoundaryIs>${ring(HOLE)}</innerBoundaryIs></Polygon>`;

describe("placemarks", () => {
  test("folders, data of both kinds, values as written", async () => {
    const table = await open(
      `<name>Tên tệp</name><Folder><name>Ea Súp</name><Folder><name>Thôn 1</name>
       <Placemark><name>Hộ 1</name><ExtendedData><Data name="__proto__"><displayName>x</displayName><value> 5 </value></Data>
       <SchemaData schemaUrl="#s"><SimpleData name="dan_toc">Ê Đê</SimpleData><SimpleData name="trong"></SimpleData></SchemaData></ExtendedData>
       <Point><coordinates>108.1,12.5,300</coordinates></Point></Placemark></Folder>
       <Placemark><name>Hộ 2 &amp; 3</name></Placemark></Folder>
       <Placemark><description>ghi chú</description></Placemark>`,
    );
    expect(table.columns).toEqual(["name", "Folder", "__proto__", "dan_toc", "trong", "description"]);
    expect(rowsOf(table)).toEqual([
      ["Hộ 1", "Ea Súp / Thôn 1", " 5 ", "Ê Đê", null, null],
      ["Hộ 2 & 3", "Ea Súp", null, null, null, null],
      [null, null, null, null, null, "ghi chú"],
    ]);
    expect(shapesOf(table)).toEqual([{ type: "Point", coordinates: [108.1, 12.5] }, null, null]);
    expect(table.crs).toEqual({ kind: "standard", text: "EPSG:4326" });
  });

  test.each([
    [
      "line",
      "<LineString><coordinates> 1,2 , 3\n 4,5</coordinates></LineString>",
      "LineString",
      [
        [1, 2],
        [4, 5],
      ],
    ],
    ["polygon with a hole", POLYGON, "Polygon", [XY.square, XY.hole]],
    [
      "two polygons, one in another collection",
      `<MultiGeometry>${POLYGON}<MultiGeometry>${POLYGON}</MultiGeometry></MultiGeometry>`,
      "MultiPolygon",
      [
        [XY.square, XY.hole],
        [XY.square, XY.hole],
      ],
    ],
    [
      "points",
      "<MultiGeometry><Point><coordinates>1,2</coordinates></Point><Point><coordinates>3,4</coordinates></Point></MultiGeometry>",
      "MultiPoint",
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])("%s", async (_name, shape, type, coordinates) => {
    expect(shapesOf(await open(`<Placemark>${shape}</Placemark>`))).toEqual([{ type, coordinates }]);
  });

  test("the other things a placemark says", async () => {
    const table = await open(
      "<Placemark><name>a</name><address>Thôn 1</address><TimeStamp><when>2025-07-01</when></TimeStamp></Placemark>",
    );
    expect(table.columns).toEqual(["name", "Folder", "address", "when"]);
    expect(rowsOf(table)).toEqual([["a", null, "Thôn 1", "2025-07-01"]]);
  });

  test("mixed shapes are a collection", async () => {
    const table = await open(
      `<Placemark><MultiGeometry><Point><coordinates>1,2</coordinates></Point>${POLYGON}</MultiGeometry></Placemark>`,
    );
    expect(shapesOf(table)).toMatchObject([
      { type: "GeometryCollection", geometries: [{ type: "Point" }, { type: "Polygon" }] },
    ]);
  });

  test("what is no position is refused by feature; what cannot be read is told", async () => {
    const table = await open(
      `<Placemark><Point><coordinates>108,5;12,5</coordinates></Point></Placemark>
       <Placemark><gx:Track><gx:coord>1 2 3</gx:coord></gx:Track></Placemark><GroundOverlay/><GroundOverlay/>`,
    );
    expect(table.rejected).toMatchObject([
      { code: "kml.coordinates", row: 1, values: { given: "108,5;12,5" } },
    ]);
    expect(table.count).toBe(1);
    expect(table.notes).toMatchObject([
      { code: "format.left-out", values: { what: "Track", count: 1 } },
      { code: "format.left-out", values: { what: "GroundOverlay", count: 2 } },
    ]);
  });
});

describe("descriptions of ArcGIS", () => {
  const TABLE =
    '<html><body><table><tr><td>Xã</td></tr><tr><td><table><tr><td>FID</td><td>0</td></tr><tr bgcolor="#D4E4F3"><td>dan_toc</td><td>&Ecirc; &#272;&#xea; &amp;</td></tr><tr><td>xa</td><td>&lt;Null&gt;</td></tr></table></td></tr></table></body></html>';

  test("become columns", async () => {
    const table = await open(
      `<Placemark><name>a</name><description><![CDATA[${TABLE}]]></description></Placemark>`,
    );
    expect(table.columns).toEqual(["name", "Folder", "FID", "dan_toc", "xa"]);
    expect(rowsOf(table)).toEqual([["a", null, "0", "&Ecirc; Đê &", null]]);
    expect(table.notes).toMatchObject([{ code: "kml.tables", values: { count: 1 } }]);
  });

  test.each([
    "text",
    "<table><tr><td>a</td></tr></table>",
    "<table><tr><td>a</td><td>b</td><td>c</td></tr></table>",
    "<table>",
    "</table>",
    "<td>a</td>",
  ])("%s stays text", (html) => {
    expect(descriptionTable(html)).toBeNull();
  });
});

describe("refused", () => {
  test.each([
    ["broken", document("<Placemark>\n<name>a</Placemark>"), "xml.broken", { line: 2 }],
    ["cut off", document("<Placemark>").slice(0, -20), "xml.broken", { line: 1 }],
    ["empty", document(""), "format.no-features", undefined],
    ["deep", document(`${"<Folder>".repeat(200)}${"</Folder>".repeat(200)}`), "xml.deep", { most: 100 }],
    ["tracks only", document("<NetworkLink/>"), "format.only-left-out", { what: "NetworkLink" }],
    ["other XML", "<svg><kml></kml></svg>", "file.other-format", { looksLike: "XML" }],
  ])("%s", async (_name, text, code, values) => {
    const problem = await refused(text);
    expect(problem).toMatchObject({ code, file: "a.kml", ...(values ? { values } : {}) });
  });
});

test("entities of a document type are neither expanded nor fetched", async () => {
  const bomb =
    '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
  const text = document("<Placemark><name>&b;&f;&nbsp;x</name></Placemark>", bomb);
  const [table] = (await datasetOf(kml, "a.kml", text)).tables;
  expect(rowsOf(table!)).toEqual([["&b;&f;&nbsp;x", null]]);
  expect(table!.notes).toMatchObject([{ code: "xml.entities", values: { count: 3 } }]);
});

describe("KMZ", () => {
  const DOC = document("<Placemark><name>a</name></Placemark>");
  test.each([6, 0] as const)("level %d", async (level) => {
    const bytes = zipSync(
      { "images/x.png": new Uint8Array(10), "doc.kml": strToU8(DOC), "z.kml": strToU8("<x/>") },
      { level },
    );
    expect(kml.recognise({ main: fileOf("a.zip", bytes), companions: [] })).toBe(true);
    expect(rowsOf((await datasetOf(kml, "a.kmz", bytes)).tables[0]!)).toEqual([["a", null]]);
  });

  test("without a document, cut off, claiming what cannot be", async () => {
    expect(await refused(zipSync({ "a.txt": strToU8("x") }), "a.kmz")).toMatchObject({
      code: "kmz.no-document",
    });
    const bytes = zipSync({ "doc.kml": strToU8(DOC) });
    expect(await refused(bytes.slice(0, 60), "a.kmz")).toMatchObject({ code: "kmz.no-document" });
    const claim = (size: number) => {
      const copy = bytes.slice();
      // The size stands 24 bytes behind the signature of the entry in the directory.
      const at = copy.findLastIndex((_, i) => copy[i] === 0x50 && copy[i + 1] === 0x4b && copy[i + 2] === 1);
      new DataView(copy.buffer).setUint32(at + 24, size, true);
      return copy;
    };
    expect(await refused(claim(300_000_000), "a.kmz")).toMatchObject({ code: "kmz.broken" });
    expect(await refused(claim(3_000_000_000), "a.kmz")).toMatchObject({ code: "format.too-large" });
  });
});

describe("GPX", () => {
  const GPX = `<?xml version="1.0"?><gpx version="1.1" xmlns:g="g">
    <wpt lat="12.5" lon="108.1"><ele>300</ele><name>Nhà 1</name><extensions><g:k><g:ho>H1</g:ho></g:k></extensions></wpt>
    <wpt lat="12,5" lon="108.1"/>
    <rte><name>Đường</name><rtept lat="1" lon="2"><name>không phải tên đường</name></rtept><rtept lat="3" lon="4"/></rte>
    <trk><name>Vết</name><trkseg><trkpt lat="1" lon="2"><time>t</time></trkpt><trkpt lat="3" lon="4"/></trkseg><trkseg><trkpt lat="5" lon="6"/></trkseg></trk></gpx>`;

  test("a table for each kind", async () => {
    const { tables } = await datasetOf(gpx, "a.gpx", GPX);
    expect(tables.map(({ name, columns }) => [name, ...columns])).toEqual([
      ["wpt", "ele", "name", "ho"],
      ["rte", "name"],
      ["trk", "name"],
    ]);
    expect(tables.map(rowsOf)).toEqual([[["300", "Nhà 1", "H1"]], [["Đường"]], [["Vết"]]]);
    expect(tables.flatMap(shapesOf)).toEqual([
      { type: "Point", coordinates: [108.1, 12.5] },
      {
        type: "LineString",
        coordinates: [
          [2, 1],
          [4, 3],
        ],
      },
      {
        type: "MultiLineString",
        coordinates: [
          [
            [2, 1],
            [4, 3],
          ],
          [[6, 5]],
        ],
      },
    ]);
    expect(tables[0]!.rejected).toMatchObject([
      { code: "kml.coordinates", row: 2, values: { given: 'lon="108.1" lat="12,5"' } },
    ]);
  });
});
