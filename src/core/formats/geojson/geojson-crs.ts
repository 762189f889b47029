/** What a GeoJSON file says of its coordinate system: nothing (RFC 7946), or a `crs` member (the form of 2008). */
import type { DeclaredCrs } from "../../intake/dataset.ts";
import type { Json } from "../../model/household.ts";
import { isRecord } from "../normalise.ts";

const WGS84: DeclaredCrs = { kind: "standard", text: "EPSG:4326" };
/** `urn:ogc:def:crs:EPSG::9218`, `EPSG:9218`, `http://www.opengis.net/def/crs/EPSG/0/9218`. */
const EPSG = /EPSG(?:[:/][^:/]*)?[:/](\d{3,6})$/i;
const CRS84 = /(^|[:/])CRS84$/i;
const DIGITS = /^\d{3,6}$/;

/** Null when the file says that it is not known (`"crs": null`). */
export function geojsonCrs(root: Json): DeclaredCrs | null {
  const crs = isRecord(root) && Object.hasOwn(root, "crs") ? root.crs : undefined;
  if (crs === undefined) return WGS84;
  if (crs === null) return null;
  const properties = isRecord(crs) && isRecord(crs.properties) ? crs.properties : null;
  const named = properties ? (properties.name ?? properties.code ?? properties.href ?? crs) : crs;
  const text = typeof named === "string" ? named.trim() : JSON.stringify(named);
  return { kind: "code", text: codeOf(text) };
}

function codeOf(text: string): string {
  if (CRS84.test(text)) return "EPSG:4326";
  const code = EPSG.exec(text)?.[1] ?? (DIGITS.test(text) ? text : null);
  return code === null ? text : `EPSG:${code}`;
}
