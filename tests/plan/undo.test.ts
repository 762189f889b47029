/** What is promised of every command: one entry, undone to the same rows, redone to the same rows. */
import { expect, test } from "vitest";
import { DEFAULT_RULES } from "../../src/core/screening/rule-set.ts";
import { COMMAND_NAMES, type CommandName, type Commands } from "../../src/plan/protocol.ts";
import type { PlanStore } from "../../src/plan/store.ts";
import {
  dump,
  event,
  exampleStore,
  householdsCsv,
  LAYER_FILES,
  site,
  square,
  stage,
} from "./example-plan.ts";

type Inputs = { readonly [K in CommandName]: (store: PlanStore) => Commands[K] };
const INPUTS: Inputs = {
  "site.add": () => site("s2", 108.4),
  "site.reshape": () => ({ id: "s1", geometry: square(108.5, 12.7, 0.02) }),
  "site.describe": () => ({
    id: "s1",
    name: "Điểm Krông",
    form: "inserted",
    status: "proposal",
    capacity: null,
    note: "gần đường",
  }),
  "site.remove": () => ({ id: "s1" }),
  "event.add": () => event("e2", "H1", "settled", "2025-01-10"),
  "event.remove": () => ({ id: "e1" }),
  "events.add": () => ({
    id: "many",
    householdIds: ["H2", "H1", "H7"],
    kind: "returned",
    on: "2025-03-01",
    document: "12/QĐ",
    note: null,
    partly: true,
  }),
  "events.import": () => ({
    file: "events.csv",
    events: [event("e3", "H2", "moved", "2024-01-01"), event("e4", "H2", "settled", "2025-01-01")],
  }),
  "rules.set": () => ({ rules: { ...DEFAULT_RULES, reading: "wide" } }),
  "plan.rename": () => ({ name: "Tên khác" }),
  "baseline.freeze": () => ({
    id: "b2",
    name: "Gốc 2022",
    target: "migrants",
    on: "2022-12-31",
    householdIds: ["H4", "H5"],
  }),
  "layer.remove": () => ({ id: "hazards" }),
  "layer.import": (store) => {
    stage(store, "hazards-2", "h2.geojson", LAYER_FILES.hazards);
    return { staged: "hazards-2", kind: "hazards", name: "Nguy cơ 2", coverage: "zones", replace: true };
  },
  "households.import": (store) => {
    stage(store, "register-2", "ho2.csv", householdsCsv("K", 25));
    return { staged: "register-2", replace: true };
  },
};

test.each(COMMAND_NAMES)("%s undoes and redoes to the same rows, once and again", (name) => {
  const { store, db } = exampleStore();
  const before = dump(db);
  const outcome = store.run(name, INPUTS[name](store) as never);
  expect(outcome).toMatchObject({ ok: true });
  const after = dump(db);
  expect(after).not.toEqual(before);
  for (let round = 0; round < 2; round++) {
    expect(store.undo()).toMatchObject({ ok: true, value: { label: { command: name } } });
    expect(dump(db)).toEqual(before);
    expect(store.info().redo).toMatchObject({ command: name });
    expect(store.redo()).toMatchObject({ ok: true, value: { label: { command: name } } });
    expect(dump(db)).toEqual(after);
    expect(store.info().undo).toMatchObject({ command: name });
  }
});

test("everything undone leaves an empty plan, everything redone the full one", () => {
  const { store, db } = exampleStore();
  const full = dump(db);
  let undone = 0;
  while (store.info().undo) {
    expect(store.undo()).toMatchObject({ ok: true });
    undone++;
  }
  expect(undone).toBe(9);
  for (const table of ["household", "unit", "site", "event", "baseline_member", "import"]) {
    expect(dump(db)[table]).toEqual([]);
  }
  expect(store.undo()).toMatchObject({ ok: false, problem: { code: "plan.nothing-to-undo" } });
  while (store.info().redo) store.redo();
  expect(dump(db)).toEqual(full);
  expect(store.redo()).toMatchObject({ ok: false, problem: { code: "plan.nothing-to-redo" } });
});

test("a new command after undo ends what could be redone; the history keeps it as undone", () => {
  const { store } = exampleStore();
  store.undo();
  store.run("plan.rename", { name: "Khác" });
  expect(store.info().redo).toBeNull();
  const [rename, add] = store.history(2);
  expect(rename).toMatchObject({ command: "plan.rename", undone: false });
  expect(add).toMatchObject({ command: "site.add", undone: true });
});

test("undo and redo are entries of their own: the history only grows", () => {
  const { store } = exampleStore();
  const { revision } = store.info();
  store.undo();
  store.redo();
  expect(store.info().revision).toBe(revision + 2);
});

test("a command that changes nothing leaves no entry", () => {
  const { store } = exampleStore();
  const before = store.info();
  const outcome = store.run("plan.rename", { name: before.name });
  expect(outcome).toMatchObject({ ok: true, value: { touched: [] } });
  expect(store.info()).toEqual(before);
});

test("a bulk import is one journal row, and its undo keeps what it removed", () => {
  const { store, db } = exampleStore();
  const rowsOf = (seq: number) =>
    db.selectObjects(
      "SELECT op, first_fid, last_fid FROM journal_row WHERE seq = ? AND table_name = 'household'",
      [seq],
    );
  const seq = Number(db.selectValue("SELECT seq FROM journal WHERE command = 'households.import'"));
  expect(rowsOf(seq)).toEqual([{ op: "insert", first_fid: 1, last_fid: 40 }]);
  while (store.info().undo?.command !== "households.import") store.undo();
  store.undo();
  expect(rowsOf(store.info().revision)).toHaveLength(40);
});
