/** Real communes and the files made of them, outside the project; not run where they are not. */
import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { CRS_DEFINITIONS } from "../../../../src/core/crs/definitions.ts";
import { crsTransform } from "../../../../src/core/crs/transform.ts";
import { csvSource } from "../../../../src/core/formats/csv/csv-source.ts";
import { mif } from "../../../../src/core/formats/mapinfo/mif.ts";
import { shapefile } from "../../../../src/core/formats/shapefile/shapefile.ts";
import { distanceM } from "../../../../src/core/geometry/ellipsoid.ts";
import type { SourceReader, SourceTable, SourceTools } from "../../../../src/core/intake/dataset.ts";
import { guessPlace } from "../../../../src/core/intake/place/guess-place.ts";
import { placerOf } from "../../../../src/core/intake/place/placer.ts";
import { provePlaces } from "../../../../src/core/intake/place/prove-place.ts";
import type { ArealGeometry } from "../../../../src/core/model/geometry.ts";
import type { LonLat } from "../../../../src/core/units.ts";
import { layerOf, moved, numbersIn, pointsIn, randomFrom, shapes, sheet } from "./support.ts";

const REAL = resolve(import.meta.dirname, "../../../../../shared/real-data");
const here = existsSync(REAL);
if (!here) console.warn("NOT RUN: real communes (no ../shared/real-data beside the project)");

interface Feature {
  readonly properties: Readonly<Record<string, string>>;
  readonly geometry: ArealGeometry;
}
const features = (name: string): readonly Feature[] =>
  (JSON.parse(readFileSync(resolve(REAL, name), "utf8")) as { features: Feature[] }).features;

const NO_TOOLS: SourceTools = { gdal: () => expect.unreachable(), sqlite: () => expect.unreachable() };

async function tableOf(
  reader: SourceReader,
  main: string,
  ...companions: readonly string[]
): Promise<SourceTable> {
  const file = (name: string) => ({
    name: basename(name),
    bytes: new Uint8Array(readFileSync(resolve(REAL, "derived-fixtures", name))),
  });
  const read = await reader.read({ main: file(main), companions: companions.map(file) }, NO_TOOLS);
  return read.ok ? read.value.tables[0]! : expect.unreachable(read.problem.code);
}

