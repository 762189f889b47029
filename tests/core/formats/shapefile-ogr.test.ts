/** Shapefiles and MapInfo exchange files of GDAL's own tools, where they are installed, as GDAL reads them. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { mif } from "../../../src/core/formats/mapinfo/mif.ts";
import { shapefile } from "../../../src/core/formats/shapefile/shapefile.ts";
import type { SourceTable } from "../../../src/core/intake/dataset.ts";
import { groupFiles } from "../../../src/core/intake/group-files.ts";
import type { Json } from "../../../src/core/model/household.ts";
import { TOOLS } from "./source-rows.ts";

const installed = spawnSync("ogr2ogr", ["--version"]).status === 0;
if (!installed) console.warn("NOT RUN: shapefiles against GDAL (ogr2ogr is not installed)");
const FIXTURES = resolve(import.meta.dirname, "../../../../shared/real-data/derived-fixtures");
const COMMUNES = join(FIXTURES, "RGXA_DakLak_VN2000_TCVN3");
const present = existsSync(`${COMMUNES}.shp`);
if (!present)
  console.warn("NOT RUN: 184 communes in VN-2000 and TCVN3 (no ../shared/real-data beside the project)");

const folder = mkdtempSync(join(tmpdir(), "shapefile-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Feature {
  readonly properties: Readonly<Record<string, Json>>;
  readonly geometry: { readonly type: string; readonly coordinates: Json } | null;
}

function ogr(...options: readonly string[]): void {
  execFileSync("ogr2ogr", options, { stdio: "pipe" });
}

/** As GDAL reads it, in the numbers of the file, texts one sign per byte where it is told no encoding. */
function asGdal(path: string): readonly Feature[] {
  const out = join(folder, `gdal-${readdirSync(folder).length}.geojson`);
  ogr(
    "-f",
    "GeoJSON",
    "-lco",
    "COORDINATE_PRECISION=15",
    "-a_srs",
    "EPSG:4326",
    "-lco",
    "RFC7946=NO",
    out,
    path,
  );
  return (JSON.parse(readFileSync(out, "utf8")) as { features: Feature[] }).features;
}

async function asOurs(base: string): Promise<SourceTable> {
  const at = base.lastIndexOf("/");
  const files = readdirSync(base.slice(0, at))
    .filter((name) => name.startsWith(`${base.slice(at + 1)}.`))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(base.slice(0, at), name))) }));
  const { groups } = groupFiles(files);
  const group = groups[0]!;
  const reader = [shapefile, mif].find((each) => each.recognise(group))!;
  const read = await reader.read(group, TOOLS);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value.tables[0]!;
}

/** The parts of a geometry as sets: order of parts and of holes, first vertex and direction are the writer's choice. */
function likeness(geometry: Feature["geometry"] | Json, digits: number): Json {
  if (geometry === null) return null;
  const { type, coordinates } = geometry as { type: string; coordinates: Json };
  if (!/Polygon/.test(type)) return [type.replace("Multi", ""), rounded(coordinates, digits)];
  const polygons = (type === "Polygon" ? [coordinates] : coordinates) as number[][][][];
  const ring = (positions: number[][]) =>
    positions
      .slice(1)
      .map((at) => rounded(at, digits).toString())
      .sort()
      .join(" ");
  return polygons
    .map((rings) => [ring(rings[0]!), ...rings.slice(1).map(ring).sort()])
    .sort()
    .flat();
}

function rounded(value: Json, digits: number): string {
  return JSON.stringify(value, (_, inner: Json) =>
    typeof inner === "number" ? inner.toFixed(digits) : inner,
  );
}

const utf8 = (text: Json): Json =>
  typeof text === "string" ? Buffer.from(text, "latin1").toString("utf8") : text;

function compare(table: SourceTable, wanted: readonly Feature[], digits: number): void {
  expect(table.count).toBe(wanted.length);
  for (const [row, feature] of wanted.entries()) {
    for (const [column, name] of table.columns.entries()) {
      const value = table.text === "bytes" ? utf8(table.value(row, column)) : table.value(row, column);
      const wanted = feature.properties[name];
      // GDAL gives an empty text of a MIF file where ours has nothing.
      expect(value, `${name} of ${row}`).toEqual(wanted === "" || wanted === undefined ? null : wanted);
    }
    expect(likeness(table.geometry(row), digits), `shape of ${row}`).toEqual(
      likeness(feature.geometry, digits),
    );
  }
}

