import type { CollectionMembers, WriteFeature } from "../formats/geojson-write.ts";
import { HIT } from "../screening/finding.ts";
import type { ExportData } from "./export-data.ts";
import { householdFeature } from "./household-feature.ts";
import { eligibleCounts, sourcesOf } from "./sources.ts";

/** Features and the collection's own members, ready for the writer. */
export interface ExportCollection {
  readonly features: readonly WriteFeature[];
  readonly members: CollectionMembers;
}

/**
 * The households that must move under the rules. Those of which it is not known are not listed; the
 * collection says how many there are, so that the list is not taken for complete.
 */
export function toMove(data: ExportData): ExportCollection {
  const features: WriteFeature[] = [];
  for (const [i, code] of data.screening.eligible.entries()) {
    if (code === HIT) features.push(householdFeature(data, i));
  }
  const { unknown } = eligibleCounts(data);
  return {
    features,
    members: {
      ancu: { what: "to-move", listed: features.length, unknownNotListed: unknown, ...sourcesOf(data) },
    },
  };
}
