/** Fills what the compute worker works on, straight from the rows. */
import { lineSetOf, polygonSetOf } from "../core/geometry/polygon-set.ts";
import { categoryOf } from "../core/model/columns.ts";
import type { ArealGeometry, LineGeometry } from "../core/model/geometry.ts";
import { type HouseholdColumns, REGISTER_FIELDS } from "../core/model/household.ts";
import {
  type ArealLayer,
  type Coverage,
  FOREST_KINDS,
  HAZARD_KINDS,
  type HazardLevel,
  type ReferenceLayers,
} from "../core/model/layers.ts";
import type { PlanPatch, PlanSnapshot } from "../core/model/snapshot.ts";
import { TextColumnWriter } from "../core/model/text-column.ts";
import { decode, decodeLine, decodePoint } from "./geometry-blob.ts";
import type { PlanInfo, Touched } from "./protocol.ts";
import { arealOf, readBaselines, readCurrentRules, readEvents, readSites, withReader } from "./read-plan.ts";
import type { Row } from "./rows.ts";
import type { Database } from "./sqlite.ts";

/** Everything, at the revision of `info`. */
export function snapshotOf(db: Database, { id, revision }: Pick<PlanInfo, "id" | "revision">): PlanSnapshot {
  return {
    planId: id,
    revision,
    households: readColumns(db),
    layers: readReferenceLayers(db),
    rules: readCurrentRules(db),
    sites: readSites(db),
    events: readEvents(db),
    baselines: readBaselines(db),
  };
}

/** The parts of the snapshot that these tables make up, read again. */
export function patchOf(db: Database, touched: readonly Touched[]): PlanPatch {
  const tables = new Set(touched.map(({ table }) => table));
  return {
    ...(tables.has("household") && { households: readColumns(db) }),
    ...(tables.has("layer") && { layers: readReferenceLayers(db) }),
    ...(tables.has("rule_set") && { rules: readCurrentRules(db) }),
    ...(tables.has("site") && { sites: readSites(db) }),
    ...(tables.has("event") && { events: readEvents(db) }),
    ...(tables.has("baseline") && { baselines: readBaselines(db) }),
  };
}

/** Buffers to hand over instead of copying; the sender must not use the snapshot or patch after that. */
export function buffersOf(part: PlanPatch): ArrayBuffer[] {
  const arrays: ArrayBufferView[] = [];
  const { households, layers } = part;
  if (households) {
    const { lon, lat, members, migrant, ethnicity, village, communeCode, poverty } = households;
    arrays.push(lon, lat, members, migrant);
    for (const texts of [households.id, households.head, households.properties]) {
      if (texts) arrays.push(texts.bytes, texts.start);
    }
    for (const category of [ethnicity, village, communeCode, poverty]) arrays.push(category.index);
  }
  if (layers) {
    const { units, forests, hazards, roads, centres } = layers;
    for (const layer of [units, ...forests, ...hazards]) {
      if (!layer) continue;
      const { featurePart, partRing, ringVertex, xy } = layer.shapes;
      arrays.push(featurePart, partRing, ringVertex, xy);
    }
    if (roads) arrays.push(roads.shapes.featurePart, roads.shapes.partVertex, roads.shapes.xy);
    if (centres) arrays.push(centres.lon, centres.lat);
  }
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}

/** The source's own fields, without those that are columns of the register; null when nothing else is there. */
const OWN_FIELDS = `nullif(json_remove(other, ${REGISTER_FIELDS.map((field) => `'$.${field}'`).join(", ")}), '{}')`;

/** The register as columns, in file order. */
export function readColumns(db: Database): HouseholdColumns {
  const count = Number(db.selectValue("SELECT count(*) FROM household"));
  const id = new TextColumnWriter(count);
  const head = new TextColumnWriter(count);
  const texts: (string | null)[][] = [[], [], [], []];
  const lon = new Float64Array(count).fill(Number.NaN);
  const lat = new Float64Array(count).fill(Number.NaN);
  const members = new Int16Array(count).fill(-1);
  const migrant = new Uint8Array(count).fill(2);
  const properties = new TextColumnWriter(count);
  const sql = `SELECT id, head, geom, members, migrant, ethnicity, village, commune_code, poverty, ${OWN_FIELDS}
     FROM household ORDER BY fid`;
  let i = 0;
  const fill = (row: readonly unknown[]) => {
    id.add(String(row[0]));
    head.add(row[1] as string | null);
    const at = row[2] ? decodePoint(row[2] as Uint8Array) : null;
    if (at) {
      lon[i] = at[0];
      lat[i] = at[1];
    }
    if (row[3] !== null) members[i] = Number(row[3]);
    if (row[4] !== null) migrant[i] = row[4] ? 1 : 0;
    for (let k = 0; k < 4; k++) texts[k]!.push(row[5 + k] as string | null);
    properties.add(row[9] as string | null);
    i++;
  };
  withReader(db, (reader) => reader.map(sql, [], fill));
  const [ethnicity, village, communeCode, poverty] = texts.map(categoryOf);
  return {
    count,
    id: id.column(),
    head: head.column(),
    lon,
    lat,
    ethnicity: ethnicity!,
    village: village!,
    communeCode: communeCode!,
    poverty: poverty!,
    members,
    migrant,
    properties: properties.column(),
  };
}

