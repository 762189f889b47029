/** Copies of a plan are brought together by stable names: what nobody contradicts goes in, the rest is asked. */
import { expect, test } from "vitest";
import { newPlan } from "../../src/plan/plan-file.ts";
import { PlanStore } from "../../src/plan/store.ts";
import {
  emptyStore,
  event,
  exampleStore,
  householdsCsv,
  must,
  site,
  sqlite,
  square,
  stage,
  ticking,
} from "./example-plan.ts";
import { type Copy, copyOf, fileOf, look, merge, rowsOf } from "./merge-copies.ts";
import { edited, reopened } from "./outside-plan.ts";

const LATER = "2026-11-02T01:00:00.000Z";

/** The province's plan and two communes' copies of it. */
function threeCopies(): { plan: Copy; a: Copy; b: Copy } {
  const plan = exampleStore();
  return { plan, a: copyOf(plan.store, "a"), b: copyOf(plan.store, "b", LATER) };
}

function edit(copy: Copy, id: string, changes: object): void {
  must(copy.store, "household.edit", { id, changes });
}

function head(copy: Copy, id: string): unknown {
  return copy.db.selectValue("SELECT head FROM household WHERE id = ?", [id]);
}

test("changes of different rows and of different fields of one row all go in", () => {
  const { plan, a, b } = threeCopies();
  edit(plan, "H5", { village: "Buôn Mới" });
  edit(a, "H5", { head: "Y Blem" });
  must(a.store, "event.add", event("e-a", "H6", "moved", "2025-03-01"));
  must(b.store, "site.add", site("s-b", 108.5));
  must(b.store, "event.remove", { id: "e1" });
  const preview = merge(plan, [a, b]);
  expect(preview.conflicts).toEqual([]);
  expect(preview.sources.map(({ file, entries, authors }) => ({ file, entries, authors }))).toEqual([
    { file: "a.gpkg", entries: 2, authors: ["a"] },
    { file: "b.gpkg", entries: 2, authors: ["b"] },
  ]);
  expect(preview.counts).toEqual([
    { table: "household", inserted: 0, updated: 1, removed: 0 },
    { table: "event", inserted: 1, updated: 0, removed: 1 },
    { table: "site", inserted: 1, updated: 0, removed: 0 },
  ]);
  expect(plan.db.selectObject("SELECT head, village FROM household WHERE id = 'H5'")).toEqual({
    head: "Y Blem",
    village: "Buôn Mới",
  });
  expect(plan.db.selectValues("SELECT id FROM event")).toEqual(["e-a"]);
  expect(plan.db.selectValues("SELECT id FROM site ORDER BY id")).toEqual(["s-b", "s1"]);
});

test("a field that was set differently is asked about, with both values, times and authors", () => {
  const { plan, a } = threeCopies();
  plan.store.author = "tỉnh";
  edit(plan, "H5", { head: "Y Tỉnh" });
  edit(a, "H5", { head: "Y Xã" });
  const [conflict, ...more] = look(plan, a).conflicts;
  expect(more).toEqual([]);
  expect(conflict).toMatchObject({
    id: "field/household/H5/head",
    kind: "field",
    table: "household",
    key: "H5",
    household: "H5",
    field: "head",
    base: "Y Ê 5",
    sides: [
      { file: null, value: "Y Tỉnh", removed: false, author: "tỉnh" },
      { file: "a.gpkg", value: "Y Xã", removed: false, author: "a", at: "2026-11-01T01:00:00.000Z" },
    ],
  });
  const before = rowsOf(plan.db);
  expect(plan.store.merge("m", {})).toMatchObject({
    ok: false,
    problem: { code: "merge.unresolved", values: { count: 1 } },
  });
  expect(plan.store.merge("m", { [conflict!.id]: 2 })).toMatchObject({ ok: false });
  expect(rowsOf(plan.db)).toEqual(before);
  expect(plan.store.merge("m", { [conflict!.id]: 1 })).toMatchObject({ ok: true });
  expect(head(plan, "H5")).toBe("Y Xã");
});

test("what both sides say alike, and what was changed and changed back, is no question", () => {
  const { plan, a } = threeCopies();
  edit(plan, "H5", { head: "Y Một", village: "Buôn Tỉnh" });
  edit(a, "H5", { head: "Y Một", village: "Buôn Xã" });
  edit(a, "H5", { village: "Buôn 1" });
  edit(a, "H6", { head: "X" });
  expect(a.store.undo()).toMatchObject({ ok: true });
  const preview = merge(plan, [a]);
  expect(preview.conflicts).toEqual([]);
  expect(preview.counts).toEqual([]);
  expect(plan.db.selectValue("SELECT village FROM household WHERE id = 'H5'")).toBe("Buôn Tỉnh");
});

