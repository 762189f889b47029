/** Random edits on copies of a plan: the order of merging says nothing, nothing is decided silently or invented. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_RULES } from "../../src/core/screening/rule-set.ts";
import type { Commands, MergeConflict } from "../../src/plan/protocol.ts";
import { event, exampleStore, householdsCsv, LAYER_FILES, site, square, stage } from "./example-plan.ts";
import { type Copy, copyOf, look, merge, rowsOf } from "./merge-copies.ts";

type Step = { readonly what: number; readonly a: number; readonly b: number };
const steps = fc.array(fc.record({ what: fc.nat(20), a: fc.nat(5), b: fc.nat(5) }), {
  minLength: 1,
  maxLength: 10,
});
const KINDS = ["units", "forests", "hazards", "roads", "centres"] as const;
const EVENTS = ["identified", "moved", "settled", "returned", "left", "died"] as const;
const HEADS = ["Y Một", "Y Hai", "Y Ba"] as const;

/** Takes one step on a copy; many are refused, which is part of the test. Ids are shared among copies now and then. */
function take({ store }: Copy, { what, a, b }: Step, n: number): void {
  const mine = `${store.author}${n}`;
  const id = b > 3 ? `x${a}` : mine;
  const household = `H${a + 1}`;
  const on = `202${b}-0${a + 1}-0${(n % 5) + 1}` as const;
  const about = { document: null, note: null };
  const described = { form: "in-place", status: "proposal", capacity: b, note: null } as const;
  const edits: readonly Partial<Commands["household.edit"]["changes"]>[] = [
    { head: HEADS[b % 3]! },
    { village: `Buôn ${b}` },
    { at: [108.1 + b / 100, 12.5], coordinateSource: "gps" },
    { members: b + 1, cause: "sạt lở" },
  ];
  const run: readonly (() => unknown)[] = [
    () => store.run("site.add", site(id, 108 + b / 10)),
    () => store.run("site.reshape", { id: b > 3 ? "s1" : id, geometry: square(107 + b, 12, 0.02) }),
    () => store.run("site.describe", { id: "s1", name: `T${a % 3}`, ...described }),
    () => store.run("site.remove", { id: b > 3 ? "s1" : id }),
    () => store.run("event.add", event(mine, household, EVENTS[b]!, on)),
    () => store.run("event.remove", { id: "e1" }),
    () => store.run("event.correct", { id: "e1", kind: EVENTS[b]!, on, ...about }),
    () =>
      store.run("events.add", {
        id: mine,
        householdIds: [household, "H9"],
        kind: EVENTS[b]!,
        on,
        ...about,
        partly: true,
      }),
    () => store.run("events.import", { file: null, events: [event(mine, household, EVENTS[b]!, on)] }),
    () => store.run("rules.set", { rules: { ...DEFAULT_RULES, reading: a % 2 ? "wide" : "strict" } }),
    () =>
      store.run("rules.set", { rules: { ...DEFAULT_RULES, remote: a % 2 ? null : DEFAULT_RULES.remote } }),
    () => store.run("plan.rename", { name: `Tên ${a % 3}` }),
    () =>
      store.run("baseline.freeze", {
        id,
        name: `Gốc ${b}`,
        target: "relocation",
        on,
        householdIds: [household],
      }),
    () =>
      store.run("baseline.extend", { baselineId: "b1", on, document: null, householdIds: [`H${a + 10}`] }),
    () =>
      store.run("decision.record", {
        id: mine,
        householdIds: [household],
        choice: b % 2 ? "include" : "exclude",
        reason: "họp dân",
        person: null,
        document: null,
        on,
      }),
    () => store.run("household.edit", { id: household, changes: edits[b % 4]! }),
    () => store.run("layer.remove", { id: KINDS[a % 5]! }),
    () => {
      const kind = KINDS[a % 5]!;
      stage(store, mine, `${kind}.geojson`, LAYER_FILES[kind]);
      store.run("layer.import", { staged: mine, kind, name: kind, coverage: "zones", replace: b > 3 });
    },
    () => {
      stage(store, mine, "ho.csv", householdsCsv(b > 3 ? "H" : "K", 3 + a));
      store.run("households.import", { staged: mine, replace: b % 3 === 0 });
    },
    () => store.undo(),
    () => store.redo(),
  ];
  run[what]!();
}

