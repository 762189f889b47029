/** Files written by GDAL's own tools, where they are installed, against the GeoJSON they were made of. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { flatgeobuf } from "../../../src/core/formats/flatgeobuf/flatgeobuf.ts";
import { geojsonSource } from "../../../src/core/formats/geojson/geojson-source.ts";
import { geopackage } from "../../../src/core/formats/geopackage/geopackage.ts";
import { gpx } from "../../../src/core/formats/kml/gpx.ts";
import { kml } from "../../../src/core/formats/kml/kml.ts";
import type { SourceReader, SourceTable } from "../../../src/core/intake/dataset.ts";
import type { Json } from "../../../src/core/model/household.ts";
import { datasetOf } from "./source-rows.ts";

const installed = spawnSync("ogr2ogr", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "formats-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ring = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const FEATURES = Array.from({ length: 40 }, (_, i) => {
  const polygon = [ring(108 + i / 50, 12.5, 0.01), ring(108.002 + i / 50, 12.502, 0.004).reverse()];
  return {
    type: "Feature",
    properties: { ten: `Buôn Ê Đê ${i}`, so: i, le: i / 8, trong: i % 2 ? null : "x" },
    geometry:
      i % 3 === 0
        ? { type: "MultiPolygon", coordinates: [polygon, [ring(109, 13 + i / 50, 0.01)]] }
        : { type: "Polygon", coordinates: polygon },
  };
});
const CODE = 9218;

function written(format: string, name: string, more: readonly string[] = []): Uint8Array {
  const from = join(folder, "from.geojson");
  writeFileSync(from, JSON.stringify({ type: "FeatureCollection", features: FEATURES }));
  execFileSync("ogr2ogr", ["-f", format, join(folder, name), from, ...more], { stdio: "pipe" });
  return readFileSync(join(folder, name));
}
const value = (table: SourceTable, row: number, name: string): Json =>
  table.value(
    row,
    table.columns.findIndex((column) => column.toLowerCase() === name),
  );

/** Positions within a millimetre, and rings wound either way and begun anywhere are the same. */
function same(a: Json, b: Json): boolean {
  const flat = (shape: Json): string[] => {
    const { type, coordinates } = shape as { type: string; coordinates: number[][][] | number[][][][] };
    const parts = type === "Polygon" ? [coordinates as number[][][]] : (coordinates as number[][][][]);
    return parts.flat().map((one) =>
      one
        .slice(1)
        .map(([x, y]) => `${x!.toFixed(8)} ${y!.toFixed(8)}`)
        .sort()
        .join(),
    );
  };
  return JSON.stringify(flat(a)) === JSON.stringify(flat(b));
}

describe.runIf(installed)("written by ogr2ogr", () => {
  const cases: readonly (readonly [string, SourceReader, string, string, readonly string[]])[] = [
    ["FlatGeobuf", flatgeobuf, "a.fgb", "EPSG:9218", ["-a_srs", `EPSG:${CODE}`, "-lco", "SPATIAL_INDEX=NO"]],
    ["FlatGeobuf", flatgeobuf, "indexed.fgb", "EPSG:9218", ["-a_srs", `EPSG:${CODE}`]],
    ["GPKG", geopackage, "a.gpkg", "EPSG:9218", ["-a_srs", `EPSG:${CODE}`]],
    ["GeoJSONSeq", geojsonSource, "a.geojsonl", "EPSG:4326", []],
    ["GeoJSONSeq", geojsonSource, "a.geojsons", "EPSG:4326", ["-lco", "RS=YES"]],
    ["GeoJSON", geojsonSource, "a.geojson", "EPSG:9218", ["-a_srs", `EPSG:${CODE}`]],
    ["KML", kml, "a.kml", "EPSG:4326", []],
  ];
  test.each(cases)("%s %o %s", async (format, reader, name, crs, more) => {
    const [table] = (await datasetOf(reader, name, written(format, name, more))).tables;
    expect(table!.count).toBe(FEATURES.length);
    expect(table!.crs?.text).toBe(crs);
    // An index puts features in an order of its own.
    const rows = Array.from(FEATURES, (_, row) => row);
    const bySo = new Map(rows.map((row) => [Number(value(table!, row, "so")), row]));
    for (const { properties, geometry } of FEATURES) {
      const row = bySo.get(properties.so)!;
      for (const [key, wanted] of Object.entries(properties)) {
        const found = value(table!, row, key);
        expect(typeof wanted === "number" ? Number(found) : found).toBe(wanted);
      }
      expect(same(table!.geometry(row), geometry)).toBe(true);
    }
  });

  test("GPX", async () => {
    const from = join(folder, "points.geojson");
    const points = [108.1, 108.2].map((x) => ({
      type: "Feature",
      properties: { name: `Hộ ${x}` },
      geometry: { type: "Point", coordinates: [x, 12.5] },
    }));
    writeFileSync(from, JSON.stringify({ type: "FeatureCollection", features: points }));
    execFileSync("ogr2ogr", ["-f", "GPX", join(folder, "a.gpx"), from], { stdio: "pipe" });
    const [table] = (await datasetOf(gpx, "a.gpx", readFileSync(join(folder, "a.gpx")))).tables;
    expect([0, 1].map((row) => [value(table!, row, "name"), table!.geometry(row)])).toEqual(
      points.map(({ properties, geometry }) => [properties.name, geometry]),
    );
  });
});
