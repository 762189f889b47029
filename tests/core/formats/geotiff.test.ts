import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zlibSync } from "fflate";
import { writeArrayBuffer } from "geotiff";
import { afterAll, describe, expect, test } from "vitest";
import { geotiff } from "../../../src/core/formats/raster/geotiff.ts";
import { openRaster } from "../../../src/core/formats/raster/raster-file.ts";
import { sampleRaster } from "../../../src/core/formats/raster/raster-sample.ts";
import { datasetOf, fileOf, readWith, rowsOf, shapesOf } from "./source-rows.ts";

const [WIDTH, HEIGHT] = [30, 20];
/** Classes 1 to 4 in stripes, 0 where the first row is. */
const CLASSES = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) =>
  i < WIDTH ? 0 : 1 + (Math.floor(i / 7) % 4),
);
const GEO = {
  ModelPixelScale: [30, 30, 0],
  ModelTiepoint: [0, 0, 0, 450000, 1400000, 0],
  GTModelTypeGeoKey: 1,
  ProjectedCSTypeGeoKey: 9218,
  GTRasterTypeGeoKey: 1,
};
async function tiff(values: ArrayLike<number>, more: object = GEO): Promise<Uint8Array> {
  const made = await writeArrayBuffer(
    values as Uint8Array,
    {
      width: WIDTH,
      height: HEIGHT,
      GDAL_NODATA: "0",
      ...more,
    } as Parameters<typeof writeArrayBuffer>[1],
  );
  return new Uint8Array(made as ArrayBuffer);
}
const problem = async (bytes: Uint8Array) => {
  const found = await readWith(geotiff, "a.tif", bytes);
  return found.ok ? null : found.problem;
};

test("classes become areas, with the code of the coordinate system", async () => {
  const bytes = await tiff(CLASSES);
  expect(geotiff.recognise({ main: fileOf("a", bytes), companions: [] })).toBe(true);
  const [table] = (await datasetOf(geotiff, "a.tif", bytes)).tables;
  expect(table).toMatchObject({ columns: ["value"], crs: { kind: "code", text: "EPSG:9218" } });
  expect([...new Set(rowsOf(table!).flat())].sort()).toEqual([1, 2, 3, 4]);
  const corners = (shapesOf(table!) as { coordinates: [number, number][][] }[]).flatMap((shape) =>
    shape.coordinates.flat(),
  );
  expect(Math.min(...corners.map(([x]) => x))).toBe(450000);
  expect(Math.max(...corners.map(([, y]) => y))).toBe(1400000 - 30);
});

test("heights become one row, the outline, with the cells beside it", async () => {
  const bytes = await tiff(Uint8Array.from(CLASSES, (_, i) => 1 + (i % 200)));
  const [table] = (await datasetOf(geotiff, "a.tif", bytes)).tables;
  expect(table).toMatchObject({ columns: [], count: 1, crs: { text: "EPSG:9218" } });
  expect(table!.raster).toMatchObject({
    zones: false,
    look: { least: 1, greatest: 200, missing: 0, different: null, guess: "terrain" },
  });
  expect(table!.geometry(0)).toMatchObject({ type: "Polygon" });
});

test("few whole numbers are guessed to be classes, and keep their cells", async () => {
  const [table] = (await datasetOf(geotiff, "a.tif", await tiff(CLASSES))).tables;
  expect(table!.raster).toMatchObject({ zones: true, look: { different: 4, missing: 30, guess: "classes" } });
});

test("nothing in it, broken", async () => {
  expect(await problem(await tiff(new Uint8Array(WIDTH * HEIGHT)))).toMatchObject({ code: "raster.empty" });
  const bytes = await tiff(CLASSES);
  expect(await problem(bytes.slice(0, 100))).toMatchObject({ code: "raster.unreadable", file: "a.tif" });
});

test("without a place, unless a file beside it says it", async () => {
  const bytes = await tiff(CLASSES);
  // The size of the cells is under number 33550 in the directory; under another it is not found.
  const at = bytes.findIndex((byte, i) => byte === 0x83 && bytes[i + 1] === 0x0e);
  bytes[at] = 0xfd;
  expect(await problem(bytes)).toMatchObject({ code: "raster.no-place", file: "a.tif" });
  const world = fileOf("a.tfw", "30\r\n0\r\n0\r\n-30\r\n450015\r\n1399985\r\n");
  const opened = await openRaster({ main: fileOf("a.tif", bytes), companions: [world] });
  expect(opened).toMatchObject({
    value: { raster: { place: { x0: 450000, dx: 30, y0: 1400000, dy: -30 } } },
  });
});

