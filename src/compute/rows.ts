import { textAt } from "../core/model/columns.ts";
import { DECISION_STATES } from "../core/model/decision.ts";
import { HOUSEHOLD_STATUSES } from "../core/model/event.ts";
import type { HouseholdColumns } from "../core/model/household.ts";
import type { Unit } from "../core/model/layers.ts";
import { textOf } from "../core/model/text-column.ts";
import { ELIGIBLE_NAMES, FINDING_NAMES, type Screening } from "../core/screening/finding.ts";
import type { HouseholdRow } from "./protocol.ts";

/** The columns a row is read from, all in register order. */
export interface RowColumns {
  readonly households: HouseholdColumns;
  readonly screening: Screening;
  /** Position in `HOUSEHOLD_STATUSES`. */
  readonly status: Uint8Array;
  /** Position in `DECISION_STATES`. */
  readonly decision: Uint8Array;
  /** Attributes of the unit layer; empty without one. */
  readonly units: readonly Unit[];
}

/** What the table shows of household `i`. */
export function rowOf(
  { households, screening, status, decision, units }: RowColumns,
  i: number,
): HouseholdRow {
  const unit = units[screening.unit[i]!] ?? null;
  const lon = households.lon[i]!;
  const lat = households.lat[i]!;
  const members = households.members[i]!;
  return {
    id: textOf(households.id, i)!,
    head: textOf(households.head, i),
    ethnicity: textAt(households.ethnicity, i),
    members: members < 0 ? null : members,
    poverty: textAt(households.poverty, i),
    migrant: [false, true, null][households.migrant[i]!] ?? null,
    village: textAt(households.village, i),
    communeCode: textAt(households.communeCode, i),
    unitCode: unit?.code ?? null,
    unitName: unit?.name ?? null,
    at: Number.isNaN(lon) || Number.isNaN(lat) ? null : [lon, lat],
    eligible: ELIGIBLE_NAMES[screening.eligible[i]!]!,
    decision: DECISION_STATES[decision[i]!]!,
    findings: {
      minority: FINDING_NAMES[screening.minority[i]!]!,
      scattered: FINDING_NAMES[screening.scattered[i]!]!,
      forest: FINDING_NAMES[screening.forest[i]!]!,
      hazard: FINDING_NAMES[screening.hazard[i]!]!,
      remote: FINDING_NAMES[screening.remote[i]!]!,
    },
    status: HOUSEHOLD_STATUSES[status[i]!]!,
  };
}
