/** What a file's description of its coordinate system says, whatever it is written in. */

export interface CrsFacts {
  /** EPSG number it gives, if any. */
  readonly epsg: number | null;
  /** Every name in it: of the system, its base, its datum, its ellipsoid. */
  readonly names: readonly string[];
  readonly datum: "wgs84" | "vn2000" | "hanoi1972" | "indian1960" | null;
  /** `parameters` when the seven numbers say the datum, `name` when only a name does. */
  readonly datumBy: "name" | "parameters";
  /** Null for one that is neither degrees, a Transverse Mercator grid nor the sphere of web maps. */
  readonly shape: "degrees" | "grid" | "web-mercator" | null;
  readonly meridian: number | null;
  readonly scale: number | null;
  readonly falseEasting: number | null;
  readonly falseNorthing: number | null;
}

/** Semi-major axes in metres of Krassowsky 1940 and Everest 1830 (1937 adjustment). */
const KRASSOWSKY = 6_378_245;
const EVEREST = 6_377_276.345;

const VN2000_NAME = /(?:vn|viet\s*nam)[\s_-]*2000|vn[\s_-]*2k\b/i;
const HANOI_NAME = /ha[\s_-]*noi[\s_-]*(?:19)?72|hn[\s_-]*(?:19)?72|pulkovo/i;
const INDIAN_NAME = /indian[\s_-]*(?:19)?(?:60|75)/i;
const WGS84_NAME = /wgs[\s_-]*(?:19)?84|world[\s_-]*geodetic[\s_-]*system[\s_-]*(?:19)?84/i;

/**
 * The datum that names and the size of the ellipsoid tell. Names of the system and its datum come before those of
 * the ellipsoid: VN-2000 lies on the ellipsoid "WGS 84".
 */
export function datumNamed(names: readonly string[], semiMajorM: number | null): CrsFacts["datum"] {
  const said = names.join(" | ");
  if (VN2000_NAME.test(said)) return "vn2000";
  if (HANOI_NAME.test(said) || semiMajorM === KRASSOWSKY) return "hanoi1972";
  if (INDIAN_NAME.test(said) || (semiMajorM !== null && Math.abs(semiMajorM - EVEREST) < 1))
    return "indian1960";
  return WGS84_NAME.test(said) ? "wgs84" : null;
}