const installed = spawnSync("gdallocationinfo", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "raster-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.runIf(installed)("against GDAL", () => {
  /** Heights with their decimals and places without any, in an ASCII grid. */
  function grid(): string {
    const rows = Array.from({ length: 40 }, (_, r) =>
      Array.from({ length: 50 }, (_, c) =>
        (r * 7 + c * 3) % 11 === 0 ? -9999 : (r * 13.25 + c * 7.5).toFixed(2),
      ).join(" "),
    );
    const path = join(folder, "a.asc");
    writeFileSync(
      path,
      `ncols 50\nnrows 40\nxllcorner 450000\nyllcorner 1400000\ncellsize 12.5\nNODATA_value -9999\n${rows.join("\n")}\n`,
    );
    return path;
  }

  test.each([
    ["plain", []],
    ["deflate with predictor", ["-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=3"]],
    [
      "LZW in tiles",
      ["-co", "COMPRESS=LZW", "-co", "TILED=YES", "-co", "BLOCKXSIZE=16", "-co", "BLOCKYSIZE=16"],
    ],
    ["positions of middles", ["-mo", "AREA_OR_POINT=Point"]],
    ["16 bits", ["-ot", "Int16", "-co", "PREDICTOR=2", "-co", "COMPRESS=DEFLATE"]],
  ])("%s: 500 points", async (_name, options) => {
    const to = join(folder, "a.tif");
    execFileSync("gdal_translate", ["-q", "-a_srs", "EPSG:9218", ...options, grid(), to]);
    const opened = await openRaster({ main: fileOf("a.tif", readFileSync(to)), companions: [] });
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(opened.value.crs?.text).toBe("EPSG:9218");
    const points = Array.from({ length: 500 }, (_, i) => [
      450000 + ((i * 37.123) % 640),
      1400000 + ((i * 91.77) % 510),
    ]);
    const input = points.map(([x, y]) => `${x} ${y}`).join("\n");
    const said = execFileSync("gdallocationinfo", ["-valonly", "-geoloc", to], {
      input,
      stdio: ["pipe", "pipe", "ignore"],
    })
      .toString()
      .split("\n");
    for (const [i, [x, y]] of points.entries()) {
      const ours = sampleRaster(opened.value.raster, x!, y!);
      const theirs = said[i] === "" || said[i] === "-9999" ? null : Number(said[i]);
      if (ours === null || theirs === null) expect([i, ours]).toEqual([i, theirs]);
      else expect(ours).toBeCloseTo(theirs, 3);
    }
  });
});

describe("deflated", () => {
  /** Numbers of a directory by their tag, in the byte order the library writes. */
  function entry(bytes: Uint8Array, tag: number): number {
    for (let at = 8; at < 400; at += 2) if (((bytes[at]! << 8) | bytes[at + 1]!) === tag) return at;
    throw new Error(`no tag ${tag}`);
  }
  /** The same picture with its one strip replaced by something deflated. */
  async function deflated(content: Uint8Array): Promise<Uint8Array> {
    const plain = await tiff(CLASSES);
    const packed = zlibSync(content);
    const out = new Uint8Array(plain.length + packed.length);
    out.set(plain);
    out.set(packed, plain.length);
    const view = new DataView(out.buffer);
    const set = (tag: number, value: number) => {
      const at = entry(out, tag);
      const short = view.getUint16(at + 2) === 3;
      if (short) view.setUint16(at + 8, value);
      else view.setUint32(at + 8, value);
    };
    set(259, 8);
    set(273, plain.length);
    set(279, packed.length);
    return out;
  }

  test("a block is read; one that is longer ends where it should; one that is short is refused", async () => {
    const whole = await datasetOf(geotiff, "a.tif", await tiff(CLASSES));
    for (const content of [CLASSES, Uint8Array.from([...CLASSES, ...new Uint8Array(50_000_000)])]) {
      const found = await datasetOf(geotiff, "a.tif", await deflated(content));
      expect(shapesOf(found.tables[0]!)).toEqual(shapesOf(whole.tables[0]!));
    }
    expect(await problem(await deflated(CLASSES.slice(0, 100)))).toMatchObject({ code: "raster.unreadable" });
  });
});

test("broken bytes: read or refused", async () => {
  const bytes = await tiff(CLASSES);
  for (let round = 0; round < 200; round++) {
    const copy = bytes.slice();
    for (let i = 0; i < 3; i++)
      copy[(round * 7919 + i * 104729) % Math.min(copy.length, 400)] = (round * 31 + i * 97) & 255;
    const found = await readWith(geotiff, "a.tif", copy);
    if (!found.ok) expect(found.problem.file).toBe("a.tif");
  }
});
