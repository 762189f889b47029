/** A kept plan is opened after a short look; what is wrong in its pages is found afterwards, between calls. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { checkByAndBy, DeepCheck } from "../../src/plan/deep-check.ts";
import { examine, openOwnBytes } from "../../src/plan/plan-file.ts";
import { databaseFrom } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import { exampleStore, sqlite, ticking } from "./example-plan.ts";

function lookAtAll(check: DeepCheck): { end: "whole" | "damaged"; looks: number } {
  for (let looks = 1; ; looks++) {
    const end = check.next();
    if (end !== "more") return { end, looks };
  }
}

test("a plan without fault is looked at table by table, all of them", () => {
  const { db } = exampleStore();
  const { end, looks } = lookAtAll(new DeepCheck(sqlite, db));
  expect(end).toBe("whole");
  expect(looks).toBe(
    db.selectValue("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND rootpage > 0"),
  );
});

test("a broken page is refused at opening or found afterwards", () => {
  const { store } = exampleStore();
  const good = store.copy();
  let found = 0;
  for (let page = 1; page < good.length / 4096; page += 3) {
    const broken = good.slice();
    broken.fill(0xee, page * 4096, page * 4096 + 512);
    const opened = openOwnBytes(sqlite, broken, "p");
    if (!opened.ok) {
      expect(opened.problem.code).toBe("plan.damaged");
      continue;
    }
    expect(lookAtAll(new DeepCheck(sqlite, opened.value)).end).toBe("damaged");
    found++;
    opened.value.close();
  }
  expect(found).toBeGreaterThan(10);
});

test("a row missing from its index is no plan to go on with", () => {
  const { store } = exampleStore();
  const db = databaseFrom(sqlite, store.copy());
  db.exec("PRAGMA writable_schema = ON");
  // The index of sites is told to be that of events: whole in itself, and not about these rows.
  db.exec(`UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'event_household')
    WHERE name = 'sqlite_autoindex_site_1'`);
  const bytes = sqlite.capi.sqlite3_js_db_export(db);
  db.close();
  const opened = openOwnBytes(sqlite, bytes, "p");
  if (!opened.ok) throw new Error(opened.problem.code);
  expect(examine(opened.value, "what-it-is")).toBeNull();
  expect(examine(opened.value, "whole")).toBe("plan.damaged");
  expect(lookAtAll(new DeepCheck(sqlite, opened.value)).end).toBe("damaged");
});

test("a plan found damaged is not edited any more; it can be copied and says why", () => {
  const { store } = exampleStore();
  store.stopAsDamaged();
  const problem = { code: "plan.damaged", file: "Phương án thử" };
  expect(store.failure()).toMatchObject(problem);
  expect(store.run("plan.rename", { name: "X" })).toMatchObject({ ok: false, problem });
  expect(store.undo()).toMatchObject({ ok: false, problem });
  const copy = openOwnBytes(sqlite, store.copy(), "p");
  if (!copy.ok) throw new Error(copy.problem.code);
  expect(new PlanStore(sqlite, copy.value, { now: ticking() }).sites()).toHaveLength(1);
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function checkBeside(results: readonly ("more" | "whole" | "damaged")[]) {
  const happened: string[] = [];
  const waiting: (() => void)[] = [];
  let open = true;
  const left = [...results];
  const check = {
    next() {
      happened.push("look");
      return left.shift()!;
    },
  };
  checkByAndBy(check, {
    inTurn: (act) => waiting.push(act),
    isOpen: () => open,
    begin: () => happened.push("begin"),
    damaged: () => happened.push("damaged"),
  });
  return {
    happened,
    /** Lets a long time pass; then every call has been answered. */
    turn() {
      vi.advanceTimersByTime(60_000);
      for (const act of waiting.splice(0)) act();
    },
    shut() {
      open = false;
    },
  };
}

test("the check goes on in turns, one table in each, and ends with what it finds", () => {
  const { happened, turn } = checkBeside(["more", "more", "damaged"]);
  expect(happened).toEqual([]);
  turn();
  expect(happened).toEqual(["begin", "look"]);
  turn();
  turn();
  turn();
  expect(happened).toEqual(["begin", "look", "look", "look", "damaged"]);
});

test("a plan that was closed meanwhile is not touched", () => {
  const early = checkBeside(["more", "whole"]);
  early.shut();
  early.turn();
  expect(early.happened).toEqual([]);
  const late = checkBeside(["more", "whole"]);
  late.turn();
  late.shut();
  late.turn();
  expect(late.happened).toEqual(["begin", "look"]);
});