describe.runIf(here)("real communes", () => {
  const current = here
    ? ["old_daklak", "old_phuyen"].flatMap((part) => features(`admin/communes_2025_full_${part}.geojson`))
    : [];
  const layer = layerOf(
    current.map(({ geometry }) => geometry),
    current.map(({ properties }) => properties.code!),
  );
  const nobody = () => null;
  const guess = (table: SourceTable) => guessPlace(table, { names: table.columns });

  test.each([
    [
      "the shapefile with its .prj",
      shapefile,
      ["RGXA_DakLak_VN2000_TCVN3.shp", "RGXA_DakLak_VN2000_TCVN3.dbf", "RGXA_DakLak_VN2000_TCVN3.prj"],
      "high",
    ],
    [
      "the shapefile alone",
      shapefile,
      ["RGXA_DakLak_VN2000_TCVN3.shp", "RGXA_DakLak_VN2000_TCVN3.dbf"],
      "low",
    ],
    ["the MIF", mif, ["RGXA_DakLak_VN2000_TCVN3.mif", "RGXA_DakLak_VN2000_TCVN3.mid"], "high"],
  ] as const)(
    "%s lies right at the first guess, and the communes of today confirm it",
    async (_, reader, files, sure) => {
      const [main, ...others] = files;
      const table = await tableOf(reader, main, ...others);
      const guesses = guess(table);
      expect(guesses.ranked[0]?.value).toEqual({ kind: "geometry", crs: "EPSG:9218", axes: "xy" });
      expect(guesses.confidence).toBe(sure);
      const { views, confidence } = provePlaces(table, guesses, layer, nobody);
      expect([views[0]?.crs, confidence]).toEqual(["EPSG:9218", "high"]);
      expect(views[0]?.proof).toMatchObject({ rows: 184, insideAny: 184 });
      // The same communes in WGS 84, as they were before.
      const source = features("admin/communes_2009_census.geojson");
      const firsts = source.map(
        ({ geometry }) => (geometry.coordinates as LonLat[][][]).flat(3) as unknown as number[],
      );
      const known = new Set(firsts.map(([lon, lat]) => `${lon!.toFixed(4)} ${lat!.toFixed(4)}`));
      const place = placerOf(guesses.ranked[0]!.value, table);
      let found = 0;
      for (let row = 0; row < table.count; row++) {
        const result = place(row);
        const shape = "shape" in result ? (result.shape as ArealGeometry) : expect.unreachable();
        const positions = (shape.coordinates as unknown[]).flat(Infinity) as number[];
        for (let i = 0; i < positions.length; i += 2) {
          if (!known.has(`${positions[i]!.toFixed(4)} ${positions[i + 1]!.toFixed(4)}`)) continue;
          found++;
          break;
        }
      }
      expect(found).toBe(184);
    },
  );

  test("the points of the CSV with X as northing and decimal commas", async () => {
    const table = await tableOf(csvSource, "diem_dan_cu_VN2000_X-bac_Y-dong.csv");
    const guesses = guess(table);
    expect(guesses.ranked[0]?.value).toEqual({
      kind: "columns",
      crs: "EPSG:9218",
      east: "Y (m)",
      north: "X (m)",
    });
    const { views, confidence } = provePlaces(table, guesses, layer, nobody);
    expect([views[0]?.crs, confidence]).toEqual(["EPSG:9218", "high"]);
    expect(views[0]?.proof).toMatchObject({ rows: 60, insideAny: 60 });
    const villages = features("settlements/villages_geonames_wof.geojson").map(
      ({ geometry }) => geometry.coordinates as unknown as LonLat,
    );
    const place = placerOf(guesses.ranked[0]!.value, table);
    for (let row = 0; row < table.count; row++) {
      const result = place(row);
      const at = "at" in result && result.at ? result.at : expect.unreachable();
      const nearest = Math.min(...villages.map((village) => distanceM(...at, ...village)));
      expect(nearest).toBeLessThan(0.1);
    }
  });

  test("the new communes in VN-2000 and in WGS 84 of the same grid are told apart by their centres", () => {
    for (const crs of ["EPSG:3405", "EPSG:32648"] as const) {
      const { forward } = crsTransform(crs);
      const table = shapes(
        current.map(({ geometry }) => moved(geometry, forward)),
        null,
      );
      const { views, confidence } = provePlaces(
        table,
        guess(table),
        layer,
        (row) => current[row]!.properties.code!,
      );
      expect([views[0]?.crs, confidence]).toEqual([crs, "high"]);
    }
  });

  test("households with one commune in fifty written down wrongly: right first, sure only when right", () => {
    const random = randomFrom(5);
    const usual = CRS_DEFINITIONS.filter(
      ({ datum, grid }) => (datum === "vn2000" || datum === "wgs84") && (grid?.centralMeridian ?? 108) >= 105,
    );
    const tried = { all: 0, first: 0, high: 0, wrong: 0 };
    for (let n = 0; n < 60; n++) {
      const { code } = usual[n % usual.length]!;
      const points = pointsIn(layer, [50, 300, 2000][Math.floor(random() * 3)]!, random);
      const declared = points.map((point) => (random() < 0.02 ? layer.attributes[0]!.code : point.code));
      const table = sheet(
        ["X", "Y"],
        numbersIn(code, points).map(([x, y]) => [y, x]),
      );
      const { views, confidence } = provePlaces(table, guess(table), layer, (row) => declared[row]!);
      const right = views[0]?.crs === code;
      tried.all++;
      tried.first += right ? 1 : 0;
      tried.high += confidence === "high" ? 1 : 0;
      tried.wrong += confidence === "high" && !right ? 1 : 0;
    }
    console.info(
      `real communes: first right ${tried.first} of ${tried.all}, sure ${tried.high}, sure and wrong ${tried.wrong}`,
    );
    expect(tried.wrong).toBe(0);
    expect(tried.first / tried.all).toBeGreaterThan(0.9);
  }, 60_000);
});
