/** Files that are read first and taken in later: the counts add up, refusals are kept, nothing is half-taken. */
import { expect, test } from "vitest";
import { emptyStore, exampleStore, householdsCsv, LAYER_FILES, must, stage } from "./example-plan.ts";

const text = new TextEncoder();

test("a staged file says for every reading how many rows were read, accepted and refused", () => {
  const { store, db } = emptyStore();
  const csv = `${householdsCsv("H", 10)}H3,Trùng mã,Kinh,2,,0,,24163,108.2,12.5,\n,Không mã,Kinh,2,,0,,24163,108.2,12.5,\n`;
  const staged = store.read("f1", "ho.csv", text.encode(csv));
  if (!staged.ok) throw new Error(staged.problem.code);
  const reading = staged.value.readings.find((one) => one.as === "households")!;
  expect(reading).toMatchObject({ read: 12, accepted: 10, located: 9 });
  expect(reading.rejected.map(({ code, row }) => [code, row])).toEqual([
    ["row.id-repeated", 12],
    ["row.id-missing", 13],
  ]);
  for (const one of staged.value.readings) expect(one.read).toBe(one.accepted + one.rejected.length);
  expect(db.selectValue("SELECT count(*) FROM household")).toBe(0);

  must(store, "households.import", { staged: "f1", replace: false });
  const row = db.selectObject("SELECT * FROM import")!;
  expect(row).toMatchObject({ id: "f1", file: "ho.csv", read: 12, accepted: 10, rejected: 2 });
  const problems = JSON.parse(String(row.problems)) as { code: string }[];
  expect(problems.map((problem) => problem.code)).toEqual(
    expect.arrayContaining(["row.id-repeated", "row.id-missing"]),
  );
});

test("what a household came with is kept word for word and in order", () => {
  const { store } = emptyStore();
  stage(store, "f1", "ho.csv", householdsCsv("H", 8));
  must(store, "households.import", { staged: "f1", replace: false });
  const found = store.household("H2")!;
  expect(found.household).toMatchObject({ head: "Y Ê 2", ethnicity: "Ê Đê", members: 3, migrant: false });
  expect([found.household.lon, found.household.lat]).toEqual([108.106, 12.504]);
  expect(Object.keys(found.properties)).toEqual(
    "id,head,ethnicity,members,poverty,migrant,village,commune_code,lon,lat,ghi_chu".split(","),
  );
  expect(found.properties.ghi_chu).toBe("dòng 2");
  expect(store.household("H7")!.household).toMatchObject({ lon: null, lat: null });
  expect(store.household("H9")).toBeNull();
});

test("households that are there already are refused together, with how many", () => {
  const { store } = exampleStore();
  stage(store, "more", "them.csv", householdsCsv("H", 45));
  expect(store.run("households.import", { staged: "more", replace: false })).toMatchObject({
    ok: false,
    problem: { code: "import.id-taken", file: "them.csv", values: { count: 40, id: "H1" } },
  });
  must(store, "households.import", { staged: "more", replace: true });
  expect(store.snapshot().households.count).toBe(45);
});

test("a new register says whose events and baselines have no household any more, and keeps them", () => {
  const { store } = exampleStore();
  stage(store, "other", "khac.csv", householdsCsv("K", 5));
  const outcome = store.run("households.import", { staged: "other", replace: true });
  expect(outcome).toMatchObject({
    ok: true,
    notes: [{ code: "import.left-behind", values: { count: 3, id: "H1" } }],
  });
  expect(store.snapshot().events).toHaveLength(1);
  expect(store.baselines()[0]!.householdIds).toEqual(["H1", "H2", "H3"]);
});

test("a file cannot be taken in twice, nor as what nothing of it can be read as", () => {
  const { store } = emptyStore();
  stage(store, "f1", "rung.geojson", LAYER_FILES.forests);
  const input = { staged: "f1", kind: "forests", name: "Rừng", coverage: "all", replace: false } as const;
  expect(store.run("layer.import", { ...input, kind: "roads" })).toMatchObject({
    ok: false,
    problem: { code: "import.nothing-accepted", file: "rung.geojson" },
  });
  must(store, "layer.import", input);
  expect(store.run("layer.import", input)).toMatchObject({ ok: false, problem: { code: "import.expired" } });
});

test("a broken file is refused by the reader and nothing waits", () => {
  const { store } = emptyStore();
  const read = store.read("f1", "hong.geojson", text.encode('{"type":"FeatureCollection","features":['));
  expect(read).toMatchObject({ ok: false, problem: { file: "hong.geojson" } });
  const input = { staged: "f1", kind: "units", name: "X", coverage: "all", replace: false } as const;
  expect(store.blocked("layer.import", input)).toEqual({ code: "import.expired" });
});

test("replacing a kind of layer takes its features with it and leaves the other kinds", () => {
  const { store, db } = exampleStore();
  stage(store, "hazards-2", "h2.geojson", LAYER_FILES.hazards);
  const date = "2025-07-01";
  const input = {
    staged: "hazards-2",
    kind: "hazards",
    name: "H2",
    coverage: "zones",
    date,
    replace: true,
  } as const;
  const change = must(store, "layer.import", input);
  expect(change.touched).toEqual([{ table: "layer", ids: ["hazards", "hazards-2"] }]);
  expect(db.selectValues("SELECT DISTINCT layer_id FROM hazard")).toEqual(["hazards-2"]);
  expect(store.layers().find((layer) => layer.kind === "hazards")).toEqual({
    id: "hazards-2",
    kind: "hazards",
    name: "H2",
    coverage: "zones",
    date,
    features: 2,
    source: "h2.geojson",
    provenance: { provider: null, licence: null, accuracyM: null, sourceCrs: null },
    skipped: 0,
  });
  expect(store.layers()).toHaveLength(5);
});
