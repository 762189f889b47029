/** A figure told for a past day can be told again, whatever was recorded since; whoever changed the past is named. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EVENT_KINDS } from "../../src/core/model/event.ts";
import type { ProgressReport } from "../../src/core/targets/progress.ts";
import { newPlan } from "../../src/plan/plan-file.ts";
import { PlanStore } from "../../src/plan/store.ts";
import { counting, dump, event, exampleStore, householdsCsv, must, sqlite, stage } from "./example-plan.ts";

const D = "2024-12-31";
const REQUEST = { asOf: D, target: "relocation", by: "unit" } as const;

/** A plan with a clock that is set by hand: 20 households, a list of ten, some of them done by the end of 2024. */
function planAt() {
  let now = "2022-01-10T02:00:00.000Z";
  const db = newPlan(sqlite, { id: "p", name: "Thử", demo: false, created: now });
  const store = new PlanStore(sqlite, db, { now: () => now, newUid: counting(), author: "Lan" });
  const at = (time: string) => {
    now = time;
  };
  stage(store, "register", "ho.csv", householdsCsv("H", 20));
  must(store, "households.import", { staged: "register", replace: false });
  must(store, "baseline.freeze", {
    id: "b",
    name: "Gốc",
    target: "relocation",
    on: "2022-01-10",
    householdIds: Array.from({ length: 10 }, (_, i) => `H${i + 1}`),
  });
  at("2024-03-05T03:00:00.000Z");
  must(store, "event.add", event("e1", "H1", "settled", "2024-03-01"));
  must(store, "event.add", event("e2", "H2", "moved", "2023-05-01"));
  must(store, "event.add", event("e11", "H11", "settled", "2024-03-01"));
  return { store, db, at };
}

