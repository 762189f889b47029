import type { ExportData } from "./export-data.ts";
import { placedSites } from "./placed-sites.ts";
import { siteFeature } from "./site-feature.ts";
import { sourcesOf } from "./sources.ts";
import type { ExportCollection } from "./to-move.ts";

/** Every site of the plan, in its order. */
export function allSites(data: ExportData): ExportCollection {
  const features = placedSites(data).map(siteFeature);
  return {
    features,
    members: { ancu: { what: "sites", listed: features.length, ...sourcesOf(data) } },
  };
}
