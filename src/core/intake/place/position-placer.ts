/** One pair of numbers under a chosen system: its place, or why not and what it would be otherwise. */
import { COUNTRY, inBox } from "../../crs/areas.ts";
import { type CrsCode, crsDefinition } from "../../crs/definitions.ts";
import { crsTransform } from "../../crs/transform.ts";
import type { ProblemCode } from "../../outcome.ts";
import type { LonLat } from "../../units.ts";

/** `proposed`: where the numbers would lie if what seems wrong were put right; never taken without asking. */
export type Position =
  | { readonly at: LonLat }
  | {
      readonly code: ProblemCode;
      readonly values: Readonly<Record<string, string | null>>;
      readonly proposed: LonLat | null;
    };

/** Beyond any grid of the register: projections are not asked about such numbers. */
const MOST_METRES = 3e7;
/** Least number of metres of a northing in the country. */
const LEAST_NORTHING = 900_000;

/** Compiled once for many positions. `x` is the easting or longitude. */
export function positionPlacer(crs: CrsCode): (x: number, y: number) => Position {
  const definition = crsDefinition(crs)!;
  const { inverse } = crsTransform(crs);
  const degrees = definition.unit === "degree";
  const place = (x: number, y: number): LonLat | null => {
    if (
      degrees ? Math.abs(x) > 180 || Math.abs(y) > 90 : Math.abs(x) > MOST_METRES || Math.abs(y) > MOST_METRES
    )
      return null;
    const [lon, lat] = inverse(x, y);
    return Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : null;
  };
  const inCountry = (at: LonLat | null): at is LonLat => at !== null && inBox(COUNTRY, at[0], at[1]);
  return (x, y) => {
    const at = place(x, y);
    if (inCountry(at)) return { at };
    const values = { x: String(x), y: String(y), crs: definition.name };
    if (x === 0 && y === 0) return { code: "place.zero", values, proposed: null };
    const turned = place(y, x);
    if (inCountry(turned)) return { code: "place.swapped", values, proposed: turned };
    if (!degrees) {
      for (const [lon, lat] of [
        [x, y],
        [y, x],
      ] as const) {
        if (inBox(COUNTRY, lon, lat)) return { code: "place.degrees", values, proposed: [lon, lat] };
      }
    } else if (Math.max(x, y) > LEAST_NORTHING) return { code: "place.metres", values, proposed: null };
    return { code: "place.outside", values, proposed: null };
  };
}
