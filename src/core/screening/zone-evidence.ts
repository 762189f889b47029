/** Which forest or hazard zone a household is in, and how far the next edge is: asked one household at a time. */
import { nearestEdgeM } from "../geometry/segment-index.ts";
import { FOREST_KINDS, type Forest, HAZARD_KINDS, type Hazard } from "../model/layers.ts";
import type { Prepared } from "./prepare.ts";
import type { Rules } from "./rule-set.ts";
import { forestMask } from "./rules/forest.ts";
import { hazardMask } from "./rules/hazard.ts";
import { containingAt, type Zones } from "./zones.ts";

/** Edges farther than this are not reported. */
export const EDGE_LIMIT_M = 5_000;

/** The forest a household is in: one that counts if there is any, else the first kind of `FOREST_KINDS`. */
export function forestAt(prepared: Prepared, rules: Rules, i: number) {
  const counting = forestMask(prepared, rules.forest?.kinds ?? []);
  const order = (f: number, { kind }: Forest) => FOREST_KINDS.indexOf(kind) - (counting[f] ? 100 : 0);
  return { counting, ...containedIn(prepared, prepared.forests, counting, i, order) };
}

/** The highest hazard zone a household is in, whether it counts or not; then the first of `HAZARD_KINDS`. */
export function hazardAt(prepared: Prepared, rules: Rules, i: number) {
  const counting = rules.hazard
    ? hazardMask(prepared, rules.hazard)
    : new Uint8Array(prepared.hazards.attributes.length);
  const order = (_: number, { kind, level }: Hazard) => HAZARD_KINDS.indexOf(kind) - 10 * level;
  return { counting, ...containedIn(prepared, prepared.hazards, counting, i, order) };
}

/** Metres to the nearest edge of a polygon that counts, null when farther than `EDGE_LIMIT_M` or not known. */
export function edgeOf<A>(
  prepared: Prepared,
  zones: Zones<A>,
  counting: Uint8Array,
  i: number,
): number | null {
  const p = prepared.pointOf[i]!;
  if (p < 0 || !counting.includes(1)) return null;
  const { lon, lat } = prepared.points;
  const options = { maxM: EDGE_LIMIT_M, allowed: counting };
  const metres = nearestEdgeM(zones.edges(), lon[p]!, lat[p]!, options);
  return Number.isNaN(metres) ? null : metres;
}

/** `inside`: in at least one feature that counts; `zone`: the containing feature that comes first in `order`. */
function containedIn<A>(
  prepared: Prepared,
  zones: Zones<A>,
  counting: Uint8Array,
  i: number,
  order: (f: number, attribute: A) => number,
): { readonly inside: boolean; readonly zone: A | null } {
  const p = prepared.pointOf[i]!;
  if (p < 0) return { inside: false, zone: null };
  let first: A | null = null;
  let least = Infinity;
  let inside = false;
  for (const f of containingAt(zones, p)) {
    inside ||= counting[f] === 1;
    const rank = order(f, zones.attributes[f]!);
    if (rank >= least) continue;
    least = rank;
    first = zones.attributes[f]!;
  }
  return { inside, zone: first };
}
