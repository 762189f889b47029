/** What the compute worker is given is what was read from the files. */

import { expect, test } from "vitest";
import { openTable, readerFor } from "../../src/core/formats/index.ts";
import { lineSetOf, polygonSetOf } from "../../src/core/geometry/polygon-set.ts";
import { columnsFrom } from "../../src/core/model/columns.ts";
import { textOf } from "../../src/core/model/text-column.ts";
import { DEFAULT_RULES } from "../../src/core/screening/rule-set.ts";
import { buffersOf } from "../../src/plan/snapshot.ts";
import { emptyStore, exampleStore, householdsCsv, LAYER_FILES, must, stage } from "./example-plan.ts";

function tableOf(file: string, content: string) {
  const table = openTable(new TextEncoder().encode(content), file);
  if (!table.ok) throw new Error(table.problem.code);
  return table.value;
}

test("households, layers, rules, sites, events and baselines come through unchanged", () => {
  const { store } = exampleStore();
  const { households, layers, ...rest } = store.snapshot();
  const register = readerFor("households").read(tableOf("ho.csv", householdsCsv("H", 40)));
  const { properties, ...columns } = households;
  expect(columns).toEqual(columnsFrom(register.accepted));
  // What the register has no column for comes along, for exports that keep it.
  expect(textOf(properties!, 6)).toBe('{"ghi_chu":"dòng 7"}');

  const units = readerFor("units").read(tableOf("u.geojson", LAYER_FILES.units)).accepted;
  expect(layers.units).toEqual({
    name: "units",
    date: null,
    coverage: "all",
    shapes: polygonSetOf(units.map((one) => one.geometry)),
    attributes: units.map((one) => one.attributes),
  });
  const hazards = readerFor("hazards").read(tableOf("h.geojson", LAYER_FILES.hazards)).accepted;
  expect(layers.hazards.map((layer) => layer.attributes)).toEqual([hazards.map((one) => one.attributes)]);
  expect(layers.forests[0]!.attributes).toEqual([{ name: "Rừng Mẫu", kind: "special-use", subzone: null }]);
  const roads = readerFor("roads").read(tableOf("r.geojson", LAYER_FILES.roads)).accepted;
  expect(layers.roads).toMatchObject({
    shapes: lineSetOf(roads.map((one) => one.geometry)),
    attributes: roads.map((one) => one.attributes),
  });
  expect([...layers.centres!.lon]).toEqual([108.1, 108.3]);

  expect(rest).toMatchObject({
    planId: "p1",
    revision: 9,
    rules: DEFAULT_RULES,
    events: [{ id: "e1", householdId: "H1", kind: "moved", on: "2024-05-02", document: null, note: null }],
    baselines: [{ id: "b1", name: "Gốc 2021", householdIds: ["H1", "H2", "H3"] }],
    sites: [{ id: "s1", name: "Điểm s1", form: "concentrated", status: "draft", capacity: 20 }],
  });
});

test("an empty plan has no layer, and no layer is null, never empty", () => {
  const { layers, households } = emptyStore().store.snapshot();
  expect(layers).toEqual({ units: null, forests: [], hazards: [], roads: null, centres: null });
  expect(households.count).toBe(0);
});

test("several layers of one kind: zones stay apart, roads are read as one", () => {
  const { store } = exampleStore();
  for (const kind of ["hazards", "roads"] as const) {
    stage(store, `${kind}-2`, `${kind}.geojson`, LAYER_FILES[kind]);
    must(store, "layer.import", {
      staged: `${kind}-2`,
      kind,
      name: `${kind} 2`,
      coverage: "zones",
      date: "2025-01-01",
      replace: false,
    });
  }
  const { hazards, roads } = store.snapshot().layers;
  expect(hazards.map(({ coverage, date }) => [coverage, date])).toEqual([
    ["all", null],
    ["zones", "2025-01-01"],
  ]);
  expect(roads).toMatchObject({ name: "roads + roads 2", date: null, shapes: { count: 2 } });
});

test.each([
  ["an emptied shape", "UPDATE hazard SET geom = NULL WHERE fid = 1"],
  ["a kind of another program", "UPDATE hazard SET kind = 'lũ' WHERE fid = 1"],
  ["a level that is none", "UPDATE hazard SET level = 7 WHERE fid = 1"],
])("a zone lost in another program: outside the others is not clear any more (%s)", (_what, sql) => {
  const { store, db } = exampleStore();
  expect(store.snapshot().layers.hazards[0]!.coverage).toBe("all");
  db.exec(sql);
  expect(store.snapshot().layers.hazards[0]!.coverage).toBe("zones");
  expect(store.snapshot().layers.forests[0]!.coverage).toBe("all");
});

test("a zone with a corner that is no number is lost too: inside it nothing could be said", () => {
  const { store, db } = exampleStore();
  const geom = (db.selectValue("SELECT geom FROM hazard WHERE fid = 1") as Uint8Array).slice();
  new DataView(geom.buffer).setFloat64(geom.length - 24, Number.NaN, true); // a corner of the outline
  db.exec({ sql: "UPDATE hazard SET geom = ? WHERE fid = 1", bind: [geom] });
  expect(store.snapshot().layers.hazards[0]!.coverage).toBe("zones");
});

test("a change sends only the parts it touched", () => {
  const { store } = exampleStore();
  const { touched } = must(store, "event.remove", { id: "e1" });
  expect(touched).toEqual([{ table: "event", ids: ["e1"] }]);
  expect(store.patch(touched)).toEqual({ eventsChanged: { removed: ["e1"], added: [] } });
  const again = store.undo();
  if (!again.ok) throw new Error(again.problem.code);
  expect(store.patch(again.value.touched)).toEqual({
    eventsChanged: { removed: ["e1"], added: store.snapshot().events },
  });
  const removed = must(store, "layer.remove", { id: "units" });
  expect(Object.keys(store.patch(removed.touched))).toEqual(["layers"]);
});

test("every buffer of a snapshot is handed over once", () => {
  const snapshot = exampleStore().store.snapshot();
  const buffers = buffersOf(snapshot);
  expect(new Set(buffers).size).toBe(buffers.length);
  const copy = structuredClone(snapshot, { transfer: buffers });
  expect(copy.households.count).toBe(40);
  expect(copy.layers.roads!.shapes.xy.length).toBe(4);
  for (const array of [
    snapshot.households.lon,
    snapshot.households.village.index,
    snapshot.layers.units!.shapes.xy,
  ]) {
    expect(array.length).toBe(0);
  }
});
