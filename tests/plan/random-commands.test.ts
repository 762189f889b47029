/** Any sequence of commands, undos and redos: undone in full to the empty plan, redone in full to the last state. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_RULES } from "../../src/core/screening/rule-set.ts";
import type { Bbox } from "../../src/core/units.ts";
import { boundsOf, unionOf } from "../../src/plan/geometry-blob.ts";
import { openBytes } from "../../src/plan/plan-file.ts";
import { SHAPED_TABLES } from "../../src/plan/rows.ts";
import type { Database } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import {
  dump,
  emptyStore,
  event,
  householdsCsv,
  LAYER_FILES,
  site,
  sqlite,
  square,
  stage,
  ticking,
} from "./example-plan.ts";

type Step = { readonly what: number; readonly a: number; readonly b: number };
const step: fc.Arbitrary<Step> = fc.record({ what: fc.nat(14), a: fc.nat(5), b: fc.nat(5) });
const KINDS = ["units", "forests", "hazards", "roads", "centres"] as const;
const EVENTS = ["identified", "moved", "settled", "returned", "left", "died"] as const;

/** Takes one step; many are refused, which is part of the test. */
function take(store: PlanStore, { what, a, b }: Step, n: number): void {
  const staged = `f${n}`;
  switch (what) {
    case 0:
      store.run("site.add", site(`s${a}`, 108 + b / 10));
      break;
    case 1:
      store.run("site.reshape", { id: `s${a}`, geometry: square(107 + b, 12, 0.02) });
      break;
    case 2:
      store.run("site.describe", {
        id: `s${a}`,
        name: `T${b}`,
        form: "in-place",
        status: "proposal",
        capacity: b,
        note: null,
      });
      break;
    case 3:
      store.run("site.remove", { id: `s${a}` });
      break;
    case 4:
      store.run("event.add", event(`e${n}`, `H${a}`, EVENTS[b]!, `202${b}-01-0${a + 1}`));
      break;
    case 5:
      store.run("event.remove", { id: `e${a + b}` });
      break;
    case 6:
      store.run("rules.set", { rules: { ...DEFAULT_RULES, reading: a % 2 ? "wide" : "strict" } });
      break;
    case 7:
      store.run("plan.rename", { name: `Tên ${a}` });
      break;
    case 8:
      store.run("baseline.freeze", {
        id: `b${a}`,
        name: `Gốc ${b}`,
        target: "relocation",
        on: "2021-12-31",
        householdIds: [`H${a}`, `H${a + 1}`],
      });
      break;
    case 9:
      store.run("layer.remove", { id: `f${a + b}` });
      break;
    case 10: {
      const kind = KINDS[a % 5]!;
      stage(store, staged, `${kind}.geojson`, LAYER_FILES[kind]);
      store.run("layer.import", { staged, kind, name: kind, coverage: "zones", replace: b > 2 });
      break;
    }
    case 11:
      stage(store, staged, "ho.csv", householdsCsv(b > 2 ? "H" : "K", 3 + a));
      store.run("households.import", { staged, replace: b % 2 === 0 });
      break;
    case 12:
      store.run("events.add", {
        id: `m${n}`,
        householdIds: Array.from({ length: a + 1 }, (_, k) => `H${k + 1}`),
        kind: EVENTS[b]!,
        on: `202${a}-0${b + 1}-02`,
        document: null,
        note: null,
        partly: b % 2 === 0,
      });
      break;
    case 13:
      store.undo();
      break;
    default:
      store.redo();
  }
}

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

test("random sequences undo to nothing and redo to the same rows, across a reopening", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
      const { store, db } = emptyStore();
      const empty = dump(db);
      stage(store, "h", "ho.csv", householdsCsv("H", 8));
      store.run("households.import", { staged: "h", replace: false });
      for (const [n, one] of steps.entries()) take(store, one, n);
      checkExtents(db);
      const last = dump(db);

      const opened = openBytes(sqlite, store.copy(), "copy.gpkg");
      if (!opened.ok) throw new Error(opened.problem.code);
      const again = new PlanStore(sqlite, opened.value, { now: ticking() });
      expect(again.info()).toEqual(store.info());
      let undone = 0;
      while (again.info().undo) {
        expect(again.undo()).toMatchObject({ ok: true });
        undone++;
      }
      expect(dump(opened.value)).toEqual(empty);
      checkExtents(opened.value);
      for (; undone > 0; undone--) expect(again.redo()).toMatchObject({ ok: true });
      expect(dump(opened.value)).toEqual(last);
      checkExtents(opened.value);
      again.close();
      store.close();
    }),
    { numRuns: 60 },
  );
});