test("merging the same copy again changes nothing, whatever was chosen", () => {
  const { plan, a } = threeCopies();
  edit(plan, "H5", { head: "Y Tỉnh" });
  edit(a, "H5", { head: "Y Xã" });
  merge(plan, [a], () => 0);
  const before = rowsOf(plan.db);
  const revision = plan.store.info().revision;
  const preview = look(plan, a);
  expect(preview).toMatchObject({
    sources: [{ entries: 0, from: null, to: null }],
    counts: [],
    conflicts: [],
  });
  expect(plan.store.merge("m", {})).toMatchObject({ ok: false, problem: { code: "merge.nothing" } });
  expect(rowsOf(plan.db)).toEqual(before);
  expect(plan.store.info().revision).toBe(revision);
});

test("undo takes a merge back in full; then it can be merged again, and redone", () => {
  const { plan, a } = threeCopies();
  must(a.store, "site.reshape", { id: "s1", geometry: square(108.4, 12.7, 0.02) });
  must(a.store, "event.add", event("e-a", "H6", "moved", "2025-03-01"));
  const before = rowsOf(plan.db);
  merge(plan, [a]);
  const merged = rowsOf(plan.db);
  expect(plan.store.info().undo).toMatchObject({
    command: "plan.merge",
    values: { count: 1, files: "a.gpkg" },
  });
  expect(plan.store.undo()).toMatchObject({ ok: true });
  expect(rowsOf(plan.db)).toEqual(before);
  expect(plan.store.redo()).toMatchObject({ ok: true });
  expect(rowsOf(plan.db)).toEqual(merged);
  plan.store.undo();
  expect(look(plan, a).sources[0]!.entries).toBe(2);
  merge(plan, [a]);
  expect(rowsOf(plan.db)).toEqual(merged);
  expect(look(plan, a).sources[0]!.entries).toBe(0);
  plan.store.undo();
  merge(plan, [a]);
  expect(rowsOf(plan.db)).toEqual(merged);
});

test("what came in with a merge that was undone is asked about, also of a copy that had merged the plan since", () => {
  const { plan, a } = threeCopies();
  must(a.store, "site.add", site("s-a", 108.5));
  must(a.store, "event.remove", { id: "e1" });
  merge(plan, [a]);
  merge(a, [plan]);
  expect(plan.store.undo().ok).toBe(true);
  const ids = ["removed/event/e1", "removed/site/s-a"];
  expect(
    look(a, plan)
      .conflicts.map(({ id }) => id)
      .sort(),
  ).toEqual(ids);
  const { conflicts } = merge(plan, [a], () => 1);
  expect(conflicts.map(({ id }) => id).sort()).toEqual(ids);
  expect(plan.db.selectValues("SELECT id FROM site ORDER BY id")).toEqual(["s-a", "s1"]);
  expect(plan.db.selectValues("SELECT id FROM event")).toEqual([]);
});

test("a column that another program added in one copy stands in the way of nothing", () => {
  const start = exampleStore().store.copy();
  const added = edited(start, "ALTER TABLE household ADD COLUMN ghi TEXT");
  const open = (bytes: Uint8Array, author: string): Copy => {
    const { store, db } = reopened(bytes);
    const copy = copyOf(store, author);
    db.close();
    stage(copy.store, author, `${author}.csv`, householdsCsv(author, 10));
    must(copy.store, "households.import", { staged: author, replace: false });
    edit(copy, `${author}3`, { head: "Y Mới" });
    return copy;
  };
  for (const [into, from] of [
    [open(start, "K"), open(added, "L")],
    [open(added, "K"), open(start, "L")],
  ] as const) {
    merge(into, [from]);
    expect(into.db.selectValue("SELECT count(*) FROM household")).toBe(60);
    expect(head(into, "L3")).toBe("Y Mới");
    expect(head(into, "L4")).toBe("Y Ê 4");
  }
});

test("a copy that went on after it was merged brings its newer changes only", () => {
  const { plan, a } = threeCopies();
  edit(plan, "H5", { head: "Y Tỉnh" });
  edit(a, "H5", { head: "Y Xã" });
  edit(a, "H7", { head: "Y Bảy" });
  merge(plan, [a], () => 1);
  edit(a, "H5", { head: "Y Xã mới" });
  const preview = merge(plan, [a]);
  expect(preview.sources[0]!.entries).toBe(1);
  expect(head(plan, "H5")).toBe("Y Xã mới");
  // Changed there again after the plan's own value was chosen: that is asked anew.
  edit(plan, "H7", { head: "Y Tỉnh 7" });
  edit(a, "H7", { head: "Y Xã 7" });
  merge(plan, [a], () => 0);
  edit(a, "H7", { head: "Y Xã 77" });
  expect(look(plan, a).conflicts.map(({ id }) => id)).toEqual(["field/household/H7/head"]);
});

