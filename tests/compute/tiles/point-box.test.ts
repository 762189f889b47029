import { expect, test } from "vitest";
import { boxOfHouseholds } from "../../../src/compute/tiles/point-box.ts";

const lon = Float64Array.of(108.2, 108.1, Number.NaN, 108.4, 108);
const lat = Float64Array.of(12.5, 12.7, 12.6, Number.NaN, 12.9);

test("the box of some households holds those that are located, and nobody else", () => {
  expect(boxOfHouseholds(lon, lat, [0, 1, 2, 3])).toEqual([108.1, 12.5, 108.2, 12.7]);
  expect(boxOfHouseholds(lon, lat, new Set([4]))).toEqual([108, 12.9, 108, 12.9]);
});

test("households without a place have no box", () => {
  expect(boxOfHouseholds(lon, lat, [])).toBeNull();
  expect(boxOfHouseholds(lon, lat, [2, 3])).toBeNull();
});
