/** The register as columns: kept beside the rows, read from the rows and made from the register are the same. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { categoryOf, columnsFrom } from "../../src/core/model/columns.ts";
import { type Household, type Json, REGISTER_FIELDS } from "../../src/core/model/household.ts";
import { textColumn } from "../../src/core/model/text-column.ts";
import { CategoryWriter } from "../../src/plan/columns-category.ts";
import { keepColumns, keptColumns } from "../../src/plan/columns-kept.ts";
import { NOT_PLAIN, ownFields } from "../../src/plan/columns-own-fields.ts";
import { columnsFromRows } from "../../src/plan/columns-rows.ts";
import { encodePoint } from "../../src/plan/geometry-blob.ts";
import { emptyDatabase } from "../../src/plan/sqlite.ts";
import { emptyStore, sqlite } from "./example-plan.ts";

const text = new TextEncoder();
const known = (value: fc.Arbitrary<string>) => fc.option(value, { freq: 5 });
const words = known(
  fc.oneof(
    fc.constantFrom("Ê Đê", "Kinh", " ", "Buôn Čư", "\ufeffMông", "ê đê", "Ê Đê"),
    fc.string({ unit: "grapheme", maxLength: 6 }),
  ),
);
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, false, 0, -1.5, 1e300, 12345678901234),
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.string({ maxLength: 4 }), tie("value"), { maxKeys: 3 }),
  ),
})).value;
const properties = fc.dictionary(
  fc.oneof(fc.constantFrom(...REGISTER_FIELDS), fc.string({ unit: "grapheme", maxLength: 5 })),
  json,
  { maxKeys: 6 },
);
const degrees = fc.double({ min: -180, max: 180, noNaN: true });
const household = fc.record({
  head: words,
  ethnicity: words,
  members: fc.option(fc.integer({ min: 0, max: 300 })),
  poverty: words,
  migrant: fc.option(fc.boolean()),
  village: words,
  communeCode: words,
  at: fc.option(fc.tuple(degrees, degrees)),
  properties,
});
const register = fc.array(household, { maxLength: 40 }).map((rows) =>
  rows.map(
    ({ at, ...row }, i): Household => ({
      ...row,
      id: `H ${i}`,
      lon: at?.[0] ?? null,
      lat: at?.[1] ?? null,
    }),
  ),
);

/** What the source said beyond the register's columns, as a careful person would say it. */
function ownOf({ properties: all }: Household): string | null {
  const own = Object.entries(all).filter(([name]) => !REGISTER_FIELDS.includes(name as never));
  return own.length === 0 ? null : JSON.stringify(Object.fromEntries(own));
}

