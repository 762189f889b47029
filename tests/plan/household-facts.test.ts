/** What is known of a household: seen, edited and added through commands, and taken back whole. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FACTS } from "../../src/plan/household-facts.ts";
import type { HouseholdFacts } from "../../src/plan/protocol.ts";
import type { PlanStore } from "../../src/plan/store.ts";
import { dump, emptyStore, exampleStore, must, stage } from "./example-plan.ts";

const NOTHING = Object.fromEntries(FACTS.map((fact) => [fact, null])) as unknown as HouseholdFacts;

function withHousehold(csv: string): { store: PlanStore; db: ReturnType<typeof emptyStore>["db"] } {
  const made = emptyStore();
  stage(made.store, "f", "ho.csv", csv);
  must(made.store, "households.import", { staged: "f", replace: false });
  return made;
}

const factsIn = (store: PlanStore, id: string) => store.household(id)!.facts;

describe("household.edit", () => {
  test("writes what differs and nothing else; without a difference there is no entry", () => {
    const { store } = exampleStore();
    const before = store.household("H1")!;
    const { revision } = store.info();
    must(store, "household.edit", { id: "H1", changes: { head: before.facts.head } });
    expect(store.info().revision).toBe(revision);
    must(store, "household.edit", { id: "H1", changes: { members: 9 } });
    expect(factsIn(store, "H1")).toEqual({ ...before.facts, members: 9 });
    expect(store.info()).toMatchObject({ revision: revision + 1, undo: { command: "household.edit" } });
  });

  test("a place set here is from an edit; the accuracy of the old one goes with it", () => {
    const { store } = withHousehold(
      "id,lon,lat,coordinate_source,coordinate_accuracy_m\n1,108.1,12.5,GPS,4\n",
    );
    expect(factsIn(store, "1")).toMatchObject({ coordinateSource: "GPS", coordinateAccuracyM: 4 });
    must(store, "household.edit", { id: "1", changes: { at: [108.2, 12.6] } });
    expect(factsIn(store, "1")).toMatchObject({
      at: [108.2, 12.6],
      coordinateSource: "edit",
      coordinateAccuracyM: null,
    });
    must(store, "household.edit", {
      id: "1",
      changes: { at: [108.3, 12.6], coordinateSource: "gps", coordinateAccuracyM: 2 },
    });
    expect(factsIn(store, "1")).toMatchObject({ coordinateSource: "gps", coordinateAccuracyM: 2 });
    must(store, "household.edit", { id: "1", changes: { at: null } });
    expect(factsIn(store, "1")).toMatchObject({
      at: null,
      coordinateSource: null,
      coordinateAccuracyM: null,
    });
  });

  test("a code list, a year were said of the old value", () => {
    const { store } = withHousehold(
      "id,ethnicity,ethnicity_code,ethnicity_list,poverty,poverty_year,commune_code,commune_list\n1,Ê Đê,11,1019,nghèo,2023,24163,2025-07\n",
    );
    must(store, "household.edit", {
      id: "1",
      changes: { ethnicity: "Mnông", poverty: "cận nghèo", communeCode: "24169" },
    });
    expect(factsIn(store, "1")).toMatchObject({
      ethnicity: "Mnông",
      ethnicityCode: null,
      ethnicityList: null,
      poverty: "cận nghèo",
      povertyYear: null,
      communeCode: "24169",
      communeList: null,
    });
  });

  test("properties under our names follow, those of the source tell what it said", () => {
    const { store } = withHousehold("Members,so_khau,dat_o_m2,id,lon,lat,ghi_chu\n4,4,300,1,108.1,12.5,x\n");
    must(store, "household.edit", {
      id: "1",
      changes: { members: 6, residentialLandM2: 450, cause: "sạt lở", at: [108.2, 12.6] },
    });
    expect(store.household("1")!.properties).toEqual({
      Members: 6,
      so_khau: "4",
      dat_o_m2: "300",
      id: "1",
      lon: 108.2,
      lat: 12.6,
      ghi_chu: "x",
      coordinate_source: "edit",
      residential_land_m2: 450,
      cause: "sạt lở",
    });
  });

  test("texts are tidied; words for not known, and nothing, are not known", () => {
    const { store } = exampleStore();
    must(store, "household.edit", {
      id: "H1",
      changes: { head: "  Y Bi\u0301a ", village: " ", ethnicity: "không rõ" },
    });
    expect(factsIn(store, "H1")).toMatchObject({ head: "Y Bía", village: null, ethnicity: null });
  });

  test.each([
    ["members", 2.5],
    ["members", -1],
    ["members", 500],
    ["members", "4"],
    ["povertyYear", 2027],
    ["povertyYear", 21],
    ["migrant", "yes"],
    ["head", 4],
    ["at", [12.5, 108.1]],
    ["at", [0, 0]],
    ["at", [500000, 1400000]],
    ["at", [108.1]],
    ["at", [Number.NaN, 12]],
    ["residentialLandM2", -1],
    ["productionLandM2", Number.POSITIVE_INFINITY],
    ["unknown", 1],
  ])("refuses %s = %o and names it", (field, value) => {
    const { store } = exampleStore();
    const problem = { code: "household.value", field, values: { field, id: "H1" } };
    const changes = { [field]: value } as never;
    expect(store.blocked("household.edit", { id: "H1", changes })).toEqual(problem);
    expect(store.run("household.edit", { id: "H1", changes })).toEqual({ ok: false, problem });
  });

  test("a place far from the province is taken and said", () => {
    const { store } = exampleStore();
    const outcome = store.run("household.edit", { id: "H1", changes: { at: [105.8, 21.02] } });
    expect(outcome).toMatchObject({ ok: true, notes: [{ code: "household.far", values: { id: "H1" } }] });
  });

  test("a household that is not there is refused", () => {
    const { store } = exampleStore();
    expect(store.blocked("household.edit", { id: "X", changes: {} })).toMatchObject({
      code: "household.missing",
    });
  });

  test("any edits: undone to the same rows, redone to the same rows", () => {
    const text = fc.option(fc.constantFrom("A", "Ê Đê", "", "nhà tạm", "24163"));
    const number = fc.option(fc.constantFrom(0, 3, 12.5, 2020));
    const edit = fc.record(
      {
        head: text,
        ethnicity: text,
        members: fc.option(fc.nat(20)),
        poverty: text,
        povertyYear: fc.option(fc.constantFrom(2020, 2024)),
        migrant: fc.option(fc.boolean()),
        communeCode: text,
        at: fc.option(
          fc.tuple(
            fc.double({ min: 107.5, max: 109, noNaN: true }),
            fc.double({ min: 12, max: 13, noNaN: true }),
          ),
        ),
        residentialLandM2: number,
        houseState: text,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(8), edit), { minLength: 1, maxLength: 12 }), (edits) => {
        const { store, db } = exampleStore();
        const states = [dump(db)];
        for (const [n, changes] of edits) {
          const { revision } = store.info();
          must(store, "household.edit", { id: `H${n + 1}`, changes });
          if (store.info().revision > revision) states.push(dump(db));
          const { at, ...plain } = changes;
          const known = factsIn(store, `H${n + 1}`);
          for (const [fact, value] of Object.entries(plain)) {
            expect(known[fact as "head"]).toEqual(value === "" ? null : value);
          }
          if (at !== undefined) expect(known.at).toEqual(at);
        }
        for (let k = states.length - 2; k >= 0; k--) {
          expect(store.undo()).toMatchObject({ ok: true });
          expect(dump(db)).toEqual(states[k]);
        }
        for (let k = 1; k < states.length; k++) {
          expect(store.redo()).toMatchObject({ ok: true });
          expect(dump(db)).toEqual(states[k]);
        }
        store.close();
      }),
      { numRuns: 25 },
    );
  });
});

describe("household.add", () => {
  test("is in the plan as it was told, with what goes out in files", () => {
    const { store } = exampleStore();
    const facts: HouseholdFacts = { ...NOTHING, head: "H' Mơ", at: [108.3, 12.6], houseState: "nhà tạm" };
    must(store, "household.add", { id: " N-1 ", facts });
    expect(store.household("N-1")).toMatchObject({
      facts: { ...facts, coordinateSource: "edit" },
      properties: { coordinate_source: "edit", house_state: "nhà tạm" },
      importedFrom: null,
    });
    expect(store.snapshot().households.count).toBe(41);
  });

  test("needs an id of its own and every fact, known or not", () => {
    const { store } = exampleStore();
    expect(store.blocked("household.add", { id: "H1", facts: NOTHING })).toMatchObject({
      code: "household.exists",
    });
    expect(store.blocked("household.add", { id: " ", facts: NOTHING })).toMatchObject({
      code: "command.input",
    });
    const { head: _, ...rest } = NOTHING;
    expect(store.blocked("household.add", { id: "N", facts: rest as never })).toMatchObject({
      field: "head",
    });
    expect(store.blocked("household.add", { id: "N", facts: { ...NOTHING, members: -1 } })).toMatchObject({
      code: "household.value",
      values: { field: "members", id: "N" },
    });
  });
});

test("further columns of a file stand in their columns as numbers and texts, and where they came from", () => {
  const { store, db } = withHousehold(
    "id,residential_land_m2,poverty_year,house_state\n1,350.25,2023,nhà tạm\n2,vài sào,,\n",
  );
  expect(
    db.selectArrays(
      "SELECT residential_land_m2, typeof(poverty_year), house_state FROM household ORDER BY fid",
    ),
  ).toEqual([
    [350.25, "integer", "nhà tạm"],
    [null, "null", null],
  ]);
  expect(store.household("2")!.properties).toMatchObject({ residential_land_m2: "vài sào" });
  expect(store.household("1")!.importedFrom).toMatchObject({ file: "ho.csv" });
});
