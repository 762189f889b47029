/**
 * Every file of the real layers through the session, with nothing said by a person: what is placed where, and what the
 * letters say. Expected values were looked up in the files themselves and in their README.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { arealLayer, openTable, readerFor } from "../../src/core/formats/index.ts";
import type { PlaceMeaning } from "../../src/core/intake/meaning.ts";
import type { Unit } from "../../src/core/model/layers.ts";
import type { IntakeContext, IntakeView } from "../../src/intake/protocol.ts";
import { good, newSession } from "./open-session.ts";

const REAL = join(import.meta.dirname, "../../../shared/real-data");
const there = existsSync(REAL);
if (!there)
  process.stdout.write("NOT RUN: the real layers are not beside the project (../shared/real-data)\n");

/** GeoJSON is in WGS 84, longitude first. */
const WGS84: PlaceMeaning = { kind: "geometry", crs: "EPSG:4326", axes: "xy" };

interface Expected {
  readonly read: number;
  /** How its numbers are read; null: it has none. */
  readonly place: PlaceMeaning | null;
  /** The first guess of what it is; null: none of our kinds, and a person is asked. */
  readonly as: string | null;
  /** A column and a text that stands in it once it is read. */
  readonly text?: readonly [column: string, text: string];
  /** Questions that a person must be asked, and no others. */
  readonly asked: readonly string[];
}

