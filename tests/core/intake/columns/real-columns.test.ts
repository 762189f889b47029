/** Columns of real files; outside the project, and then not run. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { sampleColumn } from "../../../../src/core/intake/columns/column-sample.ts";
import { guessAs, type ShapeKind } from "../../../../src/core/intake/columns/guess-as.ts";
import { guessColumns } from "../../../../src/core/intake/columns/guess-fields.ts";
import type { Json } from "../../../../src/core/model/household.ts";

const REAL = resolve(import.meta.dirname, "../../../../../shared/real-data");

type Rows = readonly Readonly<Record<string, Json>>[];

function found(rows: Rows, shapes: ShapeKind, file: string) {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const samples = names.map((name) => sampleColumn(name, rows.length, (i) => rows[i]![name] ?? null));
  const as = guessAs(samples, shapes, "", file)[0]?.value ?? null;
  if (as === null) return { as, fields: {} };
  const guesses = guessColumns(samples, as);
  const fields = guesses.flatMap(({ field, confidence }, i) =>
    field === null ? [] : [[names[i]!, confidence === "high" ? field : `${field}?`] as const],
  );
  return { as, fields: Object.fromEntries(fields) };
}

function features(file: string): Rows {
  const text = readFileSync(resolve(REAL, `${file}.geojson`), "utf8");
  const data = JSON.parse(text) as { readonly features: readonly { readonly properties: Rows[number] }[] };
  return data.features.map(({ properties }) => properties);
}

describe.runIf(existsSync(REAL))("real files", () => {
  test.each([
    ["admin/communes_2025_full_old_daklak", "area", "units", { code: "code", name: "name" }],
    [
      "admin/communes_2025_light_with_population",
      "area",
      "units",
      { gsoCode: "code", "Phường xã mới": "name" },
    ],
    [
      "admin/communes_2009_census",
      "area",
      "units",
      { gso_code_2025_03: "code", commune_vn: "name?", district_vn: "district", province: "province" },
    ],
    ["infra/roads_osm_2026-07", "line", "roads", { name: "name", roadClass: "class" }],
    ["infra/rivers_main", "line", "roads", { name: "name" }],
  ] as const)("%s", (file, shapes, as, fields) => {
    expect(found(features(file), shapes, `${file}.geojson`)).toEqual({ as, fields });
  });

  test("warnings by commune can be communes or hazard zones", () => {
    const rows = features("hazard/nchmf_max_warning_by_commune_2025-11");
    const names = Object.keys(rows[0]!);
    const samples = names.map((name) => sampleColumn(name, rows.length, (i) => rows[i]![name] ?? null));
    const ranked = guessAs(samples, "area", "", "nchmf.geojson").map(({ value }) => value);
    expect(ranked).toEqual(["units", "hazards"]);
    const levels = guessColumns(samples, "hazards").flatMap(({ field, confidence }, i) =>
      field === "level" ? [[names[i], confidence]] : [],
    );
    // Four columns of levels, of two hazards: one is taken, and asked.
    expect(levels).toHaveLength(1);
    expect(levels[0]?.[1]).toBe("low");
  });

  test("the shapefile of communes in TCVN3, decoded", () => {
    const here = features("admin/communes_2009_census").filter((row) => row.province === "Dak Lak");
    const rows = here.map((row) => ({
      TINH: row.province_vn ?? null,
      HUYEN: row.district_vn ?? null,
      XA: row.commune_vn ?? null,
      MAXA: row.gso_code_2025_03 ?? null,
      DT_HA: row.area ?? null,
      DANSO2009: row.population ?? null,
    }));
    expect(found(rows, "area", "RGXA_DakLak_VN2000_TCVN3.shp")).toEqual({
      as: "units",
      fields: { HUYEN: "district", XA: "name", MAXA: "code" },
    });
  });

  test("the list of villages: its row numbers are no codes without being asked", () => {
    const text = readFileSync(resolve(REAL, "derived-fixtures/diem_dan_cu_VN2000_X-bac_Y-dong.csv"), "utf8");
    const [head, ...lines] = text
      .replace(/^\ufeff/, "")
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(";"));
    const samples = head!.map((name, i) => sampleColumn(name, lines.length, (row) => lines[row]![i] ?? null));
    const guesses = guessColumns(samples, "households").map(({ field, confidence }) => [field, confidence]);
    expect(guesses).toEqual([
      ["id", "low"],
      ["village", "high"],
      [null, "low"],
      [null, "low"],
      [null, "low"],
    ]);
  });
});
