import type { CollectionMembers, WriteFeature } from "../formats/geojson/geojson-write.ts";
import { isCandidate } from "../model/decision.ts";
import { HIT } from "../screening/finding.ts";
import type { ExportData } from "./export-data.ts";
import { householdFeature } from "./household-feature.ts";
import { decisionCounts, eligibleCounts, sourcesOf } from "./sources.ts";

/** Features and the collection's own members, ready for the writer. */
export interface ExportCollection {
  readonly features: readonly WriteFeature[];
  readonly members: CollectionMembers;
}

/**
 * The households that must move under the rules, without those that were excluded by decision and with those
 * that were included. Those of which it is not known and nothing was decided are not listed; the collection says
 * how many there are, so that the list is not taken for complete, and how many households decisions moved.
 */
export function toMove(data: ExportData): ExportCollection {
  const features: WriteFeature[] = [];
  for (const [i, code] of data.screening.eligible.entries()) {
    if (isCandidate(code === HIT, data.decisions.state[i]!)) features.push(householdFeature(data, i));
  }
  const { unknown } = eligibleCounts(data);
  const byDecision = decisionCounts(data);
  return {
    features,
    members: {
      ancu: {
        what: "to-move",
        listed: features.length,
        unknownNotListed: unknown - byDecision.unknownIncluded - byDecision.unknownExcluded,
        byDecision,
        ...sourcesOf(data),
      },
    },
  };
}
