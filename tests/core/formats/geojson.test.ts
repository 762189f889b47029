import { describe, expect, test } from "vitest";
import { openTable } from "../../../src/core/formats/index.ts";
import { bytesOf, collection, tableOf } from "./read.ts";

const problem = (text: string, file = "a.geojson") => {
  const opened = openTable(bytesOf(text), file);
  return opened.ok ? null : opened.problem;
};

describe("refusals name the place", () => {
  test("broken syntax: line and column", () => {
    expect(problem('{"type":"FeatureCollection",\n "features":[,]}')).toMatchObject({
      code: "geojson.syntax",
      file: "a.geojson",
      values: { line: 2, column: 14 },
    });
    expect(problem('{"type":"FeatureCollection",\n"features":[')).toMatchObject({ values: { line: 2 } });
  });

  test.each([
    ['{"type":"Topology"}', "Topology"],
    ['{"type":"Point","coordinates":[108,12]}', "Point"],
    ["[1,2]", "[ ]"],
    ['{"type":"FeatureCollection"}', "FeatureCollection"],
  ])("%s is no collection", (text, type) => {
    expect(problem(text)).toMatchObject({ code: "geojson.not-collection", values: { type } });
  });

  test.each([
    [
      "properties",
      `"properties":{"id":"a","x":${"[".repeat(200_000)}${"]".repeat(200_000)}},"geometry":null`,
    ],
    [
      "coordinates",
      `"geometry":{"type":"Polygon","coordinates":${"[".repeat(200_000)}${"]".repeat(200_000)}}`,
    ],
    [
      "collections",
      `"geometry":${'{"type":"GeometryCollection","geometries":['.repeat(100_000)}${"]}".repeat(100_000)}`,
    ],
  ])("%s nested without end", (_what, members) => {
    const text = `{"type":"FeatureCollection","features":[{"type":"Feature",${members}}]}`;
    expect(problem(text)).toMatchObject({ code: "geojson.nested", values: { most: 64 } });
  });

  test.each(["urn:ogc:def:crs:EPSG::9218", "EPSG:4756", "EPSG:3857"])("coordinate system %s", (name) => {
    const text = JSON.stringify({
      type: "FeatureCollection",
      crs: { type: "name", properties: { name } },
      features: [],
    });
    expect(problem(text)).toMatchObject({ code: "geojson.crs", values: { crs: name } });
  });

  test.each(["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326"])(
    "coordinate system %s is ours",
    (name) => {
      const text = JSON.stringify({
        type: "FeatureCollection",
        crs: { type: "name", properties: { name } },
        features: [],
      });
      expect(problem(text)).toBeNull();
    },
  );
});

test("a single feature is a collection of one; ids outside the properties are kept", () => {
  const table = tableOf('{"type":"Feature","id":7,"properties":null,"geometry":null}', "a.json");
  expect(table.features).toEqual([{ row: 1, id: 7, properties: {}, geometry: null }]);
});

test("what is no feature is rejected and counted, columns come in order of appearance", () => {
  const text =
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"b":1}},5,{"type":"Feature","properties":{"a":1,"b":2}}]}';
  const table = tableOf(text, "a.json");
  expect(table.columns).toEqual(["b", "a"]);
  expect(table.read).toBe(3);
  expect(table.rejected).toMatchObject([
    { code: "geojson.not-feature", row: 2, rowIs: "feature", values: { type: "5" } },
  ]);
});

test("text is brought to form C, in lists and groups too", () => {
  const decomposed = "Ê Đê".normalize("NFD");
  const table = tableOf(
    collection([[{ a: decomposed, b: [decomposed, { c: decomposed }] }, null]]),
    "a.json",
  );
  const nfc = "Ê Đê".normalize("NFC");
  expect(table.features[0]?.properties).toEqual({ a: nfc, b: [nfc, { c: nfc }] });
  expect(table.notes).toMatchObject([{ code: "file.text-normalised", values: { count: 3 } }]);
});