test("copies merged into one another find what came from themselves", () => {
  const { plan, a } = threeCopies();
  edit(plan, "H5", { head: "Y Tỉnh" });
  merge(a, [plan]);
  edit(plan, "H5", { head: "Y Tỉnh sau" });
  edit(a, "H6", { head: "Y Xã" });
  merge(plan, [a]);
  expect([head(plan, "H5"), head(plan, "H6")]).toEqual(["Y Tỉnh sau", "Y Xã"]);
  merge(a, [plan]);
  expect(rowsOf(a.db)).toEqual(rowsOf(plan.db));
  expect(look(plan, a).counts).toEqual([]);
});

test("a copy of a copy knows better than the copy it was made of", () => {
  const { plan, a } = threeCopies();
  edit(a, "H5", { head: "Y Xã" });
  must(a.store, "site.add", site("s-a", 108.6));
  const c = copyOf(a.store, "c", LATER);
  edit(c, "H5", { head: "Y Thôn" });
  must(c.store, "site.remove", { id: "s-a" });
  for (const files of [
    [a, c],
    [c, a],
  ]) {
    const into = copyOf(plan.store, "plan");
    expect(merge(into, files).conflicts).toEqual([]);
    expect(head(into, "H5")).toBe("Y Thôn");
    expect(into.db.selectValues("SELECT id FROM site")).toEqual(["s1"]);
  }
  const one = copyOf(plan.store, "plan");
  merge(one, [c]);
  expect(look(one, a).sources[0]!.entries).toBe(0);
});

test("what one side removed and the other changed or added to is one question", () => {
  const { plan, a, b } = threeCopies();
  must(a.store, "site.remove", { id: "s1" });
  must(b.store, "site.describe", {
    id: "s1",
    name: "Điểm mới",
    form: "inserted",
    status: "proposal",
    capacity: 5,
    note: null,
  });
  const layer = plan.db.selectValue("SELECT id FROM layer WHERE kind = 'hazards'") as string;
  must(a.store, "layer.remove", { id: layer });
  stage(b.store, "again", "ho.csv", householdsCsv("K", 3));
  must(b.store, "households.import", { staged: "again", replace: true });
  must(a.store, "event.add", event("e-a", "H9", "moved", "2025-03-01"));
  const preview = look(plan, a, b);
  expect(
    preview.conflicts.map(({ id, sides }) => [id, ...sides.map(({ file, removed }) => [file, removed])]),
  ).toEqual([
    ["removed/household/H9", ["a.gpkg", false], ["b.gpkg", true]],
    ["removed/site/s1", ["a.gpkg", true], ["b.gpkg", false]],
  ]);
  expect(preview.conflicts[0]!.sides[0]!.value).toEqual({ "+event": 1 });
  const kept = copyOf(plan.store, "kept");
  merge(kept, [a, b], ({ table, sides }) => sides.findIndex(({ removed }) => removed === (table === "site")));
  expect(kept.db.selectValues("SELECT id FROM household ORDER BY id")).toEqual(["H9", "K1", "K2", "K3"]);
  expect(kept.db.selectValues("SELECT id FROM event ORDER BY id")).toEqual(["e-a", "e1"]);
  expect(kept.db.selectValue("SELECT count(*) FROM site")).toBe(0);
  expect(kept.db.selectValue("SELECT count(*) FROM hazard")).toBe(0);
  const gone = copyOf(plan.store, "gone");
  merge(gone, [b, a], ({ table, sides }) => sides.findIndex(({ removed }) => removed !== (table === "site")));
  expect(gone.db.selectValues("SELECT id FROM household ORDER BY id")).toEqual(["K1", "K2", "K3"]);
  expect(gone.db.selectValues("SELECT id FROM event ORDER BY id")).toEqual(["e1"]);
  expect(gone.db.selectValue("SELECT name FROM site")).toBe("Điểm mới");
});

