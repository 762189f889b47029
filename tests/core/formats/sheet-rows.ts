/** Rows of a test as a sheet, and what is said to have been left out of it. */
import { hasContent, type Merge, type SheetView } from "../../../src/core/formats/sheets/sheet-view.ts";
import type { Json } from "../../../src/core/model/household.ts";
import type { Problem } from "../../../src/core/outcome.ts";

export type Row = readonly Json[];

/** An empty list is a blank row: it is counted and not in the view. */
export function viewOf(rows: readonly Row[], merges: readonly Merge[] = []): SheetView {
  const width = Math.max(...rows.map((row) => row.length));
  const kept = rows
    .map((values, i) => ({ values, row: i + 1 }))
    .filter(({ values }) => values.some(hasContent));
  const filled = (at: number) => kept[at]!.values.filter(hasContent).length;
  return {
    count: kept.length,
    width,
    text: "unicode",
    merges,
    row: (at) => kept[at]!.row,
    value: (at, column) => kept[at]!.values[column] ?? null,
    filled,
    first: (at) => kept[at]!.values.findIndex(hasContent),
    lead: () => 0,
    isWhole: () => true,
  };
}

/** Codes of notes that tell of rows left out. */
const LEFT_OUT = new Set([
  ...[
    "sheet.title",
    "sheet.title-bytes",
    "sheet.header-rows",
    "sheet.numbering",
    "sheet.groups",
    "sheet.totals",
  ],
  ...["sheet.header-again", "sheet.footer", "sheet.footer-bytes"],
]);

/** Rows that notes and the line of names account for. */
export function leftOut(notes: readonly Problem[]): number {
  const told = notes
    .filter(({ code }) => LEFT_OUT.has(code))
    .reduce((sum, { values }) => sum + Number(values?.count), 0);
  const single = notes.some(({ code }) => code === "sheet.header-rows" || code === "sheet.no-header") ? 0 : 1;
  return told + single;
}