/** Reference layers with their shapes. Several layers of units, roads or centres are read as one. */
export function readReferenceLayers(db: Database): ReferenceLayers {
  return withReader(db, (reader) => {
    const layers = reader.find("layer", {});
    const ofKind = (kind: Row<"layer">["kind"]) => layers.filter((layer) => layer.kind === kind);
    const each = <T extends "unit" | "forest" | "hazard" | "road" | "centre">(
      table: T,
      chosen: readonly Row<"layer">[],
    ) => chosen.flatMap((layer): Row<T>[] => reader.find(table, { layer_id: layer.id } as never));
    return {
      units: joined(ofKind("units"), (chosen) => {
        const rows = each("unit", chosen);
        const attributes = rows.map(({ code, name, district }) => ({ code, name, district }));
        return areal(chosen, rows, attributes);
      }),
      forests: ofKind("forests").map((layer) => {
        const rows = each("forest", [layer]);
        const attributes = rows.map(({ name, kind, subzone }) => ({ name, kind, subzone }));
        return withLost(areal([layer], rows, attributes), rows, ({ kind }) => FOREST_KINDS.includes(kind));
      }),
      hazards: ofKind("hazards").map((layer) => {
        const rows = each("hazard", [layer]);
        const attributes = rows.map(({ kind, level }) => ({ kind, level: level as HazardLevel }));
        return withLost(areal([layer], rows, attributes), rows, isHazard);
      }),
      roads: joined(ofKind("roads"), (chosen) => {
        const rows = each("road", chosen);
        return {
          ...headOf(chosen),
          shapes: lineSetOf(rows.map((row) => lineOf(row.geom))),
          attributes: rows.map((row) => ({ name: row.name, roadClass: row.class })),
        };
      }),
      centres: joined(ofKind("centres"), (chosen) => {
        const rows = each("centre", chosen);
        const places = rows.map((row) => (row.geom ? decodePoint(row.geom) : null));
        return {
          ...headOf(chosen),
          lon: Float64Array.from(places, (at) => at?.[0] ?? Number.NaN),
          lat: Float64Array.from(places, (at) => at?.[1] ?? Number.NaN),
          attributes: rows.map(({ code, name }) => ({ code, name })),
        };
      }),
    };
  });
}

function joined<T>(chosen: readonly Row<"layer">[], make: (chosen: readonly Row<"layer">[]) => T): T | null {
  return chosen.length === 0 ? null : make(chosen);
}

/** Joined layers cover the area only when each of them does, and have a date only when they share it. */
function headOf(layers: readonly Row<"layer">[]) {
  const dates = new Set(layers.map((layer) => layer.date));
  return {
    name: layers.map((layer) => layer.name).join(" + "),
    date: dates.size === 1 ? (layers[0]?.date ?? null) : null,
  };
}

function areal<A>(
  layers: readonly Row<"layer">[],
  rows: readonly { readonly geom: Uint8Array | null }[],
  attributes: readonly A[],
): ArealLayer<A> {
  const coverage: Coverage = layers.every((layer) => layer.coverage === "all") ? "all" : "zones";
  const geometries: ArealGeometry[] = rows.map((row) => arealOf(row.geom));
  return { ...headOf(layers), coverage, shapes: polygonSetOf(geometries), attributes };
}

/**
 * The layer as it can be trusted: another program may have emptied a shape or written a kind or level that is
 * none of ours. Such a zone is lost, so being outside the others no longer says clear.
 */
function withLost<A, R extends { readonly geom: Uint8Array | null }>(
  layer: ArealLayer<A>,
  rows: readonly R[],
  known: (row: R) => boolean,
): ArealLayer<A> {
  const whole = rows.every((row) => known(row) && arealOf(row.geom).coordinates.length > 0);
  return whole ? layer : { ...layer, coverage: "zones" };
}

function isHazard({ kind, level }: Row<"hazard">): boolean {
  return HAZARD_KINDS.includes(kind) && Number.isInteger(level) && level >= 1 && level <= 5;
}

function lineOf(geom: Uint8Array | null): LineGeometry {
  return geom && decode(geom) ? decodeLine(geom) : { type: "MultiLineString", coordinates: [] };
}
