/** The plan as a file: opened again it is the same plan; what is no plan, damaged or newer is told apart. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { openBytes } from "../../src/plan/plan-file.ts";
import { SCHEMA_VERSION } from "../../src/plan/schema/index.ts";
import { bytesOf, databaseFrom, emptyDatabase } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import { withoutTriggers } from "../../src/plan/triggers.ts";
import {
  digest,
  dump,
  dumpOfCopy,
  emptyStore,
  exampleStore,
  must,
  site,
  sqlite,
  ticking,
} from "./example-plan.ts";

function reopen(bytes: Uint8Array) {
  const opened = openBytes(sqlite, bytes, "p.gpkg");
  if (!opened.ok) throw new Error(opened.problem.code);
  return { db: opened.value, store: new PlanStore(sqlite, opened.value, { now: ticking() }) };
}

/** A changed copy of a plan's file. */
function altered(bytes: Uint8Array, sql: string): Uint8Array {
  const db = databaseFrom(sqlite, bytes);
  try {
    db.exec(sql);
    return bytesOf(sqlite, db);
  } finally {
    db.close();
  }
}

test("opened again it says the same and undoes the same", () => {
  const { store } = exampleStore();
  store.undo();
  const again = reopen(store.copy());
  expect(again.store.info()).toEqual(store.info());
  expect(again.store.history({ limit: 100 })).toEqual(store.history({ limit: 100 }));
  expect(again.store.sites()).toEqual(store.sites());
  expect(again.store.snapshot()).toEqual(store.snapshot());
  expect(again.store.redo()).toMatchObject({ ok: true, value: { label: { command: "site.add" } } });
  expect(again.store.sites()).toHaveLength(1);
  again.store.undo();
  again.store.undo();
  expect(again.store.baselines()).toEqual([]);
});

test("a plan from a later version can be looked at and copied, not changed", () => {
  const { store } = exampleStore();
  const sql = `INSERT INTO schema_version VALUES (${SCHEMA_VERSION + 1}, 'later');
               CREATE TABLE later (fid INTEGER PRIMARY KEY)`;
  const newer = reopen(altered(store.copy(), sql));
  expect(newer.store.info()).toMatchObject({ readOnly: "newer", revision: 9 });
  expect(newer.store.sites()).toHaveLength(1);
  const refused = { ok: false, problem: { code: "plan.newer" } };
  const before = digest(newer.store);
  expect(newer.store.run("plan.rename", { name: "X" })).toMatchObject(refused);
  expect(newer.store.undo()).toMatchObject(refused);
  expect(newer.store.blocked("plan.rename", { name: "X" })).toMatchObject({ code: "plan.newer" });
  expect(digest(newer.store)).toBe(before);
});

test("files that are no plan are told from damaged ones", () => {
  const codeOf = (bytes: Uint8Array) => {
    const opened = openBytes(sqlite, bytes, "f.gpkg");
    return opened.ok ? "opened" : [opened.problem.code, opened.problem.file];
  };
  const { store } = exampleStore();
  const good = store.copy();
  expect(codeOf(new Uint8Array(0))).toEqual(["plan.not-a-plan", "f.gpkg"]);
  expect(codeOf(new TextEncoder().encode("x".repeat(5000)))).toEqual(["plan.not-a-plan", "f.gpkg"]);
  expect(codeOf(bytesOf(sqlite, emptyDatabase(sqlite)))).toEqual(["plan.not-a-plan", "f.gpkg"]);
  expect(codeOf(altered(good, "DROP TABLE journal"))).toEqual(["plan.not-a-plan", "f.gpkg"]);
  expect(codeOf(altered(good, "DROP TABLE schema_version"))).toEqual(["plan.not-a-plan", "f.gpkg"]);
  expect(codeOf(good.slice(0, good.length - 4096))).toEqual(["plan.damaged", "f.gpkg"]);
  expect(codeOf(good.slice(0, 3000))).toEqual(["plan.damaged", "f.gpkg"]);
  for (let page = 1; page < good.length / 4096; page += 5) {
    const broken = good.slice();
    broken.fill(0xee, page * 4096, page * 4096 + 512);
    expect(codeOf(broken)).toEqual(["plan.damaged", "f.gpkg"]);
  }
  expect(codeOf(good)).toBe("opened");
});

test.each([
  ["a history that contradicts itself", "UPDATE journal SET kind = 'undo', target = 99 WHERE seq = 3"],
  ["a history label that is no JSON", "UPDATE journal SET label = '{\"name\":#}' WHERE seq = 2"],
])("refused before anything is kept: %s", (_what, sql) => {
  const { store } = exampleStore();
  const opened = openBytes(sqlite, altered(store.copy(), sql), "f.gpkg");
  expect(opened).toMatchObject({ ok: false, problem: { code: "plan.damaged", file: "f.gpkg" } });
});

