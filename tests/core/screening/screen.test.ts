import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceM } from "../../../src/core/geometry/ellipsoid.ts";
import { geometryOf } from "../../../src/core/geometry/polygon-set.ts";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import {
  FOREST_KINDS,
  HAZARD_KINDS,
  type HazardLevel,
  type ReferenceLayers,
} from "../../../src/core/model/layers.ts";
import { factsOf } from "../../../src/core/screening/facts.ts";
import { FINDING_NAMES } from "../../../src/core/screening/finding.ts";
import { prepareScreening } from "../../../src/core/screening/prepare.ts";
import { CRITERIA, DEFAULT_RULES, type Rules } from "../../../src/core/screening/rule-set.ts";
import { screen } from "../../../src/core/screening/screen.ts";
import { totalsOf } from "../../../src/core/screening/totals.ts";
import { insideExact } from "../geometry/exact.ts";
import { anyPoint, latticePoint, wildPolygon } from "../geometry/shapes.ts";
import { centres, forests, hazards, register, roads, units } from "./samples.ts";

const coverage = fc.constantFrom("all" as const, "zones" as const);
const shapes = <A>(attribute: fc.Arbitrary<A>) =>
  fc.array(fc.tuple(attribute, wildPolygon as fc.Arbitrary<ArealGeometry>), { maxLength: 4 });
const level = fc.integer({ min: 1, max: 5 }).map((n) => n as HazardLevel);

const layers: fc.Arbitrary<ReferenceLayers> = fc.record({
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

const households = fc
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
const rules: fc.Arbitrary<Rules> = fc.record({
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

test("moving rules about gives what a fresh screening gives: the memo changes time, never an answer", () => {
  fc.assert(
    fc.property(
      households,
      layers,
      fc.array(rules, { minLength: 2, maxLength: 5 }),
      (columns, reference, list) => {
        const prepared = prepareScreening(columns, reference);
        for (const one of [...list, ...list]) {
          const fresh = prepareScreening(columns, reference);
          const got = screen(prepared, one);
          const want = screen(fresh, one);
          expect(got).toEqual(want);
          for (let i = 0; i < columns.count; i++)
            expect(factsOf(prepared, got, one, i)).toEqual(factsOf(fresh, want, one, i));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("units and forests by exact arithmetic, whatever the shapes", () => {
  fc.assert(
    fc.property(households, layers, rules, (columns, reference, one) => {
      const screening = screen(prepareScreening(columns, reference), one);
      for (let i = 0; i < columns.count; i++) {
        const place = [columns.lon[i]!, columns.lat[i]!] as const;
        const located = !Number.isNaN(place[0]);
        const within = (shape: ArealGeometry) => located && insideExact(shape, place);
        // Containing unit: the smallest code of those that contain the point, lines included.
        const codes = (reference.units?.attributes ?? [])
          .filter((_, f) => within(geometryOf(reference.units!.shapes, f)))
          .map(({ code }) => code)
          .sort();
        const unit = screening.unit[i]!;
        expect(unit < 0 ? undefined : reference.units!.attributes[unit]!.code).toBe(codes[0]);
        if (!one.forest || one.forest.toleranceM > 0) continue;
        const hit = reference.forests.some(({ attributes, shapes: set }) =>
          attributes.some(({ kind }, f) => one.forest!.kinds.includes(kind) && within(geometryOf(set, f))),
        );
        const covered =
          reference.forests.length > 0 && reference.forests.every((layer) => layer.coverage === "all");
        const want = !located ? "unknown" : hit ? "hit" : covered ? "clear" : "unknown";
        expect(FINDING_NAMES[screening.forest[i]!]).toBe(want);
      }
    }),
    { numRuns: 150 },
  );
});

test("totals add up by unit, by answer and by criterion", () => {
  fc.assert(
    fc.property(households, layers, rules, (columns, reference, one) => {
      const prepared = prepareScreening(columns, reference);
      const totals = totalsOf(prepared, screen(prepared, one));
      const sum = (key: "households" | "yes" | "no" | "unknown") =>
        totals.byUnit.reduce((n, row) => n + row[key], 0);
      expect(totals.total.households).toBe(columns.count);
      for (const key of ["households", "yes", "no", "unknown"] as const)
        expect(sum(key)).toBe(totals.total[key]);
      for (const row of [...totals.byUnit, totals.total])
        expect(row.yes + row.no + row.unknown).toBe(row.households);
      for (const code of CRITERIA) {
        const { hit, clear, unknown } = totals.byCriterion[code];
        expect(hit + clear + unknown).toBe(columns.count);
      }
      const nowhere = totals.byUnit.filter(({ code }) => code === null);
      expect(nowhere.length).toBeLessThanOrEqual(1);
      expect(totals.byUnit.length - nowhere.length).toBe(reference.units?.attributes.length ?? 0);
      expect(totals.located).toBe([...columns.lon].filter((lon) => !Number.isNaN(lon)).length);
    }),
    { numRuns: 150 },
  );
});

test("facts are the documented properties in the documented order", () => {
  const columns = register({ lon: 108, lat: 12, ethnicity: "Ê Đê" }, {});
  const prepared = prepareScreening(columns, {
    units: null,
    forests: [],
    hazards: [],
    roads: roads({
      type: "LineString",
      coordinates: [
        [108.01, 11],
        [108.01, 13],
      ],
    }),
    centres: null,
  });
  const screening = screen(prepared, DEFAULT_RULES);
  const facts = [0, 1].map((i) => factsOf(prepared, screening, DEFAULT_RULES, i));
  expect(Object.keys(facts[0]!).join(", ")).toBe(
    "unit_code, unit_name, f_minority, f_scattered, f_forest, f_remote, f_hazard, eligible, forest_name, " +
      "hazard_kind, hazard_level, neighbours, cluster_size, hazard_distance_m, road_distance_m, centre_distance_m",
  );
  expect(facts[0]).toMatchObject({
    f_forest: "unknown",
    f_remote: "unknown",
    eligible: "unknown",
    neighbours: 0,
    cluster_size: 1,
  });
  expect(facts[0]!.road_distance_m).toBe(Math.round(distanceM(108, 12, 108.01, 12) * 10) / 10);
  expect(facts[1]).toMatchObject({
    neighbours: null,
    cluster_size: null,
    road_distance_m: null,
    eligible: "unknown",
  });
});

test("nobody and nothing", () => {
  const prepared = prepareScreening(register(), {
    units: null,
    forests: [],
    hazards: [],
    roads: null,
    centres: null,
  });
  const totals = totalsOf(prepared, screen(prepared, DEFAULT_RULES));
  expect(totals).toMatchObject({
    total: { households: 0, yes: 0, no: 0, unknown: 0 },
    located: 0,
    byUnit: [],
  });
});