const ring = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const SAMPLES: Readonly<Record<string, (i: number) => Feature["geometry"]>> = {
  point: (i) => (i % 5 === 4 ? null : { type: "Point", coordinates: [108 + i / 7, 12 + i / 11] }),
  line: (i) => ({
    type: "LineString",
    coordinates: [
      [108, i],
      [108 + i / 7, 12],
      [109, 12 + i / 3],
    ],
  }),
  lines: (i) => ({
    type: "MultiLineString",
    coordinates: [
      [
        [108, i],
        [108 + i / 7, 12],
      ],
      [
        [1, 1],
        [2, i],
        [3, 3],
      ],
    ],
  }),
  area: (i) => ({ type: "Polygon", coordinates: [ring(108, i, 3), ring(109, i + 1, 1).reverse()] }),
  areas: (i) => ({
    type: "MultiPolygon",
    coordinates: [
      [ring(108, i, 9), ring(109, i + 1, 5).reverse()],
      [ring(110, i + 2, 2)],
      [ring(130, i, 4), ring(131, i + 1, 1).reverse(), ring(132.5, i + 2, 1).reverse()],
    ],
  }),
};

describe.runIf(installed)("written by ogr2ogr", () => {
  const cases = Object.keys(SAMPLES).flatMap((name) => [
    ["ESRI Shapefile", "shp", name],
    ["MapInfo File", "mif", name],
  ]);
  test.each(cases)("%s %s: %s", async (format, ending, name) => {
    const features = Array.from({ length: 23 }, (_, i) => ({
      type: "Feature",
      properties: { TEN: i % 4 === 3 ? null : `Buôn "Ê Đê", ${i}`, SO: i * 7919, LE: i / 8 },
      geometry: SAMPLES[name]!(i),
    }));
    const from = join(folder, `${name}.geojson`);
    writeFileSync(from, JSON.stringify({ type: "FeatureCollection", features }));
    const base = join(folder, `${name}-${ending}`);
    const utf8 = ending === "shp" ? ["-lco", "ENCODING=UTF-8"] : ["-lco", "ENCODING=UTF-8"];
    ogr(
      "-f",
      format,
      `${base}.${ending}`,
      from,
      ...utf8,
      ...(ending === "mif" ? ["-dsco", "FORMAT=MIF"] : []),
    );
    const table = await asOurs(base);
    expect(table.rejected).toEqual([]);
    expect(table.text).toBe(ending === "shp" ? "unicode" : "bytes");
    expect(table.crs).not.toBeNull();
    compare(table, asGdal(`${base}.${ending}`), 9);
  });
});

describe.runIf(installed && present)("184 communes in VN-2000 with TCVN3 texts", () => {
  test.each(["shp", "mif"])(".%s: shapes and numbers as GDAL, texts byte by byte", async (ending) => {
    const other = ending === "shp" ? "mif" : "shp";
    const own = join(folder, `communes-${ending}`);
    const endings = ending === "shp" ? ["shp", "shx", "dbf", "prj"] : ["mif", "mid"];
    for (const one of endings) writeFileSync(`${own}.${one}`, readFileSync(`${COMMUNES}.${one}`));
    expect(existsSync(`${own}.${other}`)).toBe(false);
    const table = await asOurs(own);
    expect([table.count, table.text, table.rejected.length]).toEqual([184, "bytes", 0]);
    const wanted = asGdal(`${own}.${ending}`);
    // GDAL believes what the file says of its letters; ours stay bytes, so texts are compared with the file below.
    const numbers = wanted.map(({ properties, geometry }) => ({
      geometry,
      properties: Object.fromEntries(
        Object.entries(properties).filter(([, value]) => typeof value === "number"),
      ),
    }));
    for (const [row, { properties, geometry }] of numbers.entries()) {
      for (const [name, value] of Object.entries(properties)) {
        expect(table.value(row, table.columns.indexOf(name))).toBe(value);
      }
      expect(likeness(table.geometry(row), 6)).toEqual(likeness(geometry, 6));
    }
    const file = readFileSync(`${own}.${ending === "shp" ? "dbf" : "mid"}`, "latin1");
    let letters = 0;
    for (let row = 0; row < table.count; row++) {
      for (const name of ["TINH", "HUYEN", "XA", "MAXA"]) {
        const text = table.value(row, table.columns.indexOf(name));
        if (typeof text !== "string") continue;
        expect(file).toContain(ending === "shp" ? `${text} ` : `"${text}"`);
        letters += [...text].filter((sign) => sign === "\u00ad").length;
      }
    }
    // The soft hyphen of Latin-1 is the letter ư of TCVN3.
    expect(letters).toBeGreaterThan(50);
  });

  test("both say the same of every commune", async () => {
    const tables: SourceTable[] = [];
    for (const endings of [
      ["shp", "shx", "dbf"],
      ["mif", "mid"],
    ]) {
      const base = join(folder, `same-${endings[0]}`);
      for (const one of endings) writeFileSync(`${base}.${one}`, readFileSync(`${COMMUNES}.${one}`));
      tables.push(await asOurs(base));
    }
    const [shp, exchange] = tables;
    for (let row = 0; row < 184; row++) {
      expect(shp!.columns.map((_, c) => shp!.value(row, c))).toEqual(
        exchange!.columns.map((_, c) => exchange!.value(row, c)),
      );
      expect(likeness(shp!.geometry(row), 3)).toEqual(likeness(exchange!.geometry(row), 3));
    }
  });
});
