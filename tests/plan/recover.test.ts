/** Damaged plans: whatever was done to the bytes, every row that is recovered is a row of the original. */
import { beforeAll, describe, expect, test } from "vitest";
import { factOf, openBytes } from "../../src/plan/plan-file.ts";
import { Pages } from "../../src/plan/recover/pages.ts";
import { type Recovered, recoverBytes } from "../../src/plan/recover/recover-bytes.ts";
import { TABLE_NAMES } from "../../src/plan/rows.ts";
import { type Database, databaseFrom } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import { event, exampleStore, householdsCsv, must, sqlite, stage, ticking } from "./example-plan.ts";

const HOUSEHOLDS = 1200;
const TABLES = [...TABLE_NAMES, "journal", "journal_row", "export"];
/** A new plan has rows in these before any is recovered. */
const BEGUN_WITH = ["plan", "rule_set", "target"];
let whole: Uint8Array;
let rows: ReadonlyMap<string, ReadonlySet<string>>;

beforeAll(() => {
  const { store, db } = exampleStore();
  stage(store, "more", "them.csv", householdsCsv("M", HOUSEHOLDS - 40));
  must(store, "households.import", { staged: "more", replace: false });
  for (let i = 1; i <= 60; i++) must(store, "event.add", event(`f${i}`, `M${i}`, "planned", "2025-03-04"));
  // Rows that are gone again leave pages out of use, with what stood in them.
  stage(store, "gone", "bo.csv", householdsCsv("X", 200));
  must(store, "households.import", { staged: "gone", replace: false });
  store.undo();
  whole = store.copy();
  rows = rowsOf(db);
});

/** Every row as text, but for the name that recovery marks and the number undo stops at. */
function rowsOf(db: Database): Map<string, Set<string>> {
  const own = (row: Record<string, unknown>) => row.key !== "name" && row.key !== "undoable_after";
  return new Map(
    TABLES.map((table) => {
      const found = db.selectObjects(`SELECT * FROM "${table}"`).filter(own);
      for (const row of found) {
        // A fact's own number may change: facts are written over those a new plan begins with.
        if (table === "plan") delete row.fid;
        for (const [name, value] of Object.entries(row)) {
          if (value instanceof Uint8Array) row[name] = Buffer.from(value).toString("base64");
        }
      }
      return [table, new Set(found.map((row) => JSON.stringify(row)))];
    }),
  );
}

function recover(bytes: Uint8Array): Recovered | null {
  const outcome = recoverBytes(sqlite, bytes, {
    file: "hong.gpkg",
    mark: "cứu lại",
    now: "2026-11-23T00:00:00.000Z",
  });
  if (outcome.ok) return outcome.value;
  expect(outcome.problem.code).toBe("recover.nothing");
  return null;
}

/** Opens what was recovered; checks that it is whole, and that counts are those of its rows. */
function opened({ bytes, tables }: Recovered): Map<string, Set<string>> {
  const found = openBytes(sqlite, bytes, "cuu.gpkg");
  if (!found.ok) throw new Error(found.problem.code);
  for (const { table, read } of tables) {
    if (BEGUN_WITH.includes(table)) continue;
    expect(Number(found.value.selectValue(`SELECT count(*) FROM "${table}"`)), table).toBe(read);
  }
  const all = rowsOf(found.value);
  found.value.close();
  return all;
}

/** Nothing is invented: by key always, and by every value where the damage cannot have changed one. */
function expectTrue(recovered: Recovered, { exact }: { readonly exact: boolean }): void {
  for (const [table, found] of opened(recovered)) {
    const original = rows.get(table)!;
    if (BEGUN_WITH.includes(table) && readOf(recovered, table) === 0) continue;
    const keys = keysOf(table, original);
    for (const row of found) {
      if (exact && table !== "plan") expect(original.has(row), `${table}: ${row}`).toBe(true);
      else expect(keys.has(keyOf(table, row)), `${table}: ${row}`).toBe(true);
    }
    // What is said to be lost is what is missing.
    const told = recovered.tables.find((one) => one.table === table)!;
    if (told.lost !== null && !BEGUN_WITH.includes(table)) {
      expect(told.read + told.lost, `${table} read and lost`).toBe(original.size);
    }
  }
}

function keyOf(table: string, row: string): string {
  const { id, key, seq, fid, household_id } = JSON.parse(row) as Record<string, unknown>;
  if (table === "plan") return String(key);
  if (table === "journal") return String(seq);
  return String(id ?? `${fid} ${household_id ?? ""}`);
}
const keysOf = (table: string, all: ReadonlySet<string>) => new Set([...all].map((row) => keyOf(table, row)));
const readOf = (recovered: Recovered | null, table: string) =>
  recovered?.tables.find((one) => one.table === table)?.read ?? 0;

