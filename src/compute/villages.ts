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
  const group = groupsOf(households, unit, units);
  const found: Village[] = [];
  for (let g = 0; g < group.count; g++) {
    const list = group.members.subarray(group.start[g], group.start[g + 1]);
    const lon = pick(households.lon, list).sort();
    const lat = pick(households.lat, list).sort();
    found.push({
      name: households.village.values[households.village.index[list[0]!]!]!,
      unit: units[mostFrequent(pick(unit, list))] ?? null,
      households: list.length,
      lon: lon[lon.length >> 1]!,
      lat: lat[lat.length >> 1]!,
      bbox: [lon[0]!, lat[0]!, lon.at(-1)!, lat.at(-1)!],
    });
  }
  return found;
}

/** Rows of each village: `members` from `start[g]` up to `start[g + 1]`, villages by their first row. */
interface Groups {
  readonly count: number;
  readonly members: Uint32Array;
  readonly start: Uint32Array;
}

function groupsOf(households: HouseholdColumns, unit: Int32Array, units: readonly Unit[]): Groups {
  const { village, communeCode, lon, lat, count } = households;
  // One number for each commune, by code, whether it was declared or found on the map; 0 for none.
  const numbers = new Map<string, number>();
  const numberOf = (code: string) => {
    if (!numbers.has(code)) numbers.set(code, numbers.size + 1);
    return numbers.get(code)!;
  };
  const declared = Int32Array.from(communeCode.values, numberOf);
  const containing = Int32Array.from(units, ({ code }) => numberOf(code));
  const communes = numbers.size + 1;
  const known = new Map<number, number>();
  const groupOf = new Int32Array(count).fill(-1);
  const sizes: number[] = [];
  for (let i = 0; i < count; i++) {
    const v = village.index[i]!;
    if (v < 0 || Number.isNaN(lon[i]!) || Number.isNaN(lat[i]!)) continue;
    const own = communeCode.index[i]!;
    const commune = own >= 0 ? declared[own]! : (containing[unit[i]!] ?? 0);
    const key = v * communes + commune;
    let g = known.get(key);
    if (g === undefined) {
      g = sizes.push(0) - 1;
      known.set(key, g);
    }
    sizes[g]!++;
    groupOf[i] = g;
  }
  const start = new Uint32Array(sizes.length + 1);
  for (const [g, size] of sizes.entries()) start[g + 1] = start[g]! + size;
  const next = start.slice();
  const members = new Uint32Array(start[sizes.length]!);
  for (let i = 0; i < count; i++) if (groupOf[i]! >= 0) members[next[groupOf[i]!]!++] = i;
  return { count: sizes.length, members, start };
}

function pick<A extends Float64Array | Int32Array>(column: A, rows: Uint32Array): A {
  const picked = column.slice(0, rows.length) as A;
  for (let k = 0; k < rows.length; k++) picked[k] = column[rows[k]!]!;
  return picked;
}

/** The value that occurs most often; the first to occur among equals. */
function mostFrequent(values: Int32Array): number {
  const counts = new Map<number, number>();
  let best = values[0]!;
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}
