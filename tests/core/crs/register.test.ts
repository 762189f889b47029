import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { inBox, PROVINCE, rangeIn } from "../../../src/core/crs/areas.ts";
import { CRS_DEFINITIONS, type CrsCode, crsDefinition } from "../../../src/core/crs/definitions.ts";
import { epsgNumber, parseCrsCode } from "../../../src/core/crs/parse-code.ts";
import { twinOf } from "../../../src/core/crs/recognise.ts";
import { crsTransform } from "../../../src/core/crs/transform.ts";
import { say } from "../../../src/text/say.ts";

describe("the register", () => {
  test("holds the systems of the domain, each once, with the accuracy of its datum", () => {
    const codes = CRS_DEFINITIONS.map(({ code }) => Number(code.slice(5)));
    const tm3 = [5896, 5897, 5898, 5899, ...Array.from({ length: 14 }, (_, i) => 9205 + i)];
    const wanted = [4326, 4756, 4147, 4131, 3405, 3406, 32648, 32649, 3857, 3148, 3149, 2044, 2045, ...tm3];
    expect(codes.toSorted()).toEqual(wanted.toSorted());
    expect(CRS_DEFINITIONS.filter(({ grid }) => grid?.scale === 0.9999)).toHaveLength(18);
    expect(crsDefinition("EPSG:9207")?.grid).toEqual({
      centralMeridian: 104.5,
      scale: 0.9999,
      falseEasting: 500_000,
    });
    expect(crsDefinition("EPSG:2045")?.grid).toEqual({
      centralMeridian: 111,
      scale: 1,
      falseEasting: 19_500_000,
    });
    const accuracies = ["EPSG:4326", "EPSG:9218", "EPSG:2044", "EPSG:3148"].map(
      (code) => crsDefinition(code)?.accuracyM,
    );
    expect(accuracies).toEqual([0, 1, 5, 44]);
  });

  test("every system says where it is used, in both languages", () => {
    for (const { code } of CRS_DEFINITIONS) {
      expect(say("vi", `crs.used.${code}`).length).toBeGreaterThan(3);
      expect(say("en", `crs.used.${code}`).length).toBeGreaterThan(3);
    }
  });

  test("a meridian that is 15' off moves a place by 27 km, a forgotten datum step by 225 m", () => {
    const [east] = crsTransform("EPSG:9218").forward(108.35, 12.5);
    const [neighbour] = crsTransform("EPSG:9217").forward(108.35, 12.5);
    expect(Math.round((neighbour - east) / 1000)).toBe(27);
    const [x, y] = crsTransform("EPSG:3405").forward(108.35, 12.5);
    const [x2, y2] = crsTransform("EPSG:32648").forward(108.35, 12.5);
    expect(Math.hypot(x - x2, y - y2)).toBeCloseTo(225.6, 0);
  });

  test("ranges of the province agree with those measured from its communes", () => {
    // Thousands of metres: west, south, east, north; the box of the province is a little wider than the province.
    const measured: readonly [CrsCode, number, number, number, number][] = [
      ["EPSG:9218", 389, 1345, 604, 1515],
      ["EPSG:3405", 768, 1345, 986, 1519],
      ["EPSG:3406", 117, 1345, 333, 1518],
      ["EPSG:5898", 444, 1345, 659, 1515],
    ];
    for (const [code, ...wanted] of measured) {
      const range = rangeIn(code, PROVINCE).map((metres) => metres / 1000);
      for (const [i, thousand] of wanted.entries()) expect(Math.abs(range[i]! - thousand)).toBeLessThan(3);
    }
    expect(inBox(PROVINCE, Number.NaN, 13)).toBe(false);
  });

  test("twins share their numbers", () => {
    expect(twinOf("EPSG:3405")).toBe("EPSG:32648");
    expect(twinOf("EPSG:32649")).toBe("EPSG:3406");
    expect(twinOf("EPSG:4326")).toBe("EPSG:4756");
    expect(twinOf("EPSG:9218")).toBeNull();
    expect(twinOf("EPSG:3857")).toBeNull();
  });
});

