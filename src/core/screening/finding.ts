/** Three-valued findings, as bytes in columns and as words with evidence for one household. */
import type { ForestKind, ForestSubzone, HazardKind, HazardLevel } from "../model/layers.ts";
import type { Reading } from "./rule-set.ts";

/** Byte codes used in every finding column and, as no / yes / unknown, in the `eligible` column. */
export const CLEAR = 0;
export const HIT = 1;
export const UNKNOWN = 2;
export const FINDING_NAMES = ["clear", "hit", "unknown"] as const;
export const ELIGIBLE_NAMES = ["no", "yes", "unknown"] as const;
export type FindingState = (typeof FINDING_NAMES)[number];
export type Eligible = (typeof ELIGIBLE_NAMES)[number];

/** The result of screening, as columns in household order. */
export interface Screening {
  /** How the plan's sentence was read. */
  readonly reading: Reading;
  /** Index of the containing unit in the unit layer, -1 when in none or not located. */
  readonly unit: Int32Array;
  readonly minority: Uint8Array;
  readonly scattered: Uint8Array;
  readonly forest: Uint8Array;
  readonly remote: Uint8Array;
  readonly hazard: Uint8Array;
  readonly eligible: Uint8Array;
  /**
   * Households in no unit, then in each unit of the layer: `COMBINATION_SLOTS` numbers each, by the number of
   * the combination of findings (`combinations.ts`).
   */
  readonly tally: Uint32Array;
  /** Households that joined and left the "yes" side, when there was a screening before this one. */
  readonly moved: { readonly joined: number; readonly left: number } | null;
  /** Metres, NaN when not known. */
  readonly roadM: Float64Array;
  readonly centreM: Float64Array;
}

/** Why a criterion answers as it does: what the interface needs to say it in words. */
export interface Evidence {
  readonly minority: {
    readonly state: FindingState;
    readonly off: boolean;
    readonly ethnicity: string | null;
  };
  readonly scattered: {
    readonly state: FindingState;
    readonly off: boolean;
    readonly located: boolean;
    readonly neighbours: number | null;
    readonly clusterSize: number | null;
  };
  readonly forest: {
    readonly state: FindingState;
    readonly off: boolean;
    readonly located: boolean;
    readonly hasLayer: boolean;
    /** Inside at least one counting polygon. */
    readonly inside: boolean;
    readonly name: string | null;
    readonly kind: ForestKind | null;
    readonly subzone: ForestSubzone | null;
    /** Metres to the nearest boundary of a counting polygon, null when farther than 5 km or not known. */
    readonly edgeM: number | null;
  };
  readonly hazard: {
    readonly state: FindingState;
    readonly off: boolean;
    readonly located: boolean;
    readonly hasLayer: boolean;
    /** Inside at least one counting zone. */
    readonly inside: boolean;
    /** Of the highest zone that contains the household, whether it counts or not. */
    readonly kind: HazardKind | null;
    readonly level: HazardLevel | null;
    /** Metres to the nearest edge of a counting zone, 0 inside… null when farther than 5 km or not known. */
    readonly edgeM: number | null;
  };
  readonly remote: {
    readonly state: FindingState;
    readonly off: boolean;
    readonly located: boolean;
    readonly roadM: number | null;
    readonly centreM: number | null;
    readonly hasRoads: boolean;
    readonly hasCentre: boolean;
  };
  readonly eligible: Eligible;
  readonly unit: { readonly code: string; readonly name: string; readonly district: string | null } | null;
  /** The declared commune differs from the containing one. */
  readonly declaredDiffers: boolean;
}
