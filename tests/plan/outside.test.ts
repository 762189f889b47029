/** A plan that another program edited opens with the edit adopted: counted, undoable, and nonsense put back. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeGeometry, encodePoint } from "../../src/plan/geometry-blob.ts";
import { newPlan, openOwnBytes } from "../../src/plan/plan-file.ts";
import { TABLE_NAMES } from "../../src/plan/rows.ts";
import { isIndexTrue } from "../../src/plan/spatial-index.ts";
import { bytesOf, databaseFrom } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import { problemText } from "../../src/text/problem-text.ts";
import { dump, exampleStore, must, site, sqlite, square, ticking } from "./example-plan.ts";
import { edited, refusal, reopened } from "./outside-plan.ts";

const good = exampleStore().store.copy();
const before = dump(exampleStore().db);

const hex = (bytes: Uint8Array) => `x'${Buffer.from(bytes).toString("hex")}'`;
const importOf = (db: ReturnType<typeof databaseFrom>) =>
  db.selectObject("SELECT * FROM import WHERE format = 'outside'");

test("a file that nobody touched opens as it was, without an entry", () => {
  const { store, notes, db } = reopened(good);
  expect(notes).toEqual([]);
  expect(store.info().revision).toBe(9);
  expect(dump(db)).toEqual(before);
});

test("changed, added and removed rows are one entry that undo takes back and redo brings again", () => {
  const { store, db, notes } = reopened(
    edited(
      good,
      "UPDATE household SET head = 'Y Sửa', members = 3 WHERE id = 'H3'",
      "DELETE FROM household WHERE id = 'H4'",
      "INSERT INTO household (head, members) VALUES ('Y Mới', 2)",
      `UPDATE household SET geom = ${hex(encodePoint([108.31, 12.41]))} WHERE id = 'H5'`,
      "UPDATE event SET note = 'ghi thêm' WHERE id = 'e1'",
    ),
  );
  expect(notes).toEqual([
    { code: "outside.adopted", file: "p.gpkg", values: { file: "p.gpkg", count: 5, refused: 0 } },
  ]);
  expect(store.info().undo).toMatchObject({
    command: "outside.adopt",
    values: { count: 5, refused: 0 },
    author: null,
  });
  expect(importOf(db)).toMatchObject({ file: "p.gpkg", taken_as: "edit", read: 5, accepted: 5, rejected: 0 });
  const added = db.selectObject("SELECT id, head FROM household WHERE fid = 41");
  expect(added).toMatchObject({ head: "Y Mới", id: expect.stringMatching(/^[0-9a-f]{32}$/) });
  // The moved household lies in the other unit now.
  expect(db.selectValue("SELECT unit_code FROM household WHERE id = 'H5'")).toBe("24164");
  expect(isIndexTrue(sqlite, db, "household")).toBe(true);
  const after = dump(db);
  for (let round = 0; round < 2; round++) {
    expect(store.undo()).toMatchObject({ ok: true, value: { label: { command: "outside.adopt" } } });
    expect(dump(db)).toEqual(before);
    expect(store.redo()).toMatchObject({ ok: true });
    expect(dump(db)).toEqual(after);
  }
  expect(isIndexTrue(sqlite, db, "household")).toBe(true);
});

test("what was adopted is adopted once, in the file that is kept too", () => {
  const first = reopened(edited(good, "UPDATE event SET note = 'x'"));
  const again = reopened(first.store.copy());
  expect(again.notes).toEqual([]);
  expect(again.store.info()).toEqual(first.store.info());
  expect(again.db.selectValue("SELECT count(*) FROM outside_change")).toBe(0);
});

test("a kept plan that came with such edits is taken in when it is opened", () => {
  const opened = openOwnBytes(sqlite, edited(good, "UPDATE event SET note = 'x'"), "p");
  if (!opened.ok) throw new Error(opened.problem.code);
  const store = new PlanStore(sqlite, opened.value, { now: ticking("2126-12-01T00:00:00.000Z") });
  expect(store.openingNotes).toMatchObject([{ code: "outside.adopted", values: { count: 1, refused: 0 } }]);
  expect(store.undo()).toMatchObject({ ok: true });
  expect(dump(opened.value)).toEqual(before);
});

test("everybody who opens the same file names the entry alike; other edits have another name", () => {
  const file = edited(good, "UPDATE event SET note = 'x'", "INSERT INTO household (head) VALUES ('Y')");
  const entry = (bytes: Uint8Array) =>
    reopened(bytes).db.selectObject("SELECT uid, at FROM journal WHERE seq = 10");
  expect(entry(file)).toEqual(entry(file));
  expect(entry(file)!.uid).not.toBe(entry(edited(good, "UPDATE event SET note = 'y'"))!.uid);
});

const AREA = encodeGeometry(square(108.1, 12.4, 0.01));
const inUtm = AREA.slice();
new DataView(inUtm.buffer).setInt32(4, 32648, true);
const bowTie = encodeGeometry({
  type: "Polygon",
  coordinates: [
    [
      [108.1, 12.4],
      [108.11, 12.41],
      [108.11, 12.4],
      [108.1, 12.41],
      [108.1, 12.4],
    ],
  ],
});

test.each([
  ["a level out of range", "UPDATE hazard SET level = 9 WHERE fid = 1", "outside.number", "hazard", "level"],
  [
    "a kind of hazard nobody knows",
    "UPDATE hazard SET kind = 'flood' WHERE fid = 1",
    "outside.word",
    "hazard",
    "kind",
  ],
  ["a kind of event nobody knows", "UPDATE event SET kind = 'gone'", "outside.word", "event", "kind"],
  [
    "a day that is none",
    "UPDATE event SET happened_on = '2024-02-30'",
    "outside.date",
    "event",
    "happened_on",
  ],
  ["an hour of no day", "UPDATE event SET recorded_at = '12:00'", "outside.date", "event", "recorded_at"],
  ["a day to come", "UPDATE event SET happened_on = '2200-01-01'", "outside.date", "event", "happened_on"],
  [
    "an event of nobody",
    "UPDATE event SET household_id = 'nobody'",
    "outside.reference",
    "event",
    "household_id",
  ],
  [
    "a household without a name",
    "UPDATE household SET id = ' ' WHERE fid = 2",
    "outside.empty",
    "household",
    "id",
  ],
  [
    "a migrant of two",
    "UPDATE household SET migrant = 2 WHERE fid = 2",
    "outside.number",
    "household",
    "migrant",
  ],
  [
    "members in words",
    "UPDATE household SET members = 'năm' WHERE fid = 2",
    "outside.number",
    "household",
    "members",
  ],
  [
    "bytes for a text",
    "UPDATE household SET head = x'00ff' WHERE fid = 2",
    "outside.type",
    "household",
    "head",
  ],
  [
    "fields that are no JSON",
    "UPDATE household SET other = '{' WHERE fid = 3",
    "outside.json",
    "household",
    "other",
  ],
  [
    "rules with a part missing",
    `UPDATE rule_set SET rules = '{"hazard":{"minlevel":3}}'`,
    "outside.rules",
    "rule_set",
    "rules",
  ],
  ["no rules at all", "DELETE FROM rule_set", "outside.needed", "rule_set", undefined],
  [
    "the plan's own name for itself",
    "UPDATE plan SET value = 'x' WHERE key = 'id'",
    "outside.ours",
    "plan",
    "value",
  ],
  [
    "a fact of the plan taken away",
    "DELETE FROM plan WHERE key = 'origin'",
    "outside.needed",
    "plan",
    undefined,
  ],
  [
    "a layer of an unknown kind",
    "UPDATE layer SET kind = 'hazarts' WHERE id = 'hazards'",
    "outside.word",
    "layer",
    "kind",
  ],
  [
    "a layer taken away from its zones",
    "DELETE FROM layer WHERE id = 'hazards'",
    "outside.needed",
    "layer",
    undefined,
  ],
  [
    "a frozen member taken away",
    "DELETE FROM baseline_member WHERE household_id = 'H1'",
    "outside.needed",
    "baseline_member",
    undefined,
  ],
  [
    "a frozen list dated anew",
    "UPDATE baseline SET frozen_on = '2020-01-01'",
    "outside.ours",
    "baseline",
    "frozen_on",
  ],
  [
    "the list of imports",
    "UPDATE import SET accepted = 1 WHERE fid = 1",
    "outside.ours",
    "import",
    "accepted",
  ],
  [
    "two units of one code",
    "UPDATE unit SET code = '24163' WHERE code = '24164'",
    "outside.key",
    "unit",
    "code",
  ],
  [
    "bytes that are no shape",
    "UPDATE hazard SET geom = CAST(x'47500003e6100000' || zeroblob(32) AS BLOB) WHERE fid = 1",
    "outside.shape-unreadable",
    "hazard",
    "geom",
  ],
  [
    "a shape in metres",
    `UPDATE hazard SET geom = ${hex(inUtm)} WHERE fid = 1`,
    "outside.shape-system",
    "hazard",
    "geom",
  ],
  [
    "metres that call themselves degrees",
    `UPDATE household SET geom = ${hex(encodePoint([450000, 1400000]))} WHERE fid = 1`,
    "outside.shape-position",
    "household",
    "geom",
  ],
  [
    "an area where a point belongs",
    `UPDATE household SET geom = ${hex(AREA)} WHERE fid = 1`,
    "outside.shape-kind",
    "household",
    "geom",
  ],
  [
    "a zone without its shape",
    "UPDATE hazard SET geom = NULL WHERE fid = 1",
    "outside.shape-missing",
    "hazard",
    "geom",
  ],
  [
    "a site that crosses itself",
    `UPDATE site SET geom = ${hex(bowTie)}`,
    "outside.shape-crossing",
    "site",
    "geom",
  ],
  [
    "a return from nowhere",
    "INSERT INTO event (household_id, kind, happened_on) VALUES ('H2', 'returned', '2024-01-01')",
    "event.return",
    undefined,
    undefined,
  ],
])("put back and told: %s", (_what, sql, code, table, field) => {
  const { store, db, notes } = reopened(edited(good, sql));
  const [adopted, problem, ...others] = notes;
  expect(adopted).toMatchObject({ code: "outside.adopted", values: { count: 0, refused: 1 } });
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code, file: "p.gpkg", ...(table ? { values: { table } } : {}) });
  if (field) expect(problem!.field).toBe(field);
  for (const language of ["vi", "en"] as const) expect(problemText(language, problem!)).toContain("p.gpkg");
  const row = importOf(db)!;
  expect(row).toMatchObject({ read: 1, accepted: 0, rejected: 1 });
  expect(JSON.parse(String(row.problems))).toHaveLength(1);
  store.undo();
  expect(dump(db)).toEqual(before);
});

test("one row is refused, the others of the same edit stay", () => {
  const { db, notes } = reopened(edited(good, "UPDATE household SET members = fid * 10"));
  const [adopted, ...problems] = notes;
  expect(adopted).toMatchObject({ values: { count: 20, refused: 20 } });
  expect(problems).toHaveLength(20);
  expect(db.selectValue("SELECT members FROM household WHERE fid = 20")).toBe(200);
  expect(db.selectValue("SELECT members FROM household WHERE fid = 21")).toBe(4);
});

test("what leans on a refused row is refused with it; a name that was taken over goes back", () => {
  const { db, notes, store } = reopened(
    edited(
      good,
      "INSERT INTO household (id, members) VALUES ('N1', 999)",
      "INSERT INTO event (household_id, kind, happened_on) VALUES ('N1', 'identified', '2024-01-01')",
      "UPDATE household SET id = 'other', migrant = 5 WHERE id = 'H1'",
      "INSERT INTO household (id) VALUES ('H1')",
    ),
  );
  expect(
    notes
      .slice(1)
      .map(({ code }) => code)
      .sort(),
  ).toEqual(["outside.key", "outside.number", "outside.number", "outside.reference"]);
  expect(importOf(db)).toMatchObject({ read: 4, accepted: 0, rejected: 4 });
  store.undo();
  expect(dump(db)).toEqual(before);
});

test("a polygon in a table of multi-polygons is written as one, its bounds are true", () => {
  const single = new Uint8Array(8 + 5 + 4 + 4 + 16 * 4);
  const view = new DataView(single.buffer);
  single.set([0x47, 0x50, 0, 1]);
  view.setInt32(4, 4326, true);
  view.setUint8(8, 1);
  view.setUint32(9, 3, true);
  view.setUint32(13, 1, true);
  view.setUint32(17, 4, true);
  const ring = [108.2, 12.5, 108.21, 12.5, 108.21, 12.51, 108.2, 12.5];
  for (const [i, value] of ring.entries()) view.setFloat64(21 + 8 * i, value, true);
  const { db, store } = reopened(
    edited(good, `INSERT INTO site (name, geom) VALUES ('Điểm QGIS', ${hex(single)})`),
  );
  expect(store.sites()[1]).toMatchObject({ name: "Điểm QGIS", form: "concentrated", status: "draft" });
  const geom = db.selectValue("SELECT geom FROM site WHERE fid = 2") as Uint8Array;
  expect(new DataView(geom.buffer, geom.byteOffset).getUint32(8 + 32 + 1, true)).toBe(6);
  expect(db.selectArray("SELECT min_x, max_y FROM gpkg_contents WHERE table_name = 'site'")).toEqual([
    108.2, 12.61,
  ]);
  expect(isIndexTrue(sqlite, db, "site")).toBe(true);
});

test("REPLACE, which takes rows away without a word, is seen; so is a row whose number changed", () => {
  const { db, store } = reopened(
    edited(
      good,
      "INSERT OR REPLACE INTO household (id, head) VALUES ('H7', 'thay')",
      "UPDATE OR REPLACE household SET id = 'H8' WHERE id = 'H9'",
      "UPDATE household SET fid = 500 WHERE id = 'H10'",
    ),
  );
  expect(db.selectValue("SELECT count(*) FROM household")).toBe(39);
  expect(importOf(db)).toMatchObject({ rejected: 0 });
  store.undo();
  expect(dump(db)).toEqual(before);
});

test("a table that was made anew is taken as it stands, and undo does not reach behind it", () => {
  const { db, store, notes } = reopened(
    edited(
      good,
      `CREATE TABLE h2 AS SELECT * FROM household;
       DROP TABLE household;
       ALTER TABLE h2 RENAME TO household;
       UPDATE household SET head = 'mới', members = 900 WHERE id = 'H1';
       INSERT INTO household (fid, id, head) VALUES (90, 'H2', 'trùng'), (91, NULL, 'không mã')`,
    ),
  );
  expect(notes[0]).toMatchObject({
    code: "outside.replaced",
    values: { tables: "household", count: 40, refused: 2 },
  });
  expect(
    notes
      .slice(1)
      .map(({ code }) => code)
      .sort(),
  ).toEqual(["outside.key", "outside.number"]);
  expect(importOf(db)).toMatchObject({ read: 42, accepted: 40, rejected: 2 });
  expect(store.info()).toMatchObject({ undo: null, revision: 10 });
  expect(store.history({ limit: 1 })[0]).toMatchObject({
    command: "outside.replace",
    values: { tables: "household" },
  });
  expect(db.selectValue("SELECT count(*) FROM household WHERE id IS NULL")).toBe(0);
  must(store, "household.edit", { id: "H3", changes: { head: "sau" } });
  // From here on the log sees everything again.
  const later = reopened(edited(store.copy(), "UPDATE household SET head = 'nữa' WHERE id = 'H3'"));
  expect(later.notes).toMatchObject([{ code: "outside.adopted", values: { count: 1 } }]);
  later.store.undo();
  expect(later.db.selectValue("SELECT head FROM household WHERE id = 'H3'")).toBe("sau");
});

test.each([
  ["the log's triggers were dropped", "DROP TRIGGER outside_site_update; UPDATE site SET name = 'lén'"],
  [
    "rows came while the triggers were away",
    "CREATE TEMP TABLE t AS SELECT sql FROM sqlite_master WHERE name = 'outside_site_insert'; DROP TRIGGER outside_site_insert",
  ],
])("what the log could not see is said: %s", (_what, sql) => {
  const { notes, store } = reopened(edited(good, sql));
  expect(notes[0]).toMatchObject({ code: "outside.replaced", values: { tables: "site" } });
  expect(store.info().undo).toBeNull();
});

test("rows that came unseen are noticed by their number", () => {
  const db = databaseFrom(sqlite, good);
  const trigger = db.selectValue("SELECT sql FROM sqlite_master WHERE name = 'outside_event_insert'");
  const spatial =
    "INSERT INTO event (household_id, kind, happened_on) VALUES ('H2', 'identified', '2024-01-01')";
  db.exec(`DROP TRIGGER outside_event_insert; ${spatial}; DELETE FROM outside_change; ${trigger}`);
  const { notes } = reopened(bytesOf(sqlite, db));
  db.close();
  expect(notes[0]).toMatchObject({ code: "outside.replaced", values: { tables: "event" } });
});

test("a table made anew in which nothing can stand refuses the file", () => {
  const sql = `CREATE TABLE h2 AS SELECT * FROM hazard; DROP TABLE hazard; ALTER TABLE h2 RENAME TO hazard;
    UPDATE hazard SET level = 8`;
  expect(refusal(edited(good, sql))).toMatchObject({
    code: "outside.table-refused",
    values: { table: "hazard", field: "level", value: "8" },
  });
});

test("what is derived comes back by itself; a table or a column that is missing is named", () => {
  const sql = "DROP TABLE household_column; DROP TABLE household_column_state; DROP TABLE rtree_site_geom";
  const { db, store, notes } = reopened(edited(good, sql));
  expect(notes).toEqual([]);
  expect(isIndexTrue(sqlite, db, "site")).toBe(true);
  must(store, "site.add", site("s2", 108.1));
  store.refreshColumns();
  expect(db.selectValue("SELECT count(*) FROM household_column")).toBeGreaterThan(5);
  expect(refusal(edited(good, "DROP TABLE event"))).toMatchObject({
    code: "outside.table-missing",
    values: { table: "event" },
  });
  expect(refusal(edited(good, "ALTER TABLE event RENAME COLUMN note TO noto"))).toMatchObject({
    code: "outside.column-missing",
    values: { table: "event", column: "note" },
  });
});

test("a column that another program added is kept, and its values are undone from the next opening on", () => {
  const first = reopened(edited(good, "ALTER TABLE household ADD COLUMN ghi_chu_qgis TEXT"));
  expect(first.notes).toEqual([]);
  const second = reopened(
    edited(first.store.copy(), "UPDATE household SET ghi_chu_qgis = 'a' WHERE id = 'H1'"),
  );
  expect(second.notes).toMatchObject([{ code: "outside.adopted", values: { count: 1 } }]);
  second.store.undo();
  expect(second.db.selectValue("SELECT ghi_chu_qgis FROM household WHERE id = 'H1'")).toBeNull();
});

test("every table of a plan is watched and sealed", () => {
  const db = newPlan(sqlite, { id: "p", name: "P", demo: false, created: "2026-10-15T00:00:00.000Z" });
  const watched = db.selectObjects(
    "SELECT tbl_name, count(*) AS n FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'outside_%' GROUP BY 1",
  );
  expect(new Map(watched.map((row) => [row.tbl_name, row.n]))).toEqual(
    new Map(TABLE_NAMES.map((name) => [name, 4])),
  );
  expect(new Set(db.selectValues("SELECT table_name FROM outside_seal"))).toEqual(new Set(TABLE_NAMES));
});

const household = fc.integer({ min: 1, max: 44 });
const edit = fc.oneof(
  household.map((n) => `DELETE FROM household WHERE fid = ${n}`),
  fc
    .tuple(household, household)
    .map(([n, m]) => `UPDATE OR IGNORE household SET id = 'H${m}' WHERE fid = ${n}`),
  fc
    .tuple(household, household)
    .map(([n, m]) => `UPDATE OR REPLACE household SET id = 'H${m}' WHERE fid = ${n}`),
  fc
    .tuple(household, household)
    .map(([n, m]) => `INSERT OR REPLACE INTO household (fid, id, head) VALUES (${n}, 'H${m}', 'r')`),
  fc
    .tuple(household, household)
    .map(([n, m]) => `UPDATE OR IGNORE household SET fid = ${m} WHERE fid = ${n}`),
  fc
    .tuple(household, fc.integer({ min: 190, max: 210 }))
    .map(([n, m]) => `UPDATE household SET members = ${m} WHERE fid > ${n}`),
  fc
    .tuple(household, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(
      ([n, x]) =>
        `UPDATE household SET residential_land_m2 = ${x}, geom = ${hex(encodePoint([108 + x, 12.5]))} WHERE fid = ${n}`,
    ),
  fc.constantFrom(
    "INSERT INTO household (head) VALUES ('new')",
    "UPDATE OR IGNORE household SET id = 'tmp' WHERE id = 'H1'",
    "UPDATE OR IGNORE household SET id = 'H1' WHERE id = 'H2'",
    "UPDATE OR IGNORE household SET id = 'H2' WHERE id = 'tmp'",
    "UPDATE event SET kind = 'nonsense'",
    "UPDATE event SET happened_on = '2023-01-01'",
    "DELETE FROM event",
    "INSERT INTO event (household_id, kind, happened_on) SELECT id, 'identified', '2020-01-01' FROM household WHERE fid < 4",
    "INSERT INTO decision (household_id, choice, reason, decided_on) VALUES ('H3', 'include', 'x', '2024-01-01')",
    "UPDATE hazard SET level = level + 1",
    "DELETE FROM site",
    "DELETE FROM hazard WHERE fid = 1",
    "UPDATE plan SET value = 'Tên khác' WHERE key = 'name'",
    "DELETE FROM layer",
  ),
);

test("whatever another program does, undo gives the rows as they were and redo as they were adopted", () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const { db, store } = reopened(edited(good, ...edits));
      const row = importOf(db);
      const after = dump(db);
      if (row) {
        expect(Number(row.accepted) + Number(row.rejected)).toBe(row.read);
        expect(store.undo()).toMatchObject({ ok: true });
      }
      expect(dump(db)).toEqual(before);
      if (row) expect(store.redo()).toMatchObject({ ok: true });
      expect(dump(db)).toEqual(after);
      store.close();
    }),
    { numRuns: 40, seed: 20261123 },
  );
});
