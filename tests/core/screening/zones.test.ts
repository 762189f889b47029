/** Forests and hazard zones after edits, against preparing anew; and zones that say what nobody knows. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import {
  type Coverage,
  FOREST_KINDS,
  HAZARD_KINDS,
  type Hazard,
  type HazardLevel,
  type ReferenceLayers,
} from "../../../src/core/model/layers.ts";
import { explain } from "../../../src/core/screening/explain.ts";
import { factsOf } from "../../../src/core/screening/facts.ts";
import { FINDING_NAMES } from "../../../src/core/screening/finding.ts";
import { type Prepared, prepareScreening } from "../../../src/core/screening/prepare.ts";
import { ranksAt } from "../../../src/core/screening/rank-column.ts";
import type { Rules } from "../../../src/core/screening/rule-set.ts";
import { screen } from "../../../src/core/screening/screen.ts";
import { totalsOf } from "../../../src/core/screening/totals.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { anyPoint, latticePoint } from "../geometry/shapes.ts";
import { at, box, forests, hazards, NO_LAYERS, OFF, register } from "./samples.ts";

/** A register with somebody on each crossing of the lattice and half-way to the next, so that edits touch few. */
const LATTICE = Array.from({ length: 25 * 25 }, (_, k): LonLat => {
  return [Number((108 + (k % 25) / 200).toFixed(3)), Number((12.5 + Math.floor(k / 25) / 200).toFixed(3))];
});

const hazard = fc.record({
  kind: fc.constantFrom(...HAZARD_KINDS),
  level: fc.integer({ min: 1, max: 5 }).map((n) => n as HazardLevel),
});

/** Small, on the lattice more often than not; some cross themselves, some are a line, some are nothing. */
const smallShape: fc.Arbitrary<ArealGeometry> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        latticePoint,
        fc.array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 })), {
          minLength: 3,
          maxLength: 7,
        }),
        fc.constantFrom(200, 200, 317),
      )
      .map(([[lon, lat], steps, per]) => {
        const ring = steps.map(([x, y]): LonLat => [lon + x / per, lat + y / per]);
        return { type: "Polygon" as const, coordinates: [[...ring, ring[0]!]] };
      }),
  },
  { weight: 1, arbitrary: fc.constantFrom({ type: "Polygon" as const, coordinates: [] }) },
);

type Zone = readonly [Hazard, ArealGeometry];
interface Layer {
  readonly coverage: Coverage;
  readonly zones: readonly Zone[];
}
type Edit = (layers: readonly Layer[]) => readonly Layer[];

const coverage = fc.constantFrom("all" as const, "zones" as const);
const anyZone: fc.Arbitrary<Zone> = fc.tuple(hazard, smallShape);
const anyLayer: fc.Arbitrary<Layer> = fc.record({ coverage, zones: fc.array(anyZone, { maxLength: 9 }) });

/** One layer made another, by number (counted round). */
function oneLayer(k: number, change: (layer: Layer, f: number) => Layer): Edit {
  return (layers) =>
    layers.map((layer, l) => {
      const own = l === k % layers.length;
      return own ? change(layer, layer.zones.length === 0 ? 0 : k % layer.zones.length) : layer;
    });
}

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(40), anyZone).map(([k, zone]) =>
    oneLayer(k, (layer, f) => ({
      ...layer,
      zones: [...layer.zones.slice(0, f), zone, ...layer.zones.slice(f)],
    })),
  ),
  fc
    .tuple(fc.nat(40), anyZone)
    .map(([k, zone]) =>
      oneLayer(k, (layer, f) => ({ ...layer, zones: layer.zones.map((each, g) => (g === f ? zone : each)) })),
    ),
  fc
    .nat(40)
    .map((k) => oneLayer(k, (layer, f) => ({ ...layer, zones: layer.zones.filter((_, g) => g !== f) }))),
  // The same zone twice.
  fc
    .nat(40)
    .map((k) =>
      oneLayer(k, (layer, f) => ({ ...layer, zones: [...layer.zones, ...layer.zones.slice(f, f + 1)] })),
    ),
  fc.tuple(fc.nat(40), hazard).map(([k, other]) =>
    oneLayer(k, (layer, f) => ({
      ...layer,
      zones: layer.zones.map(([own, shape], g): Zone => [g === f ? other : own, shape]),
    })),
  ),
  fc.nat(40).map((k) => oneLayer(k, (layer) => ({ ...layer, zones: [...layer.zones].reverse() }))),
  fc.tuple(fc.nat(40), coverage).map(([k, other]) => oneLayer(k, (layer) => ({ ...layer, coverage: other }))),
  anyLayer.map(
    (layer): Edit =>
      (layers) => [...layers, layer],
  ),
  fc.nat(3).map(
    (k): Edit =>
      (layers) =>
        layers.filter((_, l) => l !== k),
  ),
  fc.constant<Edit>((layers) => layers),
);

