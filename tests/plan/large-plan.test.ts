/** A large made-up plan is what its files say, and its columns follow whoever changes its rows. */
import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { openTable, readerFor } from "../../src/core/formats/index.ts";
import { columnsFrom } from "../../src/core/model/columns.ts";
import type { HouseholdColumns } from "../../src/core/model/household.ts";
import { textColumn } from "../../src/core/model/text-column.ts";
import { hasKeptColumns, keptColumns } from "../../src/plan/columns-kept.ts";
import { columnsFromRows } from "../../src/plan/columns-rows.ts";
import { openBytes } from "../../src/plan/plan-file.ts";
import { databaseFrom } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import { largeFiles, largePlan } from "../support/large-plan.ts";
import { sqlite, ticking } from "./example-plan.ts";

const SIZE = { seed: 5, households: 20_000 } as const;
let bytes: Uint8Array;
let files: ReadonlyMap<string, Uint8Array>;
beforeAll(() => {
  bytes = largePlan(sqlite, SIZE);
  files = largeFiles(SIZE);
});

/** Stands for all of the columns: equal exactly when they are. Comparing them number by number takes seconds. */
function digestOf(columns: HouseholdColumns): string {
  const hash = createHash("sha256");
  const put = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      hash.update(`${value.constructor.name} ${value.byteLength};`);
      hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    } else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [name, part] of Object.entries(value).sort()) {
        hash.update(`${name}:`);
        put(part);
      }
    } else hash.update(`${JSON.stringify(value)};`);
  };
  put(columns);
  return hash.digest("hex");
}

function read(file: string) {
  const table = openTable(files.get(file)!, file);
  if (!table.ok) throw new Error(table.problem.code);
  return table.value;
}

test("what is opened is what its files say", () => {
  const opened = openBytes(sqlite, bytes, "mau.gpkg");
  if (!opened.ok) throw new Error(opened.problem.code);
  expect(hasKeptColumns(opened.value)).toBe(true);
  const store = new PlanStore(sqlite, opened.value, { now: ticking() });
  const { households, layers } = store.snapshot();
  const register = readerFor("households").read(read("households.csv"));
  expect(register.rejected).toEqual([]);
  const own = register.accepted.map(({ properties }) => JSON.stringify({ ghi_chu: properties.ghi_chu }));
  const wanted: HouseholdColumns = { ...columnsFrom(register.accepted), properties: textColumn(own) };
  expect(households.count).toBe(SIZE.households);
  expect(digestOf(households)).toBe(digestOf(wanted));
  expect(digestOf(columnsFromRows(sqlite, opened.value))).toBe(digestOf(wanted));
  for (const [kind, layer] of [
    ["units", layers.units],
    ["hazards", layers.hazards[0]],
  ] as const) {
    const { accepted, rejected } = readerFor(kind).read(read(`${kind}.geojson`));
    expect(rejected).toEqual([]);
    expect(layer!.attributes).toEqual(accepted.map(({ attributes }) => attributes));
    expect(layer!.coverage).toBe("all");
  }
  expect(store.info()).toMatchObject({ readOnly: null, undo: null });
});

test("it has what a register has: hamlets, lone houses, no place, several peoples, gaps", () => {
  const db = databaseFrom(sqlite, bytes);
  const share = (what: string) => Number(db.selectValue(`SELECT avg(${what}) FROM household`));
  expect(share("geom IS NULL")).toBeCloseTo(0.01, 2);
  expect(share("village IS NULL")).toBeCloseTo(0.08, 1);
  expect(share("ethnicity IS NULL")).toBeGreaterThan(0.01);
  expect(db.selectValue("SELECT count(DISTINCT ethnicity) FROM household")).toBe(7);
  expect(share("head LIKE '%Mẫu%' OR head IS NULL")).toBe(1);
  db.close();
});

test("a few rows changed elsewhere: the rows decide until the columns are written again", () => {
  const db = databaseFrom(sqlite, bytes);
  const store = new PlanStore(sqlite, db, { now: ticking() });
  db.exec("UPDATE household SET ethnicity = 'Mông', geom = NULL WHERE fid IN (17, 19999)");
  expect(keptColumns(sqlite, db)).toBeNull();
  const rows = store.snapshot().households;
  expect(Number.isNaN(rows.lon[16])).toBe(true);
  const revision = store.info().revision;
  store.refreshColumns();
  expect(digestOf(keptColumns(sqlite, db)!)).toBe(digestOf(rows));
  expect(store.info()).toMatchObject({ revision, undo: null });
});

test("the same size is the same bytes, and another seed is another register", () => {
  const small = { seed: 1, households: 300 };
  const hash = (some: Uint8Array | undefined) => createHash("sha256").update(some!).digest("hex");
  const csv = (seed: number) => hash(largeFiles({ ...small, seed }).get("households.csv"));
  expect(hash(largePlan(sqlite, small))).toBe(hash(largePlan(sqlite, small)));
  expect(csv(1)).toBe(csv(1));
  expect(csv(1)).not.toBe(csv(2));
});