// A page can be whole and say nonsense that no program wrote: what the log did not see is not put back.
test.each([
  ["rules that are no JSON", "UPDATE rule_set SET rules = '{\"reading'"],
  ["a household's own fields that are no JSON", "UPDATE household SET other = '{' WHERE id = 'H3'"],
  ["a shape of bytes that mean nothing", "UPDATE hazard SET geom = x'4750000300000000' WHERE fid = 1"],
  ["a layer of an unknown kind", "UPDATE layer SET kind = 'hazarts' WHERE id = 'hazards'"],
])("refused when nothing is known of what it was: %s", (_what, sql) => {
  const db = databaseFrom(sqlite, exampleStore().store.copy());
  withoutTriggers(sqlite, db, () => db.exec(sql));
  const opened = openBytes(sqlite, bytesOf(sqlite, db), "f.gpkg");
  db.close();
  expect(opened).toMatchObject({ ok: false, problem: { code: "plan.damaged", file: "f.gpkg" } });
});

test("a file with a bit turned over is refused, or opens and can be read whole", () => {
  const { store } = exampleStore();
  const good = store.copy();
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(7), (at, bit) => {
      const bytes = good.slice();
      bytes[at]! ^= 1 << bit;
      const opened = openBytes(sqlite, bytes, "f.gpkg");
      if (!opened.ok) return;
      try {
        const again = new PlanStore(sqlite, opened.value, { now: ticking() });
        again.snapshot();
        again.layers();
        again.history({ limit: 100 });
      } finally {
        opened.value.close();
      }
    }),
    { numRuns: 150 },
  );
});

test("a plan that is edited and undone after it was opened keeps its spatial index true", () => {
  const { store, db } = reopen(exampleStore().store.copy());
  const index = () =>
    db
      .selectArrays("SELECT id, minx, maxx, miny, maxy FROM rtree_site_geom ORDER BY id")
      .map((row) => row.map((value) => Math.round(Number(value) * 1000) / 1000));
  const first = [1, 108.3, 108.31, 12.6, 12.61];
  must(store, "site.add", site("s2", 108.1));
  expect(index()).toEqual([first, [2, 108.1, 108.11, 12.6, 12.61]]);
  must(store, "site.reshape", { id: "s2", geometry: site("s2", 108.2).geometry });
  expect(index()[1]).toEqual([2, 108.2, 108.21, 12.6, 12.61]);
  store.undo();
  expect(index()[1]).toEqual([2, 108.1, 108.11, 12.6, 12.61]);
  store.undo();
  expect(index()).toEqual([first]);
  must(store, "site.remove", { id: "s1" });
  expect(index()).toEqual([]);
});

test("a file left in write-ahead mode by another program is opened", () => {
  const { store } = exampleStore();
  const bytes = store.copy();
  bytes[18] = 2;
  bytes[19] = 2;
  expect(reopen(bytes).store.sites()).toHaveLength(1);
  expect(bytes[18]).toBe(2);
});

test("no room: the command leaves nothing, editing stops, the copy is whole", () => {
  const { store, db } = exampleStore();
  const before = dump(db);
  db.exec(`PRAGMA max_page_count = ${db.selectValue("PRAGMA page_count")}`);
  const householdIds = Array.from({ length: 40 }, (_, i) => `H${i + 1}`);
  const freeze = (n: number) =>
    store.run("baseline.freeze", {
      id: `x${n}`,
      name: `${n}`.repeat(3000),
      target: "migrants",
      on: "2022-01-01",
      householdIds,
    });
  let outcome = freeze(0);
  let kept = 0;
  while (outcome.ok && kept < 50) outcome = freeze(++kept);
  expect(outcome).toMatchObject({ ok: false, problem: { code: "plan.full" } });
  expect(store.baselines()).toHaveLength(1 + kept);
  expect(store.failure()).toEqual({ code: "plan.write-failed" });
  expect(store.run("plan.rename", { name: "X" })).toMatchObject({
    ok: false,
    problem: { code: "plan.write-failed" },
  });
  expect(store.undo()).toMatchObject({ ok: false, problem: { code: "plan.write-failed" } });
  const copy = reopen(store.copy());
  expect(dumpOfCopy(copy.store)).toEqual(dump(db));
  expect(dump(db).site).toEqual(before.site);
});

test("the starting point can be moved: the history stays by name, undo does not reach behind it", () => {
  const { store, db } = exampleStore();
  const rows = dump(db);
  store.beginHere();
  expect(store.info()).toMatchObject({ undo: null, redo: null, revision: 9 });
  expect(store.history({ limit: 100 }).map((one) => one.undone)).toEqual(Array(9).fill(false));
  expect(db.selectValue("SELECT count(*) FROM journal_row")).toBe(0);
  expect({ ...dump(db), plan: null }).toEqual({ ...rows, plan: null });
  must(store, "plan.rename", { name: "Sau mốc" });
  const again = reopen(store.copy());
  expect(again.store.undo()).toMatchObject({ ok: true });
  expect(again.store.info()).toMatchObject({ undo: null, name: "Phương án thử" });
});

test("the same commands at the same times make the same bytes", () => {
  expect(digest(exampleStore().store)).toBe(digest(exampleStore().store));
});

test("an empty plan is small: a page for each table and index, and the triggers that watch them", () => {
  expect(emptyStore().store.copy().length).toBeLessThan(540_000);
});
