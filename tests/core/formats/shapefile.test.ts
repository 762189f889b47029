import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shapefile } from "../../../src/core/formats/shapefile/shapefile.ts";
import type { FileGroup, SourceTable, SourceTools } from "../../../src/core/intake/dataset.ts";
import { fail, type Problem } from "../../../src/core/outcome.ts";
import { problemText } from "../../../src/text/problem-text.ts";
import { latin, type ShapeType, type TestShape, writeDbf, writeShp } from "./write-shapefile.ts";

type Parts = Readonly<Partial<Record<string, Uint8Array>>>;

const NO_TOOLS: SourceTools = {
  gdal: async () => fail("intake.tool-missing", { tool: "GDAL" }),
  sqlite: async () => fail("intake.tool-missing", { tool: "SQLite" }),
};

function group(parts: Parts): FileGroup {
  const { shp, ...others } = parts;
  return {
    main: { name: "lop.shp", bytes: shp! },
    companions: Object.entries(others).flatMap(([ending, bytes]) =>
      bytes ? [{ name: `LOP.${ending.toUpperCase()}`, bytes }] : [],
    ),
  };
}

async function tableOf(parts: Parts): Promise<SourceTable> {
  const files = group(parts);
  expect(shapefile.recognise(files)).toBe(true);
  const read = await shapefile.read(files, NO_TOOLS);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const [table] = read.value.tables;
  for (const problem of [...table!.notes, ...table!.rejected]) {
    for (const language of ["vi", "en"] as const) expect(problemText(language, problem)).not.toBe("");
  }
  return table!;
}

const brief = (problems: readonly Problem[]) =>
  problems.map(({ code, row }) => (row === undefined ? code : `${code} ${row}`));
const names = (count: number) =>
  writeDbf(
    [{ name: "TEN", type: "C", width: 8 }],
    Array.from({ length: count }, (_, i) => [`t${i + 1}`]),
  );
const point = (x: number, y: number): TestShape => [[[x, y]]];
const POINTS = [point(1, 2), point(3, 4), point(5, 6)];

/** Clockwise, closed. */
const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];
const hole = (x: number, y: number, size: number) => square(x, y, size).reverse();

