import fc from "fast-check";
import { expect, test } from "vitest";
import { type NearEdges, replaceNear } from "../../../src/core/screening/near-edges.ts";

interface Entry {
  readonly group: number;
  readonly rank: number;
  readonly inside: number;
  readonly distanceM: number;
}
interface Point {
  readonly point: number;
  readonly deep: number;
  readonly entries: readonly Entry[];
}

function packed(points: readonly Point[]): NearEdges {
  const entries = points.flatMap((each) => each.entries);
  let end = 0;
  return {
    maxM: 100,
    point: Uint32Array.from(points, ({ point }) => point),
    start: Uint32Array.from([0, ...points.map((each) => (end += each.entries.length))]),
    group: Uint8Array.from(entries, ({ group }) => group),
    rank: Uint8Array.from(entries, ({ rank }) => rank),
    inside: Uint8Array.from(entries, ({ inside }) => inside),
    distanceM: Float64Array.from(entries, ({ distanceM }) => distanceM),
    deep: Uint32Array.from(points, ({ deep }) => deep),
  };
}

const entry: fc.Arbitrary<Entry> = fc.record({
  group: fc.nat(3),
  rank: fc.integer({ min: 1, max: 5 }),
  inside: fc.nat(1),
  distanceM: fc.nat(100),
});
const points = fc
  .uniqueArray(
    fc.record({
      point: fc.nat(60),
      deep: fc.nat(5),
      entries: fc.array(entry, { minLength: 1, maxLength: 3 }),
    }),
    { selector: ({ point }) => point },
  )
  .map((list) => list.sort((a, b) => a.point - b.point));

test("points that were asked again have what was found now, the others what they had, in order", () => {
  fc.assert(
    fc.property(points, points, fc.uniqueArray(fc.nat(60)), (before, found, asked) => {
      const touched = asked.sort((a, b) => a - b);
      const now = found.filter(({ point }) => touched.includes(point));
      const wanted = [...before.filter(({ point }) => !touched.includes(point)), ...now];
      wanted.sort((a, b) => a.point - b.point);
      const got = replaceNear(packed(before), Uint32Array.from(touched), packed(now));
      expect(got).toEqual(packed(wanted));
    }),
  );
});

test("hundreds of thousands of points are found again without a fault", () => {
  const count = 300_000; // more than a call can have arguments
  const one: Entry = { group: 1, rank: 3, inside: 0, distanceM: 7 };
  const all = packed(Array.from({ length: count }, (_, point) => ({ point, deep: 0, entries: [one] })));
  const none = packed([]);
  const got = replaceNear(none, all.point, all);
  expect(got.point).toHaveLength(count);
  expect(got.point.every((point, k) => point === k && got.start[k + 1] === k + 1)).toBe(true);
  expect(got.distanceM.every((metres) => metres === 7)).toBe(true);
});
