/** The commune a position lies in. */
import { firstFeatureAt } from "../geometry/areal-index.ts";
import type { LonLat } from "../units.ts";
import type { SiteLayers } from "./site-layers.ts";

/** Code and name of the containing unit, the smallest code on a shared border; null outside and without a layer. */
export function unitAt({ units }: SiteLayers, [lon, lat]: LonLat): { code: string; name: string } | null {
  if (!units) return null;
  const f = firstFeatureAt(units.containing, lon, lat);
  const unit = units.layer.attributes[f];
  return unit ? { code: unit.code, name: unit.name } : null;
}
