/** GDAL on the command line, with files that its own tools wrote, where they are installed. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gdalFormats } from "../../src/core/formats/gdal/gdal-formats.ts";
import type { Dataset, SourceTools } from "../../src/core/intake/dataset.ts";
import type { Outcome } from "../../src/core/outcome.ts";
import { loadGdalInNode } from "../../src/intake/gdal-node.ts";
import { fileOf, rowsOf, shapesOf, TOOLS, walk } from "../core/formats/source-rows.ts";

const GDAL: SourceTools = { ...TOOLS, gdal: loadGdalInNode };
const installed = spawnSync("ogr2ogr", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "gdal-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** "Đắk Lắk" in TCVN3. */
const TCVN3 = "\u00a7\u00bek L\u00bek";
const MIF = `Version 300
Charset "Neutral"
Delimiter ","
CoordSys Earth Projection 8, 9999, 28, -191.90441429, -39.30318279, -111.45032835, -0.00928836, 0.01975479, -0.00427372, 0.252906278, 0, "m", 108.5, 0, 0.9999, 500000, 0 Bounds (300000, 1300000) (700000, 1500000)
Columns 2
  Ten Char(20)
  So Integer
Data

Point 450354.09 1402293.02
Region 1
  4
450000 1400000
450100 1400000
450100 1400100
450000 1400000
`;

function tab(charset: string): { main: ReturnType<typeof fileOf>; companions: ReturnType<typeof fileOf>[] } {
  writeFileSync(join(folder, "a.mif"), MIF);
  writeFileSync(join(folder, "a.mid"), Buffer.from(`"${TCVN3}",1\n"b",2\n`, "latin1"));
  rmSync(join(folder, "b.tab"), { force: true });
  execFileSync("ogr2ogr", ["-f", "MapInfo File", join(folder, "b.tab"), join(folder, "a.mif")], {
    stdio: "pipe",
  });
  const text = readFileSync(join(folder, "b.tab"), "latin1").replaceAll("Neutral", charset);
  const part = (ending: string) => fileOf(`Rừng.${ending}`, readFileSync(join(folder, `b.${ending}`)));
  return {
    main: fileOf("Rừng.TAB", text),
    companions: ["DAT", "MAP", "ID"].map((e) => part(e.toLowerCase())),
  };
}
const tableOf = (found: Outcome<Dataset>) => {
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value.tables[0]!;
};

describe.runIf(installed)("MapInfo TAB", () => {
  test.each(["Neutral", "WindowsLatin1", "WindowsVietnamese"])(
    "charset %s: the bytes of texts survive",
    async (charset) => {
      const group = tab(charset);
      expect(gdalFormats.recognise(group)).toBe(true);
      const table = tableOf(await gdalFormats.read(group, GDAL));
      expect(table).toMatchObject({
        format: "mapinfo-tab",
        file: "Rừng.TAB",
        text: "bytes",
        columns: ["Ten", "So"],
      });
      expect(rowsOf(table)).toEqual([
        [TCVN3, 1],
        ["b", 2],
      ]);
      // MapInfo keeps whole numbers over the bounds of its system: to a centimetre here.
      const [point, area] = shapesOf(table) as { type: string; coordinates: number[] }[];
      expect(point!.coordinates[0]).toBeCloseTo(450354.09, 1);
      expect(point!.coordinates[1]).toBeCloseTo(1402293.02, 1);
      expect(area!.type).toBe("Polygon");
      expect(table.crs?.kind).toBe("wkt");
      expect(table.crs?.text).toContain("108.5");
    },
  );

  test("without its parts, a picture, cut off", async () => {
    const { main, companions } = tab("Neutral");
    expect(await gdalFormats.read({ main, companions: [] }, GDAL)).toMatchObject({
      problem: { code: "tab.part-missing", values: { name: "Rừng.dat" } },
    });
    const picture = fileOf(
      "a.tab",
      '!table\n!version 300\n\nDefinition Table\n  File "a.tif"\n  Type "RASTER"\n',
    );
    expect(await gdalFormats.read({ main: picture, companions: [] }, GDAL)).toMatchObject({
      problem: { code: "format.only-left-out", values: { what: "RASTER" } },
    });
    const short = companions.map(({ name, bytes }) => ({ name, bytes: bytes.slice(0, 20) }));
    expect(await gdalFormats.read({ main, companions: short }, GDAL)).toMatchObject({
      problem: { code: "intake.unreadable", file: "Rừng.TAB" },
    });
  });

  test("broken bytes: read or refused, and the next file is read", async () => {
    const { main, companions } = tab("Neutral");
    let state = 7;
    const next = (below: number) => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    for (let round = 0; round < 12; round++) {
      const broken = companions.map(({ name, bytes }) => {
        const copy = Uint8Array.from(bytes);
        for (let i = 0; i < 4; i++) copy[next(copy.length)] = next(256);
        return { name, bytes: copy };
      });
      const found = await gdalFormats.read({ main, companions: broken }, GDAL);
      if (found.ok) found.value.tables.forEach(walk);
      else expect(found.problem.file ?? "Rừng.TAB").toBe("Rừng.TAB");
    }
    expect(tableOf(await gdalFormats.read({ main, companions }, GDAL)).count).toBe(2);
  });
});

