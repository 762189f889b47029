import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupRings, MOST_STEPS, type Rings } from "../../../src/core/geometry/group-rings.ts";
import { ringSide, ringSlabs } from "../../../src/core/geometry/ring-side.ts";

type Ring = readonly (readonly [number, number])[];

function ringsOf(rings: readonly Ring[]): Rings {
  const start = [0];
  for (const ring of rings) start.push(start.at(-1)! + ring.length);
  return { xy: Float64Array.from(rings.flat(2)), start };
}
const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
/** A comb of `teeth` high and narrow teeth: its box holds what it does not. */
function comb(teeth: number, height: number): Ring {
  const out: [number, number][] = [[0, -1]];
  for (let i = 0; i < teeth; i++) out.push([i, 0], [i + 0.25, height], [i + 0.5, 0]);
  out.push([teeth, -1], [0, -1]);
  return out;
}
/** Even-odd by every edge, in whole numbers: exact. */
function contains(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i]!, ring[i + 1]!];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)) inside = !inside;
  }
  return inside;
}

describe("which ring lies in which", () => {
  test("squares in squares, however many and in whatever order", () => {
    const nested = fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 40 })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(nested, fc.infiniteStream(fc.boolean()), (given, turns) => {
        // Ten stacks of squares with one middle: within a stack the larger holds the smaller.
        const unique = [...new Map(given.map((one) => [one.join(), one])).values()];
        const rings = unique.map(([stack, half]) => {
          const ring = square(stack * 100 - half, -half, 2 * half);
          return turns.next().value ? ring : [...ring].reverse();
        });
        const { polygons } = groupRings(ringsOf(rings))!;
        expect(polygons.flat().sort((a, b) => a - b)).toEqual([...rings.keys()]);
        const depth = ([stack, half]: readonly [number, number]) =>
          unique.filter(([other, size]) => other === stack && size > half).length;
        for (const [outline, ...holes] of polygons) {
          expect(depth(unique[outline!]!) % 2).toBe(0);
          for (const hole of holes) {
            expect(unique[hole]![0]).toBe(unique[outline!]![0]);
            expect(depth(unique[hole]!)).toBe(depth(unique[outline!]!) + 1);
          }
        }
      }),
      { seed: 20250701, numRuns: 200 },
    );
  });

  test("no rings, one ring, rings without vertices, two rings alike", () => {
    expect(groupRings(ringsOf([]))!.polygons).toEqual([]);
    expect(groupRings(ringsOf([[]]))!.polygons).toEqual([[0]]);
    expect(groupRings(ringsOf([square(0, 0, 2), [], [[9, 9]]]))!.polygons).toEqual([[0], [1], [2]]);
    expect(groupRings(ringsOf([square(0, 0, 2), square(0, 0, 2)]))!.polygons.flat()).toEqual([0, 1]);
  });

  test("area is told with its direction, far from the origin too", () => {
    const far = groupRings(
      ringsOf([square(500_000, 1_400_000, 0.5), [...square(500_000, 1_400_009, 2)].reverse()]),
    )!;
    expect([...far.area2]).toEqual([0.5, -8]);
  });
});

test("a side is the same with slabs and edge by edge", () => {
  const teeth = comb(300, 50);
  const { xy, start } = ringsOf([teeth]);
  const slabs = ringSlabs(xy, 0, start[1]!);
  expect(slabs.start).not.toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: -8, max: 2408 }), fc.integer({ min: -9, max: 409 }), (a, b) => {
      const [x, y] = [a / 8 + 1 / 64, b / 8 + 1 / 64];
      const side = ringSide(xy, slabs, x, y);
      if (side !== 0) expect(side > 0).toBe(contains(teeth, x, y));
    }),
    { seed: 20250701, numRuns: 2000 },
  );
  for (const [x, y] of teeth) expect(ringSide(xy, slabs, x, y)).toBe(0);
});

describe("steps are counted", () => {
  test("what lies apart costs little, what is made to cost ends", () => {
    const apart = Array.from({ length: 20_000 }, (_, i) => square((i % 200) * 3, Math.floor(i / 200) * 3, 1));
    const budget = { left: MOST_STEPS };
    expect(groupRings(ringsOf([square(-9, -9, 9_999), ...apart]), budget)!.polygons).toHaveLength(1);
    // A few hundred steps for each ring.
    expect(MOST_STEPS - budget.left).toBeLessThan(20_000 * 500);

    const inside = Array.from({ length: 2_000 }, (_, i) => square(i + 0.6, 1, 0.1));
    const narrow = { left: 1_000 };
    expect(groupRings(ringsOf([comb(2_000, 10_000), ...inside]), narrow)).toBeNull();
    // It ends within what one ring more may cost.
    expect(narrow.left).toBeGreaterThan(-1_000_000);
  });
});
