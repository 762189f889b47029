import { describe, expect, test } from "vitest";
import { crsTransform } from "../../../../src/core/crs/transform.ts";
import { distanceM } from "../../../../src/core/geometry/ellipsoid.ts";
import type { PlaceMeaning } from "../../../../src/core/intake/meaning.ts";
import { geometryPlacer } from "../../../../src/core/intake/place/geometry-placer.ts";
import { type PlacedRow, placerOf } from "../../../../src/core/intake/place/placer.ts";
import type { LonLat } from "../../../../src/core/units.ts";
import { shapes, sheet } from "./support.ts";

const PLACE: PlaceMeaning = { kind: "columns", crs: "EPSG:9218", east: "Y", north: "X" };
/** WGS 84, and its numbers in VN-2000 / TM-3 108°30' computed with PROJ. */
const AT: LonLat = [108.038, 12.667];
const [EAST, NORTH] = [449623.88, 1400889.43];

function metresFrom(row: PlacedRow | { readonly proposed: unknown }, wanted: LonLat = AT): number {
  const at = ("at" in row ? row.at : (row as { proposed: LonLat }).proposed) as LonLat;
  return distanceM(at[0], at[1], wanted[0], wanted[1]);
}

describe("rows with two columns", () => {
  const rows = [
    ["1.400.889,43", "449.623,88"],
    ["", null],
    ["1.400.889,43", ""],
    ["449.623,88", "1.400.889,43"],
    ["12,667000", "108,038000"],
    ["108°02'16,8\"", "12°40'01,2\""],
    ["0", "0"],
    ["1.4OO.889", "449.623,88"],
    ["14O0889,43", "449.623,88"],
    ["không rõ", "449.623,88"],
    ["1e400", "449.623,88"],
    ["99.999.999,9", "449.623,88"],
    [NORTH, EAST],
    ["1.400.889,43", true],
  ] as const;
  const placed = placerOf(PLACE, sheet(["X", "Y"], rows));
  const problem = (row: number) => {
    const result = placed(row);
    return "problem" in result ? result : expect.unreachable(`row ${row} has no problem`);
  };

  test("lie within a centimetre of PROJ", () => {
    expect(metresFrom(placed(0))).toBeLessThan(0.01);
    expect(metresFrom(placed(12))).toBeLessThan(0.01);
  });

  test("without numbers have no place; one of two is told", () => {
    expect(placed(1)).toEqual({ at: null });
    expect(problem(2)).toMatchObject({
      problem: { code: "place.half", field: "Y", row: 4, file: "diem.csv" },
      proposed: null,
    });
  });

  test("swapped rows and degrees are told with a proposal, never turned", () => {
    expect(problem(3).problem).toMatchObject({ code: "place.swapped", field: "Y, X", row: 5 });
    expect(metresFrom(problem(3))).toBeLessThan(0.01);
    expect(problem(4).problem.code).toBe("place.degrees");
    expect(metresFrom(problem(4))).toBe(0);
    expect(metresFrom(problem(5))).toBeLessThan(0.01);
  });

  test("what is no coordinate is told as it was written", () => {
    expect(problem(6).problem.code).toBe("place.zero");
    expect(problem(7).problem).toMatchObject({
      code: "place.number",
      field: "X",
      values: { given: "1.4OO.889" },
    });
    expect(problem(8).problem).toMatchObject({
      code: "place.number-letter",
      values: { proposed: "1400889,43" },
    });
    expect(problem(9).problem.code).toBe("place.number");
    expect(problem(10).problem.code).toBe("place.number");
    expect(problem(11).problem.code).toBe("place.outside");
    expect(problem(13).problem).toMatchObject({ code: "place.number", field: "Y" });
  });

  test("a sign that the column does not explain is told", () => {
    const table = sheet(
      ["X", "Y"],
      [
        ["1.400", "1.400"],
        ["2.300", "2.100"],
      ],
    );
    expect(placerOf(PLACE, table)(0)).toMatchObject({ problem: { code: "place.number-ambiguous" } });
  });

  test("degrees that are metres are told; the mark of the meridian is not guessed", () => {
    const table = sheet(["X", "Y"], [["1400889,43", "449623,88"]]);
    const place: PlaceMeaning = { kind: "columns", crs: "EPSG:4326", east: "Y", north: "X" };
    expect(placerOf(place, table)(0)).toMatchObject({ problem: { code: "place.metres" }, proposed: null });
  });

  test("a column that is not there is a fault of ours", () => {
    expect(() => placerOf({ ...PLACE, east: "__proto__" }, sheet(["X", "Y"], []))).toThrow(RangeError);
  });
});