describe("shapes", () => {
  test("heights and measures are left out and told", async () => {
    for (const type of [1, 11, 21] as const) {
      const table = await tableOf({ ...writeShp(type, POINTS), dbf: names(3) });
      expect(table.geometry(1)).toEqual({ type: "Point", coordinates: [3, 4] });
      expect(brief(table.notes)).toEqual(type === 1 ? [] : ["shapefile.heights"]);
    }
    const line: TestShape = [
      [
        [0, 0],
        [1, 1],
      ],
      [
        [5, 5],
        [6, 5],
        [7, 8],
      ],
    ];
    for (const type of [3, 13, 23] as const) {
      const table = await tableOf({ ...writeShp(type, [line, [line[0]!], null]), dbf: names(3) });
      expect([0, 1, 2].map((row) => table.geometry(row))).toEqual([
        { type: "MultiLineString", coordinates: line },
        { type: "LineString", coordinates: line[0] },
        null,
      ]);
    }
    for (const type of [8, 18, 28] as const) {
      const table = await tableOf({ ...writeShp(type, [[line[1]!]]), dbf: names(1) });
      expect(table.geometry(0)).toEqual({ type: "MultiPoint", coordinates: line[1] });
    }
  });

  test("rings become outlines and holes by which lies in which, an island in a lake is an outline again", async () => {
    const rings = [hole(2, 2, 6), square(20, 0, 5), square(0, 0, 10), square(4, 4, 2), hole(21, 1, 1)];
    const table = await tableOf({ ...writeShp(5, [rings]), dbf: names(1) });
    expect(table.notes).toEqual([]);
    // Outlines anticlockwise, holes clockwise, as GeoJSON has them.
    const turned = (ring: readonly (readonly number[])[]) => [...ring].reverse();
    expect(table.geometry(0)).toEqual({
      type: "MultiPolygon",
      coordinates: [
        [turned(rings[1]!), turned(rings[4]!)],
        [turned(rings[2]!), turned(rings[0]!)],
        [turned(rings[3]!)],
      ],
    });
  });

  test("rings that run the wrong way are understood and told", async () => {
    const table = await tableOf({ ...writeShp(5, [[hole(0, 0, 10), hole(2, 2, 6)]]), dbf: names(1) });
    expect(table.geometry(0)).toMatchObject({ type: "Polygon", coordinates: { length: 2 } });
    expect(table.notes).toMatchObject([{ code: "shapefile.winding", values: { rings: 1 } }]);
  });

  test("a hole that touches its outline in every vertex is a hole", async () => {
    const diamond: [number, number][] = [
      [5, 0],
      [10, 5],
      [5, 10],
      [0, 5],
      [5, 0],
    ];
    const table = await tableOf({ ...writeShp(5, [[square(0, 0, 10), diamond]]), dbf: names(1) });
    expect(table.geometry(0)).toMatchObject({ type: "Polygon", coordinates: { length: 2 } });
  });

  test("a point without numbers is kept without a place, an area with one is refused", async () => {
    const points = await tableOf({
      ...writeShp(1, [point(Number.NaN, Number.NaN), point(1, 2)]),
      dbf: names(2),
    });
    expect(points.count).toBe(2);
    expect(points.geometry(0)).toBeNull();
    expect(brief(points.notes)).toEqual(["shapefile.number 1"]);
    const area: TestShape = [[...square(0, 0, 1).slice(0, 3), [Number.POSITIVE_INFINITY, 0], [0, 0]]];
    const areas = await tableOf({ ...writeShp(5, [area, [square(0, 0, 1)]]), dbf: names(2) });
    expect(brief(areas.rejected)).toEqual(["shapefile.number 1"]);
    expect(areas.rowNumber(0)).toBe(2);
    expect(areas.value(0, 0)).toBe("t2");
  });

  test("bodies are refused in words", async () => {
    const { shp } = writeShp(1, POINTS);
    new DataView(shp.buffer).setInt32(32, 31, true);
    expect(await shapefile.read(group({ shp }), NO_TOOLS)).toMatchObject({
      ok: false,
      problem: { code: "shapefile.multipatch", file: "lop.shp" },
    });
  });
});

