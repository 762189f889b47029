/** Where a layer comes from, what was left out of it, and which files left the program. */
import { expect, test } from "vitest";
import { emptyStore, LAYER_FILES, must, stage } from "./example-plan.ts";

const HAZARDS = JSON.stringify({
  type: "FeatureCollection",
  features: [
    [
      { kind: "landslide", level: 4 },
      [
        [
          [108, 12],
          [108.1, 12],
          [108.1, 12.1],
          [108, 12],
        ],
      ],
    ],
    [
      { kind: "landslide", level: 9 },
      [
        [
          [108, 12],
          [108.1, 12],
          [108.1, 12.1],
          [108, 12],
        ],
      ],
    ],
  ].map(([properties, coordinates]) => ({
    type: "Feature",
    properties,
    geometry: { type: "Polygon", coordinates },
  })),
});
const INPUT = { staged: "h", kind: "hazards", name: "Nguy cơ", coverage: "zones", replace: false } as const;

test("a layer says where it comes from and how many features were left out", () => {
  const { store } = emptyStore();
  stage(store, "h", "h.geojson", HAZARDS);
  must(store, "layer.import", {
    ...INPUT,
    date: "2023-06-30",
    provenance: { provider: " Viện Khoa học Địa chất ", accuracyM: 50, sourceCrs: "EPSG:9218" },
  });
  expect(store.layers()).toMatchObject([
    {
      features: 1,
      skipped: 1,
      date: "2023-06-30",
      source: "h.geojson",
      provenance: {
        provider: "Viện Khoa học Địa chất",
        licence: null,
        accuracyM: 50,
        sourceCrs: "EPSG:9218",
      },
    },
  ]);
});

test("a unit keeps the list its code is of, and its former province", () => {
  const { store, db } = emptyStore();
  const units = JSON.parse(LAYER_FILES.units);
  units.features[0].properties.list_version = "2025-07";
  units.features[0].properties["Tỉnh cũ"] = "Phú Yên";
  stage(store, "u", "u.geojson", JSON.stringify(units));
  must(store, "layer.import", { ...INPUT, staged: "u", kind: "units" });
  expect(db.selectArrays("SELECT list_version, province FROM unit ORDER BY fid")).toEqual([
    ["2025-07", "Phú Yên"],
    [null, null],
  ]);
});

test("what was not told is not known", () => {
  const { store } = emptyStore();
  stage(store, "h", "h.geojson", HAZARDS);
  must(store, "layer.import", INPUT);
  expect(store.layers()).toMatchObject([
    { date: null, provenance: { provider: null, licence: null, accuracyM: null, sourceCrs: null } },
  ]);
});

test.each([
  [{ date: "2023-02-30" }, "date"],
  [{ provenance: { accuracyM: -1 } }, "accuracyM"],
  [{ provenance: { provider: 4 } }, "provider"],
  [{ provenance: "x" }, "provenance"],
])("refuses %o", (part, field) => {
  const { store } = emptyStore();
  stage(store, "h", "h.geojson", HAZARDS);
  expect(store.blocked("layer.import", { ...INPUT, ...part } as never)).toMatchObject({
    code: "command.input",
    field,
  });
});

test("files that left the program are told newest first; it is no change of the plan", () => {
  const { store } = emptyStore();
  const { revision } = store.info();
  const entry = { what: "to-move", file: "a.geojson", format: "geojson", revision: 0, rows: 12 };
  store.logExport({ ...entry, id: "x1" });
  store.author = "Y Bía";
  store.logExport({ ...entry, id: "x2", file: "b.geojson" });
  expect(store.exports(10)).toMatchObject([
    { id: "x2", file: "b.geojson", author: "Y Bía", rows: 12 },
    { id: "x1", file: "a.geojson", author: null },
  ]);
  expect(store.exports(1)).toHaveLength(1);
  expect(store.info().revision).toBe(revision);
});
