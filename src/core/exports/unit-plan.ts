import type { WriteFeature } from "../formats/geojson/geojson-write.ts";
import { bboxOfFeature, geometryOf } from "../geometry/polygon-set.ts";
import type { BaselineTarget } from "../model/event.ts";
import type { Json } from "../model/household.ts";
import { earliestBaseline, planProgress } from "../targets/plan-progress.ts";
import type { IsoDate } from "../units.ts";
import type { ExportData } from "./export-data.ts";
import { householdFeature } from "./household-feature.ts";
import { placedSites } from "./placed-sites.ts";
import { siteFeature } from "./site-feature.ts";
import { decisionCounts, eligibleCounts, lastEventOn, sourcesOf } from "./sources.ts";
import type { ExportCollection } from "./to-move.ts";

const TARGETS: readonly BaselineTarget[] = ["relocation", "migrants"];

/** Whose plan it is. */
export type PlanOf =
  | { readonly what: "unit"; readonly code: string; readonly name: string }
  | { readonly what: "district"; readonly district: string };

/**
 * The plan of one commune, or of the communes of one former district: their boundaries, the households in
 * them with findings and status, the sites in them, and in the collection the progress of each as of a date
 * (left out: the last event, or the baseline's date). Property `feature` says which is which. `units` are
 * positions in the unit layer.
 */
export function unitPlan(
  data: ExportData,
  units: readonly number[],
  about: PlanOf,
  asOf: IsoDate | null,
): ExportCollection {
  const { layers } = data.plan;
  const chosen = new Set(units);
  const codes = new Set(units.map((u) => layers.units!.attributes[u]!.code));
  const features: WriteFeature[] = [];
  for (const u of units) features.push(marked("unit", boundary(data, u)));
  for (const [i, u] of data.screening.unit.entries()) {
    if (chosen.has(u)) features.push(marked("household", householdFeature(data, i)));
  }
  for (const placed of placedSites(data)) {
    if (placed.unit && codes.has(placed.unit.code)) features.push(marked("site", siteFeature(placed)));
  }
  const own = (i: number) => chosen.has(data.screening.unit[i]!);
  const counts = eligibleCounts(data, own);
  const byDecision = decisionCounts(data, own);
  const toMove = counts.yes - byDecision.excluded + byDecision.included;
  const progress = progressRows(data, codes, about, asOf);
  return {
    features,
    members: { ancu: { ...about, counts, byDecision, toMove, progress, ...sourcesOf(data) } },
  };
}

function boundary({ plan }: ExportData, u: number): WriteFeature {
  const layer = plan.layers.units!;
  const { code, name, district } = layer.attributes[u]!;
  const empty = bboxOfFeature(layer.shapes, u) === null;
  const geometry = empty ? null : geometryOf(layer.shapes, u);
  return { id: code, properties: { code, name, district }, geometry };
}

/** Keeps ids apart: a commune and a household may carry the same number. */
function marked(feature: "unit" | "household" | "site", made: WriteFeature): WriteFeature {
  return { ...made, id: `${feature}:${made.id}`, properties: { feature, ...made.properties } };
}

/** Figures of each target that has a baseline, by commune and together; the two targets are never added. */
function progressRows(
  data: ExportData,
  codes: ReadonlySet<string>,
  about: PlanOf,
  asOf: IsoDate | null,
): Json {
  const report = (target: BaselineTarget, on: IsoDate, by: "unit" | "district") => {
    const made = planProgress(data.plan, data.screening.unit, { asOf: on, target, by });
    return made.ok ? made.value.rows : [];
  };
  const found: Json[] = [];
  for (const target of TARGETS) {
    const baseline = earliestBaseline(data.plan.baselines, target);
    if (!baseline) continue;
    const last = lastEventOn(data) ?? baseline.on;
    const on = asOf ?? later(last, baseline.on);
    const rows = report(target, on, "unit").filter(({ code }) => code !== null && codes.has(code));
    const total =
      about.what === "unit"
        ? rows[0]
        : report(target, on, "district").find(({ code }) => code === about.district);
    const { name, on: frozenOn } = baseline;
    found.push({ target, asOf: on, baseline: { name, on: frozenOn }, rows, total } as unknown as Json);
  }
  return found;
}

/** ISO dates compare as text. */
function later(a: IsoDate, b: IsoDate): IsoDate {
  return [a, b].sort().at(-1)!;
}
