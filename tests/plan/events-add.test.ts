/** One event for many households: who can take it, all or those who can, one entry, one undo. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Commands } from "../../src/plan/protocol.ts";
import { say } from "../../src/text/say.ts";
import { dump, emptyStore, event, exampleStore, householdsCsv, must, stage } from "./example-plan.ts";

type Input = Commands["events.add"];
const many = (more: Partial<Input> = {}): Input => ({
  id: "m",
  householdIds: ["H1", "H2", "H3"],
  kind: "planned",
  on: "2025-06-01",
  document: "12/QĐ-UBND",
  note: null,
  partly: false,
  ...more,
});

const REFUSALS: readonly (readonly [more: Partial<Input>, problem: object])[] = [
  [{ id: " " }, { code: "command.input", field: "id" }],
  [{ id: "taken" }, { code: "command.input", field: "id" }],
  [{ householdIds: "H1" as never }, { code: "command.input", field: "householdIds" }],
  [{ householdIds: ["H1", "H1"] }, { code: "command.input", field: "householdIds" }],
  [{ householdIds: [] }, { code: "events.nobody" }],
  [{ kind: "vanished" as never }, { code: "command.input", field: "kind" }],
  [{ on: "2199-01-01" }, { code: "events.date", field: "on" }],
  [{ document: 7 as never }, { code: "command.input", field: "document" }],
  [{ note: undefined as never }, { code: "command.input", field: "note" }],
  [{ partly: undefined as never }, { code: "command.input", field: "partly" }],
  [{ householdIds: ["H2", "H99"] }, { code: "household.missing", values: { id: "H99" } }],
  [
    { kind: "returned", householdIds: ["H2"], partly: true },
    { code: "events.nobody", values: { count: 1 } },
  ],
];

describe("an event for many households", () => {
  test.each(REFUSALS)("is refused as a whole: %o", (more, problem) => {
    const { store, db } = exampleStore();
    must(store, "event.add", event("taken-1", "H5", "identified", "2020-01-01"));
    const before = dump(db);
    expect(store.run("events.add", many(more))).toMatchObject({ ok: false, problem });
    expect(store.blocked("events.add", many(more))).toMatchObject(problem);
    expect(dump(db)).toEqual(before);
  });

  test("says by reason who cannot, with the first ids, and records for the others", () => {
    const { store } = exampleStore();
    for (const id of ["H2", "H3"]) must(store, "event.add", event(`left ${id}`, id, "left", "2024-01-01"));
    must(store, "event.add", event("known", "H4", "planned", "2025-06-01"));
    const input = many({ householdIds: ["H5", "H3", "nobody", "H2", "H4", "H6"], partly: true });
    expect(store.checkEvents(input)).toEqual({
      problem: null,
      can: 2,
      refused: [
        {
          first: { code: "event.order", values: { id: "H3", on: "2025-06-01", before: "2024-01-01" } },
          households: 2,
          ids: ["H3", "H2"],
        },
        {
          first: { code: "household.missing", values: { id: "nobody" } },
          households: 1,
          ids: ["nobody"],
        },
        {
          first: { code: "event.repeated", values: { id: "H4", on: "2025-06-01" } },
          households: 1,
          ids: ["H4"],
        },
      ],
    });
    const { label } = must(store, "events.add", input);
    expect(label.values).toEqual({ count: 2, skipped: 4, kind: "planned", on: "2025-06-01" });
    expect(say("vi", "command.events.add", label.values)).toContain("cho 2 hộ");
    for (const id of ["H5", "H6"]) {
      expect(store.household(id)?.events).toMatchObject([{ kind: "planned", document: "12/QĐ-UBND" }]);
    }
    expect(store.household("H3")?.events).toHaveLength(1);
  });

  test("a long list, for which everything recorded is read at once, is judged as a short one", () => {
    const strangers = Array.from({ length: 3000 }, (_, k) => `nobody-${k}`);
    for (const kind of ["planned", "returned", "settled", "died"] as const) {
      const { store, db } = exampleStore();
      must(store, "event.add", event("a", "H2", "left", "2024-01-01"));
      must(store, "event.add", event("b", "H3", "died", "2024-01-01"));
      must(store, "event.add", event("c", "H4", "planned", "2025-06-01"));
      must(store, "event.add", event("d", "H5", "moved", "2024-01-01"));
      const short = many({ kind, householdIds: ["H2", "H3", "H4", "H5", "H6"], partly: true });
      const long = { ...short, householdIds: [...short.householdIds, ...strangers] };
      const own = store.checkEvents(short);
      const all = store.checkEvents(long);
      expect(all.can).toBe(own.can);
      expect(all.refused.filter(({ first }) => first.code !== "household.missing")).toEqual(own.refused);
      expect(all.refused.find(({ first }) => first.code === "household.missing")?.households).toBe(3000);
      must(store, "events.add", long);
      const taken = db.selectValues("SELECT household_id FROM event WHERE id LIKE 'm-%' ORDER BY fid");
      expect(taken).toHaveLength(own.can);
      for (const { ids } of own.refused) for (const id of ids) expect(taken).not.toContain(id);
    }
  });

  test("agrees with event.add asked one by one, and its undo takes back all of it", () => {
    const kinds = ["identified", "planned", "moved", "returned", "left", "died"] as const;
    const one = fc.record({
      who: fc.nat(6),
      kind: fc.constantFrom(...kinds),
      year: fc.integer({ min: 2020, max: 2025 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), one, fc.boolean(), (history, now, partly) => {
        const { store, db } = exampleStore();
        const other = exampleStore().store;
        for (const [n, { who, kind, year }] of history.entries()) {
          for (const each of [store, other]) {
            each.run("event.add", event(`x${n}`, `H${who}`, kind, `${year}-05-05`));
          }
        }
        const before = dump(db);
        const revision = store.info().revision;
        // H0 and H99 are in no register.
        const householdIds = ["H0", "H1", "H2", "H3", "H4", "H5", "H6", "H99"];
        const on = `${now.year}-05-05`;
        const input = many({ householdIds, kind: now.kind, on, partly });
        const check = store.checkEvents(input);
        const able = householdIds.filter(
          (id, n) => other.run("event.add", event(`m-${n}`, id, now.kind, on)).ok,
        );
        expect(check.can).toBe(able.length);
        const refused = check.refused.reduce((sum, { households }) => sum + households, 0);
        expect(check.can + refused).toBe(householdIds.length);
        const done = store.run("events.add", input);
        expect(done.ok).toBe(partly && able.length > 0);
        if (done.ok) {
          for (const id of householdIds) {
            const kindsOf = (from: typeof store) => from.household(id)?.events.map(({ kind }) => kind);
            expect(kindsOf(store)).toEqual(kindsOf(other));
          }
          expect(store.info().revision).toBe(revision + 1);
          expect(store.undo()).toMatchObject({ ok: true });
        }
        expect(dump(db)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test("twenty thousand households in one entry, undone and redone", () => {
    const { store, db } = emptyStore();
    stage(store, "big", "ho.csv", householdsCsv("H", 20_000));
    must(store, "households.import", { staged: "big", replace: false });
    const householdIds = Array.from({ length: 20_000 }, (_, k) => `H${k + 1}`);
    const input = many({ householdIds, partly: true });
    expect(store.checkEvents(input)).toEqual({ problem: null, can: 20_000, refused: [] });
    const { touched } = must(store, "events.add", input);
    expect(touched).toEqual([{ table: "event", ids: "all" }]);
    const count = () => db.selectValue("SELECT count(*) FROM event");
    expect(count()).toBe(20_000);
    expect(db.selectValue("SELECT count(*) FROM journal_row WHERE table_name = 'event'")).toBe(1);
    must(store, "plan.rename", { name: "Sau" });
    store.undo();
    expect(store.undo()).toMatchObject({ ok: true, value: { label: { command: "events.add" } } });
    expect(count()).toBe(0);
    expect(store.redo()).toMatchObject({ ok: true });
    expect(count()).toBe(20_000);
  });
});
