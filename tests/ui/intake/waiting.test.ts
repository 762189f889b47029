import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IntakeItem, Remembered } from "../../../src/intake/protocol.ts";
import { columnsInSight } from "../../../src/ui/intake/columns.ts";
import { rowLines } from "../../../src/ui/intake/row-list.ts";
import { rememberedOf, sendersOf } from "../../../src/ui/intake/sender.ts";
import { meansOf, withMeaning } from "../../../src/ui/intake/values.ts";
import {
  groupFiles,
  NOTHING_SAID,
  openedEntries,
  readingEntry,
  stemOf,
} from "../../../src/ui/intake/waiting.ts";
import { column, REFUSED, viewOf, waiting } from "./example.ts";

test("the parts of a shapefile are given together, whatever was dropped between them", () => {
  const names = ["rung.shp", "ho.csv", "RUNG.dbf", "rung.shp.xml", "duong.tab", "rung.prj", "duong.dat"];
  const groups = groupFiles(names.map((name) => ({ name }))).map((group) => group.map(({ name }) => name));
  expect(groups).toEqual([
    ["rung.shp", "RUNG.dbf", "rung.shp.xml", "rung.prj"],
    ["ho.csv"],
    ["duong.tab", "duong.dat"],
  ]);
  expect(stemOf(".hidden.csv")).toBe(".hidden");
});

test("no file is lost or doubled by grouping", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 20 }), (names) => {
      const files = names.map((name) => ({ name }));
      const grouped = groupFiles(files).flat();
      expect(grouped).toHaveLength(files.length);
      expect(new Set(grouped)).toEqual(new Set(files));
    }),
    { seed: 20260701 },
  );
});

describe("what became of files", () => {
  const from = { key: 1, files: [new File(["abc"], "so.xlsx"), new File(["a"], "so.txt")] };
  const entry = readingEntry(2, from);
  let last = 10;
  const next = () => ++last;
  const item = (table: string): IntakeItem => ({ ...viewOf().item, id: table, file: "so.xlsx", table });

  test("is named after the largest while it is read, and by its sheets after", () => {
    expect(entry.name).toBe("so.xlsx");
    const opened = { items: [item("Thôn 1"), item("Thôn 2")], refused: [REFUSED], unused: [] };
    const entries = openedEntries(entry, opened, [], next);
    expect(entries.map(({ name, state }) => [name, state])).toEqual([
      ["so.xlsx · Thôn 1", "reading"],
      ["so.xlsx · Thôn 2", "reading"],
      ["ho.csv", "refused"],
    ]);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(3);
  });

  test("keeps after a stop what was said, and what was left does not come back", () => {
    const said = { ...NOTHING_SAID, sender: "Xã Ea Mẫu" };
    const old = [{ ...waiting(viewOf()), key: 5, item: item("Thôn 2"), said }];
    const opened = { items: [item("Thôn 1"), item("Thôn 2")], refused: [REFUSED], unused: [] };
    const entries = openedEntries(entry, opened, old, next);
    expect(entries.map(({ key, item: of, said: was }) => [key, of?.table, was.sender])).toEqual([
      [5, "Thôn 2", "Xã Ea Mẫu"],
    ]);
  });

  test("is told when nothing can be made of it", () => {
    const entries = openedEntries(entry, { items: [], refused: [], unused: ["so.txt"] }, [], next);
    expect(entries[0]!.problem).toEqual({ code: "intake.unused", values: { file: "so.txt" } });
  });
});

test("a sender is remembered for tables with the same columns", () => {
  const view = viewOf();
  const remembered: Remembered[] = [
    { sender: "Xã A", file: "1.csv", meaning: { ...view.meaning, columns: [] } },
    { sender: "Xã A", file: "2.csv", meaning: view.meaning },
    { sender: "Xã B", file: "3.csv", meaning: view.meaning },
  ];
  expect(sendersOf(remembered)).toEqual(["Xã A", "Xã B"]);
  expect(rememberedOf(remembered, " Xã A ", view)?.file).toBe("2.csv");
  expect(rememberedOf(remembered, "", view)).toBeNull();
  expect(rememberedOf(remembered, "Xã C", view)).toBeNull();
});

test("a refusal and the finding that explains it are one line; mended ones stay in sight", () => {
  const repair = { code: "set-value", values: { value: 4 } } as const;
  const finding = (id: string, row: number, weight: "stops" | "ask" | "tell") => ({
    id,
    problem: { ...REFUSED, row },
    rows: [row],
    at: null,
    weight,
    repair,
  });
  const checked = {
    read: 10,
    accepted: 9,
    unlocated: 0,
    rejected: [REFUSED],
    findings: [finding("a", 7, "stops"), finding("b", 8, "tell"), finding("c", 9, "ask")],
    notes: [],
  };
  const lines = rowLines(checked, [], [finding("m", 3, "stops")]);
  expect(lines.map(({ kind, problem }) => [kind, problem.row])).toEqual([
    ["mended", 3],
    ["refused", 7],
    ["ask", 9],
    ["tell", 8],
  ]);
  expect(lines[1]!.finding?.id).toBe("a");
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
});

test("columns that ask something are always shown", () => {
  const many = Array.from({ length: 30 }, (_, k) => column(`c${k}`));
  const view = viewOf({ columns: many, questions: [{ kind: "values", column: "c29" }] });
  expect(columnsInSight(view).map(({ name }) => name)).toEqual(["c29"]);
});

test("saying one value says all of them, and an unknown one stays unknown", () => {
  const values = [
    { given: "CN", rows: 3, means: "near-poor" },
    { given: "?", rows: 1, means: null },
  ];
  const draft = withMeaning(values, null, "N", "poor");
  expect(meansOf(draft, "?", null)).toBeNull();
  expect(meansOf(draft, "CN", null)).toBe("near-poor");
  const changed = withMeaning(values, draft, "?", "poor");
  expect(meansOf(changed, "?", null)).toBe("poor");
});
