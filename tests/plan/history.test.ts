/** Who, when, what changed: of the plan and of one household, site, layer or baseline. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../../src/core/model/household.ts";
import type { FieldChange, HistoryLine, HistoryQuery } from "../../src/plan/protocol.ts";
import type { PlanStore } from "../../src/plan/store.ts";
import {
  event,
  exampleStore,
  householdsCsv,
  LAYER_FILES,
  must,
  reopened,
  square,
  stage,
} from "./example-plan.ts";
import { act, inputOf, isTurn } from "./random-command.ts";

type About = NonNullable<HistoryQuery["about"]>;
const of = (store: PlanStore, kind: About["kind"], id: string) =>
  store.history({ about: { kind, id }, limit: 1000 });
const told = (lines: readonly HistoryLine[]) =>
  lines.map(({ command, kind, changes }) => [
    kind === "do" ? command : `${kind} ${command}`,
    ...changes.map(({ table, op, field, before, after }) => [table, op, field, before, after]),
  ]);

test("the whole plan, newest first, in pages; undone entries say so, undo names what it took back", () => {
  const { store } = exampleStore();
  store.author = "Y Bhăm";
  must(store, "plan.rename", { name: "Khác" });
  store.undo();
  const all = store.history({ limit: 100 });
  expect(all.map(({ seq }) => seq)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(all[0]).toMatchObject({ kind: "undo", author: "Y Bhăm", undone: false, target: { seq: 10 } });
  expect(all[1]).toMatchObject({ kind: "do", author: "Y Bhăm", undone: true, target: null, rows: 1 });
  expect(all.find(({ command }) => command === "households.import")).toMatchObject({
    rows: 41,
    author: null,
  });
  const paged = [];
  for (let before = 100, page = store.history({ limit: 4, before }); page.length > 0; ) {
    paged.push(...page);
    before = page.at(-1)!.seq;
    page = store.history({ limit: 4, before });
  }
  expect(paged).toEqual(all);
  expect(reopened(store).store.history({ limit: 100 })).toEqual(all);
});

test("a household: how it came, what was edited, recorded, corrected, taken back, and which list it is in", () => {
  const { store } = exampleStore();
  must(store, "event.correct", { id: "e1", kind: "moved", on: "2024-06-02", document: "7/BC", note: null });
  must(store, "household.edit", { id: "H1", changes: { members: 9, at: [108.42, 12.72] } });
  must(store, "event.remove", { id: "e1" });
  store.undo();
  const lines = told(of(store, "household", "H1"));
  const e1 = { id: "e1", household_id: "H1", kind: "moved", recorded_at: expect.any(String) };
  const corrected = { ...e1, happened_on: "2024-06-02", document: "7/BC" };
  expect(lines).toEqual([
    ["undo event.remove", ["event", "insert", null, null, corrected]],
    ["event.remove", ["event", "remove", null, corrected, null]],
    ["household.edit", ...lines[2]!.slice(1)],
    [
      "event.correct",
      ["event", "update", "happened_on", "2024-05-02", "2024-06-02"],
      ["event", "update", "document", null, "7/BC"],
    ],
    [
      "baseline.freeze",
      ["baseline_member", "insert", null, null, expect.objectContaining({ baseline_id: "b1" })],
    ],
    ["event.add", ["event", "insert", null, null, { ...e1, happened_on: "2024-05-02" }]],
    [
      "households.import",
      [
        "household",
        "insert",
        null,
        null,
        expect.objectContaining({ head: "Y Ê 1", members: 2, geom: "POINT (108.103 12.502)" }),
      ],
    ],
  ]);
  expect(lines[2]).toEqual(
    expect.arrayContaining([
      ["household", "update", "members", 2, 9],
      ["household", "update", "geom", "POINT (108.103 12.502)", "POINT (108.42 12.72)"],
    ]),
  );
});

test("a household that a file replaced keeps its history; one that took its row number has none of it", () => {
  const { store } = exampleStore();
  const before = of(store, "household", "H1").length;
  stage(store, "second", "ho2.csv", householdsCsv("K", 25));
  // Nothing may be left behind that names a household which goes.
  for (const _ of [1, 2, 3]) store.undo();
  must(store, "households.import", { staged: "second", replace: true });
  expect(told(of(store, "household", "H1")).map(([what]) => what)).toEqual([
    "households.import",
    "undo event.add",
    "undo baseline.freeze",
    "baseline.freeze",
    "event.add",
    "households.import",
  ]);
  expect(before).toBe(3);
  expect(told(of(store, "household", "K1"))).toEqual([
    ["households.import", ["household", "insert", null, null, expect.objectContaining({ id: "K1" })]],
  ]);
  store.undo();
  expect(told(of(store, "household", "K1")).map(([what]) => what)).toEqual([
    "undo households.import",
    "households.import",
  ]);
  expect(told(of(store, "household", "H1"))[0]).toEqual([
    "undo households.import",
    ["household", "insert", null, null, expect.objectContaining({ id: "H1" })],
  ]);
});

test("a site by its fields and its shape, a layer by how many features, a baseline by how many members", () => {
  const { store } = exampleStore();
  must(store, "site.reshape", { id: "s1", geometry: square(108.5, 12.7, 0.02) });
  const shape = "MULTIPOLYGON parts=1 vertices=5";
  expect(told(of(store, "site", "s1"))).toEqual([
    ["site.reshape", ["site", "update", "geom", shape, shape]],
    ["site.add", ["site", "insert", null, null, expect.objectContaining({ name: "Điểm s1", geom: shape })]],
  ]);
  const old = store.layers().find(({ kind }) => kind === "hazards")!;
  stage(store, "h2", "h2.geojson", LAYER_FILES.hazards);
  must(store, "layer.import", {
    staged: "h2",
    kind: "hazards",
    name: "Mới",
    coverage: "zones",
    replace: true,
  });
  const replaced = told(of(store, "layer", old.id));
  expect(replaced).toEqual([
    [
      "layer.import",
      ["layer", "remove", null, expect.objectContaining({ name: "hazards" }), null],
      ["hazard", "remove", null, 2, null],
    ],
    [
      "layer.import",
      ["layer", "insert", null, null, expect.objectContaining({ name: "hazards" })],
      ["hazard", "insert", null, null, 2],
    ],
  ]);
  expect(told(of(store, "baseline", "b1"))).toEqual([
    [
      "baseline.freeze",
      ["baseline", "insert", null, null, expect.objectContaining({ name: "Gốc 2021" })],
      ["baseline_member", "insert", null, null, 3],
    ],
  ]);
});

test("what came with a merge is told twice: by whom in the copy, and with which merge here", () => {
  const { store } = exampleStore();
  const copy = reopened(exampleStore().store).store;
  copy.author = "Xã Ea Mẫu";
  must(copy, "household.edit", { id: "H5", changes: { members: 7 } });
  must(copy, "household.edit", { id: "H5", changes: { members: 8 } });
  must(copy, "event.add", event("e9", "H5", "planned", "2024-03-01"));
  const bytes = copy.copy();
  const look = store.lookMerge("m", [{ name: "xa.gpkg", bytes }]);
  if (!look.ok) throw new Error(look.problem.code);
  expect(store.merge("m", {})).toMatchObject({ ok: true });
  const lines = of(store, "household", "H5");
  const planned = expect.objectContaining({ id: "e9", kind: "planned", happened_on: "2024-03-01" });
  expect(told(lines).slice(0, 4)).toEqual([
    ["plan.merge", ["household", "update", "members", 6, 8], ["event", "insert", null, null, planned]],
    ["merged event.add", ["event", "insert", null, null, planned]],
    ["merged household.edit", ["household", "update", "members", 7, 8]],
    ["merged household.edit", ["household", "update", "members", 6, 7]],
  ]);
  expect(lines.map(({ author }) => author).slice(0, 4)).toEqual([null, ...Array(3).fill("Xã Ea Mẫu")]);
  expect(lines[1]).toMatchObject({ undone: false, target: { command: "plan.merge", seq: lines[0]!.seq } });
  store.undo();
  const [undo, merge, merged] = of(store, "household", "H5");
  expect(undo).toMatchObject({ kind: "undo", target: { command: "plan.merge" } });
  expect([merge!.undone, merged!.undone]).toEqual([true, true]);
  expect(told([undo!])[0]).toContainEqual(["household", "update", "members", 8, 6]);
});

test("nothing is told of what was never there", () => {
  const { store } = exampleStore();
  for (const kind of ["household", "site", "layer", "baseline"] as const) {
    expect(of(store, kind, "none")).toEqual([]);
  }
});

/** Fields of the rows of one thing, by table and key. */
type Rows = Map<string, Record<string, Json>>;

