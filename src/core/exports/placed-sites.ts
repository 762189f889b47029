import { firstFeatureAt } from "../geometry/areal-index.ts";
import { pointInside } from "../geometry/point-inside.ts";
import { bboxOfGeometry } from "../geometry/polygon-set.ts";
import type { Unit, UnitLayer } from "../model/layers.ts";
import type { Site } from "../model/site.ts";
import { unitIndex } from "../screening/unit-index.ts";
import type { ExportData } from "./export-data.ts";

/** A site and the unit that contains a point certainly inside it; null in none or without a unit layer. */
export interface PlacedSite {
  readonly site: Site;
  readonly unit: Unit | null;
}

/** Every site of the plan with its unit, in the plan's order. */
export function placedSites({ plan }: ExportData): readonly PlacedSite[] {
  const { units } = plan.layers;
  if (plan.sites.length === 0) return [];
  const find = units ? unitFinder(units) : () => null;
  return plan.sites.map((site) => ({ site, unit: find(site) }));
}

/** A point on a shared border belongs to the unit with the smallest code, as it does for households. */
function unitFinder(units: UnitLayer): (site: Site) => Unit | null {
  const { attributes } = units;
  const index = unitIndex(units);
  return ({ geometry }) => {
    if (bboxOfGeometry(geometry) === null) return null; // emptied by another program: it lies nowhere
    const [lon, lat] = pointInside(geometry);
    return attributes[firstFeatureAt(index, lon, lat)] ?? null;
  };
}
