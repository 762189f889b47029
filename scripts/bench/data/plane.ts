/**
 * The plane the made-up province lies in and its one fixed scale to degrees. Shapes are drawn in metres;
 * containment is asked on the degrees and distances in the plane, so that every tool is given the very same
 * float64 numbers and none of them has to agree with another about the shape of the Earth.
 */

/** Extent of the province in metres, about that of Đắk Lắk before 2025. */
export const WIDTH_M = 160_000;
export const HEIGHT_M = 120_000;

/** Middle of the province, WGS 84 degrees. */
const MIDDLE_LON = 108;
const MIDDLE_LAT = 12.5;
/** Metres in a degree at 12.5° north (WGS 84), rounded. */
const M_PER_DEGREE_LON = 108_690;
const M_PER_DEGREE_LAT = 110_610;

/** Metres east to degrees of longitude, and metres north to degrees of latitude. */
export const lonOf = (x: number): number => MIDDLE_LON + (x - WIDTH_M / 2) / M_PER_DEGREE_LON;
export const latOf = (y: number): number => MIDDLE_LAT + (y - HEIGHT_M / 2) / M_PER_DEGREE_LAT;

/** A position in the plane, metres. */
export type PlanePoint = readonly [x: number, y: number];

/** Surveys write centimetres. */
export const toCentimetre = (metres: number): number => Math.round(metres * 100) / 100;

/** Keeps a value between 0 and a limit. */
export const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));

/** Interleaved metres as interleaved degrees. */
export function degreesOf(xy: Float64Array): Float64Array {
  const out = new Float64Array(xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    out[i] = lonOf(xy[i]!);
    out[i + 1] = latOf(xy[i + 1]!);
  }
  return out;
}
