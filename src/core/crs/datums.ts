/**
 * What the coordinate systems rest on, and the step from there to WGS 84.
 *
 * VN-2000: the seven parameters of EPSG:6960 "VN-2000 to WGS 84 (2)". EPSG publishes them with coordinate-frame
 * rotations; proj4 wants position-vector rotations, hence the turned signs of the three angles.
 * Hanoi 1972: EPSG:1544. Indian 1960: EPSG:1542, given for 14°–18° N; there is none for the province itself.
 */

export type DatumName = "wgs84" | "vn2000" | "hanoi1972" | "indian1960";

export interface Datum {
  readonly name: string;
  /** Ellipsoid and step to WGS 84 as proj4 writes them. */
  readonly proj4: string;
  /** Metres, as EPSG rates the step. */
  readonly accuracyM: number;
}

export const DATUMS: Readonly<Record<DatumName, Datum>> = {
  wgs84: { name: "WGS 84", proj4: "+datum=WGS84", accuracyM: 0 },
  vn2000: {
    name: "VN-2000",
    proj4:
      "+ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278",
    accuracyM: 1,
  },
  hanoi1972: {
    name: "Hanoi 1972",
    proj4: "+a=6378245 +rf=298.3 +towgs84=-17.51,-108.32,-62.39",
    accuracyM: 5,
  },
  indian1960: {
    name: "Indian 1960",
    proj4: "+a=6377276.345 +rf=300.8017 +towgs84=198,881,317",
    accuracyM: 44,
  },
};

/**
 * Translations in metres by which files say VN-2000: EPSG:6960, and EPSG:5194, which was made for the Mekong delta.
 * Rotations are not looked at: both signs are met.
 */
export const VN2000_SHIFTS: readonly (readonly [x: number, y: number, z: number])[] = [
  [-191.90441429, -39.30318279, -111.45032835],
  [-192.873, -39.382, -111.202],
];
