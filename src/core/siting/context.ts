/** What every check is given, and how it writes its answer. */
import type { Slabs } from "../geometry/point-in-polygon.ts";
import type { SegmentIndex } from "../geometry/segment-index.ts";
import type { ArealGeometry, PolygonSet } from "../model/geometry.ts";
import type { CheckState, Site, SiteCheck } from "../model/site.ts";
import type { Rules } from "../screening/rule-set.ts";
import type { Bbox, LonLat } from "../units.ts";
import type { SiteLayers } from "./site-layers.ts";
import type { SiteLimits } from "./site-limits.ts";

export interface CheckContext {
  readonly geometry: ArealGeometry;
  readonly bounds: Bbox;
  readonly areaM2: number;
  /** The site as a set of one feature, and what tells inside from outside and finds its edges. */
  readonly shapes: PolygonSet;
  readonly slabs: Slabs;
  readonly edges: SegmentIndex;
  /** A point inside. */
  readonly at: LonLat;
  readonly layers: SiteLayers;
  readonly rules: Rules;
  readonly otherSites: readonly Site[];
  readonly limits: SiteLimits;
}

/** One check of the list: a question with any number of answers. It changes nothing. */
export type Check = (context: CheckContext) => readonly SiteCheck[];

/** A line of the result; what is left out is null. */
export function line(
  code: string,
  state: CheckState,
  reason: string,
  rest: Partial<Omit<SiteCheck, "code" | "state" | "reason">> = {},
): SiteCheck {
  return { code, state, reason, areaM2: null, share: null, distanceM: null, values: {}, part: null, ...rest };
}

/** Share in percent for sentences: one decimal, never 0 for something that is there. */
export function percentOf(share: number): number {
  return Math.max(0.1, Math.round(share * 1000) / 10);
}
