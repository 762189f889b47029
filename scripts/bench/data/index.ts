/** The made-up province that every bench works on. The same seed and size give the same bytes. */
import { lineSetOf, polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import type { ArealGeometry, LineSet, PolygonSet } from "../../../src/core/model/geometry.ts";
import { communePolygons } from "./communes.ts";
import { forestPolygons } from "./forests.ts";
import { hazardZones } from "./hazards.ts";
import { type HouseholdPlaces, householdPlaces, type TiedLayer } from "./households.ts";
import { degreesOf } from "./plane.ts";
import { roadLines } from "./roads.ts";

export type { HouseholdPlaces } from "./households.ts";

/** A polygon layer in the plane (metres) and in degrees, vertex for vertex. */
export type Layer = TiedLayer;

/** Hazard zones with what they say. */
export interface HazardLayer extends Layer {
  /** One per feature: number in `HAZARD_KINDS`, and level 1 to 5. */
  readonly kind: Uint8Array;
  readonly level: Uint8Array;
}

/** Households and layers. */
export interface Province {
  readonly seed: number;
  readonly households: HouseholdPlaces;
  /** 200 communes of 257 vertices, and the same communes of 2,049. */
  readonly coarse: Layer;
  readonly communes: Layer;
  readonly forests: Layer;
  readonly hazards: HazardLayer;
  readonly roads: { readonly plane: LineSet; readonly degrees: LineSet };
}

/** From this many households on the layers have their full size. */
export const FULL_SIZE_FROM = 50_000;
const HAZARD_ZONES = 9000;
const FOREST_VERTICES = 265_000;
const ROAD_VERTICES = 400_000;
const COARSE_EDGES_PER_SIDE = 64;
const EDGES_PER_SIDE = 512;

/**
 * A province with `count` households. Below `FULL_SIZE_FROM` the layers shrink along, so that a small run is
 * quick; such a run checks answers and says little about speed.
 */
export function provinceOf(seed: number, count: number): Province {
  const share = Math.min(1, Math.max(0.02, count / FULL_SIZE_FROM));
  const edges = (full: number) => 2 ** Math.round(Math.log2(Math.max(8, full * share)));
  const coarse = layerOf(communePolygons(seed, edges(COARSE_EDGES_PER_SIDE)));
  const communes = layerOf(communePolygons(seed, edges(EDGES_PER_SIDE)));
  const forests = layerOf(forestPolygons(seed, FOREST_VERTICES * share));
  const { polygons, kind, level } = hazardZones(seed, Math.round(HAZARD_ZONES * share));
  const hazards = { ...layerOf(polygons), kind, level };
  const lines = lineSetOf(roadLines(seed, ROAD_VERTICES * share));
  const roads = { plane: lines, degrees: { ...lines, xy: degreesOf(lines.xy) } };
  const households = householdPlaces(seed, count, lines, [coarse, communes, forests, hazards]);
  return { seed, households, coarse, communes, forests, hazards, roads };
}

function layerOf(polygons: readonly ArealGeometry[]): Layer {
  const plane = polygonSetOf(polygons);
  return { plane, degrees: { ...plane, xy: degreesOf(plane.xy) } };
}

/** Vertices of a set, for what a report says of its data. */
export const verticesIn = (set: PolygonSet | LineSet): number => set.xy.length / 2;
