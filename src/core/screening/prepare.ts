/** Everything about households and layers that the rules do not change: computed once, screened many times. */
import { firstFeatures } from "../geometry/areal-index.ts";
import { distanceM } from "../geometry/ellipsoid.ts";
import { type PointColumns, pointColumns } from "../geometry/point-strips.ts";
import { nearestEdgeM, segmentIndex } from "../geometry/segment-index.ts";
import type { HouseholdColumns } from "../model/household.ts";
import type {
  CentreLayer,
  Forest,
  Hazard,
  ReferenceLayers,
  RoadLayer,
  Unit,
  UnitLayer,
} from "../model/layers.ts";
import type { Bbox } from "../units.ts";
import { Memo } from "./memo.ts";
import { unitIndex } from "./unit-index.ts";
import { type Zones, zonesOf } from "./zones.ts";

/** Made by `prepareScreening`. Columns are by household unless said otherwise; do not write into them. */
export interface Prepared {
  readonly households: HouseholdColumns;
  readonly layers: ReferenceLayers;
  /** Number of households with coordinates. */
  readonly located: number;
  /** Point number of a household, -1 when it is not located. */
  readonly pointOf: Int32Array;
  /** Household of a point. */
  readonly householdOf: Uint32Array;
  /** The located points. */
  readonly points: PointColumns;
  /** Index of the containing unit in the unit layer, -1 when in none or not located. */
  readonly unit: Int32Array;
  /** Metres to the nearest road, NaN when not known. */
  readonly roadM: Float64Array;
  /** Metres to the centre of the containing unit, NaN when not known. */
  readonly centreM: Float64Array;
  readonly forests: Zones<Forest>;
  readonly hazards: Zones<Hazard>;
  readonly memo: Memo;
}

/** Finds units, containing zones and distances of every household. Households without coordinates stay in. */
export function prepareScreening(households: HouseholdColumns, layers: ReferenceLayers): Prepared {
  const { count } = households;
  const pointOf = new Int32Array(count).fill(-1);
  const rows: number[] = [];
  for (let i = 0; i < count; i++) {
    if (Number.isFinite(households.lon[i]!) && Number.isFinite(households.lat[i]!))
      pointOf[i] = rows.push(i) - 1;
  }
  const householdOf = Uint32Array.from(rows);
  const lon = Float64Array.from(rows, (i) => households.lon[i]!);
  const lat = Float64Array.from(rows, (i) => households.lat[i]!);
  const bounds = boundsOf(lon, lat);
  const unit = new Int32Array(count).fill(-1);
  const roadM = new Float64Array(count).fill(Number.NaN);
  const centreM = new Float64Array(count).fill(Number.NaN);
  const units = unitsOf(layers.units, lon, lat, bounds);
  const roads = roadsOf(layers.roads, lon, lat);
  const toCentre = centreDistance(layers.centres, layers.units);
  rows.forEach((i, p) => {
    unit[i] = units[p]!;
    roadM[i] = roads[p]!;
    centreM[i] = toCentre(units[p]!, lon[p]!, lat[p]!);
  });
  return {
    households,
    layers,
    located: rows.length,
    pointOf,
    householdOf,
    points: pointColumns(lon, lat),
    unit,
    roadM,
    centreM,
    forests: zonesOf(layers.forests, lon, lat, bounds),
    hazards: zonesOf(layers.hazards, lon, lat, bounds),
    memo: new Memo(),
  };
}

/** The containing unit in the layer, null when in none, not located or without a unit layer. */
export function unitOf(prepared: Prepared, i: number): Unit | null {
  const unit = prepared.unit[i]!;
  return unit < 0 || !prepared.layers.units ? null : prepared.layers.units.attributes[unit]!;
}

function unitsOf(
  layer: UnitLayer | null,
  lon: Float64Array,
  lat: Float64Array,
  bounds: Bbox | null,
): Int32Array {
  if (!layer) return new Int32Array(lon.length).fill(-1);
  return firstFeatures(unitIndex(layer, bounds), lon, lat);
}

function roadsOf(layer: RoadLayer | null, lon: Float64Array, lat: Float64Array): Float64Array {
  const out = new Float64Array(lon.length).fill(Number.NaN);
  if (!layer) return out;
  const index = segmentIndex(layer.shapes);
  for (let p = 0; p < out.length; p++) out[p] = nearestEdgeM(index, lon[p]!, lat[p]!);
  return out;
}

/** Metres from a point to the nearest centre that carries the code of its unit, NaN when there is none. */
function centreDistance(centres: CentreLayer | null, units: UnitLayer | null) {
  const byCode = new Map<string, number[]>();
  centres?.attributes.forEach((centre, c) => {
    byCode.set(centre.code, [...(byCode.get(centre.code) ?? []), c]);
  });
  return (unit: number, lon: number, lat: number): number => {
    const own = unit < 0 ? undefined : byCode.get(units!.attributes[unit]!.code);
    let least = Number.NaN;
    for (const c of own ?? []) {
      const metres = distanceM(lon, lat, centres!.lon[c]!, centres!.lat[c]!);
      if (!(metres >= least)) least = metres;
    }
    return least;
  };
}

function boundsOf(lon: Float64Array, lat: Float64Array): Bbox | null {
  if (lon.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let p = 0; p < lon.length; p++) {
    west = Math.min(west, lon[p]!);
    east = Math.max(east, lon[p]!);
    south = Math.min(south, lat[p]!);
    north = Math.max(north, lat[p]!);
  }
  return [west, south, east, north];
}
