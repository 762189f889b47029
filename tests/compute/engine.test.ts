import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TILE_SOURCES, type Totals } from "../../src/compute/protocol.ts";
import { EVENT_KINDS } from "../../src/core/model/event.ts";
import { DEFAULT_RULES, type Rules } from "../../src/core/screening/rule-set.ts";
import { testEngine } from "./support/engine.ts";
import { syntheticPlan } from "./support/synthetic-plan.ts";

const plan = syntheticPlan({ seed: 11, households: 600 });

function withRadius(radiusM: number, rest: Partial<Rules> = {}): Rules {
  return { ...DEFAULT_RULES, ...rest, scattered: { method: "neighbours", radiusM, fewerThan: 5 } };
}

/** Every way in which the counts of totals must add up. */
function expectSums(totals: Totals): void {
  const { total, byUnit, byCriterion, otherReading } = totals;
  expect(total.yes + total.unknown + total.no).toBe(total.households);
  for (const key of ["households", "yes", "unknown", "no"] as const) {
    expect(byUnit.reduce((sum, unit) => sum + unit[key], 0)).toBe(total[key]);
  }
  for (const { hit, clear, unknown } of Object.values(byCriterion)) {
    expect(hit + clear + unknown).toBe(total.households);
  }
  expect(otherReading.yes + otherReading.unknown + otherReading.no).toBe(total.households);
}

describe("taking a plan in", () => {
  test("says progress, totals, legend and every source of tiles", () => {
    const { events, heard } = testEngine(plan);
    expect(heard()).toEqual(["progress", "progress", "progress", "totals", "legend", "tiles"]);
    const tiles = events.at(-1);
    expect(tiles?.type === "tiles" && tiles.sources).toEqual(TILE_SOURCES);
  });

  test("counts add up and both readings are counted", () => {
    const { engine } = testEngine(plan);
    const totals = engine.totals()!;
    expectSums(totals);
    expect(totals.revision).toBe(7);
    expect(totals.total.households).toBe(600);
    expect(totals.effect).toBeNull();
    const wide = testEngine({ ...plan, rules: { ...DEFAULT_RULES, reading: "wide" } }).engine.totals()!;
    expect(totals.otherReading).toEqual(wide.total);
    expect(wide.otherReading).toEqual(totals.total);
    expect(wide.total.yes).not.toBe(totals.total.yes);
  });

  test("the legend names the levels and kinds that are there", () => {
    const { events } = testEngine(plan);
    const legend = events.find((event) => event.type === "legend");
    const levels = plan.layers.hazards[0]!.attributes.filter(({ kind }) => kind === "landslide");
    expect(legend?.hazards.landslide).toEqual([...new Set(levels.map(({ level }) => level))].sort());
    expect(legend?.forests).toEqual(["special-use", "protection"]);
  });

  test("without a plan nothing is invented", async () => {
    const { engine, settle } = testEngine();
    const screened = engine.screen(DEFAULT_RULES);
    settle();
    expect(await screened).toBeNull();
    expect(engine.totals()).toBeNull();
    expect(engine.facts("H1")).toBeNull();
    expect(engine.page({}, { column: "id", descending: false }, 0, 10)).toEqual({ total: 0, rows: [] });
    expect(engine.search("ea", 5)).toEqual([]);
    expect(engine.tile("units", 0, 0, 0)).toBeNull();
    expect(engine.bounds()).toBeNull();
    expect(engine.candidates("migrants")).toEqual([]);
    for (const answer of [
      engine.exportGeoJson({ what: "sites" }),
      engine.progress({ asOf: "2025-12-31", target: "relocation", by: "unit" }),
      engine.checkSite(plan.sites[0]!.geometry, null),
    ]) {
      expect(answer.ok === false && answer.problem.code).toBe("plan.missing");
    }
  });

  test("an empty plan is a plan", () => {
    const empty = syntheticPlan({ seed: 1, households: 0 });
    const none = { units: null, forests: [], hazards: [], roads: null, centres: null };
    const { engine } = testEngine({ ...empty, layers: none, sites: [], events: [], baselines: [] });
    expect(engine.totals()!.total.households).toBe(0);
    expect(engine.bounds()).toBeNull();
    expect(engine.tile("findings", 5, 25, 14)).toBeNull();
    expect(engine.tile("hazards", 5, 25, 14)).toBeNull();
    expect(engine.exportGeoJson({ what: "to-move" }).ok).toBe(true);
  });

  test("a fault empties the engine and is said, and the next plan works again", () => {
    const { engine, events } = testEngine(plan);
    const broken = { ...plan, households: { ...plan.households, ethnicity: undefined as never } };
    expect(() => engine.take({ type: "plan", snapshot: broken })).toThrow();
    expect(events.at(-1)).toMatchObject({ type: "failed", problem: { code: "compute.fault" } });
    expect(engine.totals()).toBeNull();
    expect(() => engine.take({ type: "patch", revision: 9, patch: { sites: [] } })).toThrow(
      /before its plan/,
    );
    engine.take({ type: "plan", snapshot: plan });
    expect(engine.totals()!.total.households).toBe(600);
  });
});

