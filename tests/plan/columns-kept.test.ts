/** Kept columns are taken only when they are beyond doubt: else the rows decide. */
import { expect, test } from "vitest";
import { checksumOf } from "../../src/plan/columns-blob.ts";
import { hasKeptColumns, keepColumns, keptColumns } from "../../src/plan/columns-kept.ts";
import { hasMarking } from "../../src/plan/columns-marking.ts";
import { columnsFromRows } from "../../src/plan/columns-rows.ts";
import { bytesToKeep, openBytes, openOwnBytes } from "../../src/plan/plan-file.ts";
import { base } from "../../src/plan/schema/0001-base.sql.ts";
import { geopackage } from "../../src/plan/schema/0001-geopackage.sql.ts";
import { bytesOf, type Database, emptyDatabase } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import { triggersFire, withoutTriggers } from "../../src/plan/triggers.ts";
import { digest, exampleStore, householdsCsv, must, sqlite, stage, ticking } from "./example-plan.ts";

const AT = "2026-10-15T09:00:00.000Z";

/** The rows decide, and say what they should. */
function expectRows(db: Database, store: PlanStore): void {
  expect(keptColumns(sqlite, db)).toBeNull();
  expect(store.snapshot().households).toEqual(columnsFromRows(sqlite, db));
}

test("a command that changes households leaves true columns; so do undo, redo and a new starting point", () => {
  const { store, db } = exampleStore();
  const isTrue = () => expect(keptColumns(sqlite, db)).toEqual(columnsFromRows(sqlite, db));
  isTrue();
  stage(store, "r2", "ho2.csv", householdsCsv("K", 30));
  must(store, "households.import", { staged: "r2", replace: true });
  isTrue();
  expect(keptColumns(sqlite, db)?.count).toBe(30);
  store.undo();
  isTrue();
  expect(keptColumns(sqlite, db)?.count).toBe(40);
  store.redo();
  isTrue();
  store.beginHere();
  isTrue();
  expect(hasKeptColumns(db)).toBe(true);
});

test("a refused command and one that touches no household leave the columns alone", () => {
  const { store, db } = exampleStore();
  const blobs = () => db.selectObjects("SELECT * FROM household_column");
  const before = blobs();
  must(store, "plan.rename", { name: "Tên khác" });
  store.run("households.import", { staged: "gone", replace: true });
  expect(blobs()).toEqual(before);
  expect(hasKeptColumns(db)).toBe(true);
});

test.each([
  ["a changed row", "UPDATE household SET members = 9 WHERE id = 'H3'"],
  ["a moved household", "UPDATE household SET geom = NULL WHERE id = 'H3'"],
  ["a new row", "INSERT INTO household (id) VALUES ('N')"],
  ["a row put in the place of another", "INSERT OR REPLACE INTO household (fid, id) VALUES (3, 'H3')"],
  ["a removed row", "DELETE FROM household WHERE id = 'H3'"],
  ["no rows left", "DELETE FROM household"],
  [
    "the table made anew under the same name",
    `CREATE TABLE other_h AS SELECT * FROM household; DROP TABLE household; ALTER TABLE other_h RENAME TO household;
     UPDATE household SET members = 9 WHERE id = 'H3';`,
  ],
  ["the file rebuilt", "VACUUM"],
  ["the note of their truth removed", "DELETE FROM household_column_state"],
])("changed in another program, the rows decide: %s", (_what, sql) => {
  const { store, db } = exampleStore();
  expect(hasKeptColumns(db)).toBe(true);
  db.exec(sql);
  expectRows(db, store);
  store.refreshColumns();
  expect(keptColumns(sqlite, db)).toEqual(columnsFromRows(sqlite, db));
  // Written again they are watched again, also when the other program took the triggers away.
  db.exec("UPDATE household SET members = 8 WHERE fid = 5; INSERT INTO household (id) VALUES ('M')");
  expectRows(db, store);
});

test("triggers taken away for a change and put back as they were do not hide it", () => {
  const { store, db } = exampleStore();
  const triggers = db.selectArrays(
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'household_column%'",
  );
  expect(triggers).toHaveLength(3);
  for (const [name] of triggers) db.exec(`DROP TRIGGER "${name}"`);
  db.exec("UPDATE household SET members = 9 WHERE id = 'H3'");
  for (const [, sql] of triggers) db.exec(String(sql));
  expectRows(db, store);
  expect(store.snapshot().households.members[2]).toBe(9);
});