describe("files that do not agree", () => {
  test("alone it has no attributes", async () => {
    const { shp } = writeShp(1, POINTS);
    const table = await tableOf({ shp });
    expect([table.count, table.columns, brief(table.notes)]).toEqual([3, [], ["shapefile.no-dbf"]]);
  });

  test("more shapes than rows, more rows than shapes: every one is told", async () => {
    const more = await tableOf({ ...writeShp(1, POINTS), dbf: names(2) });
    expect([more.count, brief(more.rejected), brief(more.notes)]).toEqual([
      2,
      ["shapefile.no-attributes 3"],
      ["shapefile.counts"],
    ]);
    const fewer = await tableOf({ ...writeShp(1, POINTS), dbf: names(5) });
    expect([fewer.count, brief(fewer.rejected), brief(fewer.notes)]).toEqual([
      3,
      ["shapefile.no-shape 4", "shapefile.no-shape 5"],
      ["shapefile.counts"],
    ]);
  });

  test("rows marked as deleted go with their shapes", async () => {
    const dbf = writeDbf([{ name: "A", type: "C", width: 2 }], [["x"], ["y"], ["z"]], {
      deleted: new Set([1]),
    });
    const table = await tableOf({ ...writeShp(1, POINTS), dbf });
    expect([0, 1].map((row) => [table.rowNumber(row), table.value(row, 0), table.geometry(row)])).toEqual([
      [1, "x", { type: "Point", coordinates: [1, 2] }],
      [3, "z", { type: "Point", coordinates: [5, 6] }],
    ]);
    expect(table.notes).toMatchObject([{ code: "dbf.deleted", values: { count: 1 } }]);
  });

  test("records in another order belong to the rows of their numbers, with and without the index", async () => {
    const { shp, shx } = writeShp(1, POINTS, [2, 0, 1]);
    for (const parts of [{ shp, shx }, { shp }]) {
      const table = await tableOf({ ...parts, dbf: names(3) });
      expect(table.geometry(0)).toEqual({ type: "Point", coordinates: [1, 2] });
      expect(table.notes).toEqual([]);
    }
  });

  test("an index of another file is not used", async () => {
    const { shp } = writeShp(1, POINTS);
    const { shx } = writeShp(3, [
      [
        [
          [0, 0],
          [1, 1],
        ],
      ],
      null,
      null,
    ]);
    const table = await tableOf({ shp, shx, dbf: names(3) });
    expect(table.count).toBe(3);
    expect(brief(table.notes)).toEqual(["shapefile.index"]);
  });

  test("numbers of records that repeat are not followed", async () => {
    const { shp } = writeShp(1, POINTS);
    new DataView(shp.buffer).setInt32(100, 2);
    const table = await tableOf({ shp, dbf: names(3) });
    expect(table.geometry(0)).toEqual({ type: "Point", coordinates: [1, 2] });
    expect(brief(table.notes)).toEqual(["shapefile.order"]);
  });

  test("a broken table costs the attributes, not the shapes", async () => {
    const table = await tableOf({ ...writeShp(1, POINTS), dbf: new Uint8Array(40) });
    expect([table.count, brief(table.notes)]).toEqual([3, ["shapefile.dbf", "dbf.header"]]);
  });

  test("cut anywhere: what is whole comes in, the rest is counted", async () => {
    const { shp, shx } = writeShp(1, POINTS);
    const dbf = names(3);
    for (let end = 100; end < shp.length; end++) {
      const whole = Math.floor((end - 100) / 28);
      for (const index of [{}, { shx }]) {
        const table = await tableOf({ shp: shp.subarray(0, end), dbf, ...index });
        expect(table.count).toBe(whole);
        expect(table.count + table.rejected.length).toBe(3);
        expect(new Set(table.rejected.map(({ row }) => row)).size).toBe(3 - whole);
        expect(brief(table.notes)).toContain("shapefile.cut");
      }
    }
    const rowBytes = 9;
    for (let end = dbf.length - 3 * rowBytes - 1; end < dbf.length - 1; end++) {
      const table = await tableOf({ shp, shx, dbf: dbf.subarray(0, end) });
      expect(table.count).toBe(Math.floor((end - (dbf.length - 3 * rowBytes - 1)) / rowBytes));
      expect(table.count + table.rejected.length).toBe(3);
      expect(brief(table.notes)).toContain("dbf.cut");
    }
  });

  test("lengths of gigabytes are not believed", async () => {
    const { shp } = writeShp(5, [[square(0, 0, 1)], [square(2, 0, 1)]]);
    const view = new DataView(shp.buffer);
    view.setUint32(24, 0x7fff_ffff);
    view.setUint32(108 + 36, 0x7fff_ffff, true);
    const dbf = names(2);
    new DataView(dbf.buffer).setUint32(4, 0xffff_ffff, true);
    const table = await tableOf({ shp, dbf });
    expect(table.count).toBe(1);
    expect(brief(table.rejected)).toContain("shapefile.record 1");
    expect(table.rejected.length).toBeLessThan(5);
  });
});

