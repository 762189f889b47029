/** Reference layers with their shapes, straight from the rows: each table is gone through once. */
import { joinLineSets, joinPolygonSets } from "../core/geometry/polygon-set.ts";
import type { PolygonSet } from "../core/model/geometry.ts";
import {
  type ArealLayer,
  type Centre,
  type Coverage,
  FOREST_KINDS,
  type Forest,
  type ForestKind,
  type ForestSubzone,
  HAZARD_KINDS,
  type Hazard,
  type HazardKind,
  type HazardLevel,
  type ReferenceLayers,
  type Road,
  type Unit,
} from "../core/model/layers.ts";
import { eachRow, type RawRows } from "./columns-raw.ts";
import { ShapeWriter } from "./columns-shapes.ts";
import { decodePoint } from "./geometry-blob.ts";
import { withReader } from "./read-plan.ts";
import type { Row } from "./rows.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";

type LayerRow = Row<"layer">;

/** Every layer. Several layers of units, roads or centres are read as one. */
export function readReferenceLayers(sqlite: Sqlite3Static, db: Database): ReferenceLayers {
  const layers = withReader(db, (reader) => reader.find("layer", {}));
  const ofKind = (kind: LayerRow["kind"]) => layers.filter((layer) => layer.kind === kind);
  const read = <A>(chosen: readonly LayerRow[], table: string, fields: string, make: Make<A>) =>
    readFeatures(sqlite, db, chosen, `SELECT layer_id, geom, ${fields} FROM "${table}" ORDER BY fid`, make);
  const [units, roads, centres] = [ofKind("units"), ofKind("roads"), ofKind("centres")];
  return {
    units: joined(units, () => areal(units, read(units, "unit", "code, name, district", unitOf))),
    forests: each(ofKind("forests"), (chosen) => {
      return read(chosen, "forest", "name, kind, subzone", forestOf);
    }),
    hazards: each(ofKind("hazards"), (chosen) => read(chosen, "hazard", "kind, level", hazardOf)),
    roads: joined(roads, () => {
      const features = read(roads, "road", "name, class", roadOf);
      return {
        ...headOf(roads),
        shapes: joinLineSets(features.map((one) => one.shapes.lines())),
        attributes: features.flatMap((one) => one.attributes),
      };
    }),
    centres: joined(centres, () => {
      const features = read(centres, "centre", "code, name", centreOf);
      const places = features.flatMap((one) => one.places);
      return {
        ...headOf(centres),
        lon: Float64Array.from(places, (at) => at[0]),
        lat: Float64Array.from(places, (at) => at[1]),
        attributes: features.flatMap((one) => one.attributes),
      };
    }),
  };
}

/** What is read of one layer. */
interface Features<A> {
  readonly shapes: ShapeWriter;
  readonly attributes: A[];
  /** Positions of points, NaN for none. */
  readonly places: [lon: number, lat: number][];
  /** A feature has no shape any more, or says what we do not know. */
  lost: boolean;
}
/** How a row becomes a feature; false when it is not one that can be trusted. */
interface Make<A> {
  readonly shape: "areal" | "line" | "point";
  /** Columns from the third on are the layer's own. */
  attributes(row: RawRows): A;
  known?(attributes: A): boolean;
}

/** The features of each chosen layer, in file order. */
function readFeatures<A>(
  sqlite: Sqlite3Static,
  db: Database,
  chosen: readonly LayerRow[],
  sql: string,
  make: Make<A>,
): Features<A>[] {
  const kind = make.shape === "line" ? "line" : "areal";
  const made = chosen.map((): Features<A> => {
    return { shapes: new ShapeWriter(kind), attributes: [], places: [], lost: false };
  });
  if (chosen.length === 0) return made;
  const byId = new Map(chosen.map((layer, k) => [layer.id, made[k]!]));
  eachRow(sqlite, db, sql, [], (row) => {
    const features = byId.get(row.text(0) ?? "");
    if (!features) return;
    const attributes = make.attributes(row);
    features.attributes.push(attributes);
    if (make.shape === "point") features.places.push(placeOf(row));
    else if (!features.shapes.add(row, 1)) features.lost = true;
    if (make.known && !make.known(attributes)) features.lost = true;
  });
  return made;
}

const unitOf: Make<Unit> = {
  shape: "areal",
  attributes: (row) => ({ code: row.text(2)!, name: row.text(3)!, district: row.text(4) }),
};
const forestOf: Make<Forest> = {
  shape: "areal",
  attributes: (row) => ({
    name: row.text(2),
    kind: row.text(3) as ForestKind,
    subzone: row.text(4) as ForestSubzone | null,
  }),
  known: ({ kind }) => FOREST_KINDS.includes(kind),
};
const hazardOf: Make<Hazard> = {
  shape: "areal",
  attributes: (row) => ({ kind: row.text(2) as HazardKind, level: row.number(3) as HazardLevel }),
  known: ({ kind, level }) =>
    HAZARD_KINDS.includes(kind) && Number.isInteger(level) && level >= 1 && level <= 5,
};
const roadOf: Make<Road> = {
  shape: "line",
  attributes: (row) => ({ name: row.text(2), roadClass: row.text(3) as Road["roadClass"] }),
};
const centreOf: Make<Centre> = {
  shape: "point",
  attributes: (row) => ({ code: row.text(2)!, name: row.text(3) }),
};

function placeOf(row: RawRows): [lon: number, lat: number] {
  const blob = row.blob(1);
  const at = blob ? decodePoint(blob) : null;
  return at ? [at[0], at[1]] : [Number.NaN, Number.NaN];
}

function joined<T>(chosen: readonly LayerRow[], make: () => T): T | null {
  return chosen.length === 0 ? null : make();
}

/**
 * Every layer by itself, as it can be trusted: another program may have emptied a shape or written a kind or level
 * that is none of ours. Such a zone is lost, so being outside the others no longer says clear.
 */
function each<A>(
  layers: readonly LayerRow[],
  read: (layers: readonly LayerRow[]) => readonly Features<A>[],
): ArealLayer<A>[] {
  return read(layers).map((features, k) => {
    const layer = areal([layers[k]!], [features]);
    return features.lost ? { ...layer, coverage: "zones" } : layer;
  });
}

function areal<A>(layers: readonly LayerRow[], features: readonly Features<A>[]): ArealLayer<A> {
  const coverage: Coverage = layers.every((layer) => layer.coverage === "all") ? "all" : "zones";
  const sets: PolygonSet[] = features.map((one) => one.shapes.polygons());
  return {
    ...headOf(layers),
    coverage,
    shapes: joinPolygonSets(sets),
    attributes: features.flatMap((one) => one.attributes),
  };
}

/** Joined layers cover the area only when each of them does, and have a date only when they share it. */
function headOf(layers: readonly LayerRow[]) {
  const dates = new Set(layers.map((layer) => layer.date));
  return {
    name: layers.map((layer) => layer.name).join(" + "),
    date: dates.size === 1 ? (layers[0]?.date ?? null) : null,
  };
}