const anyRules = fc
  .record({
    toleranceM: fc.constantFrom(0, 0, 40, 180, 700, 2500),
    minLevel: fc.integer({ min: 1, max: 5 }).map((n) => n as HazardLevel),
    kinds: fc.subarray([...HAZARD_KINDS], { minLength: 1 }),
  })
  .map(
    (own): Rules => ({
      ...OFF,
      hazard: own,
      forest: { kinds: [FOREST_KINDS[0]], toleranceM: own.toleranceM },
    }),
  );

/** Hazards as they are, and as forests of the first two kinds. */
function referenceOf(layers: readonly Layer[]): ReferenceLayers {
  return {
    ...NO_LAYERS,
    hazards: layers.map(({ coverage: own, zones }) => hazards(own, ...zones)),
    forests: layers.map(({ coverage: own, zones }) =>
      forests(own, ...zones.map(([{ level }, shape]) => [{ kind: FOREST_KINDS[level % 2] }, shape] as const)),
    ),
  };
}

function expectSame(got: Prepared, wanted: Prepared, rules: Rules): void {
  for (const each of ["forestRanks", "hazardRanks"] as const) {
    const all = (from: Prepared) => Array.from(from.households.lon, (_, i) => ranksAt(from[each], i));
    expect(all(got)).toEqual(all(wanted));
  }
  const screening = screen(got, rules);
  expect(screening).toEqual(screen(wanted, rules));
  expect(totalsOf(got, screening)).toEqual(totalsOf(wanted, screening));
  for (let i = 0; i < got.households.count; i += 41) {
    expect(factsOf(got, screening, rules, i)).toEqual(factsOf(wanted, screening, rules, i));
    expect(explain(got, screening, rules, i)).toEqual(explain(wanted, screening, rules, i));
  }
}

