import { featureCollection, multiPolygon } from "@turf/helpers";
import { intersect } from "@turf/intersect";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrange, ringOf } from "../../../src/core/geometry/arrangement/arrangement.ts";
import { areaM2 } from "../../../src/core/geometry/ellipsoid.ts";
import { signedArea } from "../../../src/core/geometry/parts-of-rings.ts";
import { INSIDE, locate, ON_BOUNDARY, slabsOf } from "../../../src/core/geometry/point-in-polygon.ts";
import { polygonSetOf, polygonsOf } from "../../../src/core/geometry/polygon-set.ts";
import { selfCrossing } from "../../../src/core/geometry/self-crossing.ts";
import { untangle } from "../../../src/core/geometry/untangle.ts";
import { touchesItself } from "../../../src/core/intake/checks/rings.ts";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { anyPoint, starRing, wildPolygon } from "./shapes.ts";

const at = (geometry: ArealGeometry, [lon, lat]: LonLat): number =>
  locate(slabsOf(polygonSetOf([geometry])), 0, lon, lat);

describe("untangle", () => {
  test("a bow tie becomes two triangles of the same ground", () => {
    const tie: ArealGeometry = {
      type: "Polygon",
      coordinates: [
        [
          [108, 12],
          [108.2, 12.2],
          [108.2, 12],
          [108, 12.2],
          [108, 12],
        ],
      ],
    };
    const mended = untangle(tie)!;
    expect(mended.type).toBe("MultiPolygon");
    expect(polygonsOf(mended)).toHaveLength(2);
    // The signed sum of the tie is nearly nothing; its ground is two triangles.
    expect(areaM2(mended)).toBeGreaterThan(100 * areaM2(tie));
  });

  test("a bay closed at a point becomes a hole; a spike goes", () => {
    const bay: ArealGeometry = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [2, 4],
          [3, 2],
          [1, 2],
          [2, 4],
          [0, 4],
          [0, 0],
        ],
      ],
    };
    const mended = untangle(bay)!;
    expect(polygonsOf(mended)[0]).toHaveLength(2);
    const spike: ArealGeometry = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [4, 0],
          [6, 0],
          [4, 0],
          [4, 4],
          [0, 0],
        ],
      ],
    };
    expect(untangle(spike)).toEqual({
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 0],
        ],
      ],
    });
  });

  test("nothing inside, nothing left", () => {
    expect(
      untangle({
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      }),
    ).toBeNull();
    expect(untangle({ type: "Polygon", coordinates: [] })).toBeNull();
    expect(untangle({ type: "Polygon", coordinates: [[]] })).toBeNull();
  });

  test("any rings at all: the same inside, no crossing, no touching, outer rings anticlockwise", () => {
    fc.assert(
      fc.property(
        wildPolygon,
        // No lattice points: they lie within the rounding of crossings, on either side.
        fc.array(anyPoint, { minLength: 40, maxLength: 40 }),
        (wild, points) => {
          const mended = untangle(wild);
          for (const point of points) {
            const before = at(wild, point);
            if (before === ON_BOUNDARY) continue;
            const after = mended === null ? 0 : at(mended, point);
            if (after !== ON_BOUNDARY) expect(after === INSIDE).toBe(before === INSIDE);
          }
          if (mended === null) return;
          expect(selfCrossing(mended)).toBeNull();
          for (const rings of polygonsOf(mended)) {
            rings.forEach((ring, r) => {
              expect(touchesItself(ring)).toBeNull();
              expect(Math.sign(signedArea(ring))).toBe(r === 0 ? 1 : -1);
            });
          }
        },
      ),
      { seed: 3, numRuns: 600 },
    );
  });

  test("done twice is done once", () => {
    fc.assert(
      fc.property(wildPolygon, (wild) => {
        const once = untangle(wild);
        if (once === null) return;
        expect(areaM2(untangle(once)!)).toBeCloseTo(areaM2(once), 3);
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

describe("arrange", () => {
  test("edges within rounding of each other end, as one line or as a refusal", () => {
    const near = fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 999 }))
      .map(([k, n]) => 0.1 * k + n);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(near, near), { minLength: 3, maxLength: 24 }),
        fc.integer({ min: 7, max: 18 }),
        (points, digits) => {
          const small = 10 ** -digits;
          const ring = points.map(
            ([x, y]): LonLat => [108 + (x % 1) + Math.floor(x) * small, 12 + (y % 1) + Math.floor(y) * small],
          );
          const arrangement = arrange([[ring]]);
          if (arrangement === null) return;
          const { halfEdges, faceOf } = arrangement;
          for (let h = 0; h < halfEdges.count; h++) expect(faceOf[h]).toBe(faceOf[halfEdges.next[h]!]);
          const mended = untangle({ type: "Polygon", coordinates: [ring] });
          if (mended) expect(selfCrossing(mended)).toBeNull();
        },
      ),
      { seed: 13, numRuns: 1000 },
    );
  });

  test("a scribble is refused before it fills the memory", () => {
    // Every edge crosses nearly every other: some 20 million crossings.
    const scribble = Array.from(
      { length: 9001 },
      (_, k): LonLat => [108 + (k % 2), 12 + ((k * 7919) % 9001) / 9001],
    );
    expect(arrange([[scribble]])).toBeNull();
    expect(untangle({ type: "Polygon", coordinates: [scribble] })).toBeNull();
  });

  test("what two stars share is what another clipper says", () => {
    fc.assert(
      fc.property(starRing, starRing, (a, b) => {
        const arrangement = arrange([[a], [b]])!;
        let shared = 0;
        arrangement.covers.forEach((cover, face) => {
          if (cover.length < 2) return;
          const coordinates = arrangement.cycles[face]!.map((h) => ringOf(arrangement, h));
          shared += areaM2({ type: "Polygon", coordinates });
        });
        const other = intersect(
          featureCollection([a, b].map((ring) => multiPolygon([[ring.map(([x, y]) => [x, y])]]))),
        );
        const theirs = other === null ? 0 : areaM2(other.geometry as unknown as ArealGeometry);
        expect(Math.abs(shared - theirs)).toBeLessThan(0.01 + 1e-9 * shared);
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  test("faces cover every point as the outlines do, islands in holes included", () => {
    const square = (x: number, y: number, size: number): LonLat[] => [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ];
    // A ring of land, an island in its lake, a pond on the island; nothing touches.
    const arrangement = arrange([
      [square(0, 0, 10), square(2, 2, 6)],
      [square(4, 4, 2), square(4.5, 4.5, 1)],
    ])!;
    expect(arrangement.covers.map((cover) => cover.join())).toEqual(["", "0", "", "1", ""]);
    expect(arrangement.cycles.map((cycles) => cycles.length)).toEqual([1, 2, 2, 2, 1]);
  });
});
