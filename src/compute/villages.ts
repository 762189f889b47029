import type { HouseholdColumns } from "../core/model/household.ts";
import type { Unit } from "../core/model/layers.ts";
import type { Bbox } from "../core/units.ts";

/** A village as the register knows it: its located households. */
export interface Village {
  readonly name: string;
  /** Containing unit of most of its households; null outside every unit. */
  readonly unit: Unit | null;
  readonly households: number;
  /** Median position of the located households, WGS 84 degrees. */
  readonly lon: number;
  readonly lat: number;
  readonly bbox: Bbox;
}

/**
 * Villages of the register with at least one located household, in order of first appearance. Village names
 * repeat, so a village is a name within a commune: the declared one where it is known (a hamlet that
 * straddles a border stays one), else the containing one.
 */
export function villagesOf(
  households: HouseholdColumns,
  unit: Int32Array,
  units: readonly Unit[],
): readonly Village[] {
  const members = new Map<string, number[]>();
  for (let i = 0; i < households.count; i++) {
    const v = households.village.index[i]!;
    if (v < 0 || Number.isNaN(households.lon[i]!) || Number.isNaN(households.lat[i]!)) continue;
    const declared = households.communeCode.values[households.communeCode.index[i]!];
    const commune = declared ?? units[unit[i]!]?.code ?? "";
    const key = `${v} ${commune}`;
    const list = members.get(key);
    if (list) list.push(i);
    else members.set(key, [i]);
  }
  const found: Village[] = [];
  for (const list of members.values()) {
    const lon = Float64Array.from(list, (i) => households.lon[i]!).sort();
    const lat = Float64Array.from(list, (i) => households.lat[i]!).sort();
    found.push({
      name: households.village.values[households.village.index[list[0]!]!]!,
      unit: units[mostFrequent(list.map((i) => unit[i]!))] ?? null,
      households: list.length,
      lon: lon[lon.length >> 1]!,
      lat: lat[lat.length >> 1]!,
      bbox: [lon[0]!, lat[0]!, lon.at(-1)!, lat.at(-1)!],
    });
  }
  return found;
}

/** The value that occurs most often; the first to occur among equals. */
function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = values[0]!;
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}
