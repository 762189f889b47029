import fc from "fast-check";
import geodesic from "geographiclib-geodesic";
import { expect, test } from "vitest";
import type { Metric } from "../../../src/core/geometry/metric.ts";
import { lineSetOf, polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import {
  edgesNear,
  featuresWithin,
  nearestDistances,
  nearestEdge,
  nearestEdgeM,
  segmentIndex,
  segmentIndexFrom,
} from "../../../src/core/geometry/segment-index.ts";
import type { LineGeometry, LineSet, PolygonSet } from "../../../src/core/model/geometry.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { eachFeatureM, leastM } from "./edges.ts";
import { anyPoint, between, latticePoint, wildPolygon } from "./shapes.ts";

const place = fc.oneof(latticePoint, anyPoint);
const far: fc.Arbitrary<LonLat> = fc.constantFrom<LonLat>([0, 0], [-170, -60], [108, 89], [300, 12]);
const odd: fc.Arbitrary<LonLat> = fc.constantFrom<LonLat>(
  [Number.NaN, 12],
  [108, Number.NaN],
  [Infinity, 12],
  [108, -Infinity],
);
/** Most close together, some anywhere, a few very far, a few that are no place at all. */
const points = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: place },
    {
      weight: 6,
      arbitrary: anyPoint.map(([x, y]): LonLat => [108 + (x - 108) / 64, 12.5 + (y - 12.5) / 64]),
    },
    { weight: 1, arbitrary: far },
    { weight: 1, arbitrary: odd },
  ),
  { minLength: 1, maxLength: 40 },
);
/** Parts of one position and repeated ones, short and long edges, at times one far away from the rest. */
const line: fc.Arbitrary<LineGeometry> = fc
  .array(
    fc.array(fc.oneof({ weight: 30, arbitrary: place }, { weight: 1, arbitrary: far }), { maxLength: 30 }),
    {
      maxLength: 4,
    },
  )
  .map((parts) => ({
    type: "MultiLineString",
    coordinates: parts.map((part) => part.flatMap((p, i) => (i % 5 ? [p] : [p, p]))),
  }));
const positions = fc
  .array(place, { maxLength: 60 })
  .map((all): LineSet => lineSetOf(all.map((at) => ({ type: "LineString", coordinates: [at] }))));
const sets: fc.Arbitrary<PolygonSet | LineSet> = fc.oneof(
  fc.array(wildPolygon, { maxLength: 8 }).map(polygonSetOf),
  fc.array(line, { maxLength: 8 }).map(lineSetOf),
  positions,
);
const metrics = fc.constantFrom<Metric>("ellipsoid", "plane");
const limits = fc.oneof(fc.constant(Infinity), between(0, 40_000), between(0, 0.2), fc.constant(0));

function columns(all: readonly LonLat[]): [lon: Float64Array, lat: Float64Array] {
  return [Float64Array.from(all, ([x]) => x), Float64Array.from(all, ([, y]) => y)];
}

test("many points: the bits of every edge tried, and of one point asked alone", () => {
  fc.assert(
    fc.property(sets, points, metrics, limits, fc.constantFrom(1, 1e9), (set, asked, metric, maxM, many) => {
      const index = segmentIndex(set, { metric, points: many });
      const [lon, lat] = columns(asked);
      const want = asked.map((at) => leastM(eachFeatureM(set, at, metric), maxM));
      expect([...nearestDistances(index, lon, lat, { maxM })]).toEqual(want);
      expect(asked.map(([x, y]) => nearestEdgeM(index, x, y, { maxM }))).toEqual(want);
    }),
    { numRuns: 400 },
  );
});

test("only allowed features are found", () => {
  fc.assert(
    fc.property(
      sets,
      points,
      metrics,
      limits,
      fc.infiniteStream(fc.boolean()),
      (set, asked, metric, maxM, coin) => {
        const allowed = Uint8Array.from({ length: set.count }, () => (coin.next().value ? 1 : 0));
        const index = segmentIndex(set, { metric });
        const want = asked.map((at) =>
          leastM(
            eachFeatureM(set, at, metric).filter((_, f) => allowed[f] === 1),
            maxM,
          ),
        );
        expect([...nearestDistances(index, ...columns(asked), { maxM, allowed })]).toEqual(want);
        expect(asked.map(([x, y]) => nearestEdgeM(index, x, y, { maxM, allowed }))).toEqual(want);
      },
    ),
    { numRuns: 200 },
  );
});

test("halves of one shared column, asked through one shared index", () => {
  fc.assert(
    fc.property(sets, points, fc.nat(), (set, asked, cut) => {
      const [lon, lat] = columns(asked);
      const whole = nearestDistances(segmentIndex(set), lon, lat);
      const index = segmentIndex(set, { allocate: (bytes) => new SharedArrayBuffer(bytes) });
      expect(index.data).toBeInstanceOf(SharedArrayBuffer);
      const out = new Float64Array(new SharedArrayBuffer(8 * lon.length)).fill(-1);
      const middle = cut % (lon.length + 1);
      const again = segmentIndexFrom(set, index.data);
      expect(nearestDistances(again, lon, lat, { out, from: middle })).toBe(out);
      expect([...out.subarray(0, middle)]).toEqual(Array.from({ length: middle }, () => -1));
      nearestDistances(structuredClone(index), lon, lat, { out, to: middle });
      expect([...out]).toEqual([...whole]);
    }),
    { numRuns: 100 },
  );
});