describe("screening under other rules", () => {
  test("a newer call replaces the one that waits", async () => {
    const { engine, settle } = testEngine(plan);
    const answers = [100, 200, 900].map((radiusM) => engine.screen(withRadius(radiusM)));
    settle();
    const [first, second, third] = await Promise.all(answers);
    expect(first).toBeNull();
    expect(second).toBeNull();
    expect(third?.rules.scattered).toMatchObject({ radiusM: 900 });
    expect(engine.totals()).toBe(third);
  });

  test("a plan that is opened answers the waiting call with null", async () => {
    const { engine, settle } = testEngine(plan);
    const waiting = engine.screen(withRadius(50));
    engine.take({ type: "plan", snapshot: plan });
    settle();
    expect(await waiting).toBeNull();
    expect(engine.totals()!.rules).toEqual(DEFAULT_RULES);
  });

  test("joined and left are counted against the totals before", async () => {
    const { engine, settle } = testEngine(plan);
    const ids = () => new Set(engine.candidates("relocation"));
    let before = ids();
    for (const radiusM of [800, 120, 2000]) {
      const asked = engine.screen(withRadius(radiusM));
      settle();
      const { effect } = (await asked)!;
      const after = ids();
      expect(effect).toEqual({
        joined: [...after].filter((id) => !before.has(id)).length,
        left: [...before].filter((id) => !after.has(id)).length,
      });
      before = after;
    }
  });

  test("the same rules again change nothing and say nothing", async () => {
    const { engine, settle, heard } = testEngine(plan);
    const totals = engine.totals();
    heard();
    const asked = engine.screen({ ...DEFAULT_RULES });
    settle();
    expect(await asked).toBe(totals);
    expect(heard()).toEqual([]);
  });

  test("tiles are asked for again only when an answer moved", async () => {
    const { engine, settle, heard } = testEngine(plan);
    heard();
    void engine.screen(withRadius(900));
    settle();
    expect(heard()).toEqual(["totals", "tiles"]);
    // Nobody is of this group: the rules differ, the answers do not.
    void engine.screen(withRadius(900, { minority: { majority: ["Kinh", "Không có"] } }));
    settle();
    expect(heard()).toEqual(["totals"]);
  });

  test("counts add up under any rules", () => {
    const { engine, settle } = testEngine(plan);
    const rules = fc.record({
      reading: fc.constantFrom("strict", "wide"),
      minority: fc.constantFrom(null, { majority: ["Kinh"] }),
      scattered: fc.oneof(
        fc.record({
          method: fc.constant("neighbours"),
          radiusM: fc.integer({ min: 10, max: 2000 }),
          fewerThan: fc.integer({ min: 1, max: 30 }),
        }),
        fc.record({
          method: fc.constant("cluster"),
          linkM: fc.integer({ min: 10, max: 800 }),
          fewerThan: fc.integer({ min: 1, max: 30 }),
        }),
        fc.constant(null),
      ),
      forest: fc.option(
        fc.record({
          kinds: fc.constantFrom(["special-use"], ["special-use", "protection"]),
          toleranceM: fc.integer({ min: 0, max: 400 }),
        }),
      ),
      hazard: fc.option(
        fc.record({
          kinds: fc.constantFrom(["landslide"], ["landslide", "flash-flood", "pipe-flood"]),
          minLevel: fc.integer({ min: 1, max: 5 }),
          toleranceM: fc.integer({ min: 0, max: 400 }),
        }),
      ),
      remote: fc.constantFrom(null, { roadM: 1000, centreM: 5000, combine: "all" }, { combine: "any" }),
    }) as fc.Arbitrary<Rules>;
    fc.assert(
      fc.property(rules, (wanted) => {
        void engine.screen(wanted);
        settle();
        const totals = engine.totals()!;
        expect(totals.rules).toEqual(wanted);
        expectSums(totals);
        expect(engine.candidates("relocation").length).toBe(totals.total.yes);
      }),
      { numRuns: 40 },
    );
  });
});

