import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CRS_DEFINITIONS, type CrsCode } from "../../../src/core/crs/definitions.ts";
import { recogniseCrs } from "../../../src/core/crs/recognise.ts";
import { parseWkt } from "../../../src/core/crs/wkt.ts";
import type { DeclaredCrs } from "../../../src/core/intake/dataset.ts";

const SPHEROID = 'SPHEROID["WGS_1984",6378137.0,298.257223563]';
const GREENWICH = 'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]';
const VN2000 = `GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",${SPHEROID}],${GREENWICH}]`;
const WGS84 = `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",${SPHEROID}],${GREENWICH}]`;
const HANOI = `GEOGCS["GCS_Hanoi_1972",DATUM["D_Hanoi_1972",SPHEROID["Krasovsky_1940",6378245.0,298.3]],${GREENWICH}]`;
const INDIAN = `GEOGCS["GCS_Indian_1960",DATUM["D_Indian_1960",SPHEROID["Everest_Adjustment_1937",6377276.345,300.8017]],${GREENWICH}]`;
/** As ESRI writes a grid. */
function esri(name: string, base: string, meridian: number, scale: number, east = 500000, north = 0): string {
  const parameters = [
    ["False_Easting", east],
    ["False_Northing", north],
    ["Central_Meridian", meridian],
    ["Scale_Factor", scale],
    ["Latitude_Of_Origin", 0],
  ].map(([key, value]) => `PARAMETER["${key}",${value}]`);
  return `PROJCS["${name}",${base},PROJECTION["Transverse_Mercator"],${parameters.join()},UNIT["Meter",1.0]]`;
}
/** As GDAL writes WKT 1, with the tags of the authority or without. */
function ogc(
  name: string,
  datum: string,
  meridian: number,
  scale: number,
  code: number | null,
  shift = "",
): string {
  const tag = code === null ? "" : `,AUTHORITY["EPSG","${code}"]`;
  return `PROJCS["${name}",GEOGCS["${name.split(" /")[0]}",DATUM["${datum}",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]]${shift}],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",${meridian}],PARAMETER["scale_factor",${scale}],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH]${tag}]`;
}
/** As ISO 19162 has it. */
function wkt2(name: string, base: string, meridian: number, scale: number, id: string): string {
  return `PROJCRS["${name}",BASEGEOGCRS["${base}",DATUM["${base}",ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],CONVERSION["x",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of natural origin",${meridian},ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Scale factor at natural origin",${scale},SCALEUNIT["unity",1]],PARAMETER["False easting",500000,LENGTHUNIT["metre",1]],PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],CS[Cartesian,2],AXIS["(E)",east,ORDER[1]],AXIS["(N)",north,ORDER[2]],LENGTHUNIT["metre",1]${id}]`;
}
const SEVEN = "-191.90441429, -39.30318279, -111.45032835, -0.00928836, 0.01975479, -0.00427372, 0.252906278";
const TURNED = "-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278";

