import type { HouseholdColumns } from "../model/household.ts";
import type { ReferenceLayers } from "../model/layers.ts";

/** Everything about households and layers that does not depend on the rules. Opaque: made by `prepareScreening`. */
export interface Prepared {
  readonly households: HouseholdColumns;
  readonly layers: ReferenceLayers;
  /** Number of households with coordinates. */
  readonly located: number;
  /** Index of the containing unit in the unit layer, -1 when in none or not located. */
  readonly unit: Int32Array;
}

export function prepareScreening(households: HouseholdColumns, layers: ReferenceLayers): Prepared {
  throw new Error(`filling in ${households.count} ${layers.forests.length}`);
}
