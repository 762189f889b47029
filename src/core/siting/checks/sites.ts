/** Two sites never share ground. */
import { bboxOfGeometry } from "../../geometry/polygon-set.ts";
import { type Check, line } from "../context.ts";
import { type Candidate, overlapWith } from "../overlap.ts";

/** Blocked by any other site of the plan, naming them. */
export const sitesCheck: Check = (context) => {
  const candidates: Candidate[] = context.otherSites.map((site, feature) => ({
    feature,
    bounds: bboxOfGeometry(site.geometry),
    geometry: () => site.geometry,
  }));
  const overlap = overlapWith(context, candidates);
  if (!overlap) return [line("overlap", "passed", "overlap-none")];
  const { areaM2, share, part, places } = overlap;
  const sites = overlap.candidates.map(({ feature }) => context.otherSites[feature]!.name).join(", ");
  return [
    line("overlap", "blocked", "overlap", { areaM2, share, distanceM: 0, part, values: { sites, places } }),
  ];
};
