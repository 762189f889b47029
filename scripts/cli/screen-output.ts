/** Every household with its own properties and what screening adds to it, as GeoJSON or CSV. */
import { geoJsonChunks, type WriteFeature, writeCsv } from "../../src/core/formats/index.ts";
import type { Household, Json } from "../../src/core/model/household.ts";
import { factsOf, type ScreenFacts } from "../../src/core/screening/facts.ts";
import type { Screening } from "../../src/core/screening/finding.ts";
import type { Prepared } from "../../src/core/screening/prepare.ts";
import { writeLayer } from "../../src/plan/write-layer.ts";
import type { ScreenInputs } from "./screen-inputs.ts";
import { computedFrom } from "./screen-summary.ts";

/** The added properties, in order. The compiler refuses a missing one. */
const FACTS = Object.keys({
  unit_code: 0,
  unit_name: 0,
  f_minority: 0,
  f_scattered: 0,
  f_forest: 0,
  f_remote: 0,
  f_hazard: 0,
  eligible: 0,
  forest_name: 0,
  hazard_kind: 0,
  hazard_level: 0,
  neighbours: 0,
  cluster_size: 0,
  hazard_distance_m: 0,
  road_distance_m: 0,
  centre_distance_m: 0,
} satisfies Record<keyof ScreenFacts, 0>);
/** Stands on every row when zones were left out, so that no copy of a row can hide it. */
const INCOMPLETE = "layers_incomplete";

/** Columns of the register that the result replaces. */
export function replacedColumns(columns: readonly string[]): readonly string[] {
  return columns.filter((name) => FACTS.includes(name) || name === INCOMPLETE);
}

/** The file in pieces; its ending says the format. `at` is the time a GeoPackage is dated with. */
export async function outputPieces(
  file: string,
  inputs: ScreenInputs,
  prepared: Prepared,
  screening: Screening,
  at: string,
): Promise<Iterable<string | Uint8Array>> {
  const { households, rules, skipped } = inputs;
  const incomplete = skipped.map((layer) => `${layer.file}: ${layer.count}`).join("; ");
  const facts = (i: number): Record<string, Json> => ({
    ...factsOf(prepared, screening, rules, i),
    ...(skipped.length > 0 && { [INCOMPLETE]: incomplete }),
  });
  const accepted = households.result.accepted;
  if (/\.csv$/i.test(file)) {
    const added = skipped.length > 0 ? [...FACTS, INCOMPLETE] : FACTS;
    return [csvOf(households.columns, accepted, added, facts)];
  }
  const from = computedFrom(inputs);
  if (!/\.gpkg$/i.test(file)) return geoJsonChunks(featuresOf(accepted, facts), { ancu: from });
  const rows = [...featuresOf(accepted, facts)].map(({ id, properties, geometry }) => ({
    properties: "id" in properties ? properties : { id: id ?? null, ...properties },
    geometry,
  }));
  return [await writeLayer(rows, { table: "households", title: JSON.stringify(from), at })];
}

function* featuresOf(
  households: readonly Household[],
  facts: (i: number) => Record<string, Json>,
): Generator<WriteFeature> {
  for (const [i, household] of households.entries()) {
    const { id, lon, lat } = household;
    yield {
      id,
      properties: { ...household.properties, ...facts(i) },
      geometry: lon === null || lat === null ? null : { type: "Point", coordinates: [lon, lat] },
    };
  }
}

/** The place of a register whose features were points goes into columns of its own. */
function csvOf(
  columns: readonly string[],
  households: readonly Household[],
  added: readonly string[],
  facts: (i: number) => Record<string, Json>,
): Uint8Array {
  const place = ["lon", "lat"].filter((name) => !columns.includes(name));
  const idColumn = columns.includes("id") ? [] : ["id"];
  const own = columns.filter((name) => !added.includes(name));
  function* rows(): Generator<Record<string, Json>> {
    for (const [i, household] of households.entries()) {
      const { id, lon, lat } = household;
      yield { id, lon, lat, ...household.properties, ...facts(i) };
    }
  }
  return writeCsv([...idColumn, ...own, ...place, ...added], rows());
}
