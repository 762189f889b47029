/** GeoJSON (RFC 7946), and what older programs wrote: a `crs` member that says WGS 84 is accepted. */
import type { Json } from "../../model/household.ts";
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import { isList, isRecord, Normaliser } from "../normalise.ts";
import { FeatureTable, type Format, type RawFeature, type RawTable } from "../raw.ts";
import type { Source } from "../source.ts";
import { jsonFault } from "./json-fault.ts";

export const geojson: Format = { name: "geojson", endings: ["geojson", "json"], recognise, read };

/** `OGC:CRS84` and `EPSG:4326` in the ways programs write them; both mean longitude, latitude here. */
const WGS84 = /(^|[:/])(CRS84|4326)$/i;

/** A multi-polygon needs 9. What is nested without end would break everything that walks down into it. */
export const MOST_LEVELS = 64;

function recognise({ start }: Source): boolean {
  return /^\s*[{[]/.test(start);
}

function read(source: Source, file: string, known: readonly Problem[]): Outcome<RawTable> {
  const text = source.text();
  if (!text.ok) return text;
  let root: Json;
  try {
    root = JSON.parse(text.value) as Json;
  } catch {
    return fail("geojson.syntax", { ...jsonFault(text.value) }, { file });
  }
  const found = featuresOf(root);
  if (found === null) return fail("geojson.not-collection", { type: typeName(root) }, { file });
  if (isDeeper(root, MOST_LEVELS)) return fail("geojson.nested", { most: MOST_LEVELS }, { file });
  const crs = foreignCrs(root);
  if (crs !== null) return fail("geojson.crs", { crs }, { file });

  const normaliser = new Normaliser();
  const columns = new Set<string>();
  const features: RawFeature[] = [];
  const rejected: Problem[] = [];
  for (const [index, item] of found.entries()) {
    if (!isRecord(item) || item.type !== "Feature") {
      const values = { type: typeName(item) };
      rejected.push({ code: "geojson.not-feature", file, row: index + 1, rowIs: "feature", values });
      continue;
    }
    const properties = isRecord(item.properties) ? normaliser.record(item.properties) : {};
    for (const name of Object.keys(properties)) columns.add(name);
    features.push({
      row: index + 1,
      id: idOf(item.id, normaliser),
      properties,
      geometry: item.geometry ?? null,
    });
  }
  const notes = [...known];
  if (normaliser.changed > 0) {
    notes.push({ code: "file.text-normalised", file, values: { count: normaliser.changed } });
  }
  return ok(new FeatureTable("geojson", file, [...columns], features, rejected, notes));
}

/** Are there more than `levels` lists or objects inside one another. */
export function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  const inside = isList(value) ? value : Object.values(value);
  for (const item of inside) if (isDeeper(item, levels - 1)) return true;
  return false;
}

function featuresOf(root: Json): readonly Json[] | null {
  if (!isRecord(root)) return null;
  if (root.type === "FeatureCollection" && root.features !== undefined && isList(root.features)) {
    return root.features;
  }
  return root.type === "Feature" ? [root] : null;
}

function idOf(id: Json | undefined, normaliser: Normaliser): string | number | null {
  if (typeof id === "string") return normaliser.text(id);
  return typeof id === "number" ? id : null;
}

/** The coordinate system a file declares when it is not WGS 84, else null. */
function foreignCrs(root: Json): string | null {
  const crs = isRecord(root) ? root.crs : null;
  if (crs === null || crs === undefined) return null;
  const named =
    isRecord(crs) && isRecord(crs.properties) ? (crs.properties.name ?? crs.properties.code) : crs;
  const name = typeof named === "string" ? named : JSON.stringify(named);
  return WGS84.test(name) ? null : name;
}

/** What a value that was expected to be something else calls itself, for a sentence. */
export function typeName(value: Json): string {
  if (isRecord(value)) return typeof value.type === "string" ? value.type : "{ }";
  return value !== null && isList(value) ? "[ ]" : String(value);
}
