/** Made-up registers, layers and rules, with every kind of awkwardness: for tests that compare two ways of screening. */
import fc from "fast-check";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import {
  FOREST_KINDS,
  HAZARD_KINDS,
  type HazardLevel,
  type ReferenceLayers,
} from "../../../src/core/model/layers.ts";
import type { Rules } from "../../../src/core/screening/rule-set.ts";
import { anyPoint, latticePoint, wildPolygon } from "../geometry/shapes.ts";
import { centres, forests, hazards, register, roads, units } from "./samples.ts";

const coverage = fc.constantFrom("all" as const, "zones" as const);
const shapes = <A>(attribute: fc.Arbitrary<A>) =>
  fc.array(fc.tuple(attribute, wildPolygon as fc.Arbitrary<ArealGeometry>), { maxLength: 4 });
const level = fc.integer({ min: 1, max: 5 }).map((n) => n as HazardLevel);

export const anyLayers: fc.Arbitrary<ReferenceLayers> = fc.record({
  units: fc.option(
    fc
      .uniqueArray(fc.tuple(fc.constantFrom("3", "1", "20", "2", "10"), wildPolygon), {
        selector: ([code]) => code,
      })
      .map((list) => units(...list)),
  ),
  forests: fc.array(
    fc
      .tuple(coverage, shapes(fc.record({ kind: fc.constantFrom(...FOREST_KINDS) })))
      .map(([c, list]) => forests(c, ...list)),
    { maxLength: 2 },
  ),
  hazards: fc.array(
    fc
      .tuple(coverage, shapes(fc.record({ kind: fc.constantFrom(...HAZARD_KINDS), level })))
      .map(([c, list]) => hazards(c, ...list)),
    { maxLength: 2 },
  ),
  roads: fc.option(
    fc
      .array(fc.tuple(latticePoint, anyPoint), { maxLength: 3 })
      .map((list) => roads(...list.map((coordinates) => ({ type: "LineString" as const, coordinates })))),
  ),
  centres: fc.option(
    fc
      .array(fc.tuple(fc.constantFrom("1", "2", "3"), anyPoint), { maxLength: 4 })
      .map((list) => centres(...list)),
  ),
});

export const anyHouseholds = fc
  .array(
    fc.record({
      place: fc.option(fc.oneof(latticePoint, anyPoint), { freq: 6 }),
      ethnicity: fc.constantFrom("Kinh", "Ê Đê", "Mông", null),
    }),
    { maxLength: 25 },
  )
  .map((list) =>
    register(
      ...list.map(({ place, ethnicity }) => ({
        ethnicity,
        lon: place?.[0] ?? null,
        lat: place?.[1] ?? null,
      })),
    ),
  );

const tolerance = fc.constantFrom(0, 30, 500);
export const anyRules: fc.Arbitrary<Rules> = fc.record({
  reading: fc.constantFrom("strict" as const, "wide" as const),
  minority: fc.option(fc.constant({ majority: ["Kinh"] }), { freq: 5 }),
  scattered: fc.option(
    fc.oneof(
      fc.record({
        method: fc.constant("neighbours" as const),
        radiusM: fc.constantFrom(300, 3000),
        fewerThan: fc.integer({ min: 1, max: 4 }),
      }),
      fc.record({
        method: fc.constant("cluster" as const),
        linkM: fc.constantFrom(200, 2000),
        fewerThan: fc.integer({ min: 1, max: 4 }),
      }),
    ),
    { freq: 5 },
  ),
  forest: fc.option(fc.record({ kinds: fc.subarray([...FOREST_KINDS]), toleranceM: tolerance }), { freq: 5 }),
  hazard: fc.option(
    fc.record({ kinds: fc.subarray([...HAZARD_KINDS]), minLevel: level, toleranceM: tolerance }),
    { freq: 5 },
  ),
  remote: fc.option(
    fc.record({
      roadM: fc.constantFrom(2000, null),
      centreM: fc.constantFrom(5000, null),
      combine: fc.constantFrom("any" as const, "all" as const),
    }),
    { freq: 5 },
  ),
});