/** By path; files that belong together under the first of them. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  "admin/commune_crosswalk_2025.csv": {
    read: 102,
    place: null,
    as: "centres",
    text: ["full_name", "Phường Tuy Hoà"],
    asked: ["as"],
  },
  "admin/communes_2009_census.geojson": {
    read: 296,
    place: WGS84,
    as: "units",
    text: ["district_vn", "Thành phố Tuy Hòa"],
    asked: ["field name"],
  },
  "admin/communes_2025_full_old_daklak.geojson": { read: 68, place: WGS84, as: "units", asked: [] },
  "admin/communes_2025_full_old_phuyen.geojson": { read: 34, place: WGS84, as: "units", asked: [] },
  "admin/communes_2025_light_with_population.geojson": {
    read: 102,
    place: WGS84,
    as: "units",
    text: ["Phường xã mới", "Ea Nuôl"],
    asked: [],
  },
  "admin/districts_gso_2025-03.geojson": {
    read: 24,
    place: WGS84,
    as: "units",
    text: ["name", "Huyện Ea Súp"],
    asked: ["as"],
  },
  "admin/gso_codes_2025-03-01.csv": {
    read: 286,
    place: null,
    as: "centres",
    text: ["district", "Thành phố Tuy Hoà"],
    asked: ["as"],
  },
  "admin/province_2025.geojson": { read: 1, place: WGS84, as: "units", asked: ["as"] },
  "admin/raw/districts_2008_gadm_dak_lak.geojson": {
    read: 13,
    place: WGS84,
    as: "units",
    text: ["NAME_1", "Tây Nguyên"],
    asked: ["as", "field name"],
  },
  "admin/raw/households_2019_by_size_gadm_ids.csv": {
    read: 296,
    place: null,
    as: null,
    text: ["district", "ĐồngXuân"],
    asked: ["as"],
  },
  "admin/raw/invalid_24502_ea_phe_2026-03.geojson": { read: 1, place: WGS84, as: null, asked: ["as"] },
  "admin/raw/invalid_24529_vu_bon_2026-03.geojson": { read: 1, place: WGS84, as: null, asked: ["as"] },
  "admin/raw/population_2019_by_commune_gadm_ids.csv": {
    read: 296,
    place: null,
    as: null,
    text: ["ward_title", "Phường"],
    asked: ["as"],
  },
  "dem/dem_srtm_z9_8bit_epsg4326.tif": { read: 1, place: WGS84, as: null, asked: [] },
  "derived-fixtures/RGXA_DakLak_VN2000_TCVN3.mif": {
    read: 184,
    place: { kind: "geometry", crs: "EPSG:9218", axes: "xy" },
    as: "units",
    text: ["TINH", "Đắk Lắk"],
    asked: [],
  },
  "derived-fixtures/RGXA_DakLak_VN2000_TCVN3.shp": {
    read: 184,
    place: { kind: "geometry", crs: "EPSG:9218", axes: "xy" },
    as: "units",
    text: ["TINH", "Đắk Lắk"],
    asked: [],
  },
  "derived-fixtures/diem_dan_cu_VN2000_X-bac_Y-dong.csv": {
    read: 60,
    place: { kind: "columns", crs: "EPSG:9218", east: "Y (m)", north: "X (m)" },
    as: null,
    text: ["Tên thôn/buôn", "Tập Đoàn Bốn A"],
    // A running number may be a household's id, or nothing.
    asked: ["as", "field id"],
  },
  "hazard/nasa_glc_landslides_near_daklak.geojson": {
    read: 10,
    place: WGS84,
    as: null,
    text: ["nearest_places", "NH1, Chi Thanh town, Tuy An district, Phu Yen province"],
    // Six of ten lie in provinces beside; some texts were broken before the file was made.
    asked: ["as", "place", "field id", "encoding nearest_places"],
  },
  "hazard/nchmf_max_warning_by_commune_2025-11.geojson": {
    read: 102,
    place: WGS84,
    as: "units",
    text: ["nguycosatlo_max", "Cao"],
    asked: ["field name"],
  },
  "hazard/raw/nasa_glc_vietnam.csv": {
    read: 116,
    place: { kind: "columns", crs: "EPSG:4326", east: "longitude", north: "latitude" },
    as: null,
    text: ["country", "Vietnam"],
    asked: ["as", "place", "field id", "encoding nearest_places", "encoding near", "encoding adminname1"],
  },
  "hazard/raw/nchmf_warnings_daklak_2025-11-16_2025-12-04.csv": {
    read: 3470,
    place: null,
    as: null,
    text: ["commune_name_2cap", "Buôn Ma Thuột"],
    asked: ["as"],
  },
  "hazard/raw/water_levels_reservoirs_daklak_2025-11.csv": {
    read: 531,
    place: { kind: "columns", crs: "EPSG:4326", east: "x", north: "y" },
    as: null,
    text: ["Trạm/Hồ", "Sông Ba Hạ"],
    asked: ["as", "place"],
  },
  "hazard/water_stations_reservoirs_2025-11.geojson": {
    read: 4,
    place: WGS84,
    as: "centres",
    text: ["name", "Phú Lâm"],
    asked: ["as"],
  },
  "infra/hydropower_2020.geojson": {
    read: 24,
    place: WGS84,
    as: null,
    text: ["Vietnamese", "Krông H'năng"],
    asked: ["as", "place", "field id"],
  },
  "infra/rivers_main.geojson": {
    read: 25,
    place: WGS84,
    as: "roads",
    text: ["Basin", "Kỳ Lộ"],
    asked: ["as"],
  },
  "infra/roads_osm_2026-07.geojson": {
    read: 1201,
    place: WGS84,
    as: "roads",
    text: ["name", "Quốc lộ 1"],
    asked: [],
  },
  "protected/protected_areas_wdpa_points.geojson": {
    read: 6,
    place: WGS84,
    as: "centres",
    text: ["DESIG", "Vườn quốc gia"],
    asked: ["as"],
  },
  "protected/raw/wdpa_points_tay_nguyen.geojson": {
    read: 17,
    place: WGS84,
    as: "centres",
    asked: ["as", "place"],
  },
  "settlements/hamlets_1967-1974_hes.geojson": {
    read: 1725,
    place: WGS84,
    as: "centres",
    text: ["name", "BUON TRENG"],
    asked: ["as", "place"],
  },
  "settlements/villages_geonames_wof.geojson": {
    read: 1578,
    place: WGS84,
    as: "centres",
    text: ["name", "Phu Thuan"],
    asked: ["as"],
  },
};

/** Files that hold no table, with what is said of them. */
const REFUSED: Readonly<Record<string, string>> = {
  "dem/raw/daklak-terrain-height.png": "file.other-format",
  "dem/raw/daklak-terrain-metadata.json": "geojson.not-collection",
  "hazard/raw/nchmf_api_sample_2026-07-21_other_provinces.json": "geojson.not-collection",
};

