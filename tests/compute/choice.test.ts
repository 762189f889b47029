import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HouseholdFilter, ListSort, MarkRequest } from "../../src/compute/protocol.ts";
import type { HouseholdColumns } from "../../src/core/model/household.ts";
import { testEngine } from "./support/engine.ts";
import { readTile } from "./support/read-tile.ts";
import { syntheticPlan } from "./support/synthetic-plan.ts";

const plan = syntheticPlan({ seed: 5, households: 250 });
const byId: ListSort = { column: "id", descending: false };
const all = testEngine(plan).engine.page({}, byId, 0, 1000).rows;
const DAO: HouseholdFilter = { columns: { ethnicity: { kind: "choice", values: ["Dao"] } } };

const filter = fc.constantFrom<HouseholdFilter>({}, DAO, { eligible: ["yes"] }, { eligible: [] });
const sort = fc.constantFrom<ListSort>(byId, { column: "head", descending: true });
const request: fc.Arbitrary<MarkRequest> = fc.oneof(
  fc.constant({ what: "none" as const }),
  fc.record({
    what: fc.constant("turn" as const),
    ids: fc.array(
      fc.integer({ min: 0, max: 260 }).map((n) => `H${n}`),
      { maxLength: 5 },
    ),
  }),
  fc.record({ what: fc.constant("listed" as const), filter, on: fc.boolean() }),
  fc.record({
    what: fc.constant("places" as const),
    filter,
    sort,
    from: fc.nat(250),
    to: fc.nat(270),
    on: fc.boolean(),
  }),
  fc.record({
    what: fc.constant("box" as const),
    filter,
    bbox: fc.constantFrom([108, 12.4, 108.2, 12.7] as const, [108.1, 12.5, 108.1, 12.5] as const),
    on: fc.boolean(),
  }),
);

/** The same request carried out on a set of ids. */
function model(
  chosen: Set<string>,
  asked: MarkRequest,
  engine: ReturnType<typeof testEngine>["engine"],
): void {
  const set = (ids: readonly string[], on: boolean) => {
    for (const id of ids)
      if (on) chosen.add(id);
      else chosen.delete(id);
  };
  const list = (of: HouseholdFilter, order: ListSort = byId) =>
    engine.page(of, order, 0, 1000).rows.map(({ id }) => id);
  switch (asked.what) {
    case "none":
      chosen.clear();
      break;
    case "turn":
      for (const id of new Set(asked.ids)) if (all.some((row) => row.id === id)) set([id], !chosen.has(id));
      break;
    case "listed":
      set(list(asked.filter), asked.on);
      break;
    case "places":
      set(list(asked.filter, asked.sort).slice(asked.from, Math.max(asked.from, asked.to)), asked.on);
      break;
    case "box": {
      const [west, south, east, north] = asked.bbox;
      const inside = all.filter(
        ({ at }) => at && at[0] >= west && at[0] <= east && at[1] >= south && at[1] <= north,
      );
      const listed = new Set(list(asked.filter));
      const ids = inside.map(({ id }) => id).filter((id) => listed.has(id));
      set(ids, asked.on);
    }
  }
}

describe("chosen households", () => {
  test("any requests: as many, and the same ones, as a set of ids would hold", () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 8 }), filter, (requests, look) => {
        const { engine } = testEngine(plan);
        const chosen = new Set<string>();
        for (const asked of requests) {
          const before = new Set(chosen);
          model(chosen, asked, engine);
          const said = engine.mark(asked);
          expect(said.count).toBe(chosen.size);
          expect(said.changed).toBe(
            [...before].filter((id) => !chosen.has(id)).length +
              [...chosen].filter((id) => !before.has(id)).length,
          );
        }
        expect([...engine.chosenIds()].sort()).toEqual([...chosen].sort());
        const page = engine.page(look, byId, 0, 1000);
        const flags = page.rows.map(({ id }) => chosen.has(id));
        expect(page.chosen?.rows ?? flags.map(() => false)).toEqual(flags);
        expect(page.chosen?.listed ?? 0).toBe(flags.filter(Boolean).length);
      }),
      { numRuns: 120 },
    );
  });

  test("a box says how many in it are not listed; households without coordinates are in no box", () => {
    const { engine } = testEngine(plan);
    const bbox = [-180, -90, 180, 90] as const;
    const located = all.filter(({ at }) => at !== null);
    const dao = located.filter(({ ethnicity }) => ethnicity === "Dao");
    const said = engine.mark({ what: "box", bbox, filter: DAO, on: true });
    expect(said).toEqual({ count: dao.length, changed: dao.length, outside: located.length - dao.length });
  });

  test("a list tells where a household stands", () => {
    const { engine } = testEngine(plan);
    const rows = engine.page(DAO, { column: "head", descending: true }, 0, 1000).rows;
    for (const [place, { id }] of rows.entries()) {
      expect(engine.placeInList(DAO, { column: "head", descending: true }, id)).toBe(place);
    }
    expect(engine.placeInList({ eligible: [] }, byId, "H1")).toBe(-1);
    expect(engine.placeInList({}, byId, "nobody")).toBe(-1);
  });

  test("events and rules leave the choice; a register read again keeps it by id; another plan empties it", () => {
    const { engine } = testEngine(plan);
    engine.mark({ what: "turn", ids: ["H3", "H7", "H249"] });
    engine.take({ type: "patch", revision: 8, patch: { events: [] } });
    expect(engine.chosenIds()).toEqual(["H3", "H7", "H249"]);
    const fewer: HouseholdColumns = syntheticPlan({ seed: 5, households: 100 }).households;
    engine.take({ type: "patch", revision: 9, patch: { households: fewer } });
    expect(engine.chosenIds()).toEqual(["H3", "H7"]);
    engine.take({ type: "plan", snapshot: { ...plan, planId: "other" } });
    expect(engine.chosenIds()).toEqual([]);
  });
});

describe("tiles of the chosen", () => {
  test("near, every chosen household with a place is in one tile; nobody chosen, no tile", () => {
    const { engine } = testEngine(plan);
    expect(engine.tile("chosen", 0, 0, 0)).toBeNull();
    engine.mark({ what: "listed", filter: DAO, on: true });
    const z = 12;
    const found: number[] = [];
    for (let x = 3270; x <= 3290; x++) {
      for (let y = 1890; y <= 1912; y++) {
        const tile = engine.tile("chosen", z, x, y);
        if (tile) found.push(...(readTile(new Uint8Array(tile)).chosen ?? []).map(({ id }) => id!));
      }
    }
    const ids = all.filter(({ ethnicity, at }) => ethnicity === "Dao" && at !== null).map(({ id }) => id);
    expect(found.map((row) => `H${row}`).sort()).toEqual([...ids].sort());
  });

  test("far, fewer marks stand for them, and letting go redraws", () => {
    const { engine } = testEngine(plan);
    engine.mark({ what: "listed", filter: {}, on: true });
    const marks = readTile(new Uint8Array(engine.tile("chosen", 0, 0, 0)!)).chosen!;
    expect(marks.length).toBe(1);
    engine.mark({ what: "none" });
    expect(engine.tile("chosen", 0, 0, 0)).toBeNull();
  });
});
