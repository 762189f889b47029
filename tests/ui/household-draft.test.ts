import { describe, expect, test } from "vitest";
import { fromVn2000 } from "../../src/core/crs/vn2000.ts";
import type { HouseholdFacts } from "../../src/plan/protocol.ts";
import {
  ALL_FACTS,
  NO_FACTS,
  readDraft,
  textsOf,
  withPlace,
  withText,
} from "../../src/ui/household-draft.ts";
import { readTypedPlace } from "../../src/ui/typed-place.ts";

const KNOWN: HouseholdFacts = {
  ...NO_FACTS,
  head: "Y Bía",
  members: 4,
  migrant: false,
  ethnicity: "Ê Đê",
  ethnicityCode: "11",
  ethnicityList: "1019",
  at: [108.123456789, 12.5],
  coordinateSource: "gps",
  coordinateAccuracyM: 3.5,
  residentialLandM2: 350.25,
};
const initial = textsOf(KNOWN);

describe("what is typed about a household", () => {
  test("every fact has a field once", () => {
    expect([...ALL_FACTS].sort()).toEqual(Object.keys(KNOWN).sort());
  });

  test("untouched it says nothing, although the place is written with fewer decimals", () => {
    expect(readDraft(initial, initial, fromVn2000)).toEqual({ changes: {}, bad: {} });
  });

  test("an emptied field is not known, never zero and never no", () => {
    const texts = { ...initial, members: "", migrant: "", at: " " };
    expect(readDraft(texts, initial, fromVn2000).changes).toEqual({ members: null, migrant: null, at: null });
  });

  test("numbers with decimal comma or point; thousands that may be decimals are asked about", () => {
    const said = (text: string) => {
      const { changes, bad } = readDraft({ ...initial, productionLandM2: text }, initial, fromVn2000);
      return changes.productionLandM2 ?? bad.productionLandM2;
    };
    expect(said("1500")).toBe(1500);
    expect(said("12,5")).toBe(12.5);
    expect(said("10.000,5")).toBe(10000.5);
    expect(said("1.500")).toBe("household.bad.unclear");
    expect(said("2 sào")).toBe("household.bad.number");
    expect(said("-3")).toBe("household.bad.number");
  });

  test("what was said of the old value goes with it, and comes back when it is typed back", () => {
    const typed = withText(initial, initial, "ethnicity", "Mnông");
    expect(typed).toMatchObject({ ethnicityCode: "", ethnicityList: "" });
    expect(withText(typed, initial, "ethnicity", "Ê Đê")).toEqual(initial);
    expect(withText(initial, initial, "at", "108.2 12.6")).toMatchObject({
      coordinateSource: "edit",
      coordinateAccuracyM: "",
    });
  });

  test("a place from the map says so", () => {
    const texts = withPlace(initial, initial, [108.25, 12.75]);
    expect(readDraft(texts, initial, fromVn2000).changes).toEqual({
      at: [108.25, 12.75],
      coordinateSource: "map",
      coordinateAccuracyM: null,
    });
  });
});

describe("a typed place", () => {
  test.each([
    ["108,25 12,75", "lon-lat", 108.25, 12.75],
    ["12.75, 108.25", "lat-lon", 108.25, 12.75],
    ["12,75° 108,25°", "lat-lon", 108.25, 12.75],
    ["12°45'0\" B, 108°15'00,0\" Đ", "dms", 108.25, 12.75],
    ["N12°45' E108°15'", "dms", 108.25, 12.75],
    ["108°15′ 12°45′", "dms", 108.25, 12.75],
  ])("%s", (text, system, lon, lat) => {
    const place = readTypedPlace(text, fromVn2000);
    expect(place?.system).toBe(system);
    expect(place?.at[0]).toBeCloseTo(lon, 9);
    expect(place?.at[1]).toBeCloseTo(lat, 9);
  });

  test("VN-2000 metres", () => {
    const place = readTypedPlace("1400889,43 449623,88", fromVn2000);
    expect(place?.system).toBe("vn-2000");
    expect(place?.at[0]).toBeCloseTo(108.038, 6);
    expect(place?.at[1]).toBeCloseTo(12.667, 6);
  });

  test.each([
    "",
    "ở đâu đó",
    "12°75'0\" 108°15'0\"",
    "12°45'",
    "12°45' 13°15'",
    "12°45' 108°15' 3",
    "500 900",
  ])("%o is none", (text) => expect(readTypedPlace(text, fromVn2000)).toBeNull());
});
