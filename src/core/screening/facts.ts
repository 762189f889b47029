import type { HazardKind, HazardLevel } from "../model/layers.ts";
import type { Eligible, FindingState, Screening } from "./finding.ts";
import type { Prepared } from "./prepare.ts";
import type { Rules } from "./rule-set.ts";

/** The properties that are added to every household that leaves the program, in this order. */
export interface ScreenFacts {
  readonly unit_code: string | null;
  readonly unit_name: string | null;
  readonly f_minority: FindingState;
  readonly f_scattered: FindingState;
  readonly f_forest: FindingState;
  readonly f_remote: FindingState;
  readonly f_hazard: FindingState;
  readonly eligible: Eligible;
  readonly forest_name: string | null;
  readonly hazard_kind: HazardKind | null;
  readonly hazard_level: HazardLevel | null;
  readonly neighbours: number | null;
  readonly cluster_size: number | null;
  readonly hazard_distance_m: number | null;
  readonly road_distance_m: number | null;
  readonly centre_distance_m: number | null;
}

export function factsOf(prepared: Prepared, screening: Screening, rules: Rules, i: number): ScreenFacts {
  throw new Error(`filling in ${prepared.located} ${screening.unit.length} ${rules.reading} ${i}`);
}
