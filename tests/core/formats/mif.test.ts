import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mif } from "../../../src/core/formats/mapinfo/mif.ts";
import type { SourceTable } from "../../../src/core/intake/dataset.ts";
import type { Problem } from "../../../src/core/outcome.ts";
import { problemText } from "../../../src/text/problem-text.ts";
import { readWith, rowsOf, shapesOf, TOOLS } from "./source-rows.ts";
import { latin } from "./write-shapefile.ts";

async function tableOf(text: string, mid: string | null): Promise<SourceTable> {
  const companions = mid === null ? [] : [{ name: "RUNG.MID", bytes: latin(mid) }];
  const group = { main: { name: "rung.mif", bytes: latin(text) }, companions };
  expect(mif.recognise(group)).toBe(true);
  const read = await mif.read(group, TOOLS);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const [table] = read.value.tables;
  for (const problem of [...table!.notes, ...table!.rejected]) {
    for (const language of ["vi", "en"] as const) expect(problemText(language, problem)).not.toBe("");
  }
  return table!;
}
const brief = (problems: readonly Problem[]) =>
  problems.map(({ code, row }) => (row === undefined ? code : `${code} ${row}`));
const HEAD = `Version 300\nCharset "WindowsLatin1"\nDelimiter ","\n`;
const ONE = `${HEAD}Columns 1\n  TEN Char(20)\nData\n\n`;