test("events that cannot have happened in any order are asked about together", () => {
  const { plan, a } = threeCopies();
  must(plan.store, "event.add", event("e-p", "H8", "died", "2024-01-01"));
  must(a.store, "event.add", event("e-a", "H8", "settled", "2025-01-01"));
  const [conflict, ...more] = look(plan, a).conflicts;
  expect(more).toEqual([]);
  expect(conflict).toMatchObject({
    kind: "apart",
    table: "event",
    household: "H8",
    name: "Y Ê 8",
    problem: { code: "event.order" },
    sides: [
      { file: null, value: [{ kind: "died", on: "2024-01-01" }] },
      { file: "a.gpkg", value: [{ kind: "settled", on: "2025-01-01" }] },
    ],
  });
  expect(plan.store.merge("m", { [conflict!.id]: 1 })).toMatchObject({ ok: true });
  expect(plan.db.selectValues("SELECT id FROM event WHERE household_id = 'H8'")).toEqual(["e-a"]);
});

test("what was turned down here does not stand beside its contrary there: the other copy is refused whole", () => {
  const { plan, a, b } = threeCopies();
  must(plan.store, "event.add", event("e-p", "H8", "died", "2024-01-01"));
  must(a.store, "event.add", event("e-a", "H8", "settled", "2025-01-01"));
  merge(plan, [a], () => 0);
  for (const [copy, id] of [
    [b, "u-b"],
    [a, "u-a"],
  ] as const) {
    const units = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"77777","name":"${id}"},
      "geometry":${JSON.stringify(square(108, 12, 0.2))}}]}`;
    stage(copy.store, id, "xa.geojson", units);
    must(copy.store, "layer.import", {
      staged: id,
      kind: "units",
      name: id,
      coverage: "all",
      replace: false,
    });
  }
  const before = rowsOf(a.db);
  const look1 = look(a, plan);
  expect(look1.conflicts).toEqual([]);
  const refused = a.store.merge("m", {});
  expect(refused).toMatchObject({ ok: false, problem: { code: "event.order", values: { id: "H8" } } });
  expect(rowsOf(a.db)).toEqual(before);

  merge(b, [a], () => 0);
  const units = rowsOf(a.db);
  look(a, b);
  expect(a.store.merge("m", {})).toMatchObject({
    ok: false,
    problem: { code: "merge.unit-code-twice", values: { code: "77777" } },
  });
  expect(rowsOf(a.db)).toEqual(units);
});

test("two baselines of one name and two lists of units with one code are asked about", () => {
  const { store } = emptyStore();
  stage(store, "h", "ho.csv", householdsCsv("H", 4));
  must(store, "households.import", { staged: "h", replace: false });
  const plan = copyOf(store, "plan");
  const a = copyOf(store, "a", LATER);
  for (const [copy, id] of [
    [plan, "b-p"],
    [a, "b-a"],
  ] as const) {
    const households = id === "b-p" ? ["H1"] : ["H1", "H2"];
    must(copy.store, "baseline.freeze", {
      id,
      name: id === "b-p" ? "Gốc 2025" : "gốc 2025",
      target: "relocation",
      on: "2025-12-31",
      householdIds: households,
    });
    const units = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"24163","name":"${id}"},
      "geometry":${JSON.stringify(square(108, 12, 0.2))}}]}`;
    stage(copy.store, `u-${id}`, "xa.geojson", units);
    must(copy.store, "layer.import", {
      staged: `u-${id}`,
      kind: "units",
      name: id,
      coverage: "all",
      replace: false,
    });
  }
  const preview = look(plan, a);
  expect(preview.conflicts.map(({ kind, table, problem }) => [kind, table, problem?.code])).toEqual([
    ["apart", "unit", "merge.unit-code-twice"],
    ["apart", "baseline", "baseline.name-taken"],
  ]);
  expect(preview.conflicts[0]!.sides.map(({ value }) => value)).toEqual([["b-p"], ["b-a"]]);
  merge(plan, [a], ({ table }) => (table === "unit" ? 0 : 1));
  expect(plan.db.selectValues("SELECT name FROM unit")).toEqual(["b-p"]);
  expect(plan.db.selectValues("SELECT household_id FROM baseline_member ORDER BY 1")).toEqual(["H1", "H2"]);
});

test("one register taken in twice is the same households; what differs is asked field by field", () => {
  const { store } = emptyStore();
  const plan = copyOf(store, "plan");
  const a = copyOf(store, "a", LATER);
  stage(plan.store, "r1", "ho.csv", householdsCsv("H", 6));
  must(plan.store, "households.import", { staged: "r1", replace: false });
  stage(a.store, "r2", "ho.csv", householdsCsv("H", 6).replace("Y Ê 3,", "Y Ba,"));
  must(a.store, "households.import", { staged: "r2", replace: false });
  const preview = look(plan, a);
  expect(preview.conflicts.map(({ id }) => id)).toEqual(["added/household/H3/head"]);
  merge(plan, [a], () => 1);
  expect(plan.db.selectValue("SELECT count(*) FROM household")).toBe(6);
  expect(head(plan, "H3")).toBe("Y Ba");
  expect(plan.db.selectValue("SELECT count(*) FROM import")).toBe(2);
});

