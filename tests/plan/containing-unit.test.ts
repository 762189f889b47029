/** `household.unit_code` is at every moment the unit that screening finds. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { textOf } from "../../src/core/model/text-column.ts";
import { alone } from "../../src/core/screening/crew.ts";
import { placeOf } from "../../src/core/screening/place.ts";
import { unitsOfPoints } from "../../src/core/screening/unit-index.ts";
import type { Database } from "../../src/plan/sqlite.ts";
import type { PlanStore } from "../../src/plan/store.ts";
import { emptyStore, exampleStore, householdsCsv, LAYER_FILES, must, stage } from "./example-plan.ts";

/** By household id, the unit that screening finds. */
function screened(store: PlanStore): Map<string, string | null> {
  const { households, layers } = store.snapshot();
  const place = placeOf(households, alone);
  const unit = unitsOfPoints(layers.units, place, alone);
  const of = (i: number) => {
    const p = place.pointOf[i]!;
    return p < 0 ? null : (layers.units?.attributes[unit[p]!]?.code ?? null);
  };
  return new Map(Array.from({ length: households.count }, (_, i) => [textOf(households.id, i)!, of(i)]));
}

function written(db: Database): Map<string, string | null> {
  const rows = db.selectObjects("SELECT id, unit_code FROM household ORDER BY fid");
  return new Map(rows.map((row) => [String(row.id), row.unit_code as string | null]));
}

/** From south to north of all households, from `west` to `width` east of it. */
function strip(west: number, width: number) {
  const [w, e] = [west, west + width].map((lon) => Number(lon.toFixed(6)));
  const ring = [
    [w, 12.4],
    [e, 12.4],
    [e, 12.7],
    [w, 12.7],
    [w, 12.4],
  ];
  return { type: "Polygon", coordinates: [ring] };
}

function unitsFile(shift: number, codes: readonly string[]): string {
  return JSON.stringify({
    type: "FeatureCollection",
    features: codes.map((code, k) => ({
      type: "Feature",
      properties: { code, name: `Xã ${code}`, district: null },
      geometry: strip(108 + shift + 0.05 * k, 0.05),
    })),
  });
}

let files = 0;
function importUnits(store: PlanStore, shift: number, codes: readonly string[], replace: boolean): void {
  const staged = `units-${++files}`;
  stage(store, staged, "xa.geojson", unitsFile(shift, codes));
  must(store, "layer.import", { staged, kind: "units", name: staged, coverage: "all", replace });
}

test("an import writes it, for located households only", () => {
  const { store, db } = exampleStore();
  expect(written(db)).toEqual(screened(store));
  expect(new Set(written(db).values())).toEqual(new Set(["24163", "24164", null]));
  // H7 has no coordinates.
  expect(written(db).get("H7")).toBeNull();
});

test("units that come after the households, are replaced or go, with undo and redo", () => {
  const { store, db } = emptyStore();
  stage(store, "register", "ho.csv", householdsCsv("H", 40));
  must(store, "households.import", { staged: "register", replace: false });
  expect(new Set(written(db).values())).toEqual(new Set([null]));
  const states: Map<string, string | null>[] = [written(db)];
  const note = () => {
    expect(written(db)).toEqual(screened(store));
    states.push(written(db));
  };
  importUnits(store, 0.1, ["2", "1"], false);
  note();
  importUnits(store, 0.12, ["11", "12"], true);
  note();
  // Overlapping layers: the smallest code.
  importUnits(store, 0.1, ["0", "13"], false);
  note();
  expect(new Set(states.map((state) => JSON.stringify([...state]))).size).toBe(4);
  for (let k = 2; k >= 0; k--) {
    store.undo();
    expect(written(db)).toEqual(states[k]);
  }
  for (let k = 1; k < 4; k++) {
    store.redo();
    expect(written(db)).toEqual(states[k]);
  }
});

test("on a shared border the smallest code, on the border of the last unit that one", () => {
  const { store, db } = emptyStore();
  importUnits(store, 0, ["30", "20", "10"], false);
  const at = [
    [108.05, 12.42],
    [108.1, 12.42],
    [108.15, 12.42],
    [108.1, 12.45],
    [108.16, 12.42],
  ];
  const lines = at.map(([lon, lat], i) => `P${i},${lon},${lat}`);
  stage(store, "register", "ho.csv", `id,lon,lat\n${lines.join("\n")}\n`);
  must(store, "households.import", { staged: "register", replace: false });
  expect([...written(db).values()]).toEqual(["20", "10", "10", "10", null]);
});

test("it is no change of the plan: no row of the history names it, and the kept columns stay good", () => {
  const { store, db } = exampleStore();
  const before = store.info().revision;
  importUnits(store, 0.1, ["1"], true);
  expect(store.info().revision).toBe(before + 1);
  expect(
    db.selectValue("SELECT count(*) FROM journal_row WHERE table_name = 'household' AND seq > ?", [before]),
  ).toBe(0);
  expect(db.selectValue("SELECT stale FROM household_column_state")).toBe(0);
});

test("whatever is done, undone and done again, it is what screening finds", () => {
  const longitude = fc.integer({ min: 0, max: 12 }).map((n) => 108 + n * 0.025);
  const move = fc.record({
    kind: fc.constant("move" as const),
    id: fc.integer({ min: 1, max: 40 }),
    at: fc.option(
      fc.tuple(
        longitude,
        longitude.map((lon) => lon - 95.6),
      ),
      { nil: null },
    ),
  });
  const step = fc.oneof(
    { weight: 4, arbitrary: move },
    fc.record({
      kind: fc.constant("units" as const),
      shift: fc.constantFrom(0, 0.025, 0.1),
      replace: fc.boolean(),
    }),
    fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const) }),
    fc.record({ kind: fc.constantFrom("hazards" as const, "again" as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { store, db } = exampleStore();
      for (const one of steps) {
        if (one.kind === "undo" || one.kind === "redo") store[one.kind]();
        else if (one.kind === "move") {
          if (written(db).has(`H${one.id}`)) {
            must(store, "household.edit", { id: `H${one.id}`, changes: { at: one.at as never } });
          }
        } else if (one.kind === "units") {
          const codes = ["3", "5", "1"].map((first) => `${first}${files}`);
          importUnits(store, one.shift, codes, one.replace);
        } else if (one.kind === "hazards") {
          const staged = `hazards-${++files}`;
          stage(store, staged, "h.geojson", LAYER_FILES.hazards);
          must(store, "layer.import", {
            staged,
            kind: "hazards",
            name: staged,
            coverage: "all",
            replace: true,
          });
        } else {
          const staged = `register-${++files}`;
          stage(store, staged, "ho.csv", householdsCsv("H", 30));
          must(store, "households.import", { staged, replace: true });
        }
        expect(written(db)).toEqual(screened(store));
      }
    }),
    { numRuns: 25 },
  );
});