test("systems are named by number, address or name; deprecated and unknown ones are refused by name", () => {
  const forms = [
    "9218",
    "EPSG:9218",
    "epsg 9218",
    "urn:ogc:def:crs:EPSG::9218",
    "VN-2000 / TM-3 108-30",
    "vn2000 tm3 108-30",
  ];
  forms.push("http://www.opengis.net/def/crs/EPSG/0/9218", "urn:x-ogc:def:crs:EPSG:9.1:9218");
  for (const form of forms) expect(parseCrsCode(form)).toMatchObject({ ok: true, value: "EPSG:9218" });
  expect(epsgNumber("urn:ogc:def:crs:OGC:1.3:CRS84")).toBe(4326);
  for (const number of [6956, 6957, 6958, 6959]) {
    const refused = parseCrsCode(`EPSG:${number}`);
    const problem = {
      code: "place.crs-refused",
      values: { crs: `EPSG:${number}`, instead: `EPSG:${number - 1060}` },
    };
    expect(refused).toMatchObject({ ok: false, problem });
  }
  for (const text of ["", "EPSG:3395", "VN", "__proto__", "EPSG:", "92180000"]) {
    expect(parseCrsCode(text)).toMatchObject({ ok: false, problem: { code: "place.crs-unknown" } });
  }
});

const PROJ = spawnSync("cs2cs", ["-lp"]).status === 0;
if (!PROJ) console.warn("NOT RUN: comparison of every system with PROJ (cs2cs is not installed)");

/** Longitude, latitude. The old datums where PROJ uses the same step as we: EPSG gives it for that place only. */
const PLACES: readonly (readonly [number, number])[] = [
  [108.038, 12.667],
  [108.35, 12.5],
  [107.88, 13.07],
  [109.32, 13.09],
];
const FARTHER_NORTH: readonly (readonly [number, number])[] = [
  [108.2, 14.5],
  [107.9, 16.2],
];
const VUNG_TAU: readonly (readonly [number, number])[] = [
  [107.1, 10.4],
  [107.25, 10.5],
];
const PLACES_OF = { wgs84: PLACES, vn2000: PLACES, hanoi1972: VUNG_TAU, indian1960: FARTHER_NORTH };

test.runIf(PROJ).each(CRS_DEFINITIONS.map(({ code }) => code))(
  "%s agrees with PROJ within a centimetre, both ways",
  (code) => {
    const definition = crsDefinition(code)!;
    const places = PLACES_OF[definition.datum];
    // Zone 19 ends where the step from Hanoi 1972 is given: there the step was compared in degrees, and here the grid.
    const grid = definition.datum === "hanoi1972" && definition.unit === "metre";
    const from = grid ? crsTransform("EPSG:4147").forward : (lon: number, lat: number) => [lon, lat] as const;
    const input = places
      .map(([lon, lat]) => from(lon, lat))
      .map(([lon, lat]) => `${lat} ${lon}`)
      .join("\n");
    const args = ["-f", "%.9f", grid ? "EPSG:4147" : "EPSG:4326", code];
    const output = execFileSync("cs2cs", args, { input, encoding: "utf8" });
    const lines = output
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/).map(Number));
    const { forward, inverse } = crsTransform(code);
    places.forEach(([lon, lat], i) => {
      const [a, b] = lines[i]!;
      // PROJ answers in the order of the authority: degrees and Gauss-Krüger have the north first.
      const northFirst = definition.unit === "degree" || definition.grid?.scale === 1;
      const [x, y] = northFirst ? [b!, a!] : [a!, b!];
      const perUnit = definition.unit === "degree" ? 111_320 : 1;
      const [gotX, gotY] = forward(lon, lat);
      expect(Math.hypot(gotX - x, gotY - y) * perUnit).toBeLessThan(0.01);
      const [backLon, backLat] = inverse(x, y);
      expect(Math.hypot(backLon - lon, backLat - lat) * 111_320).toBeLessThan(0.01);
    });
  },
);