test("one column with both, in either order", () => {
  const rows = [["1400889,43; 449623,88"], ["449623,88; 1400889,43"], ["?"], [""]];
  const placed = placerOf({ ...PLACE, east: "td", north: "td" }, sheet(["td"], rows));
  expect(metresFrom(placed(0))).toBeLessThan(0.01);
  expect(metresFrom(placed(1))).toBeLessThan(0.01);
  expect(placed(2)).toMatchObject({ problem: { code: "place.number", field: "td" } });
  expect(placed(3)).toEqual({ at: null });
  const degrees = sheet(["td"], [["12,667; 108,038"], ["12°40'01,2\"B 108°02'16,8\"Đ"]]);
  const inDegrees = placerOf({ kind: "columns", crs: "EPSG:4326", east: "td", north: "td" }, degrees);
  expect(metresFrom(inDegrees(0))).toBeLessThan(0.01);
  expect(metresFrom(inDegrees(1))).toBeLessThan(0.01);
});

describe("shapes", () => {
  const { forward } = crsTransform("EPSG:9218");
  const ring = [
    [108, 12.5],
    [108.1, 12.5],
    [108.1, 12.6],
    [108, 12.5],
  ] as const;
  const wanted = { type: "Polygon", coordinates: [ring.map((at) => [...at])] };
  const metres = ring.map(([lon, lat]) => [...forward(lon, lat), 640]);
  const ringOf = (placed: unknown) => (placed as { coordinates: number[][][] }).coordinates[0]!;

  test("come into WGS 84 without their heights, whichever number is first", () => {
    for (const axes of ["xy", "yx"] as const) {
      const coordinates = [metres.map(([x, y, z]) => (axes === "xy" ? [x!, y!, z!] : [y!, x!, z!]))];
      const placed = geometryPlacer("EPSG:9218", axes)({ type: "Polygon", coordinates });
      if (!("geometry" in placed)) return expect.unreachable();
      ringOf(placed.geometry).forEach((at, i) => {
        expect(at).toHaveLength(2);
        expect(distanceM(at[0]!, at[1]!, ring[i]![0], ring[i]![1])).toBeLessThan(0.001);
      });
    }
  });

  test("that stand the other way round, or in degrees, are told with a proposal", () => {
    const place = geometryPlacer("EPSG:9218", "xy");
    const swapped = place({ type: "Polygon", coordinates: [metres.map(([x, y]) => [y!, x!])] });
    expect(swapped).toMatchObject({ problem: { code: "place.swapped" } });
    const at = ringOf((swapped as { proposed: unknown }).proposed)[1]!;
    expect(distanceM(at[0]!, at[1]!, 108.1, 12.5)).toBeLessThan(0.001);
    expect(place(wanted)).toMatchObject({ problem: { code: "place.degrees" }, proposed: wanted });
    expect(place({ type: "Point", coordinates: [5e7, 5e7] })).toMatchObject({
      problem: { code: "place.outside" },
      proposed: null,
    });
  });

  test("in a table say their feature; points are points; collections and junk pass to the reader", () => {
    const point = { type: "Point", coordinates: [EAST, NORTH] };
    const collection = { type: "GeometryCollection", geometries: [point] };
    const junk = { type: "Polygon", coordinates: [["a", "b"]] };
    const given = [
      point,
      { type: "Point", coordinates: [NORTH, EAST] },
      null,
      collection,
      junk,
      { type: "Point" },
    ];
    const placed = placerOf({ kind: "geometry", crs: "EPSG:9218", axes: "xy" }, shapes(given, null));
    expect(metresFrom(placed(0))).toBeLessThan(0.01);
    expect(placed(1)).toMatchObject({
      problem: { code: "place.swapped", row: 2, rowIs: "feature", file: "xa.shp" },
    });
    expect(placed(2)).toEqual({ shape: null });
    const inner = (placed(3) as unknown as { shape: { geometries: { coordinates: LonLat }[] } }).shape
      .geometries[0]!;
    expect(distanceM(...inner.coordinates, ...AT)).toBeLessThan(0.01);
    expect(placed(4)).toEqual({ shape: junk });
  });

  test("nested without end are left as they are", () => {
    let deep: unknown[] = [EAST, NORTH];
    for (let i = 0; i < 10_000; i++) deep = [deep];
    const geometry = { type: "Polygon", coordinates: deep } as never;
    expect(geometryPlacer("EPSG:9218", "xy")(geometry)).toEqual({ geometry });
  });
});
