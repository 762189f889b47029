/** A file that was made from another: the plan names the one that people know, and remembers how it was read. */
import { expect, test } from "vitest";
import { encodeText } from "../../src/core/formats/text/encode-text.ts";
import type { Meaning } from "../../src/core/intake/meaning.ts";
import type { FileOrigin } from "../../src/plan/protocol.ts";
import { emptyStore, must } from "./example-plan.ts";

const MEANING: Meaning = {
  as: "households",
  columns: [{ column: "HOTEN", encoding: "tcvn3", capitals: "words", field: "head", values: null }],
  place: { kind: "columns", crs: "EPSG:9218", east: "Y", north: "X" },
  constants: [],
  unitList: "2025-03",
};
const ORIGIN: FileOrigin = {
  as: "households",
  format: "xls",
  rows: Uint32Array.of(4, 7, 9),
  rowIs: "row",
  rejected: [{ code: "row.number", file: "ho.xls", row: 5, field: "X", values: { given: "1 406 8l2,16" } }],
  notes: [],
  sender: "Xã Mẫu",
  meaning: MEANING,
};
const BYTES = encodeText(["id,head,lon,lat,x\nH1,Y Một,108.2,12.7,5\nH2,Y Hai,,,\nH2,Y Ba,108.3,12.7,6\n"]);

test("rows are named as the source counts them, refused ones included, and sums hold", () => {
  const { store } = emptyStore();
  const read = store.read("f1", "ho.xls", BYTES, ORIGIN);
  if (!read.ok) throw new Error(read.problem.code);
  const [reading] = read.value.readings;
  expect(read.value).toMatchObject({ as: "households", format: "xls" });
  expect(reading).toMatchObject({ read: 4, accepted: 2, located: 1 });
  expect(reading!.rejected.map(({ code, row }) => [code, row])).toEqual([
    ["row.number", 5],
    ["row.id-repeated", 9],
  ]);
  // `x` was said to be nothing of ours: it is no longitude, though plain files may call it so.
  expect(reading!.notes.map(({ code }) => code)).not.toContain("file.column-taken");
});

test("how it was read is remembered with the import, and forgotten when that is undone", () => {
  const { store } = emptyStore();
  store.read("f1", "ho.xls", BYTES, ORIGIN);
  expect(store.intakeKnowledge().remembered).toEqual([]);
  must(store, "households.import", { staged: "f1", replace: false });
  expect(store.intakeKnowledge()).toEqual({
    units: null,
    unitList: null,
    remembered: [{ sender: "Xã Mẫu", file: "ho.xls", meaning: MEANING }],
  });
  expect(store.registerImports()).toMatchObject([{ file: "ho.xls", read: 4, accepted: 2 }]);
  store.undo();
  expect(store.intakeKnowledge().remembered).toEqual([]);
});