function told(store: PlanStore, knownOn: string, asOf: string = D): ProgressReport {
  const outcome = store.progressKnownOn({ ...REQUEST, asOf }, knownOn);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

describe("the audit of a past day", () => {
  test("is empty as long as nothing of the past is touched", () => {
    const { store, at } = planAt();
    at("2025-02-01T02:00:00.000Z");
    must(store, "event.add", event("e3", "H3", "moved", "2025-01-20"));
    must(store, "plan.rename", { name: "Khác" });
    expect(store.audit(D)).toEqual({ asOf: D, changes: [], recordedLater: 0, knownFrom: null });
  });

  test("names who corrected what and when; the old figure can still be told", () => {
    const { store, at } = planAt();
    const before = told(store, D);
    expect(before.total.done).toBe(2);
    at("2025-02-01T02:00:00.000Z");
    store.author = "Hùng";
    must(store, "event.correct", { id: "e1", kind: "planned", on: "2024-03-01", document: null, note: null });
    expect(store.audit(D)).toEqual({
      asOf: D,
      changes: [
        {
          seq: store.info().revision,
          at: "2025-02-01T02:00:00.000Z",
          author: "Hùng",
          command: "event.correct",
          householdId: "H1",
          before: { kind: "settled", on: "2024-03-01" },
          after: { kind: "planned", on: "2024-03-01" },
        },
      ],
      recordedLater: 0,
      knownFrom: null,
    });
    expect(told(store, "2026-01-01").total.done).toBe(1);
    expect(told(store, D)).toEqual(before);
  });

  test("an event dated out of the past or into it counts; a note or a document does not", () => {
    const { store, at } = planAt();
    at("2025-02-01T02:00:00.000Z");
    must(store, "event.correct", { id: "e1", kind: "settled", on: "2025-01-15", document: null, note: null });
    must(store, "event.correct", { id: "e2", kind: "moved", on: "2023-05-01", document: "3/BB", note: "x" });
    expect(store.audit(D).changes.map(({ before, after }) => [before?.on, after?.on])).toEqual([
      ["2024-03-01", "2025-01-15"],
    ]);
    expect(store.audit("2024-01-31").changes).toEqual([]);
    expect(store.audit("2025-01-31").changes).toHaveLength(1);
  });

  test("removal, undo and redo are each named; what was only recorded late is counted", () => {
    const { store, at } = planAt();
    at("2025-02-01T02:00:00.000Z");
    must(store, "event.add", event("late", "H4", "moved", "2024-06-01"));
    expect(store.audit(D)).toMatchObject({ changes: [], recordedLater: 1 });
    must(store, "event.remove", { id: "e2" });
    store.undo();
    store.redo();
    const kinds = () => store.audit(D).changes.map(({ before, after }) => [before?.kind, after?.kind]);
    expect(kinds()).toEqual([
      ["moved", undefined],
      [undefined, "moved"],
      ["moved", undefined],
    ]);
    expect(store.audit(D).recordedLater).toBe(1);
    expect(told(store, D).total.done).toBe(2);
    // Taking the late one back and bringing it again is a change of what had been recorded.
    store.undo();
    store.undo();
    expect(store.audit(D)).toMatchObject({ recordedLater: 0 });
    store.redo();
    expect(store.audit(D).changes.map(({ householdId }) => householdId)).toEqual([
      "H4",
      "H4",
      "H2",
      "H2",
      "H2",
      "H2",
    ]);
  });

  test("many at once, and the day ends when it does in Vietnam", () => {
    const { store, at } = planAt();
    at("2024-12-31T16:59:59.999Z");
    must(store, "event.remove", { id: "e1" });
    expect(store.audit(D).changes).toEqual([]);
    at("2024-12-31T17:00:00.000Z");
    const events = ["H5", "H6"].map((id) => event(`n-${id}`, id, "moved", "2024-05-05"));
    must(store, "events.import", { file: null, events });
    expect(store.audit(D)).toMatchObject({ changes: [], recordedLater: 2 });
    store.undo();
    expect(store.audit(D).changes.map(({ householdId, after }) => [householdId, after])).toEqual(
      expect.arrayContaining([
        ["H5", null],
        ["H6", null],
      ]),
    );
    expect(told(store, D).total.done).toBe(1);
  });

  test("a clock set back does not hide a change", () => {
    const { store, at } = planAt();
    at("2025-02-01T02:00:00.000Z");
    must(store, "event.correct", { id: "e1", kind: "planned", on: "2024-03-01", document: null, note: null });
    at("2024-06-01T02:00:00.000Z");
    must(store, "event.remove", { id: "e2" });
    expect(store.audit(D).changes.map(({ householdId }) => householdId)).toEqual(["H2", "H1"]);
    expect(told(store, D).total.done).toBe(2);
  });
});

describe("what was known on a day", () => {
  test("a list frozen or extended later was not known", () => {
    const { store, at } = planAt();
    expect(store.progressKnownOn(REQUEST, "2022-01-09")).toMatchObject({
      ok: false,
      problem: { code: "baseline.missing" },
    });
    const before = told(store, D);
    at("2025-02-01T02:00:00.000Z");
    must(store, "baseline.extend", {
      baselineId: "b",
      on: "2024-06-01",
      document: null,
      householdIds: ["H11"],
    });
    expect(told(store, D)).toEqual(before);
    expect(told(store, "2025-02-01").total).toMatchObject({ baseline: 10, added: 1, addedDone: 1 });
    store.undo();
    expect(told(store, "2025-02-01")).toEqual(before);
  });

  test("before the starting point of a plan nothing is known, and that is said", () => {
    const { store, at } = planAt();
    store.beginHere();
    expect(store.progressKnownOn(REQUEST, "2024-03-04")).toMatchObject({
      ok: false,
      problem: { code: "progress.not-known", values: { from: "2024-03-05" } },
    });
    at("2025-02-01T02:00:00.000Z");
    must(store, "event.remove", { id: "e1" });
    expect(told(store, D).total.done).toBe(2);
    expect(told(store, "2024-03-05").total.done).toBe(2);
    expect(store.audit(D)).toMatchObject({ changes: [{ householdId: "H1" }], knownFrom: "2024-03-05" });
    // Recorded with the starting point, after the day they tell of.
    expect(store.audit("2023-12-31").recordedLater).toBe(1);
  });

  test("asking changes nothing", () => {
    const { store, db, at } = planAt();
    at("2025-02-01T02:00:00.000Z");
    must(store, "event.remove", { id: "e1" });
    const rows = dump(db);
    store.audit(D);
    told(store, D);
    expect(dump(db)).toEqual(rows);
  });
});

describe("whatever is done later", () => {
  const household = fc.integer({ min: 1, max: 20 }).map((n) => `H${n}`);
  const day = fc.constantFrom("2025-01-01", "2025-02-02", "2025-03-03");
  const past = fc.constantFrom("2022-05-01", "2024-12-31", "2025-01-01");
  const kind = fc.constantFrom(...EVENT_KINDS);
  const later = fc.oneof(
    { weight: 4, arbitrary: fc.record({ what: fc.constant("add" as const), household, kind, on: day }) },
    fc.record({ what: fc.constant("move" as const), household }),
    fc.record({ what: fc.constant("freeze" as const), household }),
    fc.record({ what: fc.constantFrom("undo" as const, "redo" as const, "replace" as const) }),
    fc.record({ what: fc.constant("extend" as const), household, on: day }),
  );
  type Later = typeof later extends fc.Arbitrary<infer T> ? T : never;

  function play(store: PlanStore, one: Later, n: number): void {
    if (one.what === "undo") {
      // What was there on the day itself stays out of reach.
      if ((store.info().undo?.at ?? "") > D) store.undo();
    } else if (one.what === "redo") store.redo();
    else if (one.what === "add") store.run("event.add", event(`l${n}`, one.household, one.kind, one.on));
    else if (one.what === "move") {
      if (store.household(one.household)) {
        must(store, "household.edit", { id: one.household, changes: { at: [108.3, 12.5 + n * 0.001] } });
      }
    } else if (one.what === "freeze") {
      const input = { id: `f${n}`, name: `Gốc ${n}`, target: "migrants", on: "2025-01-01" } as const;
      store.run("baseline.freeze", { ...input, householdIds: [one.household] });
    } else if (one.what === "extend") {
      store.run("baseline.extend", {
        baselineId: "b",
        on: one.on,
        document: null,
        householdIds: [one.household],
      });
    } else {
      stage(store, `r${n}`, "ho.csv", householdsCsv("H", 15));
      must(store, "households.import", { staged: `r${n}`, replace: true });
    }
  }

  test("a figure of a past day stays as long as no event dated up to it is touched", () => {
    fc.assert(
      fc.property(fc.array(later, { maxLength: 12 }), (steps) => {
        const { store, at } = planAt();
        const before = told(store, D);
        steps.forEach((one, n) => {
          at(new Date(Date.parse("2025-06-01T00:00:00Z") + n * 60_000).toISOString());
          play(store, one, n);
        });
        // Only which other list there is may be told differently: that is not of the day.
        expect({ ...told(store, "2026-01-01"), sharedWithOtherTarget: null }).toEqual(before);
        expect(told(store, D)).toEqual(before);
        expect(store.audit(D)).toEqual({ asOf: D, changes: [], recordedLater: 0, knownFrom: null });
      }),
      { numRuns: 25 },
    );
  });

  test("corrections among any other edits: the audit names exactly them, and the old figure is told again", () => {
    const correction = fc.record({ id: fc.constantFrom("e1", "e2", "e11"), kind, on: past });
    fc.assert(
      fc.property(fc.array(fc.oneof(later, correction), { maxLength: 12 }), (steps) => {
        const { store, at } = planAt();
        const before = told(store, D);
        const wanted: unknown[] = [];
        const state = new Map([
          ["e1", { householdId: "H1", kind: "settled", on: "2024-03-01" }],
          ["e2", { householdId: "H2", kind: "moved", on: "2023-05-01" }],
          ["e11", { householdId: "H11", kind: "settled", on: "2024-03-01" }],
        ]);
        steps.forEach((one, n) => {
          at(new Date(Date.parse("2025-06-01T00:00:00Z") + n * 60_000).toISOString());
          if (!("id" in one)) {
            if (one.what !== "undo" && one.what !== "redo") play(store, one, n);
            return;
          }
          const { revision } = store.info();
          store.run("event.correct", { ...one, document: null, note: null });
          if (store.info().revision === revision) return;
          const was = state.get(one.id)!;
          state.set(one.id, { ...was, kind: one.kind, on: one.on });
          if (was.kind === one.kind && was.on === one.on) return;
          if (was.on > D && one.on > D) return;
          wanted.unshift([
            store.info().revision,
            was.householdId,
            { kind: was.kind, on: was.on },
            { kind: one.kind, on: one.on },
          ]);
        });
        const found = store.audit(D).changes;
        expect(
          found.map(({ seq, householdId, before: was, after }) => [seq, householdId, was, after]),
        ).toEqual(wanted);
        expect(told(store, D)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});

test("a household settled in 2024 stays settled in 2024's figures", () => {
  const { store } = exampleStore();
  const done = () => told(store, "2026-12-31").total.done;
  expect(done()).toBe(1);
  must(store, "event.add", event("r", "H1", "returned", "2025-03-01"));
  must(store, "household.edit", { id: "H1", changes: { at: null, head: "Khác" } });
  stage(store, "again", "ho.csv", householdsCsv("N", 3));
  must(store, "households.import", { staged: "again", replace: true });
  expect(done()).toBe(1);
  expect(told(store, "2026-12-31", "2025-12-31").total.done).toBe(0);
});
