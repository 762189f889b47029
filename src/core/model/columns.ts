/** The register as columns: what screening, the map and the table need of every household. */
import type { Category, Household, HouseholdColumns } from "./household.ts";
import { textColumn } from "./text-column.ts";

/**
 * Columns of households, in their order. Half a pair of coordinates, or one that is not a finite number,
 * means not located; a text that is empty or only blanks means not known.
 */
export function columnsFrom(households: readonly Household[]): HouseholdColumns {
  const count = households.length;
  const lon = new Float64Array(count).fill(Number.NaN);
  const lat = new Float64Array(count).fill(Number.NaN);
  const members = new Int16Array(count).fill(-1);
  const migrant = new Uint8Array(count).fill(2);
  households.forEach((household, i) => {
    if (isNumber(household.lon) && isNumber(household.lat)) {
      lon[i] = household.lon;
      lat[i] = household.lat;
    }
    const { members: size } = household;
    if (isNumber(size) && size >= 0 && size <= 32_767) members[i] = Math.round(size);
    if (household.migrant !== null) migrant[i] = household.migrant ? 1 : 0;
  });
  return {
    count,
    id: textColumn(households.map((household) => household.id)),
    head: textColumn(households.map((household) => household.head)),
    lon,
    lat,
    ethnicity: categoryOf(households.map((household) => household.ethnicity)),
    village: categoryOf(households.map((household) => household.village)),
    communeCode: categoryOf(households.map((household) => household.communeCode)),
    poverty: categoryOf(households.map((household) => household.poverty)),
    members,
    migrant,
  };
}

/** Repeated texts as a category, values in order of first appearance. */
export function categoryOf(texts: readonly (string | null)[]): Category {
  const values: string[] = [];
  const known = new Map<string, number>();
  const index = new Int32Array(texts.length).fill(-1);
  texts.forEach((text, i) => {
    if (text === null || text.trim() === "") return;
    let at = known.get(text);
    if (at === undefined) {
      at = values.push(text) - 1;
      known.set(text, at);
    }
    index[i] = at;
  });
  return { values, index };
}

/** The text of a category for household `i`, null when not known. */
export function textAt(category: Category, i: number): string | null {
  const at = category.index[i]!;
  return at < 0 ? null : category.values[at]!;
}

function isNumber(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
}
