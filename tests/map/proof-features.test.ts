import { describe, expect, test } from "vitest";
import { proofFeatures } from "../../src/map/proof-features.ts";

const roles = (chosen: readonly number[], mistake: readonly number[] | null) =>
  proofFeatures({
    chosen: Float64Array.from(chosen),
    mistake: mistake && Float64Array.from(mistake),
  }).map(({ properties }) => properties.role);

describe("the proof of a coordinate system on the map", () => {
  test("is a dot, a cross and a line between them for every row", () => {
    expect(roles([108, 12.5, 108.1, 12.6], [108.002, 12.5, 108.102, 12.6])).toEqual([
      "chosen",
      "mistake",
      "shift",
      "chosen",
      "mistake",
      "shift",
    ]);
  });
  test("has no line to a cross that is far away, and no cross that is nowhere on earth", () => {
    expect(roles([108, 12.5], [105, 12.5])).toEqual(["chosen", "mistake"]);
    expect(roles([108, 12.5], [Number.NaN, 12.5])).toEqual(["chosen"]);
    expect(roles([108, 12.5], [450_354, 1_402_293])).toEqual(["chosen"]);
  });
  test("is dots alone without a mistake, and nothing for no file", () => {
    expect(roles([108, 12.5], null)).toEqual(["chosen"]);
    expect(proofFeatures(null)).toEqual([]);
  });
  test("has smaller dots when there are many", () => {
    const radius = (count: number) =>
      proofFeatures({ chosen: new Float64Array(2 * count).fill(12), mistake: null })[0]!.properties.radius;
    expect(radius(2000)).toBeLessThan(radius(100) as number);
  });
});