type Case = readonly [
  kind: DeclaredCrs["kind"],
  text: string,
  first: CrsCode,
  sure: "high" | "low",
  why: string,
];
const CASES: readonly Case[] = [
  ["wkt", esri("VN_2000_KT108-30_3deg", VN2000, 108.5, 0.9999), "EPSG:9218", "high", "place.name-vn2000"],
  ["wkt", esri("VN-2000_TM-3_zone_491", VN2000, 108, 0.9999), "EPSG:5898", "high", "place.name-vn2000"],
  ["wkt", esri("VN_2000_UTM_Zone_48N", VN2000, 105, 0.9996), "EPSG:3405", "high", "place.name-vn2000"],
  ["wkt", esri("VN_2000_UTM_Zone_49N", VN2000, 111, 0.9996), "EPSG:3406", "high", "place.name-vn2000"],
  ["wkt", VN2000, "EPSG:4756", "high", "place.name-vn2000"],
  ["wkt", WGS84, "EPSG:4326", "high", "place.declared"],
  ["wkt", esri("VN2000_DakLak", WGS84, 108.5, 0.9999), "EPSG:9218", "high", "place.name-vn2000"],
  ["wkt", esri("HCM_VN2000", WGS84, 105.75, 0.9999), "EPSG:9210", "high", "place.name-vn2000"],
  ["wkt", esri("Viet Nam 2000 KTT 107-45", WGS84, 107.75, 0.9999), "EPSG:5899", "high", "place.name-vn2000"],
  ["wkt", esri("Transverse_Mercator", WGS84, 108.5, 0.9999), "EPSG:9218", "low", "place.datum-lies"],
  [
    "wkt",
    esri(
      "User_Defined",
      'GEOGCS["GCS_User",DATUM["D_Unknown",SPHEROID["x",6378137,298.25]],PRIMEM["Greenwich",0],UNIT["Degree",0.017]]',
      108.25,
      0.9999,
    ),
    "EPSG:9217",
    "low",
    "place.tm3-is-vn2000",
  ],
  ["wkt", esri("WGS_1984_UTM_Zone_48N", WGS84, 105, 0.9996), "EPSG:32648", "low", "place.declared"],
  ["wkt", esri("WGS_1984_UTM_Zone_49N", WGS84, 111, 0.9996), "EPSG:32649", "low", "place.declared"],
  [
    "wkt",
    esri("VN_2000", VN2000, 108.5, 0.9999, 0, 500000),
    "EPSG:9218",
    "low",
    "place.false-easting-swapped",
  ],
  ["wkt", esri("VN_2000_KT", VN2000, 108.5, 0.9996), "EPSG:9218", "low", "place.scale-odd"],
  ["wkt", esri("Hanoi_1972_GK_Zone_18", HANOI, 105, 1, 18500000), "EPSG:2044", "high", "place.declared"],
  [
    "wkt",
    esri("Pulkovo_1942_GK_Zone_19", HANOI.replace(/Hanoi_1972/g, "Pulkovo_1942"), 111, 1, 19500000),
    "EPSG:2045",
    "high",
    "place.declared",
  ],
  ["wkt", HANOI, "EPSG:4147", "low", "place.declared"],
  ["wkt", esri("Indian_1960_UTM_Zone_48N", INDIAN, 105, 0.9996), "EPSG:3148", "low", "place.declared"],
  ["wkt", INDIAN, "EPSG:4131", "low", "place.declared"],
  [
    "wkt",
    ogc("VN-2000 / TM-3 108-30", "Vietnam_2000", 108.5, 0.9999, 9218),
    "EPSG:9218",
    "high",
    "place.name-vn2000",
  ],
  [
    "wkt",
    ogc("unnamed", "unknown", 108.5, 0.9999, null, `,TOWGS84[${TURNED}]`),
    "EPSG:9218",
    "high",
    "place.datum-vn2000",
  ],
  [
    "wkt",
    ogc("unnamed", "unknown", 105, 0.9996, null, `,TOWGS84[${SEVEN}]`),
    "EPSG:3405",
    "high",
    "place.datum-vn2000",
  ],
  [
    "wkt",
    ogc(
      "unnamed",
      "unknown",
      105.75,
      0.9999,
      null,
      ",TOWGS84[-192.873,-39.382,-111.202,-0.00205,-0.0005,0.00335,0.0188]",
    ),
    "EPSG:9210",
    "high",
    "place.datum-vn2000",
  ],
  [
    "wkt",
    ogc("WGS 84 / UTM zone 49N", "WGS_1984", 111, 0.9996, 32649),
    "EPSG:32649",
    "low",
    "place.declared",
  ],
  [
    "wkt",
    ogc("VN-2000 / TM-3 zone 491 (deprecated)", "Vietnam_2000", 108, 0.9999, 6958),
    "EPSG:5898",
    "low",
    "place.crs-deprecated",
  ],
  [
    "wkt",
    wkt2("VN-2000 / TM-3 108-30", "VN-2000", 108.5, 0.9999, ',ID["EPSG",9218]'),
    "EPSG:9218",
    "high",
    "place.name-vn2000",
  ],
  ["wkt", wkt2("unknown", "WGS 84", 107.5, 0.9999, ""), "EPSG:9216", "low", "place.datum-lies"],
  [
    "wkt",
    `COMPD_CS["VN-2000 + height",${ogc("VN-2000 / UTM zone 48N", "Vietnam_2000", 105, 0.9996, 3405)},VERT_CS["Hon Dau",VERT_DATUM["x",2005],UNIT["metre",1]]]`,
    "EPSG:3405",
    "high",
    "place.name-vn2000",
  ],
  [
    "wkt",
    `BOUNDCRS[SOURCECRS[${wkt2("x", "unknown", 108.5, 0.9999, "")}],TARGETCRS[GEOGCRS["WGS 84",DATUM["WGS",ELLIPSOID["WGS 84",6378137,298.25]]]],ABRIDGEDTRANSFORMATION["t",METHOD["Position Vector"],PARAMETER["X-axis translation",-191.90441429],PARAMETER["Y-axis translation",-39.30318279],PARAMETER["Z-axis translation",-111.45032835]]]`,
    "EPSG:9218",
    "high",
    "place.datum-vn2000",
  ],
  [
    "coordsys",
    `Earth Projection 8, 9999, 28, ${SEVEN}, 0, 7, 108.5, 0, 0.9999, 500000, 0`,
    "EPSG:9218",
    "high",
    "place.datum-vn2000",
  ],
  [
    "coordsys",
    `CoordSys Earth Projection 8, 9999, 28, ${TURNED}, 0, "m", 107.75, 0, 0.9999, 500000, 0 Bounds (0, 0) (1000000, 2000000)`,
    "EPSG:5899",
    "high",
    "place.datum-vn2000",
  ],
  [
    "coordsys",
    'CoordSys Earth Projection 8, 999, 28, -191.90441429, -39.30318279, -111.45032835, "m", 105, 0, 0.9996, 500000, 0',
    "EPSG:3405",
    "high",
    "place.datum-vn2000",
  ],
  [
    "coordsys",
    'CoordSys Earth Projection 8, 104, "m", 108.5, 0, 0.9999, 500000, 0',
    "EPSG:9218",
    "low",
    "place.datum-lies",
  ],
  [
    "coordsys",
    "Earth Projection 8, 104, 7, 105, 0, 0.9996, 500000, 0",
    "EPSG:32648",
    "low",
    "place.datum-often-lies",
  ],
  ["coordsys", "CoordSys Earth Projection 1, 104", "EPSG:4326", "low", "place.datum-often-lies"],
  [
    "coordsys",
    "CoordSys Earth Projection 2001, 104, Bounds (-180, -90) (180, 90)",
    "EPSG:4326",
    "low",
    "place.datum-often-lies",
  ],
  ["coordsys", `Earth Projection 1, 9999, 28, ${SEVEN}, 0`, "EPSG:4756", "high", "place.datum-vn2000"],
  [
    "coordsys",
    'Earth Projection 8, 131, "m", 105, 0, 0.9996, 500000, 0',
    "EPSG:3148",
    "low",
    "place.declared",
  ],
  ["code", "EPSG:9218", "EPSG:9218", "high", "place.declared"],
  ["code", "urn:ogc:def:crs:EPSG::3405", "EPSG:3405", "high", "place.declared"],
  ["code", "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "high", "place.declared"],
  ["code", "EPSG:6959", "EPSG:5899", "low", "place.crs-deprecated"],
  ["code", "EPSG:32648", "EPSG:32648", "low", "place.declared"],
  ["standard", "EPSG:4326", "EPSG:4326", "high", "place.standard"],
];

test.each(CASES)("%s %s", (kind, text, first, sure, why) => {
  const { ranked, confidence } = recogniseCrs({ kind, text });
  expect(ranked[0]?.value).toBe(first);
  expect(ranked[0]?.why.map(({ code }) => code)).toContain(why);
  expect(confidence).toBe(sure);
});

describe("what is never taken for granted", () => {
  test("WGS 84 / UTM is named together with VN-2000 of the same grid", () => {
    const { ranked } = recogniseCrs({ kind: "wkt", text: esri("WGS_1984_UTM_Zone_48N", WGS84, 105, 0.9996) });
    expect(ranked.map(({ value }) => value)).toEqual(["EPSG:32648", "EPSG:3405"]);
  });

  test.each(CRS_DEFINITIONS.filter(({ datum }) => datum === "vn2000"))(
    "$name is found by name and meridian",
    (own) => {
      const { grid, name, code } = own;
      const text = grid ? esri(name, VN2000, grid.centralMeridian, grid.scale) : VN2000;
      expect(recogniseCrs({ kind: "wkt", text }).ranked[0]?.value).toBe(code);
    },
  );

  test.each([
    ["code", "EPSG:3857"],
    ["code", "900913"],
    ["code", "urn:ogc:def:crs:EPSG::102100"],
    [
      "wkt",
      esri("WGS_1984_Web_Mercator_Auxiliary_Sphere", WGS84, 0, 1).replace(
        "Transverse_Mercator",
        "Mercator_Auxiliary_Sphere",
      ),
    ],
    ["wkt", esri("WGS 84 / Pseudo-Mercator", WGS84, 0, 1).replace("Transverse_Mercator", "Mercator_1SP")],
    ["coordsys", 'CoordSys Earth Projection 10, 157, "m", 0'],
  ] as const)("%s %.40s is the sphere of web maps", (kind, text) => {
    expect(recogniseCrs({ kind, text }).ranked.map(({ value }) => value)).toEqual(["EPSG:3857"]);
  });

  test.each([
    ["coordsys", 'CoordSys NonEarth Units "m" Bounds (0, 0) (1000, 1000)'],
    ["coordsys", 'CoordSys Earth Projection 3, 62, "m", 1, 2, 3, 4'],
    ["coordsys", "Earth Projection"],
    ["wkt", esri("WGS_1984_World_Mercator", WGS84, 0, 1).replace("Transverse_Mercator", "Mercator")],
    ["wkt", esri("VN_2000", VN2000, 117, 0.9996)],
    ["wkt", 'LOCAL_CS["arbitrary"]'],
    ["wkt", ""],
    ["wkt", "PROJCS["],
    ["wkt", "GEOGCS[".repeat(5000)],
    ["wkt", `PROJCS["${"x".repeat(200_000)}"`],
    ["code", "EPSG:3395"],
    ["code", "__proto__"],
  ] as const)("%s %.40s tells nothing", (kind, text) => {
    expect(recogniseCrs({ kind, text })).toEqual({ ranked: [], confidence: "low" });
  });

  test("no text makes it throw", () => {
    const pieces = fc.constantFrom(
      "PROJCS[",
      "GEOGCS(",
      '"VN_2000"',
      "]",
      ")",
      ",",
      "108.5",
      "PARAMETER[",
      '"',
      "Earth Projection 8,",
      "9999",
      "é",
      " ",
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join("")),
      fc.string(),
    );
    fc.assert(
      fc.property(text, fc.constantFrom("wkt", "code", "coordsys"), (given, kind) => {
        expect(recogniseCrs({ kind, text: given }).ranked.length).toBeLessThan(3);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

test("quotation marks are doubled inside a name, brackets may be round", () => {
  const inner = { keyword: "UNIT", items: ["m", -0.5] };
  expect(parseWkt('LOCAL_CS("a ""b""", up, UNIT["m",-5e-1])')).toEqual({
    keyword: "LOCAL_CS",
    items: ['a "b"', "up", inner],
  });
});
