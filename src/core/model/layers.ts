/** Reference layers: what each kind of layer knows of its features. */

import type { IsoDate } from "../units.ts";
import type { LineSet, PolygonSet } from "./geometry.ts";

/**
 * Whether "outside every polygon of this layer" means *assessed and clear* (`all`) or *not mapped* (`zones`,
 * the layer maps only its zones). Never guessed: the person who brings the layer in says it.
 */
export type Coverage = "all" | "zones";

/** A commune or ward. The code means something only together with its list version (domain: codes are reused). */
export interface Unit {
  readonly code: string;
  readonly name: string;
  /** Former district (before 1 July 2025), null when not known. */
  readonly district: string | null;
}

/** Law on Forestry 16/2017/QH14 Art. 5; `buffer` (vùng đệm) lies outside the forest and is never forest. */
export const FOREST_KINDS = ["special-use", "protection", "production", "buffer"] as const;
export type ForestKind = (typeof FOREST_KINDS)[number];
export const FOREST_SUBZONES = ["strict", "recovery", "service"] as const;
export type ForestSubzone = (typeof FOREST_SUBZONES)[number];
export interface Forest {
  readonly name: string | null;
  readonly kind: ForestKind;
  readonly subzone: ForestSubzone | null;
}

/** Sạt lở, lũ quét, lũ ống. Inundation is not named by the plan and is not a kind. */
export const HAZARD_KINDS = ["landslide", "flash-flood", "pipe-flood"] as const;
export type HazardKind = (typeof HAZARD_KINDS)[number];
/** Susceptibility of a place, 1 lowest … 5 highest. Never the "cấp độ rủi ro thiên tai" of an event. */
export type HazardLevel = 1 | 2 | 3 | 4 | 5;
export interface Hazard {
  readonly kind: HazardKind;
  readonly level: HazardLevel;
}

export interface Road {
  readonly name: string | null;
  readonly roadClass: "main" | "minor" | null;
}

/** The centre of a commune, carrying its unit's code. */
export interface Centre {
  readonly code: string;
  readonly name: string | null;
}

interface LayerHead {
  /** Name a person gave it, usually the file's. */
  readonly name: string;
  /** Date of the data as far as known. */
  readonly date: IsoDate | null;
}
export interface ArealLayer<A> extends LayerHead {
  readonly coverage: Coverage;
  readonly shapes: PolygonSet;
  /** One per feature of `shapes`. */
  readonly attributes: readonly A[];
}
export type UnitLayer = ArealLayer<Unit>;
export type ForestLayer = ArealLayer<Forest>;
export type HazardLayer = ArealLayer<Hazard>;
export interface RoadLayer extends LayerHead {
  readonly shapes: LineSet;
  readonly attributes: readonly Road[];
}
export interface CentreLayer extends LayerHead {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly attributes: readonly Centre[];
}

/** Everything households are screened against. A missing layer is null (or an empty list) and answers "unknown". */
export interface ReferenceLayers {
  readonly units: UnitLayer | null;
  readonly forests: readonly ForestLayer[];
  readonly hazards: readonly HazardLayer[];
  readonly roads: RoadLayer | null;
  readonly centres: CentreLayer | null;
}

/** The layer kinds a person can bring in, besides households. */
export const LAYER_KINDS = ["units", "forests", "hazards", "roads", "centres"] as const;
export type LayerKind = (typeof LAYER_KINDS)[number];