test("features near each point: what every edge tried says, and any smaller radius is a threshold on it", () => {
  fc.assert(
    fc.property(
      sets,
      points,
      metrics,
      between(0, 30_000),
      between(0, 1),
      (set, asked, metric, maxM, part) => {
        const index = segmentIndex(set, { metric });
        const near = edgesNear(index, ...columns(asked), maxM);
        expect(near.start).toHaveLength(asked.length + 1);
        asked.forEach((at, i) => {
          const entries = { from: near.start[i]!, to: near.start[i + 1]! };
          const features = [...near.feature.subarray(entries.from, entries.to)];
          const distances = [...near.distanceM.subarray(entries.from, entries.to)];
          const each = eachFeatureM(set, at, metric);
          const want = [...each.keys()].filter((f) => each[f]! <= maxM);
          expect(features).toEqual(want);
          expect(distances).toEqual(want.map((f) => each[f]));
          for (const r of [maxM, part * maxM, ...distances.slice(0, 2)])
            expect(featuresWithin(index, at[0], at[1], r)).toEqual(
              features.filter((_, k) => distances[k]! <= r),
            );
        });
      },
    ),
    { numRuns: 150 },
  );
});

test("a dense town, a far outlier and a road across the country: still every edge tried", () => {
  const lines: LineGeometry[] = [];
  for (let k = 0; k < 300; k++) {
    const coordinates: LonLat[] = [];
    for (let j = 0; j < 12; j++)
      coordinates.push([108 + ((k * 37) % 100) / 5e3 + j / 1e5, 12.6 + k / 3e4 + (j % 3) / 2e4]);
    lines.push({ type: "LineString", coordinates });
  }
  lines.push({ type: "LineString", coordinates: [[0, 0]] });
  lines.push({
    type: "LineString",
    coordinates: [
      [104, 9],
      [109, 22],
    ],
  });
  // Just beyond most of the others, where the cells may end.
  for (const x of [107.9999, 108.0225]) {
    const coordinates: LonLat[] = [
      [x, 12.59],
      [x, 12.62],
    ];
    lines.push({ type: "LineString", coordinates });
  }
  const set = lineSetOf(lines);
  const asked: LonLat[] = [];
  for (let i = 0; i < 1200; i++) asked.push([107.99 + (i % 40) / 1000, 12.59 + Math.floor(i / 40) / 1000]);
  asked.push([1, 1], [106.5, 15], [108.5, 13], [105, 21]);
  const want = asked.map((at) => leastM(eachFeatureM(set, at, "ellipsoid"), Infinity));
  expect([...nearestDistances(segmentIndex(set), ...columns(asked))]).toEqual(want);
});

test("distances are the geodesic's to a millionth up to 20 km, to a ten-thousandth at 200 km", () => {
  const wgs84 = geodesic.Geodesic.WGS84;
  const turn = between(0, 2 * Math.PI);
  fc.assert(
    fc.property(
      between(102, 110),
      between(8, 23.5),
      turn,
      between(0, 1),
      fc.boolean(),
      (x, y, angle, part, wide) => {
        const reach = part * (wide ? 1.8 : 0.17);
        const to: LonLat = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
        const set = lineSetOf([{ type: "LineString", coordinates: [to] }]);
        const want = wgs84.Inverse(y, x, to[1], to[0]).s12 ?? Number.NaN;
        const [got] = nearestDistances(segmentIndex(set), Float64Array.of(x), Float64Array.of(y));
        expect(Math.abs(got! - want)).toBeLessThanOrEqual((wide ? 1e-4 : 1e-6) * want + 1e-8);
      },
    ),
    { numRuns: 1000 },
  );
});

test("an edge is straight in its coordinates: the foot is the place with the least geodesic", () => {
  const wgs84 = geodesic.Geodesic.WGS84;
  fc.assert(
    fc.property(anyPoint, anyPoint, anyPoint, (a, b, [x, y]) => {
      const at = (t: number) =>
        wgs84.Inverse(y, x, a[1] + t * (b[1] - a[1]), a[0] + t * (b[0] - a[0])).s12 ?? Number.NaN;
      let [low, high] = [0, 1];
      for (let k = 0; k < 50; k++) {
        const third = (high - low) / 3;
        if (at(low + third) < at(high - third)) high -= third;
        else low += third;
      }
      const want = Math.min(at(0), at(1), at((low + high) / 2));
      // The earth's curvature: the relative difference grows with the square of the distance.
      const room = 2e-6 * Math.max(1, (want / 20_000) ** 2) * want + 1e-6;
      const index = segmentIndex(lineSetOf([{ type: "LineString", coordinates: [a, b] }]));
      const found = nearestEdge(index, x, y)!;
      expect(Math.abs(found.distanceM - want)).toBeLessThanOrEqual(room);
      expect(Math.abs((wgs84.Inverse(y, x, found.at[1], found.at[0]).s12 ?? 0) - want)).toBeLessThanOrEqual(
        room,
      );
    }),
    { numRuns: 200 },
  );
});

test("wrong arguments throw: columns of different lengths, an index of another set", () => {
  const set = lineSetOf([{ type: "LineString", coordinates: [[108, 12]] }]);
  const index = segmentIndex(set);
  const two = new Float64Array(2);
  const three = new Float64Array(3);
  expect(() => nearestDistances(index, two, three)).toThrow(RangeError);
  expect(() => nearestDistances(index, two, two, { out: three })).toThrow(RangeError);
  expect(() => nearestDistances(index, two, two, { to: 3 })).toThrow(RangeError);
  expect(() => edgesNear(index, two, three, 10)).toThrow(RangeError);
  expect(() => segmentIndexFrom(lineSetOf([]), index.data)).toThrow(RangeError);
  expect(() => segmentIndexFrom(set, new ArrayBuffer(64))).toThrow(TypeError);
});