describe("what stands beside", () => {
  test("the system as the file says it", async () => {
    const table = await tableOf({
      ...writeShp(1, POINTS),
      prj: latin('\u00ef\u00bb\u00bfGEOGCS["VN-2000"] \r\n\0'),
    });
    expect(table.crs).toEqual({ kind: "wkt", text: 'GEOGCS["VN-2000"]' });
  });

  test("UTF-8 is believed when it is said and true", async () => {
    const utf8 = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));
    const field = { name: utf8("Tên buôn"), type: "C", width: 20 };
    const dbf = writeDbf([field], [[utf8("Ê Đê")], [utf8("Cư Pui")], [""]]);
    const told = await tableOf({ ...writeShp(1, POINTS), dbf, cpg: latin("UTF-8\r\n") });
    expect([told.text, told.columns, told.value(0, 0), told.value(2, 0)]).toEqual([
      "unicode",
      ["Tên buôn"],
      "Ê Đê",
      null,
    ]);
    const silent = await tableOf({ ...writeShp(1, POINTS), dbf });
    expect([silent.text, silent.value(0, 0)]).toEqual(["bytes", utf8("Ê Đê")]);
    const lies = writeDbf([field], [["B\u00ac"], ["C\u00ad Pui"], [""]]);
    const lied = await tableOf({ ...writeShp(1, POINTS), dbf: lies, cpg: latin("UTF-8") });
    expect([lied.text, lied.value(1, 0), brief(lied.notes)]).toEqual([
      "bytes",
      "C\u00ad Pui",
      ["shapefile.encoding"],
    ]);
  });

  test("a letter cut by the width of its column costs that letter alone", async () => {
    const utf8 = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));
    const field = { name: utf8("Tên buôđ").slice(0, 10), type: "C", width: 5 };
    const dbf = writeDbf([field], [[utf8("abcđ")], [utf8("abcdđ")], ["x"]]);
    const table = await tableOf({ ...writeShp(1, POINTS), dbf, cpg: latin("65001") });
    expect([table.text, table.columns, table.value(0, 0), table.value(1, 0)]).toEqual([
      "unicode",
      ["Tên buô"],
      "abcđ",
      "abcd",
    ]);
    expect(table.notes).toMatchObject([{ code: "dbf.letter-cut", values: { count: 2 } }]);
  });
});

test("what is written is read", async () => {
  const number = fc.double({ noNaN: true, min: -1e7, max: 1e7 });
  const position = fc.tuple(number, number);
  const byte = fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code));
  const cell = fc.array(byte, { maxLength: 12 }).map((signs) => signs.join("").replace(/ +$/, ""));
  const types: readonly ShapeType[] = [1, 8, 3, 11, 13, 18, 21, 23, 28];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...types),
      fc.array(
        fc.tuple(
          fc.array(fc.array(position, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
          cell,
          fc.integer({ min: -99_999_999, max: 999_999_999 }),
          fc.boolean(),
        ),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
      async (type, features) => {
        const base = type % 10;
        const shapes = features.map(([parts, , , isNull]) =>
          isNull ? null : base === 3 ? parts : [base === 1 ? parts[0]!.slice(0, 1) : parts[0]!],
        );
        const dbf = writeDbf(
          [
            { name: "V\u00ad\u00a0N", type: "C", width: 12 },
            { name: "SO", type: "N", width: 9 },
          ],
          features.map(([, text, value]) => [text, String(value)]),
        );
        const table = await tableOf({ ...writeShp(type, shapes), dbf });
        expect([table.count, table.rejected, table.columns]).toEqual([
          features.length,
          [],
          ["V\u00ad\u00a0N", "SO"],
        ]);
        for (const [row, [, text, value]] of features.entries()) {
          expect([table.value(row, 0), table.value(row, 1)]).toEqual([text === "" ? null : text, value]);
          const shape = shapes[row]!;
          const geometry = table.geometry(row) as { type: string; coordinates: unknown } | null;
          if (shape === null) expect(geometry).toBeNull();
          else if (base === 1) expect(geometry!.coordinates).toEqual(shape[0]![0]);
          else if (base === 3 && shape.length > 1) expect(geometry!.coordinates).toEqual(shape);
          else expect(geometry!.coordinates).toEqual(shape[0]);
        }
      },
    ),
    { seed: 20250701, numRuns: 200 },
  );
});
