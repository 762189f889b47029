/** A province as the compute worker is given it: a whole plan at its first revision. */
import { bboxOfFeature } from "../../../src/core/geometry/polygon-set.ts";
import {
  FOREST_KINDS,
  HAZARD_KINDS,
  type HazardLevel,
  type ReferenceLayers,
} from "../../../src/core/model/layers.ts";
import type { PlanSnapshot } from "../../../src/core/model/snapshot.ts";
import { DEFAULT_RULES } from "../../../src/core/screening/rule-set.ts";
import { communeCode } from "./communes.ts";
import type { Province } from "./index.ts";
import { registerColumns } from "./register.ts";

/** The plan of a province under the rules the program starts with. */
export function planOf(province: Province): PlanSnapshot {
  return {
    planId: `bench-${province.seed}`,
    revision: 1,
    households: registerColumns(province.seed, province.households),
    layers: layersOf(province),
    rules: DEFAULT_RULES,
    sites: [],
    events: [],
    baselines: [],
    decisions: [],
    targets: [],
  };
}

function layersOf({ communes, forests, hazards, roads }: Province): ReferenceLayers {
  const head = { date: null, coverage: "all" } as const;
  const boxes = Array.from({ length: communes.degrees.count }, (_, f) => bboxOfFeature(communes.degrees, f)!);
  return {
    units: {
      ...head,
      name: "communes",
      shapes: communes.degrees,
      attributes: boxes.map((_, f) => ({ code: communeCode(f), name: `Xã Mẫu ${f + 1}`, district: null })),
    },
    forests: [
      {
        ...head,
        name: "forests",
        shapes: forests.degrees,
        attributes: Array.from({ length: forests.degrees.count }, (_, f) => ({
          name: `Rừng Mẫu ${f + 1}`,
          kind: FOREST_KINDS[f % 3]!,
          subzone: null,
        })),
      },
    ],
    hazards: [
      {
        ...head,
        name: "hazards",
        shapes: hazards.degrees,
        attributes: Array.from({ length: hazards.degrees.count }, (_, f) => ({
          kind: HAZARD_KINDS[hazards.kind[f]!]!,
          level: hazards.level[f]! as HazardLevel,
        })),
      },
    ],
    roads: {
      name: "roads",
      date: null,
      shapes: roads.degrees,
      attributes: Array.from({ length: roads.degrees.count }, () => ({ name: null, roadClass: null })),
    },
    centres: {
      name: "centres",
      date: null,
      lon: Float64Array.from(boxes, ([west, , east]) => (west + east) / 2),
      lat: Float64Array.from(boxes, ([, south, , north]) => (south + north) / 2),
      attributes: boxes.map((_, f) => ({ code: communeCode(f), name: null })),
    },
  };
}
