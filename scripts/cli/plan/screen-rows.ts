/** Every household of a screened plan as a file: the same properties as an export of the interface. */
import type { ExportData } from "../../../src/core/exports/export-data.ts";
import { householdFeature } from "../../../src/core/exports/household-feature.ts";
import { sourcesOf } from "../../../src/core/exports/sources.ts";
import { geoJsonChunks, type WriteFeature, writeCsv } from "../../../src/core/formats/index.ts";
import type { HouseholdEvent, HouseholdStatus } from "../../../src/core/model/event.ts";
import type { Json } from "../../../src/core/model/household.ts";
import type { PlanSnapshot } from "../../../src/core/model/snapshot.ts";
import { textOf } from "../../../src/core/model/text-column.ts";
import { statusOf } from "../../../src/core/targets/status.ts";
import { writeLayer } from "../../../src/plan/write-layer.ts";
import type { ScreenedPlan } from "./screened-plan.ts";

/** Stands on every row when features of a layer were left out, so that no copy of a row can hide it. */
const INCOMPLETE = "layers_incomplete";

/** The file in pieces; its ending says the format. `at`: the time a GeoPackage is dated with. */
export async function screenRows(
  file: string,
  screened: ScreenedPlan,
  skipped: readonly { readonly file: string; readonly count: number }[],
  at: string,
): Promise<Iterable<string | Uint8Array>> {
  const data: ExportData = {
    ...screened,
    rulesSaved: screened.rules === screened.plan.rules,
    statusOf: statuses(screened.plan),
  };
  const missing = skipped.map((layer) => `${layer.file}: ${layer.count}`).join("; ");
  const about = { ...sourcesOf(data), ...(missing !== "" && { skipped: skipped as unknown as Json }) };
  const features = () => featuresOf(data, missing === "" ? {} : { [INCOMPLETE]: missing });
  if (/\.csv$/i.test(file)) return [csvOf([...features()])];
  if (!/\.gpkg$/i.test(file)) return geoJsonChunks(features(), { ancu: about });
  const title = JSON.stringify(about);
  return [await writeLayer([...features()], { table: "households", title, at })];
}

function* featuresOf(data: ExportData, more: Readonly<Record<string, Json>>): Generator<WriteFeature> {
  for (let i = 0; i < data.plan.households.count; i++) {
    const feature = householdFeature(data, i);
    yield { ...feature, properties: { ...feature.properties, ...more } };
  }
}

/** Columns in order of first appearance; the place of a household whose source was a point has columns of its own. */
function csvOf(features: readonly WriteFeature[]): Uint8Array {
  const columns = new Set<string>();
  for (const { properties } of features) for (const name of Object.keys(properties)) columns.add(name);
  const rows = features.map(({ properties, geometry }) => {
    const [lon, lat] = geometry?.type === "Point" ? geometry.coordinates : [null, null];
    return { lon: lon ?? null, lat: lat ?? null, ...properties };
  });
  return writeCsv([...columns, ...["lon", "lat"].filter((name) => !columns.has(name))], rows);
}

function statuses({ events, households }: PlanSnapshot): (i: number) => HouseholdStatus {
  const own = new Map<string, HouseholdEvent[]>();
  for (const event of events) {
    const list = own.get(event.householdId);
    if (list) list.push(event);
    else own.set(event.householdId, [event]);
  }
  return (i) => statusOf(own.get(textOf(households.id, i)!) ?? []);
}
