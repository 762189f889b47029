/** Everything about households and layers that the rules do not change: computed once, screened many times. */
import type { HouseholdColumns } from "../model/household.ts";
import type { Forest, Hazard, ReferenceLayers, Unit } from "../model/layers.ts";
import { alone, type Crew } from "./crew.ts";
import { centreDistances, roadDistances } from "./distances.ts";
import { sameLayer } from "./layer-difference.ts";
import { Memo } from "./memo.ts";
import { type Place, placeOf } from "./place.ts";
import { type RankColumn, rankColumn, rankColumnAfter } from "./rank-column.ts";
import { unitsOfPoints } from "./unit-index.ts";
import { forestRank, hazardRank } from "./zone-rank.ts";
import { type Zones, zonesOf } from "./zones.ts";

/** Made by `prepareScreening`. Columns are by household unless said otherwise; do not write into them. */
export interface Prepared {
  readonly households: HouseholdColumns;
  readonly layers: ReferenceLayers;
  /** Number of households with coordinates. */
  readonly located: number;
  readonly place: Place;
  /** Index of the containing unit in the unit layer, -1 when in none or not located. */
  readonly unit: Int32Array;
  /** One more than `unit`: where a household is counted; 0 in none. */
  readonly unitSlot: Uint16Array | Uint32Array;
  /** Number of slots. */
  readonly unitSlots: number;
  /** Metres to the nearest road, NaN when not known. */
  readonly roadM: Float64Array;
  /** Metres to the centre of the containing unit, NaN when not known. */
  readonly centreM: Float64Array;
  readonly forests: Zones<Forest>;
  readonly hazards: Zones<Hazard>;
  /** Kinds and levels of the zones that contain each household, `NOT_LOCATED` where it is not known. */
  readonly forestRanks: RankColumn;
  readonly hazardRanks: RankColumn;
  /** What was computed of the households alone: taken over while they stay, whatever the layers become. */
  readonly householdMemo: Memo;
  /** What was computed of households and layers. */
  readonly memo: Memo;
  readonly crew: Crew;
}

export interface PrepareOptions {
  /** Who does the work; left out: this thread. */
  readonly crew?: Crew;
  /** What was prepared for an earlier form of the plan: what did not change since is taken over. */
  readonly before?: Prepared | null;
}

/**
 * Finds units, containing zones and distances of every household. Households without coordinates stay in.
 * With `before` the answers are the same, only sooner: a changed zone is asked again of the households that it
 * can touch.
 */
export function prepareScreening(
  households: HouseholdColumns,
  layers: ReferenceLayers,
  { crew = alone, before = null }: PrepareOptions = {},
): Prepared {
  const last = before?.households === households ? before : null;
  const place = last ? last.place : placeOf(households, crew);
  const { householdOf } = place;
  const { count } = households;
  const columnOf = ({ ranks, touched }: Zones<unknown>, column: RankColumn | null) =>
    column && touched
      ? rankColumnAfter(column, ranks, touched, householdOf)
      : rankColumn(ranks, householdOf, count);
  const same = <K extends keyof ReferenceLayers>(...kinds: K[]) =>
    last !== null && kinds.every((kind) => sameLayer(last.layers[kind] ?? null, layers[kind] ?? null));
  const sameUnits = same("units");
  const sameCentres = sameUnits && same("centres");

  const unit = sameUnits
    ? last!.unit
    : byHousehold(unitsOfPoints(layers.units, place, crew), householdOf, new Int32Array(count).fill(-1));
  const units = layers.units?.attributes.length ?? 0;
  const unitSlot = sameUnits ? last!.unitSlot : slotsOf(unit, units);
  const roadM = same("roads")
    ? last!.roadM
    : byHousehold(roadDistances(layers.roads, place, crew), householdOf, unknownMetres(count));
  const centreM = sameCentres ? last!.centreM : centreDistances(layers, unit, households);
  const forests = zonesOf(layers.forests, forestRank, place, { crew, before: last?.forests ?? null });
  const hazards = zonesOf(layers.hazards, hazardRank, place, { crew, before: last?.hazards ?? null });
  return {
    households,
    layers,
    located: householdOf.length,
    place,
    unit,
    unitSlot,
    unitSlots: units + 1,
    roadM,
    centreM,
    forests,
    hazards,
    forestRanks: columnOf(forests, last?.forestRanks ?? null),
    hazardRanks: columnOf(hazards, last?.hazardRanks ?? null),
    householdMemo: last ? last.householdMemo : new Memo(),
    memo: new Memo(),
    crew,
  };
}

/** The containing unit in the layer, null when in none, not located or without a unit layer. */
export function unitOf(prepared: Prepared, i: number): Unit | null {
  const unit = prepared.unit[i]!;
  return unit < 0 || !prepared.layers.units ? null : prepared.layers.units.attributes[unit]!;
}

function slotsOf(unit: Int32Array, units: number): Uint16Array | Uint32Array {
  const out = units < 0xffff ? new Uint16Array(unit.length) : new Uint32Array(unit.length);
  for (let i = 0; i < unit.length; i++) out[i] = unit[i]! + 1;
  return out;
}

function unknownMetres(count: number): Float64Array {
  return new Float64Array(count).fill(Number.NaN);
}

function byHousehold<T extends Int32Array | Float64Array>(byPoint: T, householdOf: Uint32Array, out: T): T {
  for (let p = 0; p < householdOf.length; p++) out[householdOf[p]!] = byPoint[p]!;
  return out;
}
