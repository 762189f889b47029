import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { geojsonSource } from "../../../src/core/formats/geojson/geojson-source.ts";
import { datasetOf, fileOf, readWith, rowsOf, shapesOf, walk } from "./source-rows.ts";

const point = (x: number, y: number) => ({ type: "Point", coordinates: [x, y] });
const feature = (properties: object | null, geometry: object | null = null, more: object = {}) => ({
  type: "Feature",
  ...more,
  properties,
  geometry,
});
const open = async (content: unknown) => {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return (await datasetOf(geojsonSource, "a.geojson", text)).tables[0]!;
};
const refused = async (content: string | Uint8Array) => {
  const found = await readWith(geojsonSource, "a.geojson", content);
  return found.ok ? null : found.problem;
};

describe("one document", () => {
  test("columns in order of first appearance, values as they are", async () => {
    const table = await open({
      type: "FeatureCollection",
      features: [
        feature({ b: "Ê\u0111e\u0302", list: [1, { a: 2 }] }, point(1, 2)),
        5,
        feature({ a: 1.5, b: " x " }),
      ],
    });
    expect(table.columns).toEqual(["b", "list", "a"]);
    expect(rowsOf(table)).toEqual([
      ["Ê\u0111e\u0302", [1, { a: 2 }], null],
      [" x ", null, 1.5],
    ]);
    expect(shapesOf(table)).toEqual([point(1, 2), null]);
    expect([table.rowNumber(0), table.rowNumber(1)]).toEqual([1, 3]);
    expect(table.rejected).toMatchObject([{ code: "geojson.not-feature", row: 2, rowIs: "feature" }]);
    expect(table.crs).toEqual({ kind: "standard", text: "EPSG:4326" });
  });

  test("a feature and a bare shape", async () => {
    expect(rowsOf(await open(feature({ a: 1 })))).toEqual([[1]]);
    expect(shapesOf(await open(point(3, 4)))).toEqual([point(3, 4)]);
  });

  test("names of the language are names like any other", async () => {
    const table = await open(
      '{"type":"Feature","properties":{"__proto__":{"x":1},"constructor":2},"geometry":null}',
    );
    expect(table.columns).toEqual(["__proto__", "constructor"]);
    expect(rowsOf(table)).toEqual([[{ x: 1 }, 2]]);
    const other = await open({
      type: "FeatureCollection",
      features: [feature({ toString: 1 }), feature({})],
    });
    expect(rowsOf(other)).toEqual([[1], [null]]);
  });

  test("an id beside the properties is a column when it says something of its own", async () => {
    const same = await open({ type: "FeatureCollection", features: [feature({ id: "7" }, null, { id: 7 })] });
    expect(same.columns).toEqual(["id"]);
    const own = await open({
      type: "FeatureCollection",
      features: [feature({ id: "H1" }, null, { id: 7 }), feature({})],
    });
    expect(own.columns).toEqual(["id", "id"]);
    expect(rowsOf(own)).toEqual([
      [7, "H1"],
      [null, null],
    ]);
  });

  test("a number beyond numbers is text", async () => {
    const table = await open('{"type":"Feature","properties":{"a":1e999},"geometry":null}');
    expect(rowsOf(table)).toEqual([["Infinity"]]);
  });

  test.each([
    [{ type: "name", properties: { name: "urn:ogc:def:crs:EPSG::9218" } }, "EPSG:9218"],
    [{ type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } }, "EPSG:4326"],
    [{ type: "name", properties: { name: "http://www.opengis.net/def/crs/EPSG/0/3405" } }, "EPSG:3405"],
    [{ type: "EPSG", properties: { code: 4756 } }, "EPSG:4756"],
    [{ type: "name", properties: { name: "VN-2000" } }, "VN-2000"],
  ])("crs member %j", async (crs, text) => {
    const table = await open({ type: "FeatureCollection", crs, features: [feature({})] });
    expect(table.crs).toEqual({ kind: "code", text });
  });

  test("crs null: not known", async () => {
    expect((await open({ type: "FeatureCollection", crs: null, features: [feature({})] })).crs).toBeNull();
  });
});

describe("a feature per line", () => {
  const lines = [feature({ a: 1 }, point(1, 2)), feature({ a: 2 })].map((item) => JSON.stringify(item));

  test.each([
    ["newlines", `${lines.join("\n")}\n`],
    ["Windows newlines and empty lines", lines.join("\r\n\r\n")],
    ["record separators", lines.map((line) => `\u001e${line}\n`).join("")],
    [
      "separators and records over several lines",
      `\u001e${JSON.stringify(feature({ a: 1 }, point(1, 2)), null, 1)}\n\u001e${lines[1]}`,
    ],
  ])("%s", async (_name, text) => {
    expect(geojsonSource.recognise({ main: fileOf("x", text), companions: [] })).toBe(true);
    const table = await open(text);
    expect(table.format).toBe("geojson-lines");
    expect(rowsOf(table)).toEqual([[1], [2]]);
  });

  test("a broken line is refused, with the line of the file", async () => {
    const table = await open(`${lines[0]}\n\n{"type":"Feature",,\n${lines[1]}`);
    expect(rowsOf(table)).toEqual([[1], [2]]);
    expect(table.rejected).toMatchObject([
      { code: "geojson.syntax", row: 2, rowIs: "feature", values: { line: 3, column: 19 } },
    ]);
  });
});

describe("refused as a whole", () => {
  test.each([
    ["", "file.empty"],
    ['{"type":"FeatureCollection","features":[', "geojson.syntax"],
    ['{"type":"FeatureCollection","features":[]}', "format.no-features"],
    ['{"type":"Topology","arcs":[]}', "file.other-format"],
    ["[1]", "geojson.not-collection"],
  ])("%s", async (text, code) => {
    expect(await refused(text)).toMatchObject({ code, file: "a.geojson" });
  });

  test("more columns than anyone can give a meaning", async () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`c${i}`, 1]));
    expect(await refused(JSON.stringify(feature(many)))).toMatchObject({ code: "format.columns" });
  });

  test("nested without end is refused by feature", async () => {
    const deep = `{"type":"Feature","properties":{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}},"geometry":null}`;
    const table = await open(
      `{"type":"FeatureCollection","features":[${deep},${JSON.stringify(feature({}))}]}`,
    );
    expect(table.count).toBe(1);
    expect(table.rejected).toMatchObject([{ code: "geojson.nested", row: 1 }]);
  });
});

test("text in another encoding is given as bytes, unless escapes are mixed in", async () => {
  const head = new TextEncoder().encode('{"type":"Feature","properties":{"ten":"');
  const tail = new TextEncoder().encode('"},"geometry":null}');
  const bytes = Uint8Array.from([...head, 0xae, 0xb8, ...tail]);
  const [table] = (await datasetOf(geojsonSource, "a.geojson", bytes)).tables;
  expect(table).toMatchObject({ text: "bytes" });
  expect(rowsOf(table!)).toEqual([["\u00ae\u00b8"]]);
  const mixed = Uint8Array.from([...head, 0xae, ...new TextEncoder().encode("\\u1ea1"), ...tail]);
  expect(await refused(mixed)).toMatchObject({ code: "format.mixed-letters" });
});

test("files of tests/broken are read or refused, never more", async () => {
  const folder = join(import.meta.dirname, "../../broken");
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name } of files) {
    const found = await readWith(geojsonSource, name, readFileSync(join(folder, name)));
    if (found.ok) found.value.tables.forEach(walk);
    else expect(found.problem.file).toBe(name);
  }
});
