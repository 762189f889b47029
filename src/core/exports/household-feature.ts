import type { WriteFeature } from "../formats/geojson/geojson-write.ts";
import { textAt } from "../model/columns.ts";
import type { HouseholdColumns, Json } from "../model/household.ts";
import { textOf } from "../model/text-column.ts";
import { factsOf } from "../screening/facts.ts";
import type { ExportData } from "./export-data.ts";

/**
 * Household `i` as a feature: its own properties under their own names, the register's fields that are not
 * among them, then what screening says, what was decided and the status. A household that is not located has no geometry.
 * The last groups always have their standard names: an own property of the same name gives way.
 */
export function householdFeature(data: ExportData, i: number): WriteFeature {
  const { households } = data.plan;
  const lon = households.lon[i]!;
  const lat = households.lat[i]!;
  const located = !Number.isNaN(lon) && !Number.isNaN(lat);
  const own = ownProperties(households, i);
  return {
    id: textOf(households.id, i)!,
    properties: {
      ...own,
      ...registerFields(households, i),
      ...own, // once for the order, once for the values
      ...factsOf(data.prepared, data.screening, data.rules, i),
      ...decisionFields(data, i),
      status: data.statusOf(i),
    },
    geometry: located ? { type: "Point", coordinates: [lon, lat] } : null,
  };
}

function registerFields(households: HouseholdColumns, i: number): Record<string, Json> {
  const members = households.members[i]!;
  return {
    id: textOf(households.id, i)!,
    head: textOf(households.head, i),
    ethnicity: textAt(households.ethnicity, i),
    members: members < 0 ? null : members,
    poverty: textAt(households.poverty, i),
    migrant: [false, true, null][households.migrant[i]!] ?? null,
    village: textAt(households.village, i),
    commune_code: textAt(households.communeCode, i),
  };
}

/** `eligible` stays what the rules say; null: nothing was decided. */
function decisionFields({ decisions }: ExportData, i: number): Record<string, Json> {
  const decision = decisions.of(i);
  return {
    decision: decision?.choice ?? null,
    decision_reason: decision?.reason ?? null,
    decision_document: decision?.document ?? null,
    decision_on: decision?.on ?? null,
  };
}

function ownProperties(households: HouseholdColumns, i: number): Record<string, Json> {
  const text = households.properties ? textOf(households.properties, i) : null;
  return text ? (JSON.parse(text) as Record<string, Json>) : {};
}