const group = (code: number, value: string | number) => `${code}\n${value}\n`;
const entity = (kind: string, layer: string, ...more: readonly string[]) =>
  group(0, kind) + group(8, layer) + more.join("");
const polyline = (layer: string, closed: boolean, ...points: readonly [number, number][]) =>
  entity(
    "LWPOLYLINE",
    layer,
    group(100, "AcDbPolyline"),
    group(62, 1),
    group(90, points.length),
    group(70, closed ? 1 : 0),
    ...points.map(([x, y]) => group(10, x) + group(20, y)),
  );
const DXF = `${group(0, "SECTION")}${group(2, "ENTITIES")}${[
  polyline("RANH", true, [450000.5, 1400000.25], [450100, 1400000], [450100, 1400100]),
  polyline("DUONG", false, [450000, 1400000], [450100, 1400000]),
  entity("TEXT", "CHU", group(10, 1), group(20, 2), group(40, 3), group(1, TCVN3)),
  entity("POINT", "DIEM", group(10, 5), group(20, 6)),
].join("")}${group(0, "ENDSEC")}${group(0, "EOF")}`;
const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe("drawings", () => {
  const header = (inside: string) =>
    `${group(0, "SECTION")}${group(2, "HEADER")}${inside}${group(0, "ENDSEC")}${DXF}`;
  test.each([
    ["no header", DXF],
    ["an empty header", header("")],
    ["letters of Vietnam", header(group(9, "$DWGCODEPAGE") + group(3, "ANSI_1258"))],
    ["letters of Europe", header(group(9, "$DWGCODEPAGE") + group(3, "ANSI_1252"))],
  ])(
    "DXF, %s: layers, colours, texts as bytes, closed lines as areas, positions as drawn",
    async (_name, text) => {
      const main = fileOf("a.dxf", latin1(text));
      expect(gdalFormats.recognise({ main, companions: [] })).toBe(true);
      const table = tableOf(await gdalFormats.read({ main, companions: [] }, GDAL));
      const column = (name: string) => rowsOf(table).map((row) => row[table.columns.indexOf(name)]);
      expect(column("Layer")).toEqual(["RANH", "DUONG", "CHU", "DIEM"]);
      expect(column("Color").slice(0, 2)).toEqual(["#ff0000", "#ff0000"]);
      expect(column("Text")[2]).toBe(TCVN3);
      expect(shapesOf(table)).toMatchObject([
        {
          type: "Polygon",
          coordinates: [
            [
              [450000.5, 1400000.25],
              [450100, 1400000],
              [450100, 1400100],
              [450000.5, 1400000.25],
            ],
          ],
        },
        { type: "LineString" },
        { type: "Point", coordinates: [1, 2] },
        { type: "Point", coordinates: [5, 6] },
      ]);
      expect(table.crs).toBeNull();
      expect(table.notes).toMatchObject([
        { code: "drawing.polylines", values: { count: 1 } },
        { code: "drawing.no-place" },
      ]);
    },
  );

  test("a .prj beside a drawing says its place", async () => {
    const companions = [fileOf("a.prj", 'PROJCS["VN_2000"]')];
    const table = tableOf(await gdalFormats.read({ main: fileOf("a.dxf", latin1(DXF)), companions }, GDAL));
    expect(table.crs).toEqual({ kind: "wkt", text: 'PROJCS["VN_2000"]' });
    expect(table.notes).toMatchObject([{ code: "drawing.polylines" }]);
  });

  test.each([
    ["AC1027\u0000\u0000", "a.dwg", "AutoCAD DWG"],
    ["AutoCAD Binary DXF\r\n\u001a\u0000", "a.dxf", "DXF (binary)"],
    ["\u00d0\u00cf\u0011\u00e0\u00a1", "a.dgn", "MicroStation V8 DGN"],
  ])("%j is told by its name", async (start, name, looksLike) => {
    const main = fileOf(name, latin1(start));
    expect(gdalFormats.recognise({ main, companions: [] })).toBe(true);
    expect(await gdalFormats.read({ main, companions: [] }, GDAL)).toMatchObject({
      problem: { code: "drawing.closed", values: { looksLike } },
    });
  });

  test("cut off anywhere: read or refused", async () => {
    for (let end = 30; end < DXF.length; end += 41) {
      const found = await gdalFormats.read(
        { main: fileOf("a.dxf", latin1(DXF.slice(0, end))), companions: [] },
        GDAL,
      );
      if (found.ok) found.value.tables.forEach(walk);
    }
  });
});
