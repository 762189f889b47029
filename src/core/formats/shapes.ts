/** Checks the geometry of a feature and gives it the one form the rest of the program works with. */
import type { ArealGeometry, LineGeometry } from "../model/geometry.ts";
import type { Json } from "../model/household.ts";
import type { ProblemCode, ProblemValue } from "../outcome.ts";
import type { LonLat } from "../units.ts";
import { isList, isRecord } from "./normalise.ts";
import { lonLatOf, positionKind, projectedName } from "./position.ts";

/** Why a shape cannot be used. */
export interface ShapeFault {
  readonly code: ProblemCode;
  readonly values?: Readonly<Record<string, ProblemValue>>;
}
/** A shape and what was mended in it without changing what it covers. */
export interface Shape<G> {
  readonly geometry: G;
  /** Rings whose last position was not their first. */
  readonly closedRings: number;
  /** Positions left out because they repeat the one before. */
  readonly repeated: number;
  /** Every position lies far from the province. */
  readonly outside: boolean;
}
export type ShapeOutcome<G> = { readonly shape: Shape<G> } | { readonly fault: ShapeFault };

/** Thrown inside this file only: the first fault ends the reading of one shape. */
class Fault extends Error {
  constructor(readonly fault: ShapeFault) {
    super(fault.code);
  }
}

class Reading {
  closedRings = 0;
  repeated = 0;
  near = false;

  positions(value: Json | undefined): LonLat[] {
    if (value === undefined || !isList(value))
      throw new Fault({ code: "feature.position", values: { given: short(value) } });
    const out: LonLat[] = [];
    for (const item of value) {
      const at = this.position(item);
      const last = out.at(-1);
      if (last && last[0] === at[0] && last[1] === at[1]) this.repeated++;
      else out.push(at);
    }
    return out;
  }

  position(item: Json): LonLat {
    const at = lonLatOf(item);
    if (at === null) throw new Fault({ code: "feature.position", values: { given: short(item) } });
    const [lon, lat] = at;
    const kind = positionKind(lon, lat);
    if (kind === "good") this.near = true;
    else if (kind === "swapped") throw new Fault({ code: "row.swapped", values: pair(at) });
    else if (kind === "projected") {
      throw new Fault({ code: "row.projected", values: { ...pair(at), looksLike: projectedName(lon, lat) } });
    } else if (kind === "impossible") throw new Fault({ code: "row.coordinates", values: pair(at) });
    return at;
  }

  ring(value: Json | undefined): LonLat[] {
    const ring = this.positions(value);
    const [first] = ring;
    const last = ring.at(-1);
    if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
      ring.push(first);
      this.closedRings++;
    }
    if (ring.length < 4) throw new Fault({ code: "feature.ring-short", values: { positions: ring.length } });
    return ring;
  }

  polygon(value: Json | undefined): LonLat[][] {
    const rings = value !== undefined && isList(value) ? value : [];
    if (rings.length === 0) throw new Fault({ code: "feature.no-geometry" });
    return rings.map((ring) => this.ring(ring));
  }
}

/** Polygon or multi-polygon; a collection of nothing else counts as one. */
export function readArea(value: Json): ShapeOutcome<ArealGeometry> {
  return reading(value, (reading, parts) => {
    const polygons = parts.flatMap(({ type, coordinates }) => {
      if (type === "Polygon") return [reading.polygon(coordinates)];
      if (type === "MultiPolygon") return list(coordinates).map((polygon) => reading.polygon(polygon));
      throw new Fault({ code: "feature.geometry-kind", values: { given: type, wanted: "area" } });
    });
    const [only] = polygons;
    if (!only) throw new Fault({ code: "feature.no-geometry" });
    return polygons.length === 1
      ? { type: "Polygon", coordinates: only }
      : { type: "MultiPolygon", coordinates: polygons };
  });
}

/** Line or multi-line; a line of one place is no line. */
export function readLine(value: Json): ShapeOutcome<LineGeometry> {
  return reading(value, (reading, parts) => {
    const lines = parts.flatMap(({ type, coordinates }) => {
      if (type === "LineString") return [reading.positions(coordinates)];
      if (type === "MultiLineString") return list(coordinates).map((line) => reading.positions(line));
      throw new Fault({ code: "feature.geometry-kind", values: { given: type, wanted: "line" } });
    });
    const [only] = lines;
    if (!only) throw new Fault({ code: "feature.no-geometry" });
    if (lines.some((line) => line.length < 2)) throw new Fault({ code: "feature.line-short" });
    return lines.length === 1
      ? { type: "LineString", coordinates: only }
      : { type: "MultiLineString", coordinates: lines };
  });
}

/** Position of a point (or a multi-point of one), unchecked; a fault when the geometry is something else. */
export function readPoint(value: Json): { readonly at: LonLat } | { readonly fault: ShapeFault } {
  try {
    const parts = flatten(value);
    const [part] = parts;
    if (!part) throw new Fault({ code: "feature.no-geometry" });
    const position = part.type === "MultiPoint" ? list(part.coordinates) : [part.coordinates ?? null];
    if ((part.type !== "Point" && part.type !== "MultiPoint") || parts.length > 1 || position.length !== 1) {
      throw new Fault({ code: "feature.geometry-kind", values: { given: part.type, wanted: "point" } });
    }
    const at = lonLatOf(position[0]);
    if (at === null) throw new Fault({ code: "feature.position", values: { given: short(position[0]) } });
    return { at };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault };
    throw error;
  }
}

interface Part {
  readonly type: string;
  readonly coordinates: Json | undefined;
}

function reading<G>(value: Json, make: (reading: Reading, parts: readonly Part[]) => G): ShapeOutcome<G> {
  try {
    const state = new Reading();
    const geometry = make(state, flatten(value));
    const { closedRings, repeated } = state;
    return { shape: { geometry, closedRings, repeated, outside: !state.near } };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault };
    throw error;
  }
}

function flatten(value: Json): Part[] {
  if (!isRecord(value) || typeof value.type !== "string") throw new Fault({ code: "feature.no-geometry" });
  if (value.type === "GeometryCollection") return list(value.geometries).flatMap(flatten);
  return [{ type: value.type, coordinates: value.coordinates }];
}

function list(value: Json | undefined): readonly Json[] {
  return value !== undefined && isList(value) ? value : [];
}

function pair([lon, lat]: LonLat): { lon: string; lat: string } {
  return { lon: String(lon), lat: String(lat) };
}

function short(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? "–";
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
