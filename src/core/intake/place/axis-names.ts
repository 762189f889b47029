/** What names of columns and tables say of coordinates. */
import { CRS_DEFINITIONS, type CrsCode } from "../../crs/definitions.ts";
import { foldText } from "../../model/fold-text.ts";

/** `x` and `y` are both: X is the northing in Vietnamese survey tables, the easting elsewhere. */
export type Axis = "east" | "north" | "x" | "y";

export interface AxisName {
  readonly axis: Axis;
  /** What is left of the name: the two columns of a pair have the same. */
  readonly rest: string;
  /** Degrees by their English name, as devices and web maps export them. */
  readonly device: boolean;
}

const WORDS: readonly (readonly [axis: Axis, pattern: RegExp])[] = [
  ["east", /^(?:longitude|long|lng|lon|kinh ?do|k ?do|kd|easting|east|dong|e)$/],
  ["north", /^(?:latitude|lat|vi ?do|v ?do|vd|northing|north|bac|n)$/],
  ["x", /^x$/],
  ["y", /^y$/],
];
const DEVICE = /\b(?:longitude|long|lng|lon|latitude|lat)\b/;
/** Said of coordinates in general: what is left must still tell one pair from another. */
const FILLER = /\b(?:toa|do|td|coord|coordinate|point|gps|m|met|deg)\b/g;

/** Null for a name that names no axis. Takes `TOADO_X`, `X (m)`, `xCoord`, `kinh_do_wgs84`, `tdX`, `X_VN2000`. */
export function axisOf(name: string): AxisName | null {
  const split = name.replace(/([a-z])([A-Z])/g, "$1 $2");
  const folded = foldText(split)
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\b(?:toado|toa do|td|coord|point|gps) ?([xyen])\b/g, " $1 ")
    .replace(/\b([xy])(?=\d|vn|wgs|coord|toado)/g, "$1 ")
    .replace(/\b(kinh|vi) do\b/g, "$1do")
    .replace(/\s+/g, " ")
    .trim();
  const words = folded.split(" ");
  for (const [axis, pattern] of WORDS) {
    const at = words.findIndex((word) => pattern.test(word));
    if (at < 0) continue;
    const rest = words
      .filter((_, i) => i !== at)
      .join(" ")
      .replace(FILLER, "")
      .replace(/\s+/g, " ")
      .trim();
    return { axis, rest, device: DEVICE.test(folded) };
  }
  return null;
}

/** True when a name says that both coordinates stand in the column. */
export function namesBoth(name: string): boolean {
  return /toa ?do|vi tri|coord|gps|location|lat ?lon|point/.test(foldText(name).replace(/[^a-z0-9]+/g, " "));
}

/** Systems that words of a name point to (`vn2000`, `wgs84`, `utm48`, `KTT 108-30`); empty when they say nothing. */
export function systemsNamed(text: string): readonly CrsCode[] {
  const folded = foldText(text);
  const vn2000 = /vn[\s_-]*2000/.test(folded);
  const wgs84 = /wgs[\s_-]*(?:19)?84|\bgps\b/.test(folded);
  const zone = /utm[\s_-]*(?:zone)?[\s_-]*(4[89])/.exec(folded)?.[1];
  const minutes = /(?<!\d)(10[2-9])\s*[°o_-]?\s*(00|15|30|45)(?!\d)/.exec(folded);
  const meridian = minutes ? Number(minutes[1]) + Number(minutes[2]) / 60 : null;
  if (!vn2000 && !wgs84 && !zone && meridian === null) return [];
  return CRS_DEFINITIONS.filter(({ datum, grid }) => {
    if (vn2000 && datum !== "vn2000") return false;
    if (wgs84 && datum !== "wgs84") return false;
    if (zone && (grid?.scale !== 0.9996 || grid.centralMeridian !== 6 * Number(zone) - 183)) return false;
    if (meridian !== null && (grid?.scale !== 0.9999 || grid.centralMeridian !== meridian)) return false;
    return true;
  }).map(({ code }) => code);
}
