/**
 * Which of our systems a file's own words mean. They are never believed as they stand: writers drop the datum, call
 * VN-2000 "WGS 84" because their program has no other name for it, and swap false easting and northing. A guess names
 * one of our definitions, chosen by name, datum, scale and central meridian, and says why.
 */
import type { DeclaredCrs } from "../intake/dataset.ts";
import type { Guesses, Ranked, Why } from "../intake/ranked.ts";
import type { CrsFacts } from "./crs-facts.ts";
import type { DatumName } from "./datums.ts";
import { CRS_DEFINITIONS, type CrsCode, crsDefinition } from "./definitions.ts";
import { DEPRECATED, epsgNumber } from "./parse-code.ts";
import { factsOfCoordSys } from "./read-coordsys.ts";
import { factsOfWkt } from "./read-wkt.ts";

const NOTHING: Guesses<CrsCode> = { ranked: [], confidence: "low" };
/** Degrees by which a central meridian may be off for its name to be meant: minutes are sometimes rounded. */
const SAME_MERIDIAN = 0.011;

const WEB_MERCATOR = 3857;
/** Numbers that programs gave the same sphere before it had one of EPSG. */
const WEB_NUMBERS: ReadonlySet<number> = new Set([3785, 900913, 102100, 102113]);

/** Best first; empty when the words tell nothing. Bounded: long or deeply nested text is not read on. */
export function recogniseCrs(declared: DeclaredCrs): Guesses<CrsCode> {
  const { kind, text } = declared;
  if (kind === "standard") return single("EPSG:4326", { code: "place.standard" }, "high");
  const number = epsgNumber(text);
  if (number !== null) return byNumber(number);
  const coordsys = kind === "coordsys";
  const facts = coordsys ? factsOfCoordSys(text) : (factsOfWkt(text) ?? factsOfCoordSys(text));
  if (!facts) return NOTHING;
  if (facts.epsg !== null && facts.epsg in DEPRECATED) return byNumber(facts.epsg);
  return facts.shape === "grid"
    ? gridOf(facts, coordsys)
    : facts.shape === "degrees"
      ? degreesOf(facts, coordsys)
      : facts.shape === "web-mercator"
        ? byNumber(WEB_MERCATOR)
        : NOTHING;
}

function byNumber(number: number): Guesses<CrsCode> {
  const twin = DEPRECATED[number];
  if (twin) return single(twin, { code: "place.crs-deprecated", values: { crs: `EPSG:${number}` } }, "low");
  const found = crsDefinition(`EPSG:${WEB_NUMBERS.has(number) ? WEB_MERCATOR : number}`);
  return found
    ? withTwin(found.code, [declaredWhy(found.code)], found.datum === "vn2000" || found.code === "EPSG:4326")
    : NOTHING;
}

function degreesOf(facts: CrsFacts, coordsys: boolean): Guesses<CrsCode> {
  const found = CRS_DEFINITIONS.find(({ unit, datum }) => unit === "degree" && datum === facts.datum);
  if (!found) return NOTHING;
  if (facts.datum === "vn2000") return single(found.code, datumWhy(facts), "high");
  // MapInfo has one word, 104, for WGS 84 and for what has no word of its own.
  if (coordsys)
    return withTwin(found.code, [declaredWhy(found.code), { code: "place.datum-often-lies" }], false);
  return withTwin(found.code, [declaredWhy(found.code)], found.datum === "wgs84");
}

