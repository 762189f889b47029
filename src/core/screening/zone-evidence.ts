/** Which forest or hazard zone a household is in, and how far the next edge is: asked one household at a time. */
import { featuresAt } from "../geometry/areal-index.ts";
import { nearestEdgeM } from "../geometry/segment-index.ts";
import {
  FOREST_KINDS,
  type Forest,
  HAZARD_KINDS,
  type Hazard,
  type HazardKind,
  type HazardLevel,
} from "../model/layers.ts";
import type { Prepared } from "./prepare.ts";
import { ranksAt } from "./rank-column.ts";
import type { Rules } from "./rule-set.ts";
import { forestThresholds } from "./rules/forest.ts";
import { hazardThresholds } from "./rules/hazard.ts";
import { NOT_KNOWN, NOT_LOCATED, reaches, type Thresholds } from "./zone-rank.ts";
import type { Zones } from "./zones.ts";

/** Edges farther than this are not reported. */
const EDGE_LIMIT_M = 5_000;

/** The forest a household is in: one that counts if there is any, else the first kind of `FOREST_KINDS`. */
export function forestAt(
  prepared: Prepared,
  rules: Rules,
  i: number,
): { readonly inside: boolean; readonly zone: Forest | null; readonly thresholds: Thresholds } {
  const thresholds = forestThresholds(rules.forest);
  const ranks = ranksAt(prepared.forestRanks, i);
  if (ranks === 0 || ranks === NOT_LOCATED) return { inside: false, zone: null, thresholds };
  const { forests, place } = prepared;
  const p = place.pointOf[i]!;
  let zone: Forest | null = null;
  let least = Infinity;
  for (const f of featuresAt(forests.containing(), place.points.lon[p]!, place.points.lat[p]!)) {
    const rank = forests.set.rank[f]!;
    if (rank === NOT_KNOWN.rank) continue;
    const counts = rank >= thresholds[forests.set.group[f]!]!;
    const order = FOREST_KINDS.indexOf(forests.attributes[f]!.kind) - (counts ? 100 : 0);
    if (order >= least) continue;
    least = order;
    zone = forests.attributes[f]!;
  }
  return { inside: reaches(ranks, thresholds), zone, thresholds };
}

/** The highest hazard zone a household is in, whether it counts or not; then the first of `HAZARD_KINDS`. */
export function hazardAt(
  prepared: Prepared,
  rules: Rules,
  i: number,
): { readonly inside: boolean; readonly zone: Hazard | null; readonly thresholds: Thresholds } {
  const thresholds = hazardThresholds(rules.hazard);
  const ranks = ranksAt(prepared.hazardRanks, i);
  if (ranks === 0 || ranks === NOT_LOCATED) return { inside: false, zone: null, thresholds };
  let kind: HazardKind = HAZARD_KINDS[0];
  let level = 0;
  HAZARD_KINDS.forEach((each, g) => {
    const own = (ranks >>> (8 * g)) & 0xff;
    if (own > level) [kind, level] = [each, own];
  });
  return { inside: reaches(ranks, thresholds), zone: { kind, level: level as HazardLevel }, thresholds };
}

/** Metres to the nearest edge of a zone that counts, null when farther than `EDGE_LIMIT_M` or not known. */
export function edgeOf<A>(
  prepared: Prepared,
  zones: Zones<A>,
  thresholds: Thresholds,
  i: number,
): number | null {
  const p = prepared.place.pointOf[i]!;
  if (p < 0) return null;
  const allowed = prepared.memo.remember(
    `counting:${zones === (prepared.forests as unknown) ? "f" : "h"}`,
    thresholds,
    () => zones.set.group.map((g, f) => (zones.set.rank[f]! >= thresholds[g]! ? 1 : 0)),
  );
  if (!allowed.includes(1)) return null;
  const { lon, lat } = prepared.place.points;
  const metres = nearestEdgeM(zones.edges(), lon[p]!, lat[p]!, { maxM: EDGE_LIMIT_M, allowed });
  return Number.isNaN(metres) ? null : metres;
}
