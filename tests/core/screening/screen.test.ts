import fc from "fast-check";
import { expect, test } from "vitest";
import { arealIndex, featuresAt } from "../../../src/core/geometry/areal-index.ts";
import { distanceM } from "../../../src/core/geometry/ellipsoid.ts";
import { geometryOf, pickPolygons } from "../../../src/core/geometry/polygon-set.ts";
import { featuresWithin, segmentIndex } from "../../../src/core/geometry/segment-index.ts";
import type { ArealGeometry, PolygonSet } from "../../../src/core/model/geometry.ts";
import type { ArealLayer, ReferenceLayers } from "../../../src/core/model/layers.ts";
import { explain } from "../../../src/core/screening/explain.ts";
import { factsOf } from "../../../src/core/screening/facts.ts";
import { FINDING_NAMES, type FindingState } from "../../../src/core/screening/finding.ts";
import { type Prepared, prepareScreening } from "../../../src/core/screening/prepare.ts";
import { ranksAt } from "../../../src/core/screening/rank-column.ts";
import { CRITERIA, DEFAULT_RULES } from "../../../src/core/screening/rule-set.ts";
import { screen } from "../../../src/core/screening/screen.ts";
import { totalsOf } from "../../../src/core/screening/totals.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { insideExact } from "../geometry/exact.ts";
import { anyHouseholds, anyLayers, anyRules } from "./arbitraries.ts";
import { box, forests, hazards, NO_LAYERS, register, roads, units } from "./samples.ts";