function work(copy: Copy, list: readonly Step[]): void {
  for (const [n, step] of list.entries()) take(copy, step, n);
}

/** The side of a conflict that holds the least value: the same one whatever the sides are called. */
function least({ sides }: MergeConflict): number {
  const said = sides.map(({ value, removed }) => JSON.stringify([removed, value]));
  return said.indexOf([...said].sort()[0]!);
}

/** So many runs from one seed; MERGE_RUNS asks for more, from a seed of their own. */
function runs(few: number): { numRuns: number; seed?: number } {
  const more = process.env.MERGE_RUNS;
  return more === undefined ? { numRuns: few, seed: 20_261_115 } : { numRuns: Number(more) };
}

/** What a plan says, of one copy, kept apart from the plan it was made of. */
const again = ({ store }: Copy) => copyOf(store, "p", "2026-12-01T01:00:00.000Z");

test("copies merged in either order give the same plan; again, nothing; undone, the rows from before", () => {
  fc.assert(
    fc.property(steps, steps, steps, (own, first, second) => {
      const plan = exampleStore();
      const a = copyOf(plan.store, "a");
      const b = copyOf(plan.store, "b", "2026-11-02T01:00:00.000Z");
      work({ ...plan }, own);
      work(a, first);
      work(b, second);
      const before = rowsOf(plan.db);
      const [one, other] = [again(plan), again(plan)];
      const preview = merge(one, [a, b], least);
      const turned = merge(other, [b, a], least);
      expect(turned.conflicts).toEqual(preview.conflicts);
      expect(turned.counts).toEqual(preview.counts);
      const merged = rowsOf(one.db);
      expect(rowsOf(other.db)).toEqual(merged);
      const second_look = look(one, b, a);
      expect(second_look).toMatchObject({ counts: [], conflicts: [] });
      expect(second_look.sources.every(({ entries }) => entries === 0)).toBe(true);
      expect(one.store.undo()).toMatchObject({ ok: true });
      expect(rowsOf(one.db)).toEqual(before);
      expect(one.store.redo()).toMatchObject({ ok: true });
      expect(rowsOf(one.db)).toEqual(merged);
      for (const { store } of [plan, a, b, one, other]) store.close();
    }),
    runs(8),
  );
}, 300_000);

test("copies merged one after the other give the same plan whichever came first, where nothing is asked", () => {
  let compared = 0;
  fc.assert(
    fc.property(steps, steps, (first, second) => {
      const plan = exampleStore();
      const a = copyOf(plan.store, "a");
      const b = copyOf(a.store, "b", "2026-11-02T01:00:00.000Z");
      const c = copyOf(plan.store, "c", "2026-11-03T01:00:00.000Z");
      work(a, first.slice(0, 4));
      const d = copyOf(a.store, "d", "2026-11-04T01:00:00.000Z");
      work(a, first.slice(4));
      work(c, second.slice(0, 5));
      work(d, second.slice(5));
      const orders = [
        [a, c, d],
        [d, c, a],
        [c, d, a],
        [b, d, a, c],
      ];
      const results = orders.map((order) => {
        const into = again(plan);
        let asked = 0;
        for (const from of order) {
          const preview = look(into, from);
          asked += preview.conflicts.length;
          if (preview.sources[0]!.entries === 0) continue;
          const choices = Object.fromEntries(preview.conflicts.map((one) => [one.id, least(one)]));
          expect(into.store.merge("m", choices)).toMatchObject({ ok: true });
        }
        const rows = rowsOf(into.db);
        into.store.close();
        return { asked, rows };
      });
      const plain = results.filter(({ asked }) => asked === 0);
      compared += plain.length === orders.length ? 1 : 0;
      // Whether there is anything to ask does not depend on the order either.
      expect([0, orders.length]).toContain(plain.length);
      for (const { rows } of plain) expect(rows).toEqual(plain[0]!.rows);
      for (const { store } of [plan, a, b, c, d]) store.close();
    }),
    runs(5),
  );
  expect(compared).toBeGreaterThan(0);
}, 300_000);