test("a chain of edits under rules that move gives at each step what preparing anew gives", () => {
  let takenOver = 0;
  const steps = fc.array(fc.tuple(anyEdit, fc.array(anyRules, { maxLength: 3 })), {
    minLength: 2,
    maxLength: 7,
  });
  fc.assert(
    fc.property(
      fc.array(anyPoint, { maxLength: 8 }),
      fc.array(anyLayer, { maxLength: 2 }),
      steps,
      (more, first, list) => {
        const households = register(
          ...[...LATTICE, ...more].map(([lon, lat]) => ({ lon, lat })),
          {},
          { lon: 108 },
        );
        let layers: readonly Layer[] = first;
        let prepared = prepareScreening(households, referenceOf(layers));
        for (const [edit, rules] of list) {
          layers = edit(layers);
          prepared = prepareScreening(households, referenceOf(layers), { before: prepared });
          if (prepared.hazards.touched) takenOver++;
          const fresh = prepareScreening(households, referenceOf(layers));
          // None: the next step finds no near edges to bring forward.
          for (const each of rules) expectSame(prepared, fresh, each);
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(takenOver).toBeGreaterThan(150);
});

describe("zones of a kind or level that is none of ours", () => {
  const inside = box(108, 12.5, 108.01, 12.51);
  const households = at([108.005, 12.505], [108.05, 12.55], [108.1, 12.6]);
  const known = [{ kind: "landslide", level: 4 }, box(108.04, 12.54, 108.06, 12.56)] as const;
  const rules: Rules = {
    ...OFF,
    hazard: { kinds: [...HAZARD_KINDS], minLevel: 1, toleranceM: 0 },
    forest: { kinds: [...FOREST_KINDS], toleranceM: 50 },
  };

  test.each([
    { kind: "tsunami", level: 3 },
    { kind: "landslide", level: 0 },
    { kind: "landslide", level: 6 },
    { kind: "landslide", level: 2.5 },
    { kind: "landslide", level: 260 },
    { kind: "landslide", level: Number.NaN },
  ])("hazard $kind of level $level: nobody is clear, the others hit as before", (odd) => {
    const layer = hazards("all", known, [odd as Hazard, inside]);
    const prepared = prepareScreening(households, { ...NO_LAYERS, hazards: [layer] });
    const screening = screen(prepared, rules);
    expect(Array.from(screening.hazard, (byte) => FINDING_NAMES[byte]!)).toEqual([
      "unknown",
      "hit",
      "unknown",
    ]);
    expect(explain(prepared, screening, rules, 0).hazard).toMatchObject({ inside: false, kind: null });
  });

  test("forest of an unknown kind: nobody is clear, and it is never the forest that is named", () => {
    const odd = { kind: "mangrove" as never, name: "?" };
    const wide = box(107.9, 12.4, 108.2, 12.7);
    const layer = forests("all", [{ kind: "buffer", name: "B" }, known[1]], [odd, wide]);
    const prepared = prepareScreening(households, { ...NO_LAYERS, forests: [layer] });
    const screening = screen(prepared, rules);
    expect(Array.from(screening.forest, (byte) => FINDING_NAMES[byte]!)).toEqual([
      "unknown",
      "hit",
      "unknown",
    ]);
    expect(explain(prepared, screening, rules, 1).forest).toMatchObject({ inside: true, name: "B" });
    expect(explain(prepared, screening, rules, 0).forest).toMatchObject({ inside: false, name: null });
  });
});

test("a zone with a coordinate that is no number is looked for everywhere", () => {
  const households = at(...LATTICE);
  const odd = hazards("all", [{ kind: "landslide", level: 4 }, box(108, 12.5, 108.01, 12.51)]);
  odd.shapes.xy[4] = Number.NaN;
  const reference = { ...NO_LAYERS, hazards: [odd] };
  const before = prepareScreening(households, { ...NO_LAYERS, hazards: [hazards("all")] });
  const after = prepareScreening(households, reference, { before });
  expect(after.hazards.touched).toBeNull();
  expect(after.hazards.ranks).toEqual(prepareScreening(households, reference).hazards.ranks);
});

test("longitudes and latitudes taken for each other are asked again like any others", () => {
  const households = at(...LATTICE.map(([lon, lat]): LonLat => [lat, lon]));
  const layer = (east: number) =>
    hazards("all", [{ kind: "landslide", level: 4 }, box(12.5, 108, east, 108.012)]);
  const reference = { ...NO_LAYERS, hazards: [layer(12.53)] };
  const before = prepareScreening(households, { ...NO_LAYERS, hazards: [layer(12.51)] });
  const after = prepareScreening(households, reference, { before });
  expect(after.hazards.touched).not.toBeNull();
  expect(after.hazards.ranks).toEqual(prepareScreening(households, reference).hazards.ranks);
});

test("what was prepared before an edit is let go of", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const households = at(...LATTICE);
  const rules: Rules = { ...OFF, hazard: { kinds: ["landslide"], minLevel: 1, toleranceM: 50 } };
  const kept: WeakRef<object>[] = [];
  let prepared: Prepared | null = null;
  for (let edit = 0; edit < 6; edit++) {
    const layer = hazards("all", [
      { kind: "landslide", level: 2 },
      box(108, 12.5, 108.01 + edit / 1000, 12.51),
    ]);
    prepared = prepareScreening(households, { ...NO_LAYERS, hazards: [layer] }, { before: prepared });
    screen(prepared, rules);
    kept.push(new WeakRef(prepared.hazards), new WeakRef(prepared.hazards.shapes));
  }
  await new Promise((resolve) => setTimeout(resolve, 0)); // a WeakRef holds on until the end of the turn
  collect();
  const alive = kept.filter((each) => each.deref() !== undefined).length;
  expect(alive).toBe(2);
  expect(prepared!.households.count).toBe(LATTICE.length);
});
