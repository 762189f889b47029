/** The properties that screening adds to every household that leaves the program. */
import type { HazardKind, HazardLevel } from "../model/layers.ts";
import {
  ELIGIBLE_NAMES,
  type Eligible,
  FINDING_NAMES,
  type FindingState,
  type Screening,
} from "./finding.ts";
import { type Prepared, unitOf } from "./prepare.ts";
import type { Rules } from "./rule-set.ts";
import { scatterFacts } from "./rules/scattered.ts";
import { edgeOf, forestAt, hazardAt } from "./zone-evidence.ts";

/** In this order, under these names, in every file. Null where not known. */
export interface ScreenFacts {
  readonly unit_code: string | null;
  readonly unit_name: string | null;
  readonly f_minority: FindingState;
  readonly f_scattered: FindingState;
  readonly f_forest: FindingState;
  readonly f_remote: FindingState;
  readonly f_hazard: FindingState;
  readonly eligible: Eligible;
  /** Of a forest that counts under the rules and contains the household. */
  readonly forest_name: string | null;
  /** Kind and level of the highest zone that contains the household, whether it counts or not. */
  readonly hazard_kind: HazardKind | null;
  readonly hazard_level: HazardLevel | null;
  readonly neighbours: number | null;
  readonly cluster_size: number | null;
  /** To the nearest zone that counts: 0 inside one, null when farther than 5 km. Metres, to 0.1 m. */
  readonly hazard_distance_m: number | null;
  readonly road_distance_m: number | null;
  readonly centre_distance_m: number | null;
}

/**
 * The facts of household `i`. `screening` must come from `screen(prepared, rules)`. The first call counts the
 * neighbours and clusters of everybody; for one household alone ask `explain`.
 */
export function factsOf(prepared: Prepared, screening: Screening, rules: Rules, i: number): ScreenFacts {
  const { count } = prepared.households;
  if (!(i >= 0 && i < count)) throw new RangeError(`household ${i} of ${count}`);
  const unit = unitOf(prepared, i);
  const forest = forestAt(prepared, rules, i);
  const hazard = hazardAt(prepared, rules, i);
  const { neighbours, clusterSize } = scatterFacts(prepared, rules.scattered);
  const hazardM = hazard.inside ? 0 : edgeOf(prepared, prepared.hazards, hazard.thresholds, i);
  return {
    unit_code: unit?.code ?? null,
    unit_name: unit?.name ?? null,
    f_minority: FINDING_NAMES[screening.minority[i]!]!,
    f_scattered: FINDING_NAMES[screening.scattered[i]!]!,
    f_forest: FINDING_NAMES[screening.forest[i]!]!,
    f_remote: FINDING_NAMES[screening.remote[i]!]!,
    f_hazard: FINDING_NAMES[screening.hazard[i]!]!,
    eligible: ELIGIBLE_NAMES[screening.eligible[i]!]!,
    forest_name: forest.inside ? (forest.zone?.name ?? null) : null,
    hazard_kind: hazard.zone?.kind ?? null,
    hazard_level: hazard.zone?.level ?? null,
    neighbours: neighbours[i]! < 0 ? null : neighbours[i]!,
    cluster_size: clusterSize[i]! < 0 ? null : clusterSize[i]!,
    hazard_distance_m: decimetres(hazardM),
    road_distance_m: decimetres(screening.roadM[i]!),
    centre_distance_m: decimetres(screening.centreM[i]!),
  };
}

function decimetres(metres: number | null): number | null {
  return metres === null || Number.isNaN(metres) ? null : Math.round(metres * 10) / 10;
}
