import { isCandidate } from "../model/decision.ts";
import type { Json } from "../model/household.ts";
import type { ReferenceLayers } from "../model/layers.ts";
import { ELIGIBLE_NAMES, HIT, UNKNOWN } from "../screening/finding.ts";
import type { ExportData } from "./export-data.ts";

/**
 * What an export was computed from, for the foreign member `ancu` of its collection: plan and revision,
 * every layer with its date and coverage, the unit list, the rules and the reading, the last event counted
 * and the counts of the whole plan. The same plan and rules give the same object.
 */
export function sourcesOf(data: ExportData): { readonly [key: string]: Json } {
  const { plan, rules, rulesSaved } = data;
  const { households, layers } = plan;
  return {
    program: "An Cư",
    plan: plan.planId,
    revision: plan.revision,
    unitList: layers.units ? { name: layers.units.name, date: layers.units.date } : null,
    layers: layerRows(layers),
    rules: rules as unknown as Json,
    rulesSaved,
    reading: rules.reading,
    lastEvent: lastEventOn(data),
    households: { read: households.count, located: data.prepared.located, ...eligibleCounts(data) },
  };
}

/** Date of the last event in the plan, null without events. */
export function lastEventOn({ plan }: ExportData): string | null {
  let last: string | null = null;
  for (const { on } of plan.events) if (last === null || on > last) last = on;
  return last;
}

/** Households by what the rules say of them; `among` restricts to some. The three add up to all of them. */
export function eligibleCounts(
  { screening }: ExportData,
  among: (i: number) => boolean = () => true,
): { yes: number; unknown: number; no: number } {
  const counts = { yes: 0, unknown: 0, no: 0 };
  for (const [i, code] of screening.eligible.entries()) if (among(i)) counts[ELIGIBLE_NAMES[code]!]++;
  return counts;
}

/**
 * Households that decisions moved: proposed and excluded, not proposed and included; and, of those of which the
 * rules do not know, how many were included and excluded. `among` restricts to some. A decision that agrees with
 * the proposal moves nobody.
 */
export function decisionCounts(
  { screening, decisions }: ExportData,
  among: (i: number) => boolean = () => true,
): { excluded: number; included: number; unknownIncluded: number; unknownExcluded: number } {
  const counts = { excluded: 0, included: 0, unknownIncluded: 0, unknownExcluded: 0 };
  for (const [i, code] of screening.eligible.entries()) {
    const state = decisions.state[i]!;
    if (state === 0 || !among(i)) continue;
    const proposed = code === HIT;
    const taken = isCandidate(proposed, state);
    if (proposed && !taken) counts.excluded++;
    if (!proposed && taken) counts.included++;
    if (code === UNKNOWN) counts[taken ? "unknownIncluded" : "unknownExcluded"]++;
  }
  return counts;
}

function layerRows({ units, forests, hazards, roads, centres }: ReferenceLayers): Json {
  const rows: Json[] = [];
  const add = (
    kind: string,
    layer: { name: string; date: string | null; coverage?: string } | null,
    n = 0,
  ) => {
    if (!layer) return;
    const { name, date, coverage = null } = layer;
    rows.push({ kind, name, date, coverage, features: n });
  };
  add("units", units, units?.shapes.count);
  for (const layer of forests) add("forests", layer, layer.shapes.count);
  for (const layer of hazards) add("hazards", layer, layer.shapes.count);
  add("roads", roads, roads?.shapes.count);
  add("centres", centres, centres?.lon.length);
  return rows;
}
