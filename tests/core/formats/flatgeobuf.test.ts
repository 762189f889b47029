import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import { describe, expect, test } from "vitest";
import { flatgeobuf } from "../../../src/core/formats/flatgeobuf/flatgeobuf.ts";
import { datasetOf, readWith, rowsOf, shapesOf } from "./source-rows.ts";

const SQUARE = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 0],
];
const HOLE = SQUARE.map(([x, y]) => [x! / 2 + 1, y! / 2]);
const SHAPES = [
  { type: "Point", coordinates: [108.1, 12.5] },
  { type: "LineString", coordinates: SQUARE },
  { type: "Polygon", coordinates: [SQUARE, HOLE] },
  { type: "MultiPoint", coordinates: SQUARE },
  { type: "MultiLineString", coordinates: [SQUARE, HOLE] },
  { type: "MultiPolygon", coordinates: [[SQUARE, HOLE], [HOLE]] },
] as const;

const bytesOf = (features: readonly (readonly [object, object | null])[], crs = 0): Uint8Array =>
  serialize(
    {
      type: "FeatureCollection",
      features: features.map(([properties, geometry]) => ({ type: "Feature", properties, geometry })),
    } as Parameters<typeof serialize>[0],
    crs,
  );

describe("what the format's own library writes", () => {
  test.each(SHAPES)("$type", async (shape) => {
    const dataset = await datasetOf(flatgeobuf, "a.fgb", bytesOf([[{ a: 1 }, shape]]));
    expect(shapesOf(dataset.tables[0]!)).toEqual([shape]);
  });

  test("mixed shapes, values of each kind, the coordinate system", async () => {
    const values = { ten: "Ê Đê", so: 5, le: 1.5, co: true, long: 2 ** 40 };
    const bytes = bytesOf(
      SHAPES.map((shape) => [values, shape]),
      9218,
    );
    const [table] = (await datasetOf(flatgeobuf, "a.fgb", bytes)).tables;
    expect(table!.columns).toEqual(Object.keys(values));
    expect(rowsOf(table!)).toEqual(SHAPES.map(() => Object.values(values)));
    expect(shapesOf(table!)).toEqual(SHAPES);
    expect(table!.crs).toEqual({ kind: "code", text: "EPSG:9218" });
  });
});

test("cut off: what is whole is kept and the rest told", async () => {
  const bytes = bytesOf(SHAPES.map((shape) => [{ a: 1 }, shape]));
  const [table] = (await datasetOf(flatgeobuf, "a.fgb", bytes.slice(0, -5))).tables;
  expect(table!.count).toBe(SHAPES.length - 1);
  expect(table!.notes).toMatchObject([{ code: "format.cut-off" }]);
});

test("another version, nothing but the beginning", async () => {
  const old = Uint8Array.from([0x66, 0x67, 0x62, 2, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(await readWith(flatgeobuf, "a.fgb", old)).toMatchObject({ problem: { code: "file.other-format" } });
  old[3] = 3;
  expect(await readWith(flatgeobuf, "a.fgb", old)).toMatchObject({ problem: { code: "format.broken" } });
});
