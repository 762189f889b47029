/** A table that waits, as the worker describes one: 10 rows, 9 of them taken. */
import type { PlaceMeaning } from "../../../src/core/intake/meaning.ts";
import type { Problem } from "../../../src/core/outcome.ts";
import type { ColumnView, IntakeView, PlaceView } from "../../../src/intake/protocol.ts";
import { NOTHING_SAID, type WaitingTable } from "../../../src/ui/intake/waiting.ts";

export const REFUSED: Problem = { code: "row.id-missing", file: "ho.csv", row: 7 };

export const place = (crs: PlaceMeaning["crs"]): PlaceMeaning => ({
  kind: "columns",
  crs,
  east: "Y",
  north: "X",
});
export const placeView = (
  crs: PlaceMeaning["crs"],
  inside: number | null,
  sample: readonly number[] = [108, 12.5],
): PlaceView => ({
  value: place(crs),
  crs,
  score: 1,
  why: [],
  proof: {
    rows: 10,
    insideAny: inside,
    insideDeclared: inside,
    declared: inside === null ? 0 : 10,
    typicalM: null,
    shiftM: null,
    shiftTo: null,
    sample: Float64Array.from(sample),
  },
});

export const column = (name: string, part: Partial<ColumnView> = {}): ColumnView => ({
  meaning: {
    column: name,
    encoding: "unicode",
    capitals: "as-written",
    field: null,
    values: null,
  },
  name,
  raw: ["a"],
  read: ["a"],
  encodings: [],
  encodingConfidence: "high",
  fields: [],
  values: null,
  lists: null,
  empty: 0,
  understood: null,
  ...part,
});

export function viewOf(
  part: Partial<IntakeView> = {},
  as: IntakeView["meaning"]["as"] = "households",
): IntakeView {
  const columns = [column("X"), column("Y"), column("HOTEN")];
  return {
    item: {
      id: "1",
      file: "ho.csv",
      format: "csv",
      table: "",
      read: 10,
      columns: columns.length,
      shapes: "none",
      files: ["ho.csv"],
    },
    meaning: {
      as,
      columns: columns.map(({ meaning }) => meaning),
      place: place("EPSG:4326"),
      constants: [],
      unitList: null,
    },
    as: [{ value: as, score: 1, why: [] }],
    columns,
    places: [placeView("EPSG:4326", 10)],
    placeConfidence: "high",
    raster: null,
    questions: [],
    from: null,
    notes: [],
    ...part,
  };
}

export function waiting(view: IntakeView | null, part: Partial<WaitingTable> = {}): WaitingTable {
  return {
    key: 1,
    from: 1,
    name: "ho.csv",
    state: "ready",
    problem: null,
    item: view?.item ?? null,
    view,
    checked: { read: 10, accepted: 9, unlocated: 0, rejected: [REFUSED], findings: [], notes: [] },
    unchecked: null,
    late: [],
    looked: null,
    compared: null,
    changes: [],
    said: NOTHING_SAID,
    ...part,
  };
}
