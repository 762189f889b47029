import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describe as describeFile, LAYER_READERS, openTable } from "../../../src/core/formats/index.ts";
import { bytesOf, collection, square } from "./read.ts";

const bytes = (...values: number[]) => Uint8Array.of(...values, ...new Array(60).fill(0));

describe("files are recognised by content", () => {
  test.each([
    ["a zip named .csv", bytes(0x50, 0x4b, 3, 4), "ZIP, XLSX, KMZ, SHP.ZIP"],
    ["SQLite", bytesOf("SQLite format 3\0…"), "GeoPackage, SQLite"],
    ["a shapefile", bytes(0, 0, 0x27, 0x0a), "Shapefile (SHP, SHX)"],
    ["a page that says 404", bytesOf("<!DOCTYPE html><html>404, not found</html>"), "HTML"],
    ["KML", bytesOf('<?xml version="1.0"?>\n<kml xmlns="x"></kml>'), "KML"],
    ["MIF", bytesOf("Version 450\nCharset x, y"), "MapInfo MIF"],
  ])("%s", (_name, content, looksLike) => {
    expect(openTable(content, "a.csv")).toMatchObject({
      ok: false,
      problem: { code: "file.other-format", values: { looksLike } },
    });
  });

  test.each([
    ["file.empty", " \n"],
    ["file.empty", ""],
    ["file.unknown-format", "Kính gửi Ủy ban nhân dân xã"],
  ])("%s", (code, text) => {
    expect(openTable(bytesOf(text), "a.csv")).toMatchObject({ ok: false, problem: { code, file: "a.csv" } });
  });

  test("an older encoding is refused, naming the line", () => {
    const tcvn3 = Uint8Array.from([...bytesOf("id,ten\n1,a\n2,"), 0xa7, 0xbe, 0x6b, 10]);
    expect(openTable(tcvn3, "a.csv")).toMatchObject({
      ok: false,
      problem: { code: "file.not-utf8", values: { line: 3 } },
    });
  });

  test("an ending that says something else is a note", () => {
    const opened = openTable(bytesOf("id,a\n1,2"), "households.geojson");
    expect(opened.ok && opened.value.notes).toMatchObject([
      { code: "file.not-what-it-says", values: { said: "geojson", is: "csv" } },
    ]);
  });
});

describe("a file says which layer it can be", () => {
  const area = { type: "Polygon", coordinates: [square(108, 12.5)] };
  const at = { type: "Point", coordinates: [108, 12.5] };
  const line = {
    type: "LineString",
    coordinates: [
      [108, 12.5],
      [108.1, 12.5],
    ],
  };
  test.each([
    ["hazards", collection([[{ kind: "landslide", level: 3 }, area]])],
    ["forests", collection([[{ kind: "special-use", name: "x" }, area]])],
    ["units", collection([[{ code: "24001", name: "x" }, area]])],
    ["roads", collection([[{ name: "x" }, line]])],
    ["centres", collection([[{ code: "24001" }, at]])],
    ["households", collection([[{ id: "1", ethnicity: "Dao" }, at]])],
    ["households", "mã hộ;dân tộc;kinh độ;vĩ độ\n1;Dao;108,1;12,5"],
  ])("%s", (as, text) => {
    const described = describeFile(bytesOf(text), "a");
    expect(described.ok && described.value.possible[0]).toMatchObject({ as });
  });

  test("still named when no row of it can be used, so that the reason can be told", () => {
    const described = describeFile(bytesOf(collection([[{ kind: "landslide", level: 9 }, area]])), "a");
    expect(described.ok && described.value.possible).toMatchObject([{ as: "hazards" }]);
  });

  test("none of ours", () => {
    const described = describeFile(bytesOf(collection([[{ title: "x" }, area]])), "a");
    expect(described.ok && described.value.possible).toEqual([]);
  });
});

test("whatever a file holds, nothing throws and every count adds up", () => {
  const number = fc.oneof(
    fc.double(),
    fc.integer({ min: 100, max: 112 }),
    fc.constant(1e6),
    fc.constant(null),
  );
  const position = fc.oneof(fc.array(number, { maxLength: 3 }), fc.string());
  const coordinates = fc.oneof(
    position,
    fc.array(position),
    fc.array(fc.array(position), { maxLength: 3 }),
    fc.array(fc.array(fc.array(position, { maxLength: 5 }), { maxLength: 3 }), { maxLength: 3 }),
  );
  const type = fc.constantFrom(
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "x",
  );
  const geometry = fc.oneof(
    fc.constant(null),
    fc.record({ type, coordinates }),
    fc.record({
      type: fc.constant("GeometryCollection"),
      geometries: fc.array(fc.record({ type, coordinates })),
    }),
    fc.jsonValue(),
  );
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.jsonValue(),
    fc.constantFrom("landslide", "3", "có", "24001"),
  );
  const properties = fc.dictionary(
    fc.constantFrom("id", "code", "kind", "level", "lon", "lat", "members", "x"),
    value,
  );
  const feature = fc.oneof(
    { weight: 5, arbitrary: fc.record({ type: fc.constant("Feature"), properties, geometry }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
  const file = fc.oneof(
    fc
      .array(feature, { maxLength: 6 })
      .map((features) => JSON.stringify({ type: "FeatureCollection", features })),
    fc
      .array(fc.array(fc.string(), { maxLength: 4 }), { maxLength: 6 })
      .map((rows) => ["id,code,lon", ...rows.map((row) => row.join(","))].join("\n")),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(file, (text) => {
      const opened = openTable(bytesOf(text), "f");
      if (!opened.ok) return;
      expect(opened.value.read).toBe(opened.value.features.length + opened.value.rejected.length);
      for (const reader of Object.values(LAYER_READERS)) {
        const { read, accepted, rejected } = reader.read(opened.value);
        expect(accepted.length + rejected.length).toBe(read);
        expect(read).toBe(opened.value.read);
      }
    }),
    { numRuns: 500 },
  );
});