describe("objects", () => {
  test("points, lines, areas, rectangles, several points, collections and none", async () => {
    const objects = [
      "Point 1.5 -2e1\n    Symbol (34,0,12)",
      "LINE 0 0 1 1\n    Pen (1,2,0)",
      "Pline 3\n0 0\n1 1\n2 0\n    Pen (1,2,0)\n    Smooth",
      "pline multiple 2\n  2\n0 0\n1 1\n  2\n5 5\n6 6",
      "Region 2\n  5\n0 0\n10 0\n10 10\n0 10\n0 0\n  5\n2 2\n4 2\n4 4\n2 4\n2 2\n    Pen (1,2,0)\n    Brush (1,0,16777215)\n    Center 5 5",
      "Rect 4 3 1 2\n    Pen (1,2,0)",
      "Multipoint 2\n1 2\n3 4\n    Symbol (34,0,12)",
      "Collection 2\n  Region 1\n  4\n0 0\n1 0\n0 1\n0 0\n    Brush (1,0,0)\n  Pline 2\n0 0\n1 1",
      "none",
      "Pline\n2\n7\n8\n9 10",
    ];
    const table = await tableOf(ONE + objects.join("\n"), objects.map((_, i) => `"o${i}"\n`).join(""));
    expect(table.rejected).toEqual([]);
    expect(rowsOf(table).flat()).toEqual(objects.map((_, i) => `o${i}`));
    expect(shapesOf(table)).toMatchObject([
      { type: "Point", coordinates: [1.5, -20] },
      {
        type: "LineString",
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
      { type: "LineString", coordinates: { length: 3 } },
      { type: "MultiLineString", coordinates: [{ length: 2 }, { length: 2 }] },
      { type: "Polygon", coordinates: [{ length: 5 }, { length: 5 }] },
      {
        type: "Polygon",
        coordinates: [
          [
            [1, 2],
            [4, 2],
            [4, 3],
            [1, 3],
            [1, 2],
          ],
        ],
      },
      {
        type: "MultiPoint",
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      { type: "GeometryCollection", geometries: [{ type: "Polygon" }, { type: "LineString" }] },
      null,
      {
        type: "LineString",
        coordinates: [
          [7, 8],
          [9, 10],
        ],
      },
    ] as never);
  });

  test("texts, arcs and ellipses are left out with their rows, the others keep theirs", async () => {
    const text = `${ONE}Text "Region 1"\n0 0 1 1\n    Font ("Arial",0,0,0)\n    Spacing 1.5\nArc 0 0 1 1\n0 90\nPoint 1 2\nEllipse 0 0 1 1\nRoundRect 0 0 1 1\n5\nPoint 3 4\n`;
    const table = await tableOf(text, '"a"\n"b"\n"c"\n"d"\n"e"\n"f"\n');
    expect(rowsOf(table)).toEqual([["c"], ["f"]]);
    expect(table.rejected.map(({ row, values }) => [row, values])).toEqual([
      [1, { kind: "text" }],
      [2, { kind: "arc" }],
      [4, { kind: "ellipse" }],
      [5, { kind: "roundrect" }],
    ]);
  });

  test("a broken object costs itself alone", async () => {
    const text = `${ONE}Point 1 NaN\nPline 4\n0 0\n1 1\nRegion 4000000000\n  9\n0 0\nPoint 1e999 2\nPoint 3 4\n`;
    const table = await tableOf(text, '"a"\n"b"\n"c"\n"d"\n"e"\n');
    expect(rowsOf(table)).toEqual([["e"]]);
    expect(brief(table.rejected)).toEqual([
      "mif.coordinates 1",
      "mif.coordinates 2",
      "mif.coordinates 3",
      "mif.coordinates 4",
    ]);
    expect(table.rejected.map(({ values }) => values?.line)).toEqual([8, 9, 12, 15]);
  });

  test("Transform is applied, a factor of 0 means none", async () => {
    const table = await tableOf(
      `${HEAD}Transform 0,-2,100,5\nColumns 1\nA Char(1)\nData\nPoint 1 2\n`,
      '"x"\n',
    );
    expect(table.geometry(0)).toEqual({ type: "Point", coordinates: [101, 1] });
  });
});

describe("beside the objects", () => {
  test("the system as the file says it, also over several lines, also without the earth", async () => {
    const system = 'CoordSys Earth Projection 8, 104, "m", 105, 0,\n   0.9996, 500000, 0\n';
    expect((await tableOf(`${HEAD}${system}Columns 1\nA Char(1)\nData\nnone\n`, '"x"\n')).crs).toEqual({
      kind: "coordsys",
      text: 'CoordSys Earth Projection 8, 104, "m", 105, 0, 0.9996, 500000, 0',
    });
    const plan = 'CoordSys NonEarth Units "m" Bounds (0, 0) (10, 10)\n';
    expect((await tableOf(`${HEAD}${plan}Columns 1\nA Char(1)\nData\nnone\n`, '"x"\n')).crs?.text).toMatch(
      /^CoordSys NonEarth/,
    );
    expect((await tableOf(`${ONE}none\n`, '"x"\n')).crs).toBeNull();
  });

  test("cells: quotation marks, separators and line breaks in texts, numbers, days, yes and no", async () => {
    const columns =
      "Columns 7\n  A Char(9)\n  B Decimal(9,2)\n  C Date\n  D Logical\n  E Integer\n  F DateTime\n  T\u00ean c\u00e9t Char (5)\n";
    const table = await tableOf(
      `${HEAD}${columns}Data\nnone\nnone\n`,
      '"a,""b""\nc",1.50,20250701,T,7,20250701123456000,"C\u00ad"\r\n"",,,,-3,,""\r\n',
    );
    expect(table.columns.at(-1)).toBe("T\u00ean c\u00e9t");
    expect(rowsOf(table)).toEqual([
      ['a,"b"\nc', 1.5, "2025-07-01", true, 7, "2025-07-01T12:34:56", "C\u00ad"],
      [null, null, null, null, -3, null, null],
    ]);
  });

  test("rows and objects that have no partner, and rows with too many cells, are refused", async () => {
    const two = `${HEAD}Columns 2\nA Char(1)\nB Integer\nData\n`;
    const fewer = await tableOf(`${two}none\nnone\nnone\n`, '"a",1\n"b",2,3\n');
    expect([fewer.count, brief(fewer.rejected), brief(fewer.notes)]).toEqual([
      1,
      ["mif.row 2", "mif.no-row 3"],
      ["mif.counts"],
    ]);
    const more = await tableOf(`${two}none\n`, '"a",1\n"b",2\n');
    expect([more.count, brief(more.rejected)]).toEqual([1, ["mif.no-object 2"]]);
    const open = await tableOf(`${two}none\nnone\n`, '"a,1\n"b",2\n');
    expect(open.count).toBe(1);
  });

  test("alone it has no attributes", async () => {
    const table = await tableOf(`${ONE}Point 1 2\n`, null);
    expect([table.count, table.columns, brief(table.notes)]).toEqual([1, [], ["mif.no-mid"]]);
  });

  test("UTF-8 is believed when it is said and true", async () => {
    const utf8 = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));
    const text = utf8('Version 1520\nCharset "UTF-8"\nColumns 1\n  Tên Char(9)\nData\nnone\n');
    const told = await tableOf(text, utf8('"Cư Pui"\n'));
    expect([told.text, told.columns, told.value(0, 0)]).toEqual(["unicode", ["Tên"], "Cư Pui"]);
    const lied = await tableOf(text, '"C\u00ad Pui"\n');
    expect([lied.text, lied.value(0, 0), brief(lied.notes)]).toEqual([
      "bytes",
      "C\u00ad Pui",
      ["mif.encoding"],
    ]);
  });

  test("what has no header is refused", async () => {
    for (const text of [
      "Version 300\nData\n",
      "Version 300\n",
      "Version 300\nColumns 2\nA Char(1)\nData\nnone\n",
      `${ONE}`,
    ]) {
      const read = await readWith(mif, "a.mif", latin(text));
      expect(read.ok).toBe(false);
    }
  });
});

test("what is written is read", async () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  const position = fc.tuple(number, number);
  const byte = fc.integer({ min: 32, max: 255 }).map((code) => String.fromCharCode(code));
  const text = fc.array(byte, { maxLength: 10 }).map((signs) => signs.join(""));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(position, { minLength: 2, maxLength: 8 }), text, fc.integer()), {
        minLength: 1,
        maxLength: 10,
      }),
      async (features) => {
        const objects = features.map(
          ([line]) => `Pline ${line.length}\n${line.map((at) => at.join(" ")).join("\n")}\n    Pen (1,2,0)\n`,
        );
        const rows = features.map(([, name, value]) => `"${name.replaceAll('"', '""')}",${value}\r\n`);
        const table = await tableOf(
          `${HEAD}Columns 2\nA Char(10)\nB Integer\nData\n${objects.join("")}`,
          rows.join(""),
        );
        expect(rowsOf(table)).toEqual(features.map(([, name, value]) => [name === "" ? null : name, value]));
        expect(shapesOf(table)).toEqual(
          features.map(([line]) => ({
            type: "LineString",
            coordinates: line.map((at) => at.map((v) => Number(String(v)))),
          })),
        );
      },
    ),
    { seed: 20250701, numRuns: 200 },
  );
});