/** A small generator, so that a failing seed can be run again. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

function rootOf(name: string): number {
  const db = databaseFrom(sqlite, whole);
  const root = Number(db.selectValue("SELECT rootpage FROM sqlite_master WHERE name = ?", [name]));
  db.close();
  return root;
}

test("a plan without damage comes out whole, with its history, and undoes", () => {
  const recovered = recover(whole)!;
  expect(recovered.historyKept).toBe(true);
  expect(recovered.tables.every(({ lost }) => lost === 0)).toBe(true);
  expectTrue(recovered, { exact: true });
  const found = openBytes(sqlite, recovered.bytes, "cuu.gpkg");
  if (!found.ok) throw new Error(found.problem.code);
  expect(factOf(found.value, "name")).toBe("Phương án thử (cứu lại)");
  expect(factOf(found.value, "origin")).toBe("p1");
  const store = new PlanStore(sqlite, found.value, { now: ticking() });
  expect(store.undo().ok).toBe(true);
});

test("cut off anywhere: what is left is read, rows before the cut are true", () => {
  let most = 0;
  for (let part = 1; part < 9; part++) {
    const recovered = recover(whole.slice(0, Math.floor((whole.length * part) / 9)));
    if (!recovered) continue;
    expectTrue(recovered, { exact: true });
    most = Math.max(most, readOf(recovered, "household"));
  }
  expect(most).toBeGreaterThan(HOUSEHOLDS * 0.5);
});

test("any page of zeros costs what was on it and no more", () => {
  const { size, count } = new Pages(whole);
  const none: number[] = [];
  // Page 1 and every ninth: roots, inner pages, leaves, indexes and free pages are among them.
  for (let page = 1; page <= count; page += 9) {
    const bytes = whole.slice();
    bytes.fill(0, (page - 1) * size, page * size);
    const recovered = recover(bytes);
    if (!recovered) none.push(page);
    else expectTrue(recovered, { exact: true });
  }
  expect(none).toEqual([]);
});

test("the page that leads to the register's pages is written over: its rows are found all the same", () => {
  const root = rootOf("household");
  const { size } = new Pages(whole);
  for (const fill of [0, 0xff, 0x0d]) {
    const bytes = whole.slice();
    bytes.fill(fill, (root - 1) * size, root * size);
    const recovered = recover(bytes)!;
    expectTrue(recovered, { exact: true });
    expect(readOf(recovered, "household")).toBe(HOUSEHOLDS);
  }
});

test("the head of the file is destroyed", () => {
  const bytes = whole.slice();
  bytes.fill(0x41, 0, 100);
  const recovered = recover(bytes)!;
  expectTrue(recovered, { exact: true });
  expect(readOf(recovered, "household")).toBe(HOUSEHOLDS);
});

describe("flipped bytes", () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])("seed %i: no key that was not there, never a throw", (seed) => {
    const random = seeded(seed);
    const bytes = whole.slice();
    for (let i = 0; i < 10 * 2 ** (seed % 5); i++) {
      bytes[Math.floor(random() * bytes.length)]! ^= 1 << Math.floor(random() * 8);
    }
    const recovered = recover(bytes);
    if (recovered) expectTrue(recovered, { exact: false });
  });

  test("in heads of pages, where trees are led astray", () => {
    const { size, count } = new Pages(whole);
    const random = seeded(99);
    for (let round = 0; round < 12; round++) {
      const bytes = whole.slice();
      for (let i = 0; i < 6; i++) {
        const page = Math.floor(random() * count);
        bytes[page * size + Math.floor(random() * 40)] = Math.floor(random() * 256);
      }
      const recovered = recover(bytes);
      if (recovered) expectTrue(recovered, { exact: false });
    }
  });
});

test("what never was a plan gives nothing, and does not throw", () => {
  const random = seeded(7);
  for (const length of [0, 1, 99, 512, 5000, 70_000]) {
    expect(recover(Uint8Array.from({ length }, () => Math.floor(random() * 256)))).toBeNull();
    expect(recover(new Uint8Array(length))).toBeNull();
  }
});

test("rows of the register are missing: the rest opens, and undo begins anew", () => {
  const { size } = new Pages(whole);
  const bytes = whole.slice();
  const at = Buffer.from(bytes).indexOf("Y Ê 900");
  const page = Math.floor(at / size);
  bytes.fill(0, page * size, (page + 1) * size);
  const recovered = recover(bytes)!;
  const register = recovered.tables.find(({ table }) => table === "household")!;
  expect(register.read).toBeLessThan(HOUSEHOLDS);
  expect(register.lost).toBe(HOUSEHOLDS - register.read);
  const found = openBytes(sqlite, recovered.bytes, "cuu.gpkg");
  if (!found.ok) throw new Error(found.problem.code);
  const store = new PlanStore(sqlite, found.value, { now: ticking() });
  expect(store.info().undo).toBeNull();
  must(store, "plan.rename", { name: "Sau khi cứu" });
  expect(store.undo().ok).toBe(true);
});
