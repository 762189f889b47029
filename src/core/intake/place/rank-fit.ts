/** How likely one way of reading numbers is, and why. */
import { type CrsCode, type CrsDefinition, crsDefinition } from "../../crs/definitions.ts";
import { degreesText, twinOf } from "../../crs/recognise.ts";
import type { Guesses, Why } from "../ranked.ts";
import type { PairColumns } from "./find-pairs.ts";
import type { Fit } from "./fit.ts";

/** What else is known besides the numbers. */
export interface Hints {
  readonly declared: Guesses<CrsCode> | null;
  /** Systems that names of columns, table or file point to. */
  readonly named: readonly CrsCode[];
  /** Null for shapes. */
  readonly pair: PairColumns | null;
  /** Degrees with the names that devices give them. */
  readonly usual: boolean;
  readonly names?: readonly string[];
}

/**
 * How often a system is met in files of the province when nothing else tells: its own meridian, then the map sheets,
 * then what people take for them.
 */
const USUAL: Partial<Record<CrsCode, number>> = {
  "EPSG:4326": 1,
  "EPSG:9218": 1,
  "EPSG:3405": 0.9,
  "EPSG:3406": 0.9,
  "EPSG:32648": 0.75,
  "EPSG:32649": 0.75,
  "EPSG:4756": 0.7,
  "EPSG:5898": 0.7,
  "EPSG:9217": 0.6,
  "EPSG:9216": 0.55,
  "EPSG:5899": 0.55,
};
const SELDOM = 0.4;
const OLD = 0.2;
/** Shares above this are all rows but slips. */
const MOST_ROWS = 0.8;

/** `sure`: nothing but a proof could make another system likelier. */
export function rankFit(
  fit: Fit,
  all: readonly Fit[],
  rows: number,
  { declared, named, pair, usual, names }: Hints,
): { readonly score: number; readonly why: readonly Why[]; readonly sure: boolean } {
  const own = crsDefinition(fit.crs)!;
  const said = declared?.ranked.find(({ value }) => value === fit.crs);
  const hinted = named.includes(fit.crs);
  const prior =
    (old(own) ? OLD : (USUAL[fit.crs] ?? SELDOM)) + (hinted ? 1 : 0) + (said ? 1 + said.score : 0);
  const axes = pair ? pair.likes(fit.axes, own) : fit.axes === "xy" ? 1 : 0.5;
  // In the province first; then what is said, then what is usual. 3 is the most a prior reaches.
  const score = 0.55 * fit.province + 0.1 * fit.country + 0.25 * Math.min(1, prior / 3) + 0.1 * axes;
  const why: Why[] = [...(said?.why ?? [])];
  if (hinted) why.push({ code: "place.name-says-crs" });
  why.push(
    fit.province > 0
      ? { code: "place.fits-province", values: { share: percent(fit.province) } }
      : { code: "place.fits-country", values: { share: percent(fit.country) } },
  );
  if (pair?.one) why.push({ code: "place.one-column" });
  else if (pair?.named && names) {
    const [east, north] = fit.axes === "xy" ? names : names.toReversed();
    why.push({ code: "place.column-names", values: { east: east ?? null, north: north ?? null } });
  }
  if (own.unit === "metre" && pair && !pair.one) why.push({ code: "place.larger-is-north" });
  if (fit.turned > 0 && !pair?.one)
    why.push({ code: "place.rows-swapped", values: { rows: fit.turned, of: rows } });
  if (fit.other > 0) why.push({ code: "place.rows-other", values: { rows: fit.other, of: rows } });
  const rivals = all.filter(({ crs }) => crs !== fit.crs && !old(crsDefinition(crs)!)).map(({ crs }) => crs);
  const meridians = rivals.some(
    (crs) => own.grid && crsDefinition(crs)?.grid?.scale === own.grid.scale && crs !== twinOf(fit.crs),
  );
  if (own.grid && meridians && own.grid.scale === 0.9999 && !said) {
    why.push({ code: "place.other-meridian", values: { meridian: degreesText(own.grid.centralMeridian) } });
  }
  const twin = twinOf(fit.crs);
  if (fit.crs === "EPSG:4326" && usual && !said) why.push({ code: "place.degrees-usual" });
  else if (twin && rivals.includes(twin) && !said) why.push({ code: "place.same-numbers" });
  if (old(own)) why.push({ code: "place.old-datum", values: { accuracyM: own.accuracyM } });
  // What a file says of itself may lie anywhere in the country.
  const fits =
    (said ? fit.country : fit.province) >= MOST_ROWS && (fit.turned + fit.other) / rows < 1 - MOST_ROWS;
  const known = said !== undefined || (fit.crs === "EPSG:4326" && usual) || (hinted && named.length === 1);
  return { score, why, sure: fits && known };
}

function old({ datum }: CrsDefinition): boolean {
  return datum === "hanoi1972" || datum === "indian1960";
}

function percent(share: number): number {
  return Math.round(share * 100);
}
