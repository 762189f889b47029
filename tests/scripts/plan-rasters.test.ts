/** `ancu plan rasters`: in, listed, asked, out; what is wrong is refused and the plan stays byte for byte. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeArrayBuffer } from "geotiff";
import { expect, test } from "vitest";
import { done, refused, tinyPlan } from "./plan-cli.ts";
import { ancu, newFolder } from "./run-cli.ts";

async function dem(nothing = -9999): Promise<string> {
  const [width, height] = [240, 200];
  const values = Float32Array.from({ length: width * height }, (_, i) =>
    i % width < 3 ? nothing : 300.5 + (i % width),
  );
  const about = {
    width,
    height,
    GDAL_NODATA: "-9999",
    BitsPerSample: [32],
    SampleFormat: [3],
    ModelPixelScale: [0.01, 0.01, 0],
    ModelTiepoint: [0, 0, 0, 107.3, 13.9, 0],
    GTModelTypeGeoKey: 2,
    GeographicTypeGeoKey: 4326,
    GTRasterTypeGeoKey: 1,
  };
  const made = await writeArrayBuffer(values as unknown as Uint8Array, about as never);
  const file = join(newFolder(), "dem.tif");
  writeFileSync(file, new Uint8Array(made as ArrayBuffer));
  return file;
}

test("a raster is taken in, asked at a place and for every household, and taken out", async () => {
  const plan = await tinyPlan();
  const added = await done(
    "rasters",
    plan,
    "--add",
    await dem(),
    "--crs",
    "EPSG:4326",
    "--datum",
    "Hòn Dấu",
    "--name",
    "Độ cao",
  );
  expect(added.rasters).toMatchObject([
    { kind: "terrain", name: "Độ cao", verticalDatum: "Hòn Dấu", source: "dem.tif" },
  ]);
  const asked = await done("rasters", plan, "--at", "108.305,12.5");
  expect(asked.ground[0]).toMatchObject({ height: expect.closeTo(400.5, 1), class: null });
  expect((await done("rasters", plan, "--at", "120,12")).ground[0]).toMatchObject({
    height: null,
    slope: null,
  });
  const { households } = await done("rasters", plan, "--sample");
  expect(households.length).toBeGreaterThan(0);
  expect(households[0].ground).toHaveLength(1);
  const csv = await ancu("plan", "rasters", plan, "--sample");
  expect(csv.out.split("\n")[0]).toBe(
    "household,lon,lat,raster,height_m,slope_percent,slope_degrees,aspect_degrees,class",
  );
  expect(csv.out.trim().split("\n")).toHaveLength(1 + households.length);
  expect((await ancu("plan", "rasters", plan)).out).toContain("Độ cao");
  expect((await done("rasters", plan, "--remove", "Độ cao")).rasters).toEqual([]);
});

test("what is wrong is refused", async () => {
  const plan = await tinyPlan();
  const good = await dem();
  await refused(plan, "rasters", plan, "--at", "108");
  await refused(plan, "rasters", plan, "--sample", "--at", "108,12");
  await refused(plan, "rasters", plan, "--datum", "x");
  await refused(plan, "rasters", plan, "--add", good, "--crs", "EPSG:1");
  await refused(plan, "rasters", plan, "--add", good, "--as", "zones");
  await refused(plan, "rasters", plan, "--remove", "Không có");
  expect(
    (await refused(plan, "rasters", plan, "--add", await dem(-32_768), "--crs", "EPSG:4326")).told,
  ).toContain("-32.768");
});
