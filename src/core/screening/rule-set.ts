/** The rule set: what a planner can set, as data. The same file serves the interface and the command line. */
import type { ForestKind, HazardKind, HazardLevel } from "../model/layers.ts";

/** `strict` A∧S∧(F∨R∨H), `wide` A∧((S∧F)∨R∨H): the plan's sentence can be read both ways. */
export type Reading = "strict" | "wide";

export interface NeighbourScatter {
  readonly method: "neighbours";
  /** Metres on the ellipsoid. */
  readonly radiusM: number;
  /** Scattered when fewer than this many *other* households lie within the radius. */
  readonly fewerThan: number;
}
export interface ClusterScatter {
  readonly method: "cluster";
  /** Households at most this far apart (metres) are joined. */
  readonly linkM: number;
  /** Scattered when the component has fewer than this many members. */
  readonly fewerThan: number;
}

/** A criterion set to null is switched off and counts as clear. */
export interface Rules {
  readonly reading: Reading;
  readonly minority: { readonly majority: readonly string[] } | null;
  readonly scattered: NeighbourScatter | ClusterScatter | null;
  readonly forest: { readonly kinds: readonly ForestKind[]; readonly toleranceM: number } | null;
  readonly hazard: {
    readonly kinds: readonly HazardKind[];
    readonly minLevel: HazardLevel;
    readonly toleranceM: number;
  } | null;
  readonly remote: {
    /** Straight distance to the nearest road; left out or null: not tested. */
    readonly roadM?: number | null;
    /** Straight distance to the centre of the household's own unit; left out or null: not tested. */
    readonly centreM?: number | null;
    readonly combine: "any" | "all";
  } | null;
}

/** Radius for `neighbours` in evidence and files while the rules do not name one. Not official. */
export const DEFAULT_RADIUS_M = 300;
/** Link for `cluster_size` in evidence and files while the rules do not name one. Not official. */
export const DEFAULT_LINK_M = 200;

/** The rules the program starts with. None of these numbers is official (domain: S and R have none). */
export const DEFAULT_RULES: Rules = {
  reading: "strict",
  minority: { majority: ["Kinh"] },
  scattered: { method: "neighbours", radiusM: DEFAULT_RADIUS_M, fewerThan: 5 },
  forest: { kinds: ["special-use"], toleranceM: 0 },
  hazard: { kinds: ["landslide", "pipe-flood", "flash-flood"], minLevel: 3, toleranceM: 0 },
  remote: { roadM: 2000, centreM: 10000, combine: "any" },
};

/** The five criteria in the order they are shown. */
export const CRITERIA = ["minority", "scattered", "forest", "hazard", "remote"] as const;
export type CriterionCode = (typeof CRITERIA)[number];
