import { describe, expect, test } from "vitest";
import type { SearchHit } from "../../src/compute/protocol.ts";
import { polygonSetOf } from "../../src/core/geometry/polygon-set.ts";
import { columnsFrom } from "../../src/core/model/columns.ts";
import type { Household } from "../../src/core/model/household.ts";
import { testEngine } from "./support/engine.ts";
import { rectangle, syntheticPlan } from "./support/synthetic-plan.ts";

const NAMES = ["Xã Ea Drông", "Xã Ea Drơng", "Xã M’Đrắk", "Xã Hòa Đông", "Xã Hòa Đồng", "Xã Krông Ea"];

function household(id: string, head: string | null, village: string | null, column: number): Household {
  const none = { ethnicity: null, members: null, poverty: null, migrant: null, communeCode: null };
  return { id, head, village, ...none, lon: 108.05 + column * 0.1, lat: 12.45, properties: {} };
}

const { engine } = testEngine({
  ...syntheticPlan({ seed: 1, households: 0 }),
  households: columnsFrom([
    household("HO-001", "Y Bhăm Niê", "Buôn Ea Đrông", 0),
    household("HO-002", "H’Bia Êban", "Buôn Ea Đrông", 0),
    household("HO-0025", "Nguyễn Văn Đông", "Thôn 1", 1),
    household("HO-003", null, "Thôn 1", 2),
    household("DRONG-1", "Giàng A Páo", null, 2),
    { ...household("HO-004", "Không vị trí", "Thôn 9", 0), lon: null, lat: null },
  ]),
  layers: {
    units: {
      name: "Ranh giới",
      date: null,
      coverage: "all",
      shapes: polygonSetOf(NAMES.map((_, k) => rectangle(108 + k * 0.1, 12.4, 0.1, 0.1))),
      attributes: NAMES.map((name, k) => ({ code: `2430${k}`, name, district: k < 3 ? "Buôn Hồ" : null })),
    },
    forests: [],
    hazards: [],
    roads: null,
    centres: null,
  },
});

/** What was found, in short. */
function found(text: string, limit = 20): string[] {
  return engine.search(text, limit).map((hit) => {
    if (hit.kind === "household") return `household ${hit.id}`;
    return hit.kind === "unit" ? `unit ${hit.code}` : `village ${hit.name}, ${hit.unitName}`;
  });
}

describe("search", () => {
  test("finds without marks, and names that fold alike are all found", () => {
    expect(found("ea drong")).toEqual(["unit 24300", "unit 24301", "village Buôn Ea Đrông, Xã Ea Drông"]);
    expect(found("m'drak")).toEqual(["unit 24302"]);
    expect(found("M’ĐRẮK")).toEqual(["unit 24302"]);
  });

  test("written with its marks, the name that has them comes first", () => {
    expect(found("Ea Drơng").slice(0, 2)).toEqual(["unit 24301", "unit 24300"]);
    expect(found("hòa đồng")).toEqual(["unit 24304", "unit 24303"]);
    expect(found("hòa đồng".normalize("NFD"))).toEqual(["unit 24304", "unit 24303"]);
  });

  test("beginnings of words before insides, then communes, villages, households", () => {
    expect(found("dong")).toEqual(["unit 24303", "unit 24304", "household HO-0025"]);
    // "rong" begins no word: all are insides.
    expect(found("rong")).toEqual([
      "unit 24300",
      "unit 24301",
      "unit 24305",
      "village Buôn Ea Đrông, Xã Ea Drông",
    ]);
    // "drong" begins a word of a household's id, and is no inside anywhere.
    expect(found("drong").at(-1)).toBe("household DRONG-1");
  });

  test("codes and ids are found from their beginning only", () => {
    expect(found("HO-002")).toEqual(["household HO-002", "household HO-0025"]);
    expect(found("002")).toEqual([]);
    expect(found("24304")).toEqual(["unit 24304"]);
  });

  test("heads of any spelling", () => {
    expect(found("y bham")).toEqual(["household HO-001"]);
    expect(found("h'bia")).toEqual(["household HO-002"]);
    expect(found("a pao")).toEqual(["household DRONG-1"]);
  });

  test("villages of one name in two communes are two villages", () => {
    expect(found("thon 1")).toEqual(["village Thôn 1, Xã Ea Drơng", "village Thôn 1, Xã M’Đrắk"]);
    // Nobody of this village is located: there is nowhere to go.
    expect(found("thon 9")).toEqual([]);
  });

  test("says where to look", () => {
    const [unit] = engine.search("m'drak", 1) as [Extract<SearchHit, { kind: "unit" }>];
    expect(unit.district).toBe("Buôn Hồ");
    expect(unit.bbox[0]).toBeCloseTo(108.2, 9);
    const [home] = engine.search("HO-004", 1) as [Extract<SearchHit, { kind: "household" }>];
    expect(home.at).toBeNull();
    expect(home.unitName).toBeNull();
  });

  test("no more than asked, nothing for nothing", () => {
    expect(found("a", 3).length).toBe(3);
    expect(found("  ")).toEqual([]);
    expect(found("ea", 0)).toEqual([]);
    expect(found("<b>")).toEqual([]);
  });
});
