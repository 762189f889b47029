/**
 * Facts of a CoordSys clause of MapInfo: `Earth Projection 8, 9999, 28, dx, dy, dz, ex, ey, ez, m, pm, 7, 108.5, 0,
 * 0.9999, 500000, 0`. Source: MapInfo Pro, MapBasic reference and "Elements of a coordinate system".
 */
import { type CrsFacts, datumNamed } from "./crs-facts.ts";
import { isVn2000Shift } from "./read-wkt.ts";

const NOTHING = {
  epsg: null,
  names: [],
  datumBy: "name",
  scale: null,
  falseEasting: null,
  falseNorthing: null,
} as const;
/** Numbers after the datum that describe it: ellipsoid and translations, then rotations, scale, prime meridian. */
const OWN_DATUM: Readonly<Record<number, number>> = { 999: 4, 9999: 9 };
const DATUMS: Readonly<Record<number, CrsFacts["datum"]>> = { 104: "wgs84", 131: "indian1960" };
/** MapInfo's number of the ellipsoids Krassowsky and Everest (India 1830). */
const ELLIPSOIDS: Readonly<Record<number, CrsFacts["datum"]>> = { 3: "hanoi1972", 11: "indian1960" };
const LONG_LAT = 1;
const TRANSVERSE_MERCATOR = 8;
const MERCATOR = 10;
/** MapInfo's "WGS 84 (Google)": the sphere of web maps. */
const WEB_SPHERE = 157;

/** Null when it is no such clause; `shape` null and no datum for a file that names no system (NonEarth). */
export function factsOfCoordSys(text: string): CrsFacts | null {
  const clause = text.trim().replace(/^coordsys\s+/i, "");
  if (/^non-?\s?earth/i.test(clause)) return { ...NOTHING, datum: null, shape: null, meridian: null };
  const found = /^earth\s+projection\s+(.*)$/is.exec(clause);
  if (!found) return null;
  const body = found[1]!.replace(/\b(?:bounds|affine)\b.*$/is, "");
  const cells = body.split(",").map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const numbers = cells.map(Number);
  // 1000, 2000 and 3000 are added for bounds and affine units that follow.
  const kind = (numbers[0] ?? 0) % 1000;
  const code = numbers[1] ?? Number.NaN;
  const own = OWN_DATUM[code] ?? 0;
  const shift = numbers.slice(3, 6);
  const vn2000 = own > 0 && isVn2000Shift(shift);
  const unshifted = own > 0 && shift.every((metres) => metres === 0);
  const datum = vn2000
    ? "vn2000"
    : own > 0
      ? (ELLIPSOIDS[numbers[2] ?? 0] ?? (unshifted ? "wgs84" : null))
      : (DATUMS[code] ?? datumNamed(cells.slice(1, 2), null));
  const facts = { ...NOTHING, datum, datumBy: vn2000 ? "parameters" : "name" } as const;
  if (kind === LONG_LAT) return { ...facts, shape: "degrees", meridian: null };
  if (kind === MERCATOR && code === WEB_SPHERE)
    return { ...facts, datum: "wgs84", shape: "web-mercator", meridian: null };
  if (kind !== TRANSVERSE_MERCATOR) return { ...facts, shape: null, meridian: null };
  const [meridian, , scale, falseEasting, falseNorthing] = numbers.slice(2 + own + 1);
  const given = (number: number | undefined) =>
    number === undefined || Number.isNaN(number) ? null : number;
  return {
    ...facts,
    shape: "grid",
    meridian: given(meridian),
    scale: given(scale),
    falseEasting: given(falseEasting),
    falseNorthing: given(falseNorthing),
  };
}
