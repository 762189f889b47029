import type { ReferenceLayers } from "../core/model/layers.ts";

/**
 * Whether a place outside every hazard zone is not known to be safe: there is no hazard layer, or one that maps
 * its zones only. The same as the screening's "unknown".
 */
export function notSurveyed({ hazards }: Pick<ReferenceLayers, "hazards">): boolean {
  return hazards.length === 0 || hazards.some(({ coverage }) => coverage === "zones");
}
