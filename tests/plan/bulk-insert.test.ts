/** Rows inserted in bulk are the rows that would have been inserted one by one, or none of them. */
import { expect, test } from "vitest";
import { viewOf } from "../../src/core/formats/index.ts";
import { BulkInsert } from "../../src/plan/bulk-insert.ts";
import { encodePoint } from "../../src/plan/geometry-blob.ts";
import { newPlan } from "../../src/plan/plan-file.ts";
import { Recorder } from "../../src/plan/recorder.ts";
import { dump, emptyStore, householdsCsv, must, sqlite, stage } from "./example-plan.ts";

const database = () =>
  newPlan(sqlite, { id: "p", name: "x", demo: false, created: "2026-01-01T00:00:00.000Z" });
const COLUMNS = ["geom", "id", "head", "members", "other"] as const;

test("texts, numbers, points and nothing, through memory that grows", () => {
  const long = "Ê".repeat(200_000);
  const ids = viewOf(new TextEncoder().encode("H1H22"));
  const one = database();
  const recorder = new Recorder(sqlite, one, 1, "t");
  one.exec("BEGIN"); // as every command has it
  recorder.insertMany("household", COLUMNS, 2, (row, i) => {
    if (i === 0) row.point(108.25, 12.5);
    else row.point(Number.NaN, Number.NaN);
    row.utf8(ids, i === 0 ? 0 : 2, i === 0 ? 2 : 5);
    row.text(i === 0 ? null : long);
    if (i === 0) row.integer(7);
    else row.null();
    row.textBy((bytes) => bytes.text(i === 0 ? "" : "{}"));
  });
  recorder.finish();
  one.exec("COMMIT");
  expect(recorder.extents.get("household")).toEqual([108.25, 12.5, 108.25, 12.5]);
  recorder.close();

  const other = database();
  const single = new Recorder(sqlite, other, 1, "t");
  const none = {
    ...{ ethnicity: null, poverty: null, migrant: null },
    ...{ village: null, commune_code: null, import_id: null },
  };
  const geom = encodePoint([108.25, 12.5]);
  single.insert("household", { ...none, geom, id: "H1", head: null, members: 7, other: "" });
  single.insert("household", { ...none, geom: null, id: "H22", head: long, members: null, other: "{}" });
  single.finish();
  single.close();
  expect(dump(one).household).toEqual(dump(other).household);
  const journal = "SELECT * FROM journal_row";
  expect(one.selectObjects(journal)).toEqual(other.selectObjects(journal));
  one.close();
  other.close();
});

test("a row that the engine refuses throws what it says, and the sentence is let go", () => {
  const db = database();
  const recorder = new Recorder(sqlite, db, 1, "t");
  const insert = () => {
    recorder.insertMany("site", ["id", "name", "form", "status"], 2, (row) => {
      for (const value of ["s1", "x", "inserted", "draft"]) row.text(value);
    });
  };
  expect(insert).toThrow(/UNIQUE constraint failed: site.id/);
  recorder.close();
  db.close();
});

test("a row with a value too few is a fault of ours", () => {
  const db = database();
  const bulk = new BulkInsert(sqlite, db, "plan", ["key", "value"]);
  bulk.text("k");
  expect(() => bulk.insert()).toThrow("a row of 1 values, wanted 2");
  bulk.close();
  db.close();
});

test("no rows leave no trace", () => {
  const db = database();
  const recorder = new Recorder(sqlite, db, 1, "t");
  recorder.insertMany("household", COLUMNS, 0, () => expect.unreachable());
  expect(recorder.finish()).toBe(false);
  recorder.close();
  db.close();
});

test("thousands of households are one journal row and come back after undo and redo", () => {
  const { store, db } = emptyStore();
  stage(store, "f", "ho.csv", householdsCsv("H", 3000));
  const change = must(store, "households.import", { staged: "f", replace: false });
  expect(change.touched).toEqual([{ table: "household", ids: "all" }]);
  const after = dump(db);
  expect(db.selectObjects("SELECT table_name, first_fid, last_fid FROM journal_row")).toContainEqual({
    table_name: "household",
    first_fid: 1,
    last_fid: 3000,
  });
  store.undo();
  expect(db.selectValue("SELECT count(*) FROM household")).toBe(0);
  store.redo();
  expect(dump(db)).toEqual(after);
});
