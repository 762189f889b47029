/** How many of some numbers lie in the province or the country under each system and order. */
import { COUNTRY, inBox, PROVINCE, rangeIn } from "../../crs/areas.ts";
import { CRS_DEFINITIONS, type CrsCode, type CrsDefinition } from "../../crs/definitions.ts";
import type { Bbox } from "../../units.ts";
import type { Pairs } from "./sample.ts";

/** Degrees added around the province: a file may reach over its border. */
const MARGIN = 0.05;

export interface SystemRange {
  readonly definition: CrsDefinition;
  readonly province: Bbox;
  readonly country: Bbox;
}

/** Numbers of the province and the country in every system of the register. */
export function systemRanges(): readonly SystemRange[] {
  const [west, south, east, north] = PROVINCE;
  const wide: Bbox = [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
  return CRS_DEFINITIONS.map((definition) => ({
    definition,
    province: rangeIn(definition.code, wide),
    country: rangeIn(definition.code, COUNTRY),
  }));
}

export interface Fit {
  readonly crs: CrsCode;
  /** `xy`: the first number is the easting or longitude. */
  readonly axes: "xy" | "yx";
  /** Of the pairs that have both numbers, 0 … 1. */
  readonly province: number;
  readonly country: number;
  /** Pairs that fit the country only the other way round, and those that fit neither way. */
  readonly turned: number;
  readonly other: number;
}

/** Every way in which at least this share must fit the country to be thought of. */
const LEAST = 0.5;

/** Ways to read the numbers, unordered; none when there are no numbers. */
export function fitsOf({ first, second, both }: Pairs, ranges: readonly SystemRange[]): readonly Fit[] {
  if (both === 0) return [];
  const out: Fit[] = [];
  for (const { definition, province, country } of ranges) {
    let [straight, turnedRound, inProvince, turnedInProvince] = [0, 0, 0, 0];
    for (let i = 0; i < first.length; i++) {
      const [a, b] = [first[i]!, second[i]!];
      if (inBox(country, a, b)) {
        straight++;
        if (inBox(province, a, b)) inProvince++;
      } else if (inBox(country, b, a)) {
        turnedRound++;
        if (inBox(province, b, a)) turnedInProvince++;
      }
    }
    const other = both - straight - turnedRound;
    const keep = (axes: Fit["axes"], fits: number, inside: number, turned: number) => {
      if (fits / both < LEAST) return;
      const shares = { province: inside / both, country: fits / both };
      out.push({ crs: definition.code, axes, ...shares, turned, other });
    };
    keep("xy", straight, inProvince, turnedRound);
    keep("yx", turnedRound, turnedInProvince, straight);
  }
  return out;
}
