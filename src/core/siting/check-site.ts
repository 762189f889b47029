/** Checks a drawn site against everything that speaks against it. */
import { areaM2, perimeterM } from "../geometry/ellipsoid.ts";
import { slabsOf } from "../geometry/point-in-polygon.ts";
import { pointInside } from "../geometry/point-inside.ts";
import { bboxOfGeometry, polygonSetOf, polygonsOf } from "../geometry/polygon-set.ts";
import { segmentIndex } from "../geometry/segment-index.ts";
import type { ArealGeometry } from "../model/geometry.ts";
import { CHECK_STATES, type Site, type SiteCheck, type SiteCheckResult } from "../model/site.ts";
import { fail, type Outcome, ok } from "../outcome.ts";
import type { Rules } from "../screening/rule-set.ts";
import { SITE_CHECKS } from "./checks/index.ts";
import { shapeCheck } from "./checks/shape.ts";
import type { CheckContext } from "./context.ts";
import type { SiteLayers } from "./site-layers.ts";
import { DEFAULT_SITE_LIMITS, type SiteLimits } from "./site-limits.ts";
import { unitAt } from "./unit-at.ts";

/** A drawn shape (WGS 84 degrees). `exceptId` is its own id when it is in the plan: it does not overlap itself. */
export interface DrawnSite {
  readonly geometry: ArealGeometry;
  readonly exceptId: string | null;
}

/**
 * Every check of the list, sorted by seriousness. A shape that crosses itself gets only that one check:
 * what lies inside it is not defined. Refused with `site.shape`: fewer than three corners, or no area.
 */
export function checkSite(
  { geometry, exceptId }: DrawnSite,
  layers: SiteLayers,
  rules: Rules,
  sites: readonly Site[],
  limits: SiteLimits = DEFAULT_SITE_LIMITS,
): Outcome<SiteCheckResult> {
  const bounds = bboxOfGeometry(geometry);
  const rings = polygonsOf(geometry).flat();
  if (bounds === null || rings.some((ring) => ring.length < 4)) return fail("site.shape");
  const area = areaM2(geometry);
  if (!(area > 0)) return fail("site.shape");
  const shapes = polygonSetOf([geometry]);
  const context: CheckContext = {
    geometry,
    bounds,
    areaM2: area,
    shapes,
    slabs: slabsOf(shapes),
    edges: segmentIndex(shapes),
    at: pointInside(geometry),
    layers,
    rules,
    otherSites: sites.filter(({ id }) => id !== exceptId),
    limits,
  };
  const crossing = shapeCheck(context);
  const checks = crossing.length > 0 ? crossing : SITE_CHECKS.flatMap((check) => check(context));
  return ok({
    areaM2: area,
    perimeterM: perimeterM(geometry),
    at: context.at,
    unit: unitAt(layers, context.at),
    checks: bySeriousness(checks),
  });
}

/** Stable: inside a state the order of the list stays. */
function bySeriousness(checks: readonly SiteCheck[]): SiteCheck[] {
  return CHECK_STATES.flatMap((state) => checks.filter((check) => check.state === state));
}