test("the history of a household tells who changed it in the copy", () => {
  const { plan, a } = threeCopies();
  edit(a, "H5", { head: "Y Xã" });
  merge(plan, [a]);
  const rows = plan.db.selectObjects(
    `SELECT j.kind, j.author, j.at, j.uid, r.op, r.before FROM journal_row r JOIN journal j ON j.seq = r.seq
     WHERE r.table_name = 'household' AND r.key = 'H5' ORDER BY j.seq`,
  );
  expect(rows).toMatchObject([
    { kind: "merged", author: "a", at: "2026-11-01T01:00:00.000Z", op: "update" },
    { kind: "do", author: null, op: "update" },
  ]);
  expect(plan.store.info().savedAt).not.toBe("2026-11-01T01:00:00.000Z");
});

test("files that cannot be merged are refused by name, and nothing is changed", () => {
  const { plan, a } = threeCopies();
  const about = { id: "p2", name: "Phương án khác", demo: false, created: "2026-10-15T00:00:00.000Z" };
  const other = new PlanStore(sqlite, newPlan(sqlite, about), { now: ticking() });
  const before = rowsOf(plan.db);
  const refused = (name: string, bytes: Uint8Array) =>
    plan.store.lookMerge("m", [fileOf(a), { name, bytes }]);
  expect(refused("khac.gpkg", other.copy())).toMatchObject({
    ok: false,
    problem: { code: "merge.other-origin", file: "khac.gpkg" },
  });
  expect(refused("hong.gpkg", a.store.copy().slice(0, 9000))).toMatchObject({
    ok: false,
    problem: { code: "plan.damaged", file: "hong.gpkg" },
  });
  expect(refused("anh.png", new Uint8Array(300))).toMatchObject({
    ok: false,
    problem: { code: "plan.not-a-plan", file: "anh.png" },
  });
  a.db.exec("INSERT INTO schema_version VALUES (999, 'later')");
  expect(plan.store.lookMerge("m", [fileOf(a)])).toMatchObject({
    ok: false,
    problem: { code: "merge.newer", file: "a.gpkg" },
  });
  expect(plan.store.lookMerge("m", [])).toMatchObject({ ok: false, problem: { code: "merge.no-files" } });
  expect(plan.store.merge("m", {})).toMatchObject({ ok: false, problem: { code: "merge.expired" } });
  expect(rowsOf(plan.db)).toEqual(before);
});

test("a plan that was changed after the look must be looked at again", () => {
  const { plan, a } = threeCopies();
  edit(a, "H5", { head: "Y Xã" });
  look(plan, a);
  must(plan.store, "plan.rename", { name: "Tên mới" });
  expect(plan.store.merge("m", {})).toMatchObject({ ok: false, problem: { code: "merge.expired" } });
  expect(head(plan, "H5")).toBe("Y Ê 5");
});

test("copies that parted before the history was shortened are refused", () => {
  const { plan, a } = threeCopies();
  edit(plan, "H5", { head: "Y Tỉnh" });
  plan.store.beginHere();
  expect(plan.store.lookMerge("m", [fileOf(a)])).toMatchObject({
    ok: false,
    problem: { code: "merge.no-history", file: "a.gpkg" },
  });
});

test("a register of thousands comes in as one range, value by value the same, and goes again with undo", () => {
  const { plan, a } = threeCopies();
  stage(a.store, "big", "ho.csv", householdsCsv("B", 2500));
  must(a.store, "households.import", { staged: "big", replace: false });
  edit(a, "B7", { residentialLandM2: 0.1, at: [108.2, 12.6], coordinateSource: "gps" });
  const before = rowsOf(plan.db);
  expect(merge(plan, [a]).counts[0]).toEqual({ table: "household", inserted: 2500, updated: 0, removed: 0 });
  expect(rowsOf(plan.db)).toEqual(rowsOf(a.db));
  const lines = plan.db.selectValue(
    `SELECT count(*) FROM journal_row r JOIN journal j ON j.seq = r.seq
     WHERE j.kind = 'merged' AND r.table_name = 'household' AND r.op = 'insert' AND r.last_fid > r.first_fid`,
  );
  expect(lines).toBeLessThan(4);
  const c = copyOf(plan.store, "c");
  expect(look(c, a).sources[0]!.entries).toBe(0);
  plan.store.undo();
  expect(rowsOf(plan.db)).toEqual(before);
});
