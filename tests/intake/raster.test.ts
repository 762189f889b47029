/** A raster through the session: guessed, told otherwise, placed, checked, made ready. */
import { writeArrayBuffer } from "geotiff";
import { expect, test } from "vitest";
import { openTiles } from "../../src/core/formats/raster/raster-tiles.ts";
import { heightAt } from "../../src/core/terrain/at-point.ts";
import { good, openOne } from "./open-session.ts";

const [WIDTH, HEIGHT] = [40, 30];

async function tiff(values: ArrayLike<number>, nodata = "-9999"): Promise<Uint8Array> {
  const made = await writeArrayBuffer(
    Float32Array.from(values) as unknown as Uint8Array,
    {
      width: WIDTH,
      height: HEIGHT,
      GDAL_NODATA: nodata,
      BitsPerSample: [32],
      SampleFormat: [3],
      ModelPixelScale: [30, 30, 0],
      ModelTiepoint: [0, 0, 0, 450000, 1400000, 0],
      GTModelTypeGeoKey: 1,
      ProjectedCSTypeGeoKey: 9218,
      GTRasterTypeGeoKey: 1,
    } as unknown as Parameters<typeof writeArrayBuffer>[1],
  );
  return new Uint8Array(made as ArrayBuffer);
}
const heights = Array.from({ length: WIDTH * HEIGHT }, (_, i) => 500.5 + (i % WIDTH));
const place = { kind: "place", place: { kind: "geometry", crs: "EPSG:9218", axes: "xy" } } as const;

test("heights are guessed as terrain, placed, and made ready in degrees", async () => {
  const { session, id, view } = await openOne([{ name: "dem.tif", bytes: await tiff(heights) }]);
  expect(view).toMatchObject({
    meaning: { raster: "terrain" },
    columns: [],
    raster: { width: WIDTH, height: HEIGHT, least: 500.5, greatest: 539.5, zones: false },
  });
  expect(view.places[0]?.value?.crs).toBe("EPSG:9218");
  good(await session.change(id, place));
  expect(await session.check(id)).toMatchObject({ value: { read: 1, accepted: 1, rejected: [] } });
  const made = good(await session.raster(id));
  expect(made).toMatchObject({
    kind: "terrain",
    name: "dem",
    file: "dem.tif",
    resampling: "bilinear",
    sourceCrs: "EPSG:9218",
  });
  const grid = openTiles(made.raster, (column, row) => {
    return made.raster.tiles.find((tile) => tile.column === column && tile.row === row)?.png ?? null;
  });
  // The middle of the raster, which lies on 108°03' nearly; heights rise by 1 m over 30 m to the east.
  const [lon, lat] = [
    made.raster.west + (WIDTH / 2) * made.raster.stepLon,
    made.raster.north - (HEIGHT / 2) * made.raster.stepLat,
  ];
  expect(heightAt(grid, lon, lat)).toBeCloseTo(520, 0);
  expect(await session.result(id)).toMatchObject({ problem: { code: "raster.kept", file: "dem.tif" } });
  expect(await session.rows(id, 0, 5)).toEqual([]);
});

test("heights cannot become areas, and can be said to be classes", async () => {
  const { session, id } = await openOne([{ name: "dem.tif", bytes: await tiff(heights) }]);
  expect(good(await session.change(id, { kind: "raster", raster: null })).meaning.raster).toBe("terrain");
  expect(good(await session.change(id, { kind: "raster", raster: "classes" })).meaning.raster).toBe(
    "classes",
  );
});

test("classes become areas unless they are said to be kept, and go back", async () => {
  const classes = heights.map((_, i) => 1 + (Math.floor(i / 300) % 4));
  const { session, id, view } = await openOne([{ name: "nguy-co-sat-lo.tif", bytes: await tiff(classes) }]);
  expect(view.meaning.raster).toBeUndefined();
  expect(view.raster).toMatchObject({ zones: true, different: 4, guess: "classes" });
  const before = view.meaning.as;
  const kept = good(await session.change(id, { kind: "raster", raster: "classes" }));
  expect(kept).toMatchObject({ meaning: { raster: "classes" }, columns: [] });
  good(await session.change(id, place));
  expect(good(await session.raster(id))).toMatchObject({
    kind: "classes",
    resampling: "nearest",
    raster: { scale: 1, shift: 0 },
  });
  const back = good(await session.change(id, { kind: "raster", raster: null }));
  expect(back.meaning).toMatchObject({ as: before, place: { crs: "EPSG:9218" } });
  expect(back.meaning.raster).toBeUndefined();
  expect((await session.raster(id)).ok).toBe(false);
});

test("a value for nothing that is not declared is no height", async () => {
  const values = heights.with(7, -32_768);
  const { session, id } = await openOne([{ name: "dem.tif", bytes: await tiff(values) }]);
  const problem = { code: "raster.not-heights", file: "dem.tif", values: { least: -32_768 } };
  expect(await session.check(id)).toMatchObject({ problem });
  good(await session.change(id, place));
  expect(await session.raster(id)).toMatchObject({ problem });
});
