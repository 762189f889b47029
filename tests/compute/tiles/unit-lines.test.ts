import { expect, test } from "vitest";
import { unitLineFeatures } from "../../../src/compute/tiles/unit-lines.ts";
import { polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { rectangle, syntheticPlan } from "../support/synthetic-plan.ts";

type Line = { readonly coordinates: readonly LonLat[] };

/** Edges of lines, each as its two ends in order of their text. */
function edges(features: ReturnType<typeof unitLineFeatures>, outer: number): string[] {
  return features
    .filter(({ properties }) => properties!.outer === outer)
    .flatMap(({ geometry }) => {
      const { coordinates } = geometry as unknown as Line;
      return coordinates.slice(1).map((to, k) => [String(coordinates[k]), String(to)].sort().join(" "));
    });
}

test("two squares side by side: seven stretches, the shared one once", () => {
  const lines = unitLineFeatures(polygonSetOf([rectangle(108, 12, 1, 1), rectangle(109, 12, 1, 1)]));
  expect(edges(lines, 0)).toEqual(["109,12 109,13"]);
  expect(edges(lines, 1)).toHaveLength(6);
  expect(new Set(edges(lines, 1)).size).toBe(6);
});

test("on a chessboard of communes every stretch is drawn once and none is missing", () => {
  const { shapes } = syntheticPlan({ seed: 1, households: 1, side: 4 }).layers.units!;
  const lines = unitLineFeatures(shapes);
  // 4 by 4 squares: 16 stretches around, 2 × 4 × 3 within.
  expect([edges(lines, 1).length, edges(lines, 0).length]).toEqual([16, 24]);
  expect(new Set([...edges(lines, 0), ...edges(lines, 1)]).size).toBe(40);
});

test("a hole filled by another commune has one border; a hole of nothing is the edge of the whole", () => {
  const [outside] = rectangle(108, 12, 3, 3).coordinates;
  const inside = rectangle(109, 13, 1, 1);
  const ring = { type: "Polygon", coordinates: [outside!, [...inside.coordinates[0]!].reverse()] } as const;
  const filled = unitLineFeatures(polygonSetOf([ring, inside]));
  expect([edges(filled, 1).length, edges(filled, 0).length]).toEqual([4, 4]);
  expect(edges(unitLineFeatures(polygonSetOf([ring])), 1)).toHaveLength(8);
});

test("stretches that follow each other are one line, so that dashes run on", () => {
  expect(unitLineFeatures(polygonSetOf([rectangle(108, 12, 1, 1)]))).toHaveLength(1);
});
