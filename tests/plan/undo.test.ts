/** What is promised of every command: one entry, undone to the same rows, redone to the same rows. */
import { expect, test } from "vitest";
import { DEFAULT_RULES } from "../../src/core/screening/rule-set.ts";
import {
  COMMAND_NAMES,
  type CommandName,
  type Commands,
  type HouseholdFacts,
} from "../../src/plan/protocol.ts";
import type { PlanStore } from "../../src/plan/store.ts";
import {
  digest,
  dump,
  event,
  exampleStore,
  householdsCsv,
  LAYER_FILES,
  must,
  reopened,
  site,
  square,
  stage,
} from "./example-plan.ts";
import { rasterInput } from "./raster-input.ts";

const NO_FACTS: HouseholdFacts = {
  head: null,
  ethnicity: null,
  ethnicityCode: null,
  ethnicityList: null,
  members: null,
  poverty: null,
  povertyYear: null,
  migrant: null,
  village: null,
  communeCode: null,
  communeList: null,
  at: null,
  coordinateSource: null,
  coordinateAccuracyM: null,
  residentialLandM2: null,
  productionLandM2: null,
  houseState: null,
  cause: null,
};

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
  "event.correct": () => ({ id: "e1", kind: "planned", on: "2024-02-01", document: "7/BC", note: null }),
  "baseline.extend": () => ({ baselineId: "b1", on: "2024-06-30", document: "9/QĐ", householdIds: ["H9"] }),
  "decision.record": () => ({
    id: "d",
    householdIds: ["H1", "H2"],
    choice: "exclude",
    reason: "đã có đất ở nơi khác",
    person: "Chủ tịch xã",
    document: null,
    on: "2024-03-01",
  }),
  "household.add": () => ({ id: "H-new", facts: { ...NO_FACTS, head: "Y Thử", at: [108.41, 12.71] } }),
  "household.edit": () => ({ id: "H1", changes: { head: "H Thử", members: 6, at: [108.42, 12.72] } }),
  "layer.remove": () => ({ id: "hazards" }),
  "layer.import": (store) => {
    stage(store, "hazards-2", "h2.geojson", LAYER_FILES.hazards);
    return { staged: "hazards-2", kind: "hazards", name: "Nguy cơ 2", coverage: "zones", replace: true };
  },
  "assignments.set": () => ({
    rows: [
      { householdId: "H1", siteId: "s1" },
      { householdId: "H3", siteId: "s1" },
    ],
    on: "2024-05-01",
  }),
  "assignment.fix": () => ({ householdId: "H2", siteId: "s1", on: "2024-05-01", note: "gần họ hàng" }),
  "raster.import": () => rasterInput("r2"),
  "raster.remove": () => ({ id: "r1" }),
  "households.import": (store) => {
    stage(store, "register-2", "ho2.csv", householdsCsv("K", 25));
    return { staged: "register-2", replace: true };
  },
  "households.update": (store) => {
    const [head, ...rows] = householdsCsv("H", 45).split("\n");
    stage(store, "register-3", "ho3.csv", [head, ...rows.slice(10)].join("\n").replaceAll("Y Ê", "Y Mới"));
    return { staged: "register-3" };
  },
};

test.each(COMMAND_NAMES)("%s undoes and redoes to the same rows, once and again", (name) => {
  const { store, db } = exampleStore();
  must(store, "raster.import", rasterInput("r1"));
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
  const [rename, undo, add] = store.history({ limit: 3 });
  expect(rename).toMatchObject({ command: "plan.rename", kind: "do", undone: false });
  expect(undo).toMatchObject({ command: "site.add", kind: "undo", undone: false, target: { seq: add!.seq } });
  expect(add).toMatchObject({ command: "site.add", kind: "do", undone: true });
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

test("commands of one group that follow one another are undone and redone together", () => {
  const { store, db } = exampleStore();
  const before = dump(db);
  const { revision } = store.info();
  store.run("site.add", site("s2", 108.4), "g");
  store.run("site.add", site("s3", 108.5), "g");
  store.run("event.add", event("e2", "H2", "planned", "2024-01-01"), "g");
  const after = dump(db);
  expect(store.info().undo).toMatchObject({ command: "event.add", more: 2, group: "g" });
  const undone = store.undo();
  expect(undone).toMatchObject({ ok: true, value: { label: { command: "event.add", more: 2 } } });
  if (!undone.ok) throw new Error();
  expect(undone.value.touched.map(({ table }) => table).sort()).toEqual(["event", "site"]);
  expect(dump(db)).toEqual(before);
  expect(store.info()).toMatchObject({
    revision: revision + 6,
    undo: { command: "site.add", seq: revision },
  });
  const again = reopened(store);
  expect(again.store.info().redo).toMatchObject({ command: "event.add", more: 2 });
  again.store.redo();
  expect(dump(again.db)).toEqual(after);
});

test("a group that something else came between is undone in its parts", () => {
  const { store } = exampleStore();
  store.run("site.add", site("s2", 108.4), "g");
  store.run("plan.rename", { name: "Khác" });
  store.run("site.add", site("s3", 108.5), "g");
  expect(store.info().undo).not.toHaveProperty("more");
  store.undo();
  expect(store.info().undo).toMatchObject({ command: "plan.rename" });
});

test("a group whose undo fails in the middle is undone in no part", () => {
  const { store, db } = exampleStore();
  store.run("site.add", site("s2", 108.4), "g");
  store.run("site.add", site("s3", 108.5), "g");
  db.exec(
    "CREATE TEMP TRIGGER stop BEFORE DELETE ON site WHEN old.id = 's2' BEGIN SELECT raise(FAIL, 'no'); END",
  );
  const [before, info] = [dump(db), store.info()];
  expect(() => store.undo()).toThrow();
  expect(dump(db)).toEqual(before);
  expect(store.info()).toEqual(info);
  db.exec("DROP TRIGGER stop");
  expect(store.undo()).toMatchObject({ ok: true });
});

test("every entry has its author, its time and a name of its own; the same input gives the same bytes", () => {
  const made = () => {
    const { store, db } = exampleStore();
    store.author = "H Linh";
    store.run("plan.rename", { name: "Khác" });
    store.author = null;
    store.undo();
    return { store, db };
  };
  const { store, db } = made();
  const [undo, rename, before] = store.history({ limit: 3 });
  expect([undo?.author, rename?.author, before?.author]).toEqual([null, "H Linh", null]);
  expect(undo!.at > rename!.at).toBe(true);
  expect(db.selectValue("SELECT count(DISTINCT uid) = count(*) FROM journal")).toBe(1);
  expect(digest(made().store)).toBe(digest(store));
});

test("a layer that was removed in an earlier form of the file comes back with what such a layer has now", () => {
  const { store, db } = exampleStore();
  const before = dump(db);
  must(store, "layer.remove", { id: "hazards" });
  // So it was kept before layers had these columns.
  db.exec(`UPDATE journal_row SET before = json_remove(before, '$.provider', '$.licence', '$.accuracy_m',
    '$.source_crs', '$.skipped') WHERE table_name = 'layer' AND op = 'remove'`);
  expect(store.undo().ok).toBe(true);
  expect(dump(db)).toEqual(before);
  expect(store.redo().ok).toBe(true);
  expect(store.undo().ok).toBe(true);
  expect(dump(db)).toEqual(before);
});