function gridOf(facts: CrsFacts, coordsys: boolean): Guesses<CrsCode> {
  const { datum, scale, meridian, falseEasting, falseNorthing } = facts;
  if (meridian === null) return NOTHING;
  const swapped = falseEasting === 0 && falseNorthing === 500_000;
  const at: Why = { code: "place.meridian", values: { meridian: degreesText(meridian) } };
  const told: Why[] = swapped ? [{ code: "place.false-easting-swapped" }] : [];
  const tm3 = gridAt("vn2000", 0.9999, meridian);
  // No other datum is used with this scale: whatever the file calls it, the numbers are those of a cadastral map.
  if (near(scale, 0.9999) && tm3 && (falseEasting === null || falseEasting === 500_000 || swapped)) {
    const vn2000 = datum === "vn2000";
    const why: Why[] = vn2000
      ? [datumWhy(facts), at, ...told]
      : [datum === "wgs84" ? { code: "place.datum-lies" } : { code: "place.tm3-is-vn2000" }, at, ...told];
    return { ranked: [{ value: tm3, score: 1, why }], confidence: vn2000 && !swapped ? "high" : "low" };
  }
  const utm = gridAt(datum ?? "wgs84", 0.9996, meridian);
  if (near(scale, 0.9996) && utm) {
    if (datum === "vn2000") return single(utm, datumWhy(facts), swapped ? "low" : "high");
    const why: Why[] = coordsys && datum === "wgs84" ? [{ code: "place.datum-often-lies" }] : [];
    return withTwin(utm, [declaredWhy(utm), ...why, ...told], false);
  }
  const zone = gridAt("hanoi1972", 1, meridian);
  if (near(scale, 1) && datum === "hanoi1972" && zone && (falseEasting ?? 0) > 1_000_000) {
    return single(zone, declaredWhy(zone), "high");
  }
  // VN-2000 on a provincial meridian with another scale: the meridian says which system was meant.
  if (datum === "vn2000" && tm3) {
    const odd: Why = { code: "place.scale-odd", values: { scale: scale === null ? null : String(scale) } };
    return { ranked: [{ value: tm3, score: 0.5, why: [datumWhy(facts), at, odd] }], confidence: "low" };
  }
  return NOTHING;
}

/** WGS 84 and VN-2000 of the same grid have the same numbers 225 m apart: one is never named without the other. */
function withTwin(code: CrsCode, why: readonly Why[], sure: boolean): Guesses<CrsCode> {
  const twin = twinOf(code);
  const first: Ranked<CrsCode> = { value: code, score: 1, why };
  if (!twin) return { ranked: [first], confidence: "high" };
  const second: Ranked<CrsCode> = { value: twin, score: 0.5, why: [{ code: "place.same-numbers" }] };
  return { ranked: [first, second], confidence: sure ? "high" : "low" };
}

/** The system of the other datum whose numbers look the same: VN-2000 for WGS 84 and back. Null when there is none. */
export function twinOf(code: CrsCode): CrsCode | null {
  const own = crsDefinition(code)!;
  const datum = own.datum === "vn2000" ? "wgs84" : "vn2000";
  const twin = CRS_DEFINITIONS.find(
    (other) =>
      other.datum === datum &&
      other.unit === own.unit &&
      other.grid?.centralMeridian === own.grid?.centralMeridian &&
      other.grid?.scale === own.grid?.scale,
  );
  return twin?.code ?? null;
}

function gridAt(datum: DatumName, scale: number, meridian: number): CrsCode | null {
  const found = CRS_DEFINITIONS.find(
    ({ grid, datum: own }) =>
      own === datum && grid?.scale === scale && Math.abs(grid.centralMeridian - meridian) < SAME_MERIDIAN,
  );
  return found?.code ?? null;
}

function datumWhy({ datumBy }: CrsFacts): Why {
  return { code: datumBy === "parameters" ? "place.datum-vn2000" : "place.name-vn2000" };
}

/** "the file says …". */
function declaredWhy(code: CrsCode): Why {
  return { code: "place.declared", values: { crs: crsDefinition(code)!.name } };
}

function single(code: CrsCode, why: Why, confidence: "high" | "low"): Guesses<CrsCode> {
  return { ranked: [{ value: code, score: 1, why: [why] }], confidence };
}

function near(given: number | null, wanted: number): boolean {
  return given !== null && Math.abs(given - wanted) < 1e-7;
}

/** 108.5 as 108°30'. */
export function degreesText(degrees: number): string {
  const minutes = Math.round(degrees * 60);
  return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, "0")}'`;
}
