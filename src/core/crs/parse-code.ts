/** A coordinate system as people and files name it by number. */
import { fail, type Outcome, ok } from "../outcome.ts";
import { CRS_DEFINITIONS, type CrsCode, crsDefinition } from "./definitions.ts";

/** Deprecated twins of 5896–5899: false easting and northing swapped. */
export const DEPRECATED: Readonly<Record<number, CrsCode>> = {
  6956: "EPSG:5896",
  6957: "EPSG:5897",
  6958: "EPSG:5898",
  6959: "EPSG:5899",
};

const NUMBER =
  /^(?:(?:https?:\/\/www\.opengis\.net\/def\/crs\/|urn:(?:x-)?ogc:def:crs:)?epsg[:/][^:/]*[:/]+|epsg[:\s]*)?(\d{4,6})$/i;
const CRS84 = /(?:^|[:/])crs84$/i;

/**
 * The number in `EPSG:9218`, `epsg 9218`, `9218`, `urn:ogc:def:crs:EPSG::9218` or the address of opengis.net;
 * 4326 for `CRS84`. Null when there is none.
 */
export function epsgNumber(text: string): number | null {
  const plain = text.trim();
  if (CRS84.test(plain)) return 4326;
  const found = NUMBER.exec(plain);
  return found ? Number(found[1]) : null;
}

/**
 * A system named by a person, by number or by the name in the register. Refused: a deprecated one
 * (`place.crs-refused`), one the program does not know (`place.crs-unknown`).
 */
export function parseCrsCode(text: string): Outcome<CrsCode> {
  const number = epsgNumber(text);
  const instead = number === null ? undefined : DEPRECATED[number];
  if (instead) return fail("place.crs-refused", { crs: `EPSG:${number}`, instead });
  const plain = foldCrsName(text);
  const found =
    number === null
      ? CRS_DEFINITIONS.find(({ name }) => foldCrsName(name) === plain)
      : crsDefinition(`EPSG:${number}`);
  return found ? ok(found.code) : fail("place.crs-unknown", { crs: text.trim().slice(0, 80) });
}

/** Letters and digits only, small. */
function foldCrsName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