const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  ".shp": [".dbf", ".prj", ".shx"],
  ".mif": [".mid"],
};

describe.runIf(there)("real layers", () => {
  let context: IntakeContext;
  beforeAll(() => {
    const units = ["daklak", "phuyen"].flatMap((part) => {
      const file = `communes_2025_full_old_${part}.geojson`;
      const table = openTable(readFileSync(join(REAL, "admin", file)), file);
      if (!table.ok) throw new Error(table.problem.code);
      return readerFor("units").read(table.value).accepted as Parameters<typeof arealLayer<Unit>>[0];
    });
    const layer = arealLayer<Unit>(units, "all", { name: "communes", date: null });
    context = { units: layer, unitList: "2025-07", remembered: [] };
  });

  test("no file is forgotten", () => {
    const files = readdirSync(REAL, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "README.md")
      .map((entry) => join(entry.parentPath, entry.name).slice(REAL.length + 1));
    const told = [...Object.keys(EXPECTED), ...Object.keys(REFUSED)];
    expect(files.toSorted()).toEqual(told.flatMap(filesOf).toSorted());
  });

  test.each(Object.entries(EXPECTED))("%s", async (file, expected) => {
    const session = newSession();
    await session.setContext(context);
    const opened = await session.open(filesOf(file).map(sourceOf));
    expect(opened).toMatchObject({ refused: [], items: [{ read: expected.read }] });
    const { id } = opened.items[0]!;
    const view = good(await session.view(id));
    expect(view.meaning.place).toEqual(expected.place);
    expect(view.as[0]?.value ?? null).toBe(expected.as);
    expect(askedOf(view)).toEqual(expected.asked);
    const rows = await session.rows(id, 0, expected.read);
    if (expected.text) {
      const [column, text] = expected.text;
      expect(textsOf(view, rows, column)).toContain(text);
    }
    const checked = good(await session.check(id));
    expect(checked.read).toBe(expected.read);
    // A row can be refused for more than one reason.
    const refused = new Set(checked.rejected.map(({ row }) => row)).size;
    expect(checked.accepted + refused).toBe(expected.read);
  });

  test.each(Object.entries(REFUSED))("%s is refused: %s", async (file, code) => {
    const { items, refused } = await newSession().open([sourceOf(file)]);
    expect(items).toEqual([]);
    expect(refused.map((problem) => problem.code)).toEqual([code]);
  });
});

function filesOf(file: string): readonly string[] {
  const ending = file.slice(-4);
  return [file, ...(COMPANIONS[ending] ?? []).map((other) => file.slice(0, -4) + other)];
}

function sourceOf(file: string) {
  return { name: basename(file), bytes: new Uint8Array(readFileSync(join(REAL, file))) };
}

function askedOf({ questions }: IntakeView): readonly string[] {
  return questions.map((question) => {
    if (question.kind === "field") return `field ${question.field}`;
    return "column" in question ? `${question.kind} ${question.column}` : question.kind;
  });
}

/** What a column says once it is read, under the name it now goes by. */
function textsOf(
  { columns }: IntakeView,
  rows: readonly Readonly<Record<string, unknown>>[],
  name: string,
): readonly unknown[] {
  const column = columns.find((one) => one.name === name);
  expect(column).toBeDefined();
  const now = column!.meaning.field ?? name;
  return rows.map((row) => row[now]);
}
