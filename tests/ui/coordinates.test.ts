import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromVn2000, toVn2000 } from "../../src/core/crs/vn2000.ts";
import { boundsOf, readCoordinates, readPoint, writeCoordinates } from "../../src/ui/coordinates.ts";

const read = (...lines: string[]) => readCoordinates(lines.join("\n"), fromVn2000);
const ring = (shape: ReturnType<typeof read>) => {
  if (!shape.ok) throw new Error(`not read: ${shape.problem} in line ${shape.line}`);
  return shape.geometry.coordinates[0]!;
};

describe("longitude and latitude", () => {
  const wanted = [
    [108.05, 12.66],
    [108.06, 12.66],
    [108.06, 12.67],
    [108.05, 12.66],
  ];
  test.each([
    ["points", ["108.05 12.66", "108.06 12.66", "108.06 12.67"]],
    ["decimal commas", ["108,05 12,66", "108,06 12,66", "108,06 12,67"]],
    ["a comma between", ["108.05, 12.66", "108.06, 12.66", "108.06, 12.67"]],
    ["a comma alone between", ["108.05,12.66", "108.06,12.66", "108.06,12.67"]],
    ["semicolons", ["108,05; 12,66", "108,06; 12,66", "108,06; 12,67"]],
    ["tabs and empty lines", ["108.05\t12.66", "", "108.06\t12.66", "  ", "108.06\t12.67", ""]],
    ["numbered corners", ["1 108.05 12.66", "2. 108.06 12.66", "3) 108.06 12.67"]],
    ["closed already", ["108.05 12.66", "108.06 12.66", "108.06 12.67", "108.05 12.66"]],
  ])("%s", (_name, lines) => {
    const shape = read(...lines);
    expect(shape.ok && shape.system).toBe("lon-lat");
    expect(ring(shape)).toEqual(wanted);
  });

  test("latitude first is recognised, turned and said", () => {
    const shape = read("12.66 108.05", "12.66 108.06", "12.67 108.06");
    expect(shape.ok && shape.system).toBe("lat-lon");
    expect(ring(shape)).toEqual(wanted);
  });
});

describe("VN-2000", () => {
  const corners = [
    [1_400_000, 475_000],
    [1_400_000, 475_500],
    [1_400_500.25, 475_500.5],
  ] as const;
  const wanted = corners.map(([x, y]) => fromVn2000([y, x]));
  test.each([
    ["plain", ["1400000 475000", "1400000 475500", "1400500.25 475500.5"]],
    ["Vietnamese thousands", ["1.400.000 475.000", "1.400.000 475.500", "1.400.500,25 475.500,5"]],
    ["English thousands", ["1,400,000 475,000", "1,400,000 475,500", "1,400,500.25 475,500.5"]],
    ["named", ["X 1400000 Y 475000", "X=1400000; Y=475500", "X: 1400500,25 Y: 475500,5"]],
    ["east first", ["475000 1400000", "475500 1400000", "475500.5 1400500.25"]],
  ])("%s", (_name, lines) => {
    const shape = read(...lines);
    expect(shape.ok && shape.system).toBe("vn-2000");
    expect(ring(shape).slice(0, 3)).toEqual(wanted);
  });

  test("north and east of any place in the province come back to that place", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 107.4, max: 109.5, noNaN: true }),
        fc.double({ min: 12, max: 13.7, noNaN: true }),
        (lon, lat) => {
          const lines = [0, 0.001, 0.002].map((step, i) => {
            const [east, north] = toVn2000([lon + step, lat + (i === 2 ? 0.001 : 0)]);
            return `${north.toFixed(3)} ${east.toFixed(3)}`;
          });
          const [first] = ring(read(...lines));
          expect(first![0]).toBeCloseTo(lon, 7);
          expect(first![1]).toBeCloseTo(lat, 7);
        },
      ),
    );
  });
});

describe("refused, with the line", () => {
  test.each([
    ["nothing typed", ["", " "], { problem: "empty" }],
    ["two corners", ["108.05 12.66", "108.06 12.66"], { problem: "few", line: 2 }],
    ["words", ["108.05 12.66", "trụ sở xã"], { problem: "line", line: 2, text: "trụ sở xã" }],
    ["one number", ["108.05"], { problem: "line", line: 1 }],
    ["three numbers", ["108.05 12.66 420.5"], { problem: "line", line: 1 }],
    ["a letter in a number", ["1 406 8l2,16 475.678,10"], { problem: "line", line: 1 }],
    ["zero zero", ["108.05 12.66", "0 0"], { problem: "outside", line: 2 }],
    ["another country", ["2.35 48.85"], { problem: "outside", line: 1 }],
    ["two systems", ["108.05 12.66", "1400000 475000"], { problem: "mixed", line: 2 }],
    ["order changed half way", ["108.05 12.66", "12.66 108.06"], { problem: "mixed", line: 2 }],
  ])("%s", (_name, lines, wanted) => {
    expect(read(...lines)).toMatchObject({ ok: false, ...wanted });
  });

  test("no text makes it throw", () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readCoordinates(text, fromVn2000).ok === "boolean"));
  });
});

test("a shape is written as text that is read back", () => {
  const shape = read("108.05 12.66", "108.06 12.66", "108.06 12.67");
  if (!shape.ok) throw new Error("not read");
  expect(readCoordinates(writeCoordinates(shape.geometry), fromVn2000)).toEqual(shape);
  expect(boundsOf(shape.geometry)).toEqual([108.05, 12.66, 108.06, 12.67]);
  expect(boundsOf({ type: "MultiPolygon", coordinates: [shape.geometry.coordinates] })).toEqual([
    108.05, 12.66, 108.06, 12.67,
  ]);
});

describe("one place, as typed into the search box", () => {
  test.each([
    ["108,05 12,66", "lon-lat"],
    ["12.66, 108.05", "lat-lon"],
  ])("%s is %s", (text, system) => {
    expect(readPoint(text, fromVn2000)).toEqual({ system, at: [108.05, 12.66] });
  });

  test("X and Y in VN-2000 come out at the same place, whichever is first", () => {
    const [east, north] = toVn2000([108.05, 12.66]);
    for (const text of [`${north.toFixed(2)} ${east.toFixed(2)}`, `${east.toFixed(2)} ${north.toFixed(2)}`]) {
      const point = readPoint(text, fromVn2000);
      expect(point?.system).toBe("vn-2000");
      expect(point?.at[0]).toBeCloseTo(108.05, 6);
      expect(point?.at[1]).toBeCloseTo(12.66, 6);
    }
  });

  test.each(["Ea Mẫu", "99011-0137", "108.05", "1 2", ""])("“%s” is no place", (text) => {
    expect(readPoint(text, fromVn2000)).toBeNull();
  });
});
