/** Any sequence of commands, undos and redos, with the file opened anew in between: every state is found again. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Bbox } from "../../src/core/units.ts";
import { boundsOf, unionOf } from "../../src/plan/geometry-blob.ts";
import { COMMAND_NAMES, type CommandName } from "../../src/plan/protocol.ts";
import { SHAPED_TABLES } from "../../src/plan/rows.ts";
import type { Database } from "../../src/plan/sqlite.ts";
import { dump, emptyStore, householdsCsv, must, reopened, stage } from "./example-plan.ts";
import { type Act, act, inputOf, isTurn } from "./random-command.ts";

/** Bounds in `gpkg_contents` are those of the rows. */
function checkExtents(db: Database): void {
  for (const table of SHAPED_TABLES) {
    let box: Bbox | null = null;
    for (const geom of db.selectValues(`SELECT geom FROM "${table}" WHERE geom IS NOT NULL`)) {
      box = unionOf(box, boundsOf(geom as Uint8Array));
    }
    const written = db.selectArray(
      "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?",
      [table],
    );
    expect(written).toEqual(box ?? [null, null, null, null]);
  }
}

/** Stands for all rows. */
function state(db: Database): string {
  return createHash("sha256")
    .update(JSON.stringify(dump(db)))
    .digest("hex");
}

/** What one undo takes back: the states around it, its group, and how many commands it is. */
interface Turn {
  readonly before: string;
  readonly after: string;
  readonly group: string | null;
  readonly commands: number;
}

const accepted = new Set<CommandName>();

function play(acts: readonly Act[]): void {
  let { store, db } = emptyStore();
  const done: Turn[] = [];
  const undone: Turn[] = [];
  const empty = state(db);
  stage(store, "h", "ho.csv", householdsCsv("H", 8));
  must(store, "households.import", { staged: "h", replace: false });
  done.push({ before: empty, after: state(db), group: null, commands: 1 });
  let now = state(db);
  for (const [n, one] of acts.entries()) {
    const { revision } = store.info();
    let seen: string | null = null;
    if (isTurn(one)) {
      const [from, to] = one.what === "undo" ? [done, undone] : [undone, done];
      const turn = from.pop();
      expect(store[one.what]().ok).toBe(turn !== undefined);
      if (turn) {
        to.push(turn);
        now = one.what === "undo" ? turn.before : turn.after;
        expect(store.info().revision).toBe(revision + turn.commands);
      }
    } else if (one.what === "reopen") {
      const info = store.info();
      ({ store, db } = reopened(store));
      expect(store.info()).toEqual(info);
    } else {
      const { what, group } = one;
      const outcome = store.run(what, inputOf(what, { ...one, n }, store) as never, group);
      seen = state(db);
      if (store.info().revision > revision) {
        expect(outcome.ok).toBe(true);
        accepted.add(what);
        const before = now;
        now = seen;
        const last = done.at(-1);
        if (last && group !== null && last.group === group) {
          done.splice(-1, 1, { ...last, after: now, commands: last.commands + 1 });
        } else done.push({ before, after: now, group, commands: 1 });
        undone.length = 0;
      }
    }
    expect(seen ?? state(db)).toBe(now);
  }
  checkExtents(db);
  const last = state(db);
  ({ store, db } = reopened(store));
  while (store.info().undo) {
    expect(store.undo()).toMatchObject({ ok: true });
    expect(state(db)).toBe(done.pop()?.before);
  }
  expect(done).toEqual([]);
  expect(state(db)).toBe(empty);
  checkExtents(db);
  let redone = 0;
  while (store.info().redo && state(db) !== last && redone++ < 500) store.redo();
  expect(state(db)).toBe(last);
  checkExtents(db);
  store.close();
}

test("sequences of 200 undo to nothing and redo to the same rows, groups whole, across openings", () => {
  fc.assert(fc.property(fc.array(act, { minLength: 200, maxLength: 200 }), play), {
    numRuns: 6,
    seed: 20261015,
    endOnFailure: true,
  });
  expect([...accepted].sort()).toEqual([...COMMAND_NAMES].sort());
}, 180_000);

test("short sequences do too", () => {
  fc.assert(fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), play), { numRuns: 20 });
}, 120_000);
