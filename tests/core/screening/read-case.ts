/** Reads a worked example (`households.csv`, layers as GeoJSON, `rules.json`, `expected.csv`) for the core API. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import papaparse from "papaparse";
import { lineSetOf, polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import { columnsFrom } from "../../../src/core/model/columns.ts";
import type { ArealGeometry, LineGeometry, PointGeometry } from "../../../src/core/model/geometry.ts";
import type { Household, HouseholdColumns } from "../../../src/core/model/household.ts";
import type {
  ArealLayer,
  Coverage,
  Forest,
  Hazard,
  ReferenceLayers,
} from "../../../src/core/model/layers.ts";
import type { Rules } from "../../../src/core/screening/rule-set.ts";

export interface Case {
  readonly columns: HouseholdColumns;
  readonly layers: ReferenceLayers;
  readonly rules: Rules;
  readonly expected: readonly Readonly<Record<string, string>>[];
}

interface Feature<G> {
  readonly geometry: G;
  readonly properties: Readonly<Record<string, string | number | null>>;
}

/** `unitsFrom`: folder whose units are used. Coverages are what the example is run with. */
export function readCase(
  folder: string,
  coverage: { readonly forests: Coverage; readonly hazards: Coverage },
  unitsFrom = folder,
): Case {
  const units = features<ArealGeometry>(unitsFrom, "units");
  const roads = features<LineGeometry>(folder, "roads");
  const centres = features<PointGeometry>(folder, "centres");
  return {
    columns: columnsFrom(rows(join(folder, "households.csv")).map(household)),
    expected: rows(join(folder, "expected.csv")),
    rules: JSON.parse(readFileSync(join(folder, "rules.json"), "utf8")),
    layers: {
      units: layer(units, "all", (p) => ({ code: `${p.code}`, name: `${p.name}`, district: null })),
      forests: [
        layer(
          features(folder, "forests"),
          coverage.forests,
          (p) => ({ ...p, subzone: null }) as unknown as Forest,
        ),
      ],
      hazards: [layer(features(folder, "hazards"), coverage.hazards, (p) => p as unknown as Hazard)],
      roads:
        roads.length === 0
          ? null
          : {
              name: "roads",
              date: null,
              shapes: lineSetOf(roads.map(({ geometry }) => geometry)),
              attributes: roads.map(({ properties }) => ({ name: `${properties.name}`, roadClass: null })),
            },
      centres:
        centres.length === 0
          ? null
          : {
              name: "centres",
              date: null,
              lon: Float64Array.from(centres, ({ geometry }) => geometry.coordinates[0]),
              lat: Float64Array.from(centres, ({ geometry }) => geometry.coordinates[1]),
              attributes: centres.map(({ properties }) => ({ code: `${properties.code}`, name: null })),
            },
    },
  };
}

function layer<A>(
  from: readonly Feature<ArealGeometry>[],
  coverage: Coverage,
  attribute: (properties: Feature<ArealGeometry>["properties"]) => A,
): ArealLayer<A> {
  const shapes = polygonSetOf(from.map(({ geometry }) => geometry));
  return {
    name: "layer",
    date: null,
    coverage,
    shapes,
    attributes: from.map((f) => attribute(f.properties)),
  };
}

function features<G>(folder: string, name: string): readonly Feature<G>[] {
  const file = join(folder, `${name}.geojson`);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).features : [];
}

function rows(file: string): Record<string, string>[] {
  const text = readFileSync(file, "utf8");
  return papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

function household(row: Record<string, string>): Household {
  const number = (text: string | undefined) => (text ? Number(text) : null);
  return {
    id: row.id!,
    head: row.head || null,
    ethnicity: row.ethnicity || null,
    members: number(row.members),
    poverty: row.poverty || null,
    migrant: row.migrant ? row.migrant === "có" : null,
    village: row.village || null,
    communeCode: row.commune_code || null,
    lon: number(row.lon),
    lat: number(row.lat),
    properties: row,
  };
}
