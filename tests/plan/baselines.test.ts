/** Who is in a baseline and where each is counted stays as it was when it was frozen. */
import { describe, expect, test } from "vitest";
import type { Baseline } from "../../src/core/model/event.ts";
import type { PlanStore } from "../../src/plan/store.ts";
import { dump, emptyStore, event, exampleStore, householdsCsv, must, square, stage } from "./example-plan.ts";

const frozen = (store: PlanStore): Baseline => store.baselines()[0]!;

function placesOf({ householdIds, place, places }: Baseline): Record<string, string | null> {
  return Object.fromEntries(householdIds.map((id, i) => [id, places[place![i]!]?.unitCode ?? null]));
}

function progress(store: PlanStore, asOf = "2026-10-01") {
  const outcome = store.progressKnownOn({ asOf, target: "relocation", by: "unit" }, "2026-12-31");
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

/** A plan with a baseline over two units and no unit: H33 lies in the first, H35 has no place, H34 is in the second. */
function start(): ReturnType<typeof exampleStore> {
  const made = exampleStore();
  must(made.store, "baseline.freeze", {
    id: "b0",
    name: "Gốc rộng",
    target: "relocation",
    on: "2020-12-31",
    householdIds: ["H1", "H33", "H34", "H35"],
  });
  return made;
}

describe("freezing", () => {
  test("keeps the unit, its name and district as of then", () => {
    const { store, db } = start();
    const rows = db.selectArrays(
      `SELECT household_id, unit_code, unit_name, district, added_on FROM baseline_member
       WHERE baseline_id = 'b0' ORDER BY fid`,
    );
    expect(rows).toEqual([
      ["H1", "24163", "Xã Ea Mẫu", "Huyện Cũ", null],
      ["H33", "24163", "Xã Ea Mẫu", "Huyện Cũ", null],
      ["H34", "24164", "Xã Cư Mẫu", "Huyện Cũ", null],
      ["H35", "", null, null, null],
    ]);
    const baseline = store.baselines().find(({ id }) => id === "b0")!;
    expect(placesOf(baseline)).toEqual({ H1: "24163", H33: "24163", H34: "24164", H35: null });
    expect(baseline.places.map(({ unitName }) => unitName)).toEqual(["Xã Ea Mẫu", "Xã Cư Mẫu"]);
  });

  test("of a plan without units says that nobody knows, not that all are in none", () => {
    const { store } = emptyStore();
    stage(store, "h", "ho.csv", householdsCsv("H", 4));
    must(store, "households.import", { staged: "h", replace: false });
    must(store, "baseline.freeze", {
      id: "b0",
      name: "Gốc sớm",
      target: "relocation",
      on: "2020-12-31",
      householdIds: ["H1", "H2"],
    });
    expect(frozen(store).place).toBeNull();
  });

  test("households moved, replaced or gone, units replaced by another list: past figures by unit stay", () => {
    const { store } = start();
    const counted = () =>
      progress(store).rows.map(({ code, name, baseline, done }) => [code, name, baseline, done]);
    const before = counted();
    expect(before).toEqual([
      ["24163", "Xã Ea Mẫu", 2, 1],
      ["24164", "Xã Cư Mẫu", 1, 0],
      [null, null, 1, 0],
    ]);
    must(store, "household.edit", { id: "H1", changes: { at: [108.3, 12.5] } });
    expect(counted()).toEqual(before);
    stage(store, "again", "ho.csv", householdsCsv("N", 3));
    must(store, "households.import", { staged: "again", replace: true });
    expect(counted()).toEqual(before);
    // Another list: the old code now names another commune, and there is a new one.
    const feature = (code: string, name: string, west: number) => ({
      type: "Feature",
      properties: { code, name, district: null },
      geometry: square(west, 12.4, 0.3),
    });
    const features = [feature("24163", "Xã Mới", 108), feature("22222", "Phường Mới", 108.3)];
    stage(store, "units-2", "xa.geojson", JSON.stringify({ type: "FeatureCollection", features }));
    must(store, "layer.import", {
      staged: "units-2",
      kind: "units",
      name: "Xã 2",
      coverage: "all",
      replace: true,
    });
    const rows = counted();
    expect(rows.filter(([, , n]) => n !== 0)).toEqual(before);
    expect(rows.find(([code]) => code === "22222")).toEqual(["22222", "Phường Mới", 0, 0]);
  });

  test("a list frozen by an earlier form of the file counts where households are now, and says so", () => {
    const { store, db } = start();
    db.exec("UPDATE baseline_member SET unit_code = NULL, unit_name = NULL, district = NULL");
    expect(store.baselines().map(({ place, places }) => [place, places])).toEqual([
      [null, []],
      [null, []],
    ]);
    const at = () => progress(store).rows.map(({ code, baseline }) => [code, baseline]);
    expect(progress(store).baseline.places).toBe("present");
    expect(at()).toEqual([
      ["24163", 2],
      ["24164", 1],
      [null, 1],
    ]);
    must(store, "household.edit", { id: "H1", changes: { at: [108.3, 12.5] } });
    expect(at()[0]).toEqual(["24163", 1]);
  });
});

describe("households found later", () => {
  const extend = { baselineId: "b1", on: "2024-06-30", document: " 9/QĐ ", householdIds: ["H34", "H35"] };

  test("are kept apart with day, document and unit; undo takes them out again", () => {
    const { store, db } = exampleStore();
    const before = dump(db);
    must(store, "baseline.extend", extend);
    expect(frozen(store).householdIds).toEqual(["H1", "H2", "H3"]);
    expect(
      frozen(store).additions.map(({ place, ...one }) => [one, frozen(store).places[place]?.unitCode]),
    ).toEqual([
      [{ householdId: "H34", on: "2024-06-30", document: "9/QĐ" }, "24164"],
      [{ householdId: "H35", on: "2024-06-30", document: "9/QĐ" }, undefined],
    ]);
    store.undo();
    expect(dump(db)).toEqual(before);
    store.redo();
    expect(frozen(store).additions).toHaveLength(2);
  });

  test("they move the rolling figure from their day on, and never the fixed one", () => {
    const { store } = exampleStore();
    const fixed = (asOf: string) => {
      const { baseline, done, percent, met } = progress(store, asOf).total;
      return { baseline, done, percent, met };
    };
    const [early, late] = [fixed("2024-06-29"), fixed("2026-10-01")];
    must(store, "baseline.extend", extend);
    must(store, "event.add", event("e34", "H34", "settled", "2025-01-10"));
    expect([fixed("2024-06-29"), fixed("2026-10-01")]).toEqual([early, late]);
    expect(progress(store, "2024-06-29").total).toMatchObject({
      added: 0,
      rolling: { baseline: 3, done: 1 },
    });
    expect(progress(store).total).toMatchObject({
      added: 2,
      addedDone: 1,
      rolling: { baseline: 5, done: 2, percent: 40 },
    });
  });

  test("are refused when the day is before the list, nobody is named, or one is in it already", () => {
    const { store } = exampleStore();
    const refused = (change: Partial<typeof extend>) => {
      const outcome = store.run("baseline.extend", { ...extend, ...change });
      return outcome.ok ? null : outcome.problem.code;
    };
    expect(refused({ on: "2021-12-30" })).toBe("baseline.extend-date");
    expect(refused({ on: "2027-01-01" })).toBe("baseline.extend-date");
    expect(refused({ householdIds: [] })).toBe("baseline.extend-nobody");
    expect(refused({ householdIds: ["H4", "H2"] })).toBe("baseline.already");
    expect(refused({ householdIds: ["H4", "H4"] })).toBe("command.input");
    expect(refused({ householdIds: ["X"] })).toBe("household.missing");
    expect(refused({ baselineId: "b9" })).toBe("command.input");
    expect(refused({ on: "2021-12-31" })).toBeNull();
    expect(refused({ householdIds: ["H34"] })).toBe("baseline.already");
  });
});

test("every plan begins with the numbers that are computed from lists", () => {
  const { store, db } = exampleStore();
  expect(
    store.snapshot().targets.map(({ id, comparator, value, year }) => [id, comparator, value, year]),
  ).toEqual([
    ["relocation-2025", ">=", 60, 2025],
    ["relocation-2030", ">=", 100, 2030],
    ["migrants-2025", ">=", 90, 2025],
  ]);
  db.exec("DELETE FROM target");
  expect(progress(store).total).toMatchObject({ target: null, met: null });
});