test("moving rules about gives what a fresh screening gives: the memo changes time, never an answer", () => {
  fc.assert(
    fc.property(
      anyHouseholds,
      anyLayers,
      fc.array(anyRules, { minLength: 2, maxLength: 5 }),
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
    fc.property(anyHouseholds, anyLayers, anyRules, (columns, reference, one) => {
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

/** The definition, household by household: an edge that near is unknown, unless deeper inside another zone. */
function zoneFinding(
  { shapes, counts }: { shapes: PolygonSet; counts: readonly boolean[] },
  place: LonLat | null,
  toleranceM: number,
  outside: FindingState,
): FindingState {
  if (!place) return "unknown";
  const allowed = Uint8Array.from(counts, Number);
  const inside = featuresAt(arealIndex(shapes), ...place).filter((f) => counts[f]);
  if (toleranceM === 0) return inside.length > 0 ? "hit" : outside;
  const near = featuresWithin(segmentIndex(shapes), ...place, toleranceM, allowed);
  if (inside.some((f) => !near.includes(f))) return "hit";
  return near.length > 0 ? "unknown" : outside;
}

test("forests and hazards as their definition says, for every tolerance", () => {
  fc.assert(
    fc.property(anyHouseholds, anyLayers, anyRules, (columns, reference, one) => {
      const prepared = prepareScreening(columns, reference);
      const screening = screen(prepared, one);
      const outside = (list: ReferenceLayers["forests" | "hazards"]): FindingState =>
        list.every(({ coverage }) => coverage === "all") ? "clear" : "unknown";
      for (let i = 0; i < columns.count; i++) {
        const located = !Number.isNaN(columns.lon[i]!);
        const place = located ? ([columns.lon[i]!, columns.lat[i]!] as const) : null;
        const { forest, hazard } = one;
        if (forest && reference.forests.length > 0) {
          const { shapes, attributes } = prepared.forests;
          const counts = attributes.map(({ kind }) => forest.kinds.includes(kind));
          const want = zoneFinding({ shapes, counts }, place, forest.toleranceM, outside(reference.forests));
          expect(FINDING_NAMES[screening.forest[i]!]).toBe(want);
        }
        if (hazard && reference.hazards.length > 0) {
          const { shapes, attributes } = prepared.hazards;
          const counts = attributes.map((z) => hazard.kinds.includes(z.kind) && z.level >= hazard.minLevel);
          const want = zoneFinding({ shapes, counts }, place, hazard.toleranceM, outside(reference.hazards));
          expect(FINDING_NAMES[screening.hazard[i]!]).toBe(want);
        }
      }
    }),
    { numRuns: 150 },
  );
});

/** The layer without its feature `f` (counted round), or with its features the other way about. */
function changed<A>(layer: ArealLayer<A>, f: number): ArealLayer<A> {
  const all = Array.from({ length: layer.shapes.count }, (_, k) => k);
  const kept = f % 3 === 0 ? [...all].reverse() : all.filter((k) => k !== f % Math.max(1, all.length));
  return {
    ...layer,
    shapes: pickPolygons(layer.shapes, kept),
    attributes: kept.map((k) => layer.attributes[k]!),
  };
}

test("after a change of layers, taking over what did not change gives what preparing anew gives", () => {
  fc.assert(
    fc.property(
      anyHouseholds,
      anyLayers,
      anyLayers,
      anyRules,
      fc.nat(11),
      (columns, first, other, one, f) => {
        const edited = {
          ...first,
          forests: f % 2 === 0 ? first.forests.map((layer) => changed(layer, f)) : other.forests,
          hazards:
            f % 4 === 1
              ? [...first.hazards, ...other.hazards]
              : first.hazards.map((layer) => changed(layer, f)),
          ...(f % 5 === 0 && { units: other.units }),
          ...(f % 7 === 0 && { roads: other.roads, centres: other.centres }),
        };
        const start = prepareScreening(columns, first);
        screen(start, one); // so that what tolerance needs is there and has to be brought forward too
        let prepared = start;
        for (const layers of [edited, structuredClone(edited), first, edited]) {
          prepared = prepareScreening(columns, layers, { before: prepared });
          const fresh = prepareScreening(columns, layers);
          // The same ranks; their codes may be numbered another way.
          for (const each of ["forestRanks", "hazardRanks"] as const) {
            const all = (from: Prepared) => Array.from(columns.lon, (_, i) => ranksAt(from[each], i));
            expect(all(prepared)).toEqual(all(fresh));
          }
          const got = screen(prepared, one);
          expect(got).toEqual(screen(fresh, one));
          for (let i = 0; i < columns.count; i++) {
            expect(factsOf(prepared, got, one, i)).toEqual(factsOf(fresh, got, one, i));
            expect(explain(prepared, got, one, i)).toEqual(explain(fresh, got, one, i));
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("the card counts for one household what files count for all", () => {
  fc.assert(
    fc.property(anyHouseholds, anyLayers, anyRules, (columns, reference, one) => {
      const prepared = prepareScreening(columns, reference);
      const screening = screen(prepared, one);
      for (let i = 0; i < columns.count; i++) {
        const { neighbours, cluster_size } = factsOf(prepared, screening, one, i);
        const { scattered } = explain(prepared, screening, one, i);
        expect([scattered.neighbours, scattered.clusterSize]).toEqual([neighbours, cluster_size]);
      }
    }),
    { numRuns: 60 },
  );
});

test("totals add up by unit, by answer and by criterion", () => {
  fc.assert(
    fc.property(anyHouseholds, anyLayers, anyRules, (columns, reference, one) => {
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

test("after an edit of a layer nobody's neighbours are looked for again, after one of the register all are", () => {
  const columns = register({ lon: 108, lat: 12, ethnicity: "Mông" }, { lon: 108.001, lat: 12 }, {});
  const rules = {
    ...DEFAULT_RULES,
    scattered: { method: "neighbours", radiusM: 300, fewerThan: 1 },
  } as const;
  const first = prepareScreening(columns, NO_LAYERS);
  const was = screen(first, rules);
  const zone = [{ kind: "landslide", level: 5 }, box(107, 11, 109, 13)] as const;
  const edited = prepareScreening(
    columns,
    { ...NO_LAYERS, hazards: [hazards("all", zone)] },
    { before: first },
  );
  const now = screen(edited, rules);
  for (const code of ["minority", "scattered"] as const) expect(now[code]).toBe(was[code]);
  expect(now.hazard).toEqual(Uint8Array.of(1, 1, 2));
  const moved = register({ lon: 108, lat: 12, ethnicity: "Kinh" }, { lon: 108.1, lat: 12 }, {});
  const after = prepareScreening(moved, edited.layers, { before: edited });
  expect(screen(after, rules)).toEqual(screen(prepareScreening(moved, edited.layers), rules));
});

test("answers of other households are not compared with", () => {
  const prepared = prepareScreening(register({}, {}), NO_LAYERS);
  expect(screen(prepared, DEFAULT_RULES, Uint8Array.of(1, 2)).moved).toEqual({ joined: 0, left: 1 });
  expect(() => screen(prepared, DEFAULT_RULES, Uint8Array.of(1))).toThrow(/1 households before, 2 now/);
});

test("only households that are not located: everything about their place is unknown, and they are counted", () => {
  const columns = register({ ethnicity: "Ê Đê" }, { ethnicity: "Kinh" }, { lon: 108 });
  const one = { kind: "landslide", level: 5 } as const;
  const park = box(100, 5, 115, 20);
  const reference = {
    ...NO_LAYERS,
    units: units(["1", park]),
    forests: [forests("all", [{}, park])],
    hazards: [hazards("all", [one, park])],
  };
  const before = prepareScreening(columns, NO_LAYERS);
  for (const prepared of [
    prepareScreening(columns, reference),
    prepareScreening(columns, reference, { before }),
  ]) {
    const totals = totalsOf(prepared, screen(prepared, DEFAULT_RULES));
    expect(totals.total).toEqual({ households: 3, yes: 0, unknown: 2, no: 1 });
    expect(totals.located).toBe(0);
    for (const code of ["scattered", "forest", "hazard", "remote"] as const)
      expect(totals.byCriterion[code]).toEqual({ hit: 0, clear: 0, unknown: 3 });
  }
});

test("units by another number, and more of them than 16 bits can number", () => {
  const columns = register({ lon: 108.05, lat: 12.05 }, { lon: 108.15, lat: 12.05 }, {});
  const [west, east] = [box(108, 12, 108.1, 12.1), box(108.1, 12, 108.2, 12.1)];
  const nothing = { type: "Polygon", coordinates: [] } as const;
  const many = Array.from({ length: 65_600 }, (_, k) => [`9${k}`, nothing] as const);
  let before: Prepared | null = null;
  for (const list of [
    [["1", west] as const, ["2", east] as const],
    [["2", east] as const, ["1", west] as const],
    [...many, ["2", east] as const, ["1", west] as const],
  ]) {
    const prepared: Prepared = prepareScreening(columns, { ...NO_LAYERS, units: units(...list) }, { before });
    const totals = totalsOf(prepared, screen(prepared, DEFAULT_RULES));
    const counted = totals.byUnit.filter(({ households }) => households > 0);
    expect(counted.map(({ code, households }) => [code, households])).toEqual([
      ["1", 1],
      ["2", 1],
      [null, 1],
    ]);
    before = prepared;
  }
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
