/**
 * The coordinate systems files come in. Sources: EPSG registry v11.022; seven parameters of EPSG:6960
 * "VN-2000 to WGS 84 (2)" (accuracy 1 m). EPSG publishes them with coordinate-frame rotations; proj4 wants
 * position-vector rotations, hence the turned signs of the three angles.
 */

const VN2000 =
  "+ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278";

/** One coordinate system. */
export interface CrsDefinition {
  readonly code: CrsCode;
  /** Name as EPSG gives it. */
  readonly name: string;
  /** proj4 definition. */
  readonly proj4: string;
  /** Degrees (longitude, latitude) or metres (east, north). */
  readonly unit: "degree" | "metre";
}

export type CrsCode = "EPSG:4326" | "EPSG:4756" | "EPSG:3405" | "EPSG:3406" | "EPSG:9218";

const tm3 = (centralMeridian: number) =>
  `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=0.9999 +x_0=500000 +y_0=0 ${VN2000} +units=m +no_defs`;
const utm = (zone: number) => `+proj=utm +zone=${zone} ${VN2000} +units=m +no_defs`;

/** Every coordinate system the program knows. */
export const CRS_DEFINITIONS: readonly CrsDefinition[] = [
  { code: "EPSG:4326", name: "WGS 84", proj4: "+proj=longlat +datum=WGS84 +no_defs", unit: "degree" },
  { code: "EPSG:4756", name: "VN-2000", proj4: `+proj=longlat ${VN2000} +no_defs`, unit: "degree" },
  { code: "EPSG:3405", name: "VN-2000 / UTM zone 48N", proj4: utm(48), unit: "metre" },
  { code: "EPSG:3406", name: "VN-2000 / UTM zone 49N", proj4: utm(49), unit: "metre" },
  { code: "EPSG:9218", name: "VN-2000 / TM-3 108-30", proj4: tm3(108.5), unit: "metre" },
];

/** The definition of a code, undefined for one the program does not know. */
export function crsDefinition(code: string): CrsDefinition | undefined {
  return CRS_DEFINITIONS.find((definition) => definition.code === code);
}
