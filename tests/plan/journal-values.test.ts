/** What the journal keeps comes back bit for bit, whatever another program put where. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { sqlName } from "../../src/plan/sql-names.ts";
import type { Database } from "../../src/plan/sqlite.ts";
import { withoutTriggers } from "../../src/plan/triggers.ts";
import { emptyStore, householdsCsv, must, sqlite, stage } from "./example-plan.ts";

/** Every value of every household with its kind and its bytes, as the engine has them. */
function exact(db: Database): unknown[] {
  const names = db.selectValues("SELECT name FROM pragma_table_info('household')").map(String);
  const columns = names.map((name) => {
    const column = sqlName(name);
    // The bytes of a float are not told by the engine; its shortest exact text is.
    return `typeof(${column}) || ':' || CASE typeof(${column}) WHEN 'real' THEN printf('%!.17g', ${column})
      ELSE coalesce(hex(${column}), '') END`;
  });
  return db.selectArrays(`SELECT ${columns.join(", ")} FROM household ORDER BY fid`);
}

/** A register of `count` households; `spoil` is done to it before anything else. */
function register(count: number, spoil: string) {
  const { store, db } = emptyStore();
  stage(store, "a", "ho.csv", householdsCsv("H", count));
  must(store, "households.import", { staged: "a", replace: false });
  withoutTriggers(sqlite, db, () => db.exec(spoil));
  return { store, db };
}

const ODD = `ALTER TABLE household ADD COLUMN "ghi ""chú"".$[0]" ANY;
  UPDATE household SET members = 'nhiều', head = x'00ff10', other = NULL WHERE fid = 2;
  UPDATE household SET members = 9007199254740993, head = CAST(x'ff41' AS TEXT), cause = x'' WHERE fid = 3;
  UPDATE household SET members = -9223372036854775808, migrant = 0.1, poverty = 'a' || char(0) || 'b' WHERE fid = 4;
  UPDATE household SET coordinate_accuracy_m = 1e300, residential_land_m2 = 4.9e-324, production_land_m2 = 0.1 + 0.2,
    poverty_year = 2021.5, unit_code = '', "ghi ""chú"".$[0]" = x'c0' WHERE fid = 5;
  UPDATE household SET head = '{"blob":"00"}', "ghi ""chú"".$[0]" = 3.0 WHERE fid = 7;`;

test.each([12, 1500])("%i removed households come back exactly, whatever was in their columns", (count) => {
  const { store, db } = register(count, ODD);
  const before = exact(db);
  stage(store, "b", "ho2.csv", householdsCsv("K", 5));
  must(store, "households.import", { staged: "b", replace: true });
  const after = exact(db);
  expect(after).toHaveLength(5);
  for (let round = 0; round < 2; round++) {
    expect(store.undo()).toMatchObject({ ok: true });
    expect(exact(db)).toEqual(before);
    expect(store.redo()).toMatchObject({ ok: true });
    expect(exact(db)).toEqual(after);
  }
  const removed =
    "SELECT json_extract(before, '$.head.blob') FROM journal_row WHERE op = 'remove' AND key = 'H2'";
  expect(db.selectValue(removed)).toBe("00FF10");
});

test("an edit of values that are none of ours is undone exactly", () => {
  const { store, db } = register(12, ODD);
  const before = exact(db);
  for (const id of ["H2", "H3", "H4", "H5"]) {
    must(store, "household.edit", {
      id,
      changes: {
        head: "Y",
        members: 3,
        migrant: true,
        poverty: "nghèo",
        coordinateAccuracyM: 2,
        residentialLandM2: 7,
      },
    });
  }
  const after = exact(db);
  expect(after).not.toEqual(before);
  for (let k = 0; k < 4; k++) expect(store.undo()).toMatchObject({ ok: true });
  expect(exact(db)).toEqual(before);
  for (let k = 0; k < 4; k++) expect(store.redo()).toMatchObject({ ok: true });
  expect(exact(db)).toEqual(after);
});

test("any float survives removal and return to the last bit", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 40 }),
      (some) => {
        const { store, db } = register(some.length, "SELECT 1");
        withoutTriggers(sqlite, db, () => {
          const statement = db.prepare("UPDATE household SET residential_land_m2 = ? WHERE fid = ?");
          some.forEach((value, i) => {
            // The JavaScript layer would take a whole number beyond 64 bits for another one.
            sqlite.capi.sqlite3_bind_double(statement.pointer!, 1, value);
            statement.bind(2, i + 1).stepReset();
          });
          statement.finalize();
        });
        const before = exact(db);
        store.undo();
        expect(exact(db)).toEqual([]);
        store.redo();
        expect(exact(db)).toEqual(before);
        store.close();
      },
    ),
    { numRuns: 25 },
  );
});

test("many rows of which a few have a further column come back with it", () => {
  const { store, db } = register(2500, "UPDATE household SET cause = 'sạt lở' WHERE fid = 2444");
  const before = exact(db);
  store.undo();
  const columns = JSON.parse(String(db.selectValue("SELECT columns FROM journal_removal")));
  expect(columns).toContain("cause");
  expect(columns).not.toContain("house_state");
  store.redo();
  expect(exact(db)).toEqual(before);
});

test("removals written before columns were left out are read as ever", () => {
  const { store, db } = register(1200, "SELECT 1");
  const before = exact(db);
  store.undo();
  withoutTriggers(sqlite, db, () => {
    db.exec(`DELETE FROM journal_removal;
      UPDATE journal_row SET before = json_patch('{"geom":"x"}', before) WHERE op = 'remove';
      UPDATE journal_row SET before = json_insert(before, '$.cause', NULL, '$.house_state', NULL) WHERE op = 'remove'`);
  });
  store.redo();
  expect(exact(db)).toEqual(before);
});

test("a hint for rows that are no longer those is not taken", () => {
  const { store, db } = register(1100, "SELECT 1");
  const before = exact(db);
  store.undo();
  db.exec("UPDATE journal_removal SET seq = seq + 100, columns = '[\"id\"]'");
  store.redo();
  expect(exact(db)).toEqual(before);
});
