import { FOREST_KINDS, HAZARD_KINDS, type HazardKind, type ReferenceLayers } from "../core/model/layers.ts";
import { notSurveyed } from "./not-surveyed.ts";
import type { ComputeEvent } from "./protocol.ts";

/**
 * Hazard levels present per kind, lowest first, and forest kinds present, in the order of the lists; whether
 * the ground outside the zones is drawn as not surveyed.
 */
export function legendOf(layers: ReferenceLayers): Extract<ComputeEvent, { type: "legend" }> {
  const { hazards, forests } = layers;
  const levels: Partial<Record<HazardKind, readonly number[]>> = {};
  for (const wanted of HAZARD_KINDS) {
    const found = new Set<number>();
    for (const { attributes } of hazards) {
      for (const { kind, level } of attributes) if (kind === wanted) found.add(level);
    }
    if (found.size > 0) levels[wanted] = [...found].sort((a, b) => a - b);
  }
  const present = new Set(forests.flatMap(({ attributes }) => attributes.map(({ kind }) => kind)));
  return {
    type: "legend",
    hazards: levels,
    forests: FOREST_KINDS.filter((kind) => present.has(kind)),
    notSurveyed: notSurveyed(layers),
  };
}