/** Takes one line back: what it says was after must be there, what it says was before is then there. */
function takeBack(rows: Rows, { table, key, op, field, before, after }: FieldChange): void {
  const name = `${table} ${key}`;
  const row = rows.get(name) ?? {};
  if (op === "insert") {
    expect(row).toEqual(after);
    rows.delete(name);
  } else if (op === "remove") {
    expect(rows.has(name)).toBe(false);
    rows.set(name, { ...(before as Record<string, Json>) });
  } else {
    expect(row[field!] ?? null).toEqual(after);
    const { [field!]: _, ...rest } = row;
    rows.set(name, before === null ? rest : { ...rest, [field!]: before });
  }
}

test("before-images taken back one by one lead from the rows as they stand to nothing", () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 20, maxLength: 80 }), (acts) => {
      const { store, db } = exampleStore();
      for (const [n, one] of acts.entries()) {
        if (isTurn(one)) store[one.what]();
        else if (one.what !== "reopen") {
          store.run(one.what, inputOf(one.what, { ...one, n }, store) as never, one.group);
        }
      }
      const things: [About["kind"], string][] = [1, 2, 3, 4, 5].map((k) => ["household", `H${k}`]);
      for (const s of [0, 1, 2]) things.push(["site", `s${s}`]);
      for (const [kind, id] of things) {
        const rows: Rows = new Map();
        for (const table of kind === "site" ? ["site"] : ["household", "event", "decision", "assignment"]) {
          const column = table === kind ? "id" : "household_id";
          for (const row of db.selectObjects(`SELECT * FROM "${table}" WHERE "${column}" = ?`, [id])) {
            const { fid, other, unit_code, geom, ...fields } = row;
            const shown = Object.entries(fields).filter(([, value]) => value !== null);
            const entry = Object.fromEntries(shown) as Record<string, Json>;
            if (geom) entry.geom = expect.any(String);
            rows.set(`${table} ${row.id ?? row.household_id}`, entry);
          }
        }
        for (const { changes } of of(store, kind, id)) {
          for (const change of [...changes].reverse()) {
            // Of a site it is told how many households go there, not which.
            if (kind === "site" && change.table === "assignment") continue;
            if (change.table !== "baseline_member" && change.field !== "other") takeBack(rows, change);
          }
        }
        expect([...rows.keys()]).toEqual([]);
      }
      store.close();
    }),
    { numRuns: 15, endOnFailure: true },
  );
});