function planOf(households: readonly Household[]) {
  const { store, db } = emptyStore();
  const sql = `INSERT INTO household (geom, id, head, ethnicity, members, poverty, migrant, village, commune_code,
    other) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  for (const row of households) {
    const geom = row.lon === null || row.lat === null ? null : encodePoint([row.lon, row.lat]);
    const { id, head, ethnicity, members, poverty, village, communeCode } = row;
    const migrant = row.migrant === null ? null : Number(row.migrant);
    const other = JSON.stringify(row.properties);
    db.exec({
      sql,
      bind: [geom, id, head, ethnicity, members, poverty, migrant, village, communeCode, other],
    });
  }
  return { store, db };
}

test("random registers: kept columns, columns from rows and columns of the register are the same", () => {
  fc.assert(
    fc.property(register, (households) => {
      const { db, store } = planOf(households);
      const wanted = { ...columnsFrom(households), properties: textColumn(households.map(ownOf)) };
      expect(keptColumns(sqlite, db)).toBeNull();
      const rows = columnsFromRows(sqlite, db);
      expect(rows).toEqual(wanted);
      keepColumns(db, rows, "2026-10-15T00:00:00.000Z");
      expect(keptColumns(sqlite, db)).toEqual(wanted);
      expect(store.snapshot().households).toEqual(wanted);
      db.close();
    }),
    { numRuns: 150 },
  );
});

test("categories from bytes are those of the texts", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(words, known(fc.string({ maxLength: 2 }))), { maxLength: 600 }),
      (texts) => {
        const writer = new CategoryWriter(texts.length);
        for (const one of texts) {
          const bytes = text.encode(one ?? "");
          if (one === null) writer.addNothing();
          else writer.add(bytes, 0, bytes.length);
        }
        expect(writer.category()).toEqual(categoryOf(texts));
      },
    ),
  );
});

/** What the engine cuts out of the same text; undefined when it says that it is no JSON. */
function cutByEngine(other: string): string | null | undefined {
  const paths = REGISTER_FIELDS.map((field) => `'$.${field}'`).join(", ");
  try {
    const db = engine;
    return db.selectValue(`SELECT nullif(json_remove(?, ${paths}), '{}')`, [other]) as string | null;
  } catch {
    return undefined;
  }
}
const engine = emptyDatabase(sqlite);

function cutByUs(other: string): string | null | typeof NOT_PLAIN {
  const bytes = text.encode(other);
  const room = new Uint8Array(bytes.length + 1);
  const length = ownFields(bytes, 0, bytes.length, room);
  return length === NOT_PLAIN ? NOT_PLAIN : new TextDecoder().decode(room.subarray(0, length)) || null;
}

test("own fields are cut out of plain JSON as the engine does it", () => {
  fc.assert(
    fc.property(properties, (all) => {
      const other = JSON.stringify(all);
      const ours = cutByUs(other);
      // A name with an escape is left to the engine.
      if (ours === NOT_PLAIN)
        expect(Object.keys(all).some((name) => JSON.stringify(name).includes("\\"))).toBe(true);
      else expect(ours).toBe(cutByEngine(other));
    }),
    { numRuns: 500 },
  );
});

test("of any text, own fields are what the engine says or are left to it", () => {
  const pieces = fc.constantFrom(
    ...'{}[],:"\\ \n0123.eE+-xntu'.split(""),
    '"id"',
    '"a"',
    "true",
    "null",
    "1e5",
    '{"a":1}',
    '"\\u00e9"',
    "/**/",
  );
  const spoiled = fc.tuple(properties, fc.nat(), pieces).map(([all, at, piece]): string => {
    const good = JSON.stringify(all);
    const k = at % (good.length + 1);
    return good.slice(0, k) + piece + good.slice(k + (at % 2));
  });
  const any = fc.oneof(
    spoiled,
    fc.array(pieces, { maxLength: 14 }).map((some) => `{${some.join("")}}`),
  );
  fc.assert(
    fc.property(any, (other) => {
      const ours = cutByUs(other);
      if (ours !== NOT_PLAIN) expect(ours).toBe(cutByEngine(other));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ["a field twice", '{"id":1,"a":2,"id":3}'],
  ["blanks", '{ "a": 1 }'],
  ["a name with an escape", '{"\\u0069d":1,"a":2}'],
  ["no object", "[1]"],
  ["JSON5", "{a:1}"],
])("own fields in another form are read by the engine: %s", (_what, other) => {
  expect(cutByUs(other)).toBe(NOT_PLAIN);
  const { db } = planOf([]);
  db.exec({ sql: "INSERT INTO household (id, other) VALUES ('H', ?)", bind: [other] });
  expect(columnsFromRows(sqlite, db).properties).toEqual(textColumn([cutByEngine(other) ?? null]));
});

test("what another program wrote in a column of another kind is not known, never zero", () => {
  const { db } = planOf([]);
  db.exec(`INSERT INTO household (id, members, migrant, head, geom) VALUES
    ('1', 'năm', 'có', 7, NULL), ('2', 40000, 1, NULL, x'4750001100000000'), ('3', -2, 0, x'41', NULL),
    ('4', 2.6, 2, '', NULL)`);
  const { members, migrant, head, lon } = columnsFromRows(sqlite, db);
  expect([...members]).toEqual([-1, -1, -1, 3]);
  expect([...migrant]).toEqual([2, 1, 0, 1]);
  expect(head).toEqual(textColumn(["7", null, "A", null]));
  expect([...lon]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
});
