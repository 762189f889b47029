import { FOREST_KINDS, HAZARD_KINDS, type HazardKind, type ReferenceLayers } from "../core/model/layers.ts";
import type { ComputeEvent } from "./protocol.ts";

/** Hazard levels present per kind, lowest first, and forest kinds present, in the order of the lists. */
export function legendOf({ hazards, forests }: ReferenceLayers): Extract<ComputeEvent, { type: "legend" }> {
  const levels: Partial<Record<HazardKind, readonly number[]>> = {};
  for (const wanted of HAZARD_KINDS) {
    const found = new Set<number>();
    for (const { attributes } of hazards) {
      for (const { kind, level } of attributes) if (kind === wanted) found.add(level);
    }
    if (found.size > 0) levels[wanted] = [...found].sort((a, b) => a - b);
  }
  const present = new Set(forests.flatMap(({ attributes }) => attributes.map(({ kind }) => kind)));
  return { type: "legend", hazards: levels, forests: FOREST_KINDS.filter((kind) => present.has(kind)) };
}