describe("patches", () => {
  test("sites, events and baselines are never screened again", () => {
    const { engine, heard, events } = testEngine(plan);
    const before = engine.totals()!;
    heard();
    engine.take({ type: "patch", revision: 8, patch: { sites: plan.sites.slice(0, 1) } });
    expect(heard()).toEqual(["totals", "tiles"]);
    expect(events.at(-1)).toEqual({ type: "tiles", sources: ["sites"] });
    engine.take({ type: "patch", revision: 9, patch: { events: [] } });
    expect(events.at(-1)).toEqual({ type: "tiles", sources: ["statuses"] });
    engine.take({ type: "patch", revision: 10, patch: { baselines: [] } });
    heard();
    const after = engine.totals()!;
    expect(after).toEqual({ ...before, revision: 10 });
    // The very same object: nothing was computed again.
    expect(after.byUnit).toBe(before.byUnit);
  });

  test("an event changes the status that rows and tiles show", () => {
    const { engine } = testEngine({ ...plan, events: [] });
    const event = { id: "E", householdId: "H5", kind: "settled", on: "2024-03-01" } as const;
    expect(engine.facts("H5")!.status).toBe("none");
    const events = [{ ...event, document: null, note: null }];
    engine.take({ type: "patch", revision: 8, patch: { events } });
    expect(engine.facts("H5")!.status).toBe("settled");
  });

  test("a few changed events touch only the tiles of their households, and undoing them brings all back", () => {
    const { engine, events: said } = testEngine(plan);
    const before = engine.facts("H5")!.status;
    const event = { id: "new", householdId: "H5", kind: "left", on: "2031-03-01" } as const;
    const added = [{ ...event, document: null, note: null }];
    engine.take({ type: "patch", revision: 8, patch: { eventsChanged: { removed: [], added } } });
    expect(engine.facts("H5")!.status).toBe("left");
    const [lon, lat] = engine.facts("H5")!.at!;
    const tiles = { type: "tiles", sources: ["statuses"], within: [[lon, lat, lon, lat]] };
    expect(said.at(-1)).toEqual(tiles);
    engine.take({ type: "patch", revision: 9, patch: { eventsChanged: { removed: ["new"], added: [] } } });
    expect(engine.facts("H5")!.status).toBe(before);
    expect(said.at(-1)).toEqual(tiles);
  });

  test("statuses follow every change of events as if read anew", () => {
    const { engine } = testEngine(plan);
    const kinds = EVENT_KINDS;
    const change = fc.record({
      household: fc.nat(40),
      kind: fc.constantFrom(...kinds),
      year: fc.integer({ min: 2020, max: 2030 }),
      remove: fc.array(fc.nat(200), { maxLength: 4 }),
    });
    let revision = 10;
    let events = [...plan.events];
    fc.assert(
      fc.property(change, ({ household, kind, year, remove }) => {
        const gone = remove.flatMap((k) => (events[k] ? [events[k].id] : []));
        const id = `n${revision}`;
        const added = [
          { id, householdId: `H${household}`, kind, on: `${year}-01-01`, document: null, note: null },
        ];
        revision++;
        engine.take({ type: "patch", revision, patch: { eventsChanged: { removed: gone, added } } });
        events = [...events.filter((each) => !gone.includes(each.id)), ...added];
        const fresh = testEngine({ ...plan, events }).engine;
        for (let i = 0; i <= 40; i++) {
          expect(engine.facts(`H${i}`)!.status).toBe(fresh.facts(`H${i}`)!.status);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("events that are sent again whole, or twice, give the statuses of the list as it is", () => {
    const { engine } = testEngine(plan);
    const wanted = () => Array.from({ length: 41 }, (_, i) => engine.facts(`H${i}`)!.status);
    const first = wanted();
    const twice = [...plan.events, ...plan.events];
    const lists = [
      structuredClone(plan.events),
      twice,
      plan.events,
      [...plan.events].reverse(),
      [],
      plan.events,
    ];
    for (const [k, events] of lists.entries()) {
      engine.take({ type: "patch", revision: 8 + k, patch: { events } });
      expect(wanted()).toEqual(events.length > 0 ? first : first.map(() => "none"));
    }
  });

  test("saved rules that equal the draft keep the totals and their effect", async () => {
    const { engine, settle } = testEngine(plan);
    const draft = withRadius(700);
    void engine.screen(draft);
    settle();
    const before = engine.totals()!;
    expect(before.effect).not.toBeNull();
    engine.take({ type: "patch", revision: 8, patch: { rules: draft } });
    expect(engine.totals()).toEqual({ ...before, revision: 8 });
  });

  test("saved rules replace a draft; the difference is counted", () => {
    const { engine, settle } = testEngine(plan);
    void engine.screen(withRadius(900));
    settle();
    engine.take({ type: "patch", revision: 8, patch: { rules: withRadius(100) } });
    const totals = engine.totals()!;
    expect(totals.rules).toEqual(withRadius(100));
    expect(totals.effect).not.toBeNull();
    expect(totals.total).toEqual(testEngine({ ...plan, rules: withRadius(100) }).engine.totals()!.total);
  });

  test("new households are screened under the draft that is being tried", () => {
    const { engine, settle, events } = testEngine(plan);
    void engine.screen(withRadius(900));
    settle();
    const { households } = syntheticPlan({ seed: 12, households: 250 });
    engine.take({ type: "patch", revision: 8, patch: { households } });
    const totals = engine.totals()!;
    expect(totals).toMatchObject({ revision: 8, rules: withRadius(900), effect: null });
    expect(totals.total.households).toBe(250);
    expect(engine.facts("H599")).toBeNull();
    expect(engine.facts("H249")).not.toBeNull();
    // Marks of chosen households too: they stand where the register says.
    const tiles = events.at(-1);
    expect(tiles?.type === "tiles" && tiles.sources).toEqual(["centres", "findings", "statuses", "chosen"]);
  });

  test("a layer that is taken away makes its criterion unknown, never clear", () => {
    const { engine, events } = testEngine(plan);
    const layers = { ...plan.layers, hazards: [] };
    engine.take({ type: "patch", revision: 8, patch: { layers } });
    expect(engine.totals()!.byCriterion.hazard).toEqual({ hit: 0, clear: 0, unknown: 600 });
    expect(events.find((event) => event.type === "legend" && !("landslide" in event.hazards))).toBeDefined();
    const tiles = events.at(-1);
    expect(tiles?.type === "tiles" && tiles.sources).toEqual(
      expect.arrayContaining(["units", "hazards", "findings", "statuses", "centres"]),
    );
  });
});