test("triggers switched off for this connection stay in the file, and come on again whatever happens", () => {
  const { store, db } = exampleStore();
  const add = () => db.exec("INSERT INTO household (id) VALUES ('N')");
  const cut = () => {
    add();
    throw new Error("power cut");
  };
  expect(() => withoutTriggers(sqlite, db, () => db.transaction(cut))).toThrow("power cut");
  expect(keptColumns(sqlite, db)?.count).toBe(40);
  expect(hasMarking(db)).toBe(true);
  withoutTriggers(sqlite, db, () => {
    expect(triggersFire(sqlite, db)).toBe(false);
    withoutTriggers(sqlite, db, add);
    expect(triggersFire(sqlite, db)).toBe(false);
  });
  expect(triggersFire(sqlite, db)).toBe(true);
  expect(hasKeptColumns(db)).toBe(true);
  db.exec("DELETE FROM household WHERE id = 'N'");
  expectRows(db, store);
});

const spoil = (sql: string) => (db: Database) => void db.exec(sql);
const withData =
  (name: string, change: (data: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>) => (db: Database) => {
    const data = db.selectValue("SELECT data FROM household_column WHERE name = ?", [name]) as Uint8Array;
    const changed = change(data.slice() as Uint8Array<ArrayBuffer>);
    const sql = "UPDATE household_column SET data = ?, checksum = ? WHERE name = ?";
    db.exec({ sql, bind: [changed, checksumOf(changed), name] });
  };
const setWord = (at: number, value: number) => (data: Uint8Array<ArrayBuffer>) => {
  new DataView(data.buffer).setInt32(at, value, true);
  return data;
};

test.each<[string, (db: Database) => void]>([
  [
    "a bit turned over",
    spoil("UPDATE household_column SET data = x'00' || substr(data, 2) WHERE name = 'lon'"),
  ],
  ["a blob cut short", spoil("UPDATE household_column SET data = substr(data, 1, 100) WHERE name = 'lat'")],
  ["an empty blob", spoil("UPDATE household_column SET data = x'' WHERE name = 'head'")],
  [
    "no blob",
    spoil("PRAGMA ignore_check_constraints = 1; UPDATE household_column SET data = 5 WHERE name = 'id'"),
  ],
  ["another number of rows", spoil("UPDATE household_column SET row_count = 39 WHERE name = 'members'")],
  ["a newer form", spoil("UPDATE household_column SET type = 'f64-delta' WHERE name = 'lon'")],
  ["the form of another column", spoil("UPDATE household_column SET type = 'category' WHERE name = 'id'")],
  ["a column missing", spoil("DELETE FROM household_column WHERE name = 'poverty'")],
  ["no columns", spoil("DELETE FROM household_column")],
  ["a true sum over too little", withData("lat", (data) => data.slice(0, 8))],
  ["offsets beyond the texts", withData("head", setWord(4 * 40, 1_000_000))],
  ["offsets that go back", withData("head", setWord(4 * 5, 100_000))],
  ["a category without its value", withData("village", setWord(8, 77))],
  ["a category below none", withData("village", setWord(8, -5))],
  ["a number of values that is none", withData("village", setWord(0, 0x7fff_ffff))],
])("kept columns that are damaged are not taken: %s", (_what, damage) => {
  const { store, db } = exampleStore();
  damage(db);
  expect(hasKeptColumns(db)).toBe(true);
  expectRows(db, store);
});

test("every single bit of a column counts", () => {
  const data = Uint8Array.from({ length: 41 }, (_, i) => (i * 37) & 255);
  const sum = checksumOf(data);
  for (let bit = 0; bit < 8 * data.length; bit++) {
    const turned = data.slice();
    turned[bit >> 3]! ^= 1 << (bit & 7);
    expect(checksumOf(turned)).not.toBe(sum);
  }
  expect(checksumOf(data.slice(0, 40))).not.toBe(sum);
});

test("a file from elsewhere whose columns claim what its rows do not say: they are dropped before it is kept", () => {
  const { store, db } = exampleStore();
  const columns = columnsFromRows(sqlite, db);
  const members = columns.members.map((size) => size + 1);
  keepColumns(db, { ...columns, members }, AT);
  expect(keptColumns(sqlite, db)?.members).toEqual(members);
  const opened = openBytes(sqlite, store.copy(), "p.gpkg");
  if (!opened.ok) throw new Error(opened.problem.code);
  expect(hasKeptColumns(opened.value)).toBe(false);
  const kept = openOwnBytes(sqlite, bytesToKeep(sqlite, opened.value, store.copy()), "p.gpkg");
  expect(kept.ok && keptColumns(sqlite, kept.value)).toBeNull();
  const again = new PlanStore(sqlite, opened.value, { now: ticking() });
  expect(again.snapshot().households).toEqual(columns);
});

test("a file from elsewhere whose columns are damaged: they are dropped, so that true ones are written", () => {
  const { store, db } = exampleStore();
  db.exec("UPDATE household_column SET data = zeroblob(length(data)) WHERE name = 'head'");
  const opened = openBytes(sqlite, store.copy(), "p.gpkg");
  if (!opened.ok) throw new Error(opened.problem.code);
  const again = new PlanStore(sqlite, opened.value, { now: ticking() });
  expectRows(opened.value, again);
  again.refreshColumns();
  expect(keptColumns(sqlite, opened.value)).toEqual(columnsFromRows(sqlite, opened.value));
});

test("columns of a plan in a newer form are not taken: what says of them that they are true may be another thing", () => {
  const { store, db } = exampleStore();
  const columns = columnsFromRows(sqlite, db);
  keepColumns(db, { ...columns, members: columns.members.map((size) => size + 1) }, AT);
  db.exec("INSERT INTO schema_version (version, name) VALUES (9999, 'later')");
  const opened = openBytes(sqlite, store.copy(), "p.gpkg");
  if (!opened.ok) throw new Error(opened.problem.code);
  const look = new PlanStore(sqlite, opened.value, { now: ticking() });
  expect(look.info().readOnly).toBe("newer");
  expect(look.snapshot().households).toEqual(columns);
});

test("true columns stay when a file comes in, byte for byte", () => {
  const { store } = exampleStore();
  const bytes = store.copy();
  const opened = openBytes(sqlite, bytes, "p.gpkg");
  if (!opened.ok) throw new Error(opened.problem.code);
  expect(hasKeptColumns(opened.value)).toBe(true);
  expect(bytesToKeep(sqlite, opened.value, bytes)).toBe(bytes);
  expect(Buffer.compare(bytesOf(sqlite, opened.value), bytes)).toBe(0);
});

test("nothing is written in a plan that is only looked at", () => {
  const { store, db } = exampleStore();
  db.exec("UPDATE household SET members = 9 WHERE id = 'H3'");
  const opened = openBytes(sqlite, store.copy(), "p.gpkg");
  if (!opened.ok) throw new Error(opened.problem.code);
  const look = new PlanStore(sqlite, opened.value, { now: ticking(), readOnly: "other-tab" });
  const before = digest(look);
  look.refreshColumns();
  expect(look.snapshot().households.members[2]).toBe(9);
  expect(digest(look)).toBe(before);
});

test("without room the columns stay as they were, and the plan can be edited", () => {
  const { store, db } = exampleStore();
  db.exec("UPDATE household SET other = '{\"ghi\":\"' || hex(zeroblob(3000)) || '\"}'");
  db.exec(`PRAGMA max_page_count = ${db.selectValue("PRAGMA page_count")}`);
  store.refreshColumns();
  expect(store.failure()).toBeNull();
  expectRows(db, store);
  must(store, "plan.rename", { name: "Tên khác" });
});

test("a plan in the first form grows to have columns, when it is opened to be changed", () => {
  const db = emptyDatabase(sqlite);
  db.exec(geopackage + base);
  db.exec(`INSERT INTO schema_version VALUES (1, '0001-base');
    INSERT INTO plan (key, value) VALUES ('id', 'old'), ('name', 'Cũ'), ('undoable_after', '0');
    INSERT INTO rule_set (id, rules) SELECT 'current', '${exampleRules()}';
    INSERT INTO household (id, head, other) VALUES ('A', 'Y Cũ', '{"id":"A","ghi":1}');`);
  const old = bytesOf(sqlite, db);
  const opened = openBytes(sqlite, old, "old.gpkg");
  if (!opened.ok) throw new Error(opened.problem.code);
  const store = new PlanStore(sqlite, opened.value, { now: ticking() });
  expect(keptColumns(sqlite, opened.value)).toBeNull();
  const { households } = store.snapshot();
  expect(households.count).toBe(1);
  store.refreshColumns();
  expect(keptColumns(sqlite, opened.value)).toEqual(households);
  expect(opened.value.selectValue("PRAGMA integrity_check")).toBe("ok");
  // Whoever only looks has a copy of the old form: it reads the same.
  const look = new PlanStore(sqlite, db, { now: ticking(), readOnly: "other-tab" });
  expect(look.snapshot().households).toEqual(households);
});

function exampleRules(): string {
  return JSON.stringify(exampleStore().store.rules());
}
