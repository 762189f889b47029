/**
 * The coordinate systems files come in: the only definitions the program places anything by. What a file says of its
 * system only chooses one of these (`recognise.ts`). Sources: EPSG registry v11.022.
 */
import { DATUMS, type DatumName } from "./datums.ts";

/** Central meridian in degrees of each VN-2000 / TM-3 system, with the name EPSG gives it. */
const TM3 = {
  "EPSG:5896": [102, "zone 481"],
  "EPSG:5897": [105, "zone 482"],
  "EPSG:5898": [108, "zone 491"],
  "EPSG:5899": [107.75, "107-45"],
  "EPSG:9205": [103, "103-00"],
  "EPSG:9206": [104, "104-00"],
  "EPSG:9207": [104.5, "104-30"],
  "EPSG:9208": [104.75, "104-45"],
  "EPSG:9209": [105.5, "105-30"],
  "EPSG:9210": [105.75, "105-45"],
  "EPSG:9211": [106, "106-00"],
  "EPSG:9212": [106.25, "106-15"],
  "EPSG:9213": [106.5, "106-30"],
  "EPSG:9214": [107, "107-00"],
  "EPSG:9215": [107.25, "107-15"],
  "EPSG:9216": [107.5, "107-30"],
  "EPSG:9217": [108.25, "108-15"],
  "EPSG:9218": [108.5, "108-30"],
} as const satisfies Record<string, readonly [number, string]>;

/** Systems in degrees, by datum. */
const DEGREES = {
  "EPSG:4326": "wgs84",
  "EPSG:4756": "vn2000",
  "EPSG:4147": "hanoi1972",
  "EPSG:4131": "indian1960",
} as const satisfies Record<string, DatumName>;

/** UTM systems: zone and datum. */
const UTM = {
  "EPSG:3405": [48, "vn2000"],
  "EPSG:3406": [49, "vn2000"],
  "EPSG:32648": [48, "wgs84"],
  "EPSG:32649": [49, "wgs84"],
  "EPSG:3148": [48, "indian1960"],
  "EPSG:3149": [49, "indian1960"],
} as const satisfies Record<string, readonly [number, DatumName]>;

/** Gauss-Krüger zones of 6° on Hanoi 1972; the zone is the front of the easting. */
const GAUSS_KRUGER = { "EPSG:2044": 18, "EPSG:2045": 19 } as const satisfies Record<string, number>;

/** The sphere of web maps, on WGS 84. Its metres are 2.5 % long here: a place, never a measure. */
const WEB_MERCATOR = "EPSG:3857";

export type CrsCode =
  | keyof typeof TM3
  | keyof typeof DEGREES
  | keyof typeof UTM
  | keyof typeof GAUSS_KRUGER
  | typeof WEB_MERCATOR;

/** One coordinate system. */
export interface CrsDefinition {
  readonly code: CrsCode;
  /** Name as EPSG gives it. */
  readonly name: string;
  /** proj4 definition. */
  readonly proj4: string;
  /** Degrees (longitude, latitude) or metres (east, north). */
  readonly unit: "degree" | "metre";
  readonly datum: DatumName;
  /** How true the step from its datum to WGS 84 is, metres, as EPSG rates it. */
  readonly accuracyM: number;
  /** Transverse Mercator along one meridian; null for degrees and for the sphere of web maps. */
  readonly grid: CrsGrid | null;
}
/** Latitude of origin and false northing are 0 in all of them. */
export interface CrsGrid {
  /** Degrees east of Greenwich. */
  readonly centralMeridian: number;
  readonly scale: number;
  /** Metres. */
  readonly falseEasting: number;
}

const keys = <K extends string>(record: Readonly<Record<K, unknown>>) => Object.keys(record) as K[];

function gridded(code: CrsCode, name: string, datum: DatumName, grid: CrsGrid): CrsDefinition {
  const { centralMeridian, scale, falseEasting } = grid;
  const { proj4, accuracyM } = DATUMS[datum];
  const shape = `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=${scale} +x_0=${falseEasting} +y_0=0`;
  return { code, name, proj4: `${shape} ${proj4} +units=m +no_defs`, unit: "metre", datum, accuracyM, grid };
}

/** Every coordinate system the program knows. */
export const CRS_DEFINITIONS: readonly CrsDefinition[] = [
  ...keys(DEGREES).map((code): CrsDefinition => {
    const datum = DEGREES[code];
    const { name, proj4, accuracyM } = DATUMS[datum];
    return {
      code,
      name,
      proj4: `+proj=longlat ${proj4} +no_defs`,
      unit: "degree",
      datum,
      accuracyM,
      grid: null,
    };
  }),
  ...keys(TM3).map((code) => {
    const [centralMeridian, name] = TM3[code];
    const grid = { centralMeridian, scale: 0.9999, falseEasting: 500_000 };
    return gridded(code, `VN-2000 / TM-3 ${name}`, "vn2000", grid);
  }),
  ...keys(UTM).map((code) => {
    const [zone, datum] = UTM[code];
    const grid = { centralMeridian: 6 * zone - 183, scale: 0.9996, falseEasting: 500_000 };
    return gridded(code, `${DATUMS[datum].name} / UTM zone ${zone}N`, datum, grid);
  }),
  ...keys(GAUSS_KRUGER).map((code) => {
    const zone = GAUSS_KRUGER[code];
    const grid = { centralMeridian: 6 * zone - 3, scale: 1, falseEasting: zone * 1_000_000 + 500_000 };
    return gridded(code, `Hanoi 1972 / Gauss-Kruger zone ${zone}`, "hanoi1972", grid);
  }),
  {
    code: WEB_MERCATOR,
    name: "WGS 84 / Pseudo-Mercator",
    proj4:
      "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +nadgrids=@null +units=m +no_defs",
    unit: "metre",
    datum: "wgs84",
    accuracyM: DATUMS.wgs84.accuracyM,
    grid: null,
  },
];

/** The definition of a code, undefined for one the program does not know. */
export function crsDefinition(code: string): CrsDefinition | undefined {
  return CRS_DEFINITIONS.find((definition) => definition.code === code);
}
