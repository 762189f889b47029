/** Room, copies and the last saved state, as far as no browser is needed. */
import { describe, expect, test } from "vitest";
import { openBytes } from "../../src/plan/plan-file.ts";
import { hasLostHead } from "../../src/plan/recover/lost-head.ts";
import {
  copyOfName,
  isCopyDue,
  nameOfCopy,
  newestFirst,
  surplus,
} from "../../src/plan/storage/copy-names.ts";
import { markedName, withMark } from "../../src/plan/storage/mark-name.ts";
import { asCommitted, isUnfinished, JOURNAL_MAGIC } from "../../src/plan/storage/rollback-journal.ts";
import { isLow } from "../../src/plan/storage/room.ts";
import { PlanStore } from "../../src/plan/store.ts";
import { exampleStore, sqlite, ticking } from "./example-plan.ts";

describe("names of automatic copies", () => {
  test("say when and of which revision, and nothing else is taken for one", () => {
    const at = "2026-11-23T07:08:09.010Z";
    const key = nameOfCopy(at, 12);
    expect(copyOfName(key, 5)).toEqual({ key, at, revision: 12, bytes: 5 });
    expect(copyOfName("../../plan.gpkg", 5)).toBeNull();
    expect(copyOfName(`${key}.part`, 5)).toBeNull();
  });

  test("the last five are kept", () => {
    const copies = [3, 1, 7, 2, 6, 5, 4].map(
      (day) => copyOfName(nameOfCopy(`2026-11-0${day}T00:00:00.000Z`, day), 1)!,
    );
    expect(newestFirst(copies).map(({ revision }) => revision)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(surplus(copies).map(({ revision }) => revision)).toEqual([1, 2]);
    expect(surplus(copies.slice(0, 5))).toEqual([]);
  });

  test("one is due when something was done since; what a program made needs none", () => {
    const newest = { key: "", at: "", revision: 4, bytes: 1 };
    expect(isCopyDue(newest, 4, 0)).toBe(false);
    expect(isCopyDue(newest, 5, 0)).toBe(true);
    expect(isCopyDue(undefined, 0, 0)).toBe(false);
    expect(isCopyDue(undefined, 9, 9)).toBe(false);
    expect(isCopyDue(undefined, 10, 9)).toBe(true);
  });
});

describe("room", () => {
  const MB = 1024 * 1024;
  const room = (usage: number | null, quota: number | null) => ({ usage, quota, persisted: null });

  test("is short when the next change and one copy might not fit", () => {
    expect(isLow(room(90 * MB, 100 * MB), 0)).toBe(false);
    expect(isLow(room(93 * MB, 100 * MB), 0)).toBe(true);
    expect(isLow(room(50 * MB, 100 * MB), 20 * MB)).toBe(false);
    expect(isLow(room(50 * MB, 100 * MB), 22 * MB)).toBe(true);
  });

  test("that is not known is not said to be short", () => {
    expect(isLow(room(null, 100), 500)).toBe(false);
    expect(isLow(room(100, null), 500)).toBe(false);
  });
});

describe("a name with a mark", () => {
  test("does not grow", () => {
    const once = markedName("Phương án A", "bản sao 1");
    expect(once).toBe("Phương án A (bản sao 1)");
    expect(markedName(once, "bản sao 2")).toBe("Phương án A (bản sao 2)");
  });

  test("is no change of the plan, and is not taken for one by another program", () => {
    const { store, db } = exampleStore();
    const before = store.info();
    const opened = openBytes(sqlite, withMark(sqlite, db, "bản sao"), "p.gpkg");
    if (!opened.ok) throw new Error(opened.problem.code);
    const marked = new PlanStore(sqlite, opened.value, { now: ticking() });
    expect(marked.info()).toEqual({ ...before, name: "Phương án thử (bản sao)" });
  });
});

describe("the last saved state, without the engine", () => {
  const SECTOR = 512;
  const PAGE = 1024;
  const checksum = (nonce: number, page: Uint8Array) => {
    let sum = nonce;
    for (let i = PAGE - 200; i > 0; i -= 200) sum = (sum + page[i]!) >>> 0;
    return sum;
  };
  /** A journal with the former form of pages, one header for each list. */
  function journalOf(
    pagesBefore: number,
    lists: readonly (readonly [page: number, bytes: Uint8Array][])[],
  ): Uint8Array {
    const parts: Uint8Array[] = [];
    lists.forEach((list, n) => {
      const head = new Uint8Array(SECTOR);
      head.set(JOURNAL_MAGIC);
      const view = new DataView(head.buffer);
      [list.length, 77 + n, pagesBefore, SECTOR, PAGE].forEach((value, i) => {
        view.setUint32(8 + 4 * i, value);
      });
      parts.push(head);
      for (const [page, bytes] of list) {
        const record = new Uint8Array(PAGE + 8);
        new DataView(record.buffer).setUint32(0, page);
        record.set(bytes, 4);
        new DataView(record.buffer).setUint32(PAGE + 4, checksum(77 + n, bytes));
        parts.push(record);
      }
      const used = list.length * (PAGE + 8);
      parts.push(new Uint8Array((SECTOR - (used % SECTOR)) % SECTOR));
    });
    return new Uint8Array(Buffer.concat(parts));
  }
  const page = (value: number) => new Uint8Array(PAGE).fill(value);
  const file = (...values: number[]) => new Uint8Array(Buffer.concat(values.map(page)));

  test("an unfinished change is taken back: pages, length, and later lists of the journal", () => {
    const journal = journalOf(3, [[[1, page(1)]], [[3, page(3)]]]);
    expect(asCommitted(file(9, 2, 9, 9, 9), journal)).toEqual(file(1, 2, 3));
  });

  test("a journal that was emptied, or is not there, changes nothing", () => {
    const now = file(1, 2);
    expect(asCommitted(now, null)).toBe(now);
    expect(asCommitted(now, new Uint8Array(600))).toBe(now);
    expect(isUnfinished(new Uint8Array(0))).toBe(false);
  });

  test("a record whose checksum is wrong was never written in full: it and what follows is let be", () => {
    const journal = journalOf(3, [
      [
        [1, page(1)],
        [2, page(2)],
      ],
    ]);
    journal[SECTOR + PAGE + 8 + 4 + 24] = 0xee;
    expect(asCommitted(file(9, 8, 7), journal)).toEqual(file(1, 8, 7));
  });
});

test("a plan without its head is told from what never was one", () => {
  const { store } = exampleStore();
  const bytes = store.copy();
  expect(hasLostHead(bytes)).toBe(false);
  expect(hasLostHead(bytes.slice().fill(0, 0, 100))).toBe(true);
  expect(hasLostHead(new TextEncoder().encode("This is not a database"))).toBe(false);
});
