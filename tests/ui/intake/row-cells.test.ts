import { expect, test } from "vitest";
import { cellsAbout, cellsKnownBy, columnsOf, columnsTitle } from "../../../src/ui/intake/row-cells.ts";
import { column, viewOf } from "./example.ts";

const named = (name: string, field: "id" | "head" | null) => {
  const made = column(name);
  return { ...made, meaning: { ...made.meaning, field } };
};
const columns = [
  named("MA", "id"),
  named("X", null),
  named("Y", null),
  named("HO", "head"),
  named("GHI", null),
];
const view = viewOf({ columns });
const row = { row: 7, values: ["H1", "12,7", null, " Y Blŏ ", 5] };

test("a sentence about one of our fields speaks of the file's column, one about the place of both", () => {
  expect(columnsTitle(view, "id")).toBe("MA");
  expect(columnsTitle(view, "MA")).toBe("MA");
  expect(columnsTitle(view, "lon")).toBe("X, Y");
  expect(columnsTitle(view, "X, Y")).toBe("X, Y");
  expect(columnsOf(view, "members")).toEqual([]);
  expect(columnsTitle(view, "members")).toBeNull();
});

test("cells are told as in the file, empty ones too, and never twice", () => {
  expect(cellsAbout(view, row, "lat")).toEqual([
    { column: "X", text: "12,7" },
    { column: "Y", text: "" },
  ]);
  expect(cellsAbout(view, row, undefined)).toEqual([]);
  expect(cellsKnownBy(view, row, "lat").map(({ text }) => text)).toEqual(["H1", "Y Blŏ"]);
  expect(cellsKnownBy(view, row, "id").map(({ text }) => text)).toEqual(["Y Blŏ", "12,7"]);
});
