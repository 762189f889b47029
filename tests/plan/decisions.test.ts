/** Decisions: the last one recorded counts, and undo brings the one before back. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { DECISION_CHOICES, type DecisionChoice } from "../../src/core/model/decision.ts";
import type { Commands } from "../../src/plan/protocol.ts";
import { dump, exampleStore, must } from "./example-plan.ts";

function decide(id: string, householdIds: string[], choice: DecisionChoice): Commands["decision.record"] {
  return {
    id,
    householdIds,
    choice,
    reason: "đã họp thôn",
    person: "Y Bía",
    document: "12/BB",
    on: "2024-05-01",
  };
}

test("one in force of each household, whole; earlier ones are kept, newest first", () => {
  const { store } = exampleStore();
  must(store, "decision.record", decide("a", ["H1", "H2"], "include"));
  must(store, "decision.record", { ...decide("b", ["H1"], "exclude"), reason: "  đã có đất " });
  expect(store.snapshot().decisions).toEqual([
    {
      id: "a-1",
      householdId: "H2",
      choice: "include",
      reason: "đã họp thôn",
      person: "Y Bía",
      document: "12/BB",
      on: "2024-05-01",
    },
    {
      id: "b-0",
      householdId: "H1",
      choice: "exclude",
      reason: "đã có đất",
      person: "Y Bía",
      document: "12/BB",
      on: "2024-05-01",
    },
  ]);
  expect(store.household("H1")!.decisions.map(({ id }) => id)).toEqual(["b-0", "a-0"]);
  store.undo();
  expect(store.snapshot().decisions.map(({ id }) => id)).toEqual(["a-0", "a-1"]);
  must(store, "decision.record", decide("c", ["H1", "H2"], "as-proposed"));
  expect(store.snapshot().decisions).toEqual([]);
});

test("a patch carries them", () => {
  const { store } = exampleStore();
  const { touched } = must(store, "decision.record", decide("a", ["H1"], "include"));
  expect(touched).toEqual([{ table: "decision", ids: ["a-0"] }]);
  expect(store.patch(touched)).toEqual({ decisions: store.snapshot().decisions });
});

test.each([
  [{ reason: "  " }, { code: "decision.reason" }],
  [{ on: "2099-01-01" }, { code: "decision.date" }],
  [{ on: "1/2/2024" }, { code: "decision.date" }],
  [{ householdIds: [] }, { code: "decision.nobody" }],
  [{ householdIds: ["H1", "X"] }, { code: "household.missing", values: { id: "X" } }],
  [{ householdIds: ["H1", "H1"] }, { code: "command.input", field: "householdIds" }],
  [{ choice: "maybe" }, { code: "command.input", field: "choice" }],
  [{ person: 4 }, { code: "command.input", field: "person" }],
  [{ id: "" }, { code: "command.input", field: "id" }],
])("refuses %o", (part, problem) => {
  const { store } = exampleStore();
  expect(store.run("decision.record", { ...decide("a", ["H1"], "include"), ...part } as never)).toMatchObject(
    {
      ok: false,
      problem,
    },
  );
});

test("any sequence: the last one of each household counts, and undo goes back through all of them", () => {
  const step = fc.record({
    households: fc.uniqueArray(fc.constantFrom("H1", "H2", "H3", "H4"), { minLength: 1 }),
    choice: fc.constantFrom(...DECISION_CHOICES),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const { store, db } = exampleStore();
      const inForce = () =>
        Object.fromEntries(
          store.snapshot().decisions.map(({ householdId, choice }) => [householdId, choice]),
        );
      const states = [{ rows: dump(db), inForce: inForce() }];
      const expected: Record<string, DecisionChoice> = {};
      for (const [n, { households, choice }] of steps.entries()) {
        must(store, "decision.record", decide(`d${n}`, households, choice));
        for (const id of households) {
          if (choice === "as-proposed") delete expected[id];
          else expected[id] = choice;
        }
        expect(inForce()).toEqual(expected);
        states.push({ rows: dump(db), inForce: inForce() });
      }
      for (let k = states.length - 2; k >= 0; k--) {
        store.undo();
        expect({ rows: dump(db), inForce: inForce() }).toEqual(states[k]);
      }
      for (let k = 1; k < states.length; k++) {
        store.redo();
        expect({ rows: dump(db), inForce: inForce() }).toEqual(states[k]);
      }
      store.close();
    }),
    { numRuns: 25 },
  );
});
