/** Why a household is listed: evidence in, keys of sentences with their values out. Says nothing itself. */
import type { Evidence, FindingState } from "../core/screening/finding.ts";
import { CRITERIA, type CriterionCode, type Rules } from "../core/screening/rule-set.ts";
import { formatDistance, formatNumber } from "../text/numbers.ts";
import { type Language, say, type TextKey, type TextValues } from "../text/say.ts";

/** One criterion of the card: its state, its title and what it rests on. */
export interface Reason {
  readonly code: CriterionCode;
  readonly state: FindingState | "off";
  readonly title: TextKey;
  readonly detail: TextKey;
  readonly values: TextValues;
}
type Detail = readonly [detail: TextKey, values?: TextValues];

/** Distances beyond this are not looked for (metres). */
const FAR_M = 5000;

/** The five criteria of one household, in the order they are shown. */
export function reasonsOf(language: Language, evidence: Evidence, rules: Rules): readonly Reason[] {
  const metres = (value: number) => formatDistance(language, value);
  const details: Record<CriterionCode, () => Detail> = {
    minority: () => minority(evidence),
    scattered: () => scattered(evidence, rules, metres),
    forest: () => forest(language, evidence, rules, metres),
    hazard: () => hazard(language, evidence, rules, metres),
    remote: () => remote(language, evidence, rules),
  };
  return CRITERIA.map((code) => {
    const finding = evidence[code];
    const state = finding.off ? "off" : finding.state;
    const [detail, values = {}] = finding.off ? (["reason.off"] as const) : details[code]();
    return { code, state, title: `reason.${code}.${state}` as TextKey, detail, values };
  });
}

function minority({ minority: { ethnicity } }: Evidence): Detail {
  return ethnicity === null ? ["reason.minority.missing"] : ["reason.minority.of", { ethnicity }];
}

function scattered({ scattered: found }: Evidence, { scattered: rule }: Rules, metres: Metres): Detail {
  if (!found.located) return ["reason.not-located"];
  const limit = rule?.fewerThan ?? 0;
  if (rule?.method === "cluster") {
    return ["reason.scattered.cluster", { n: found.clusterSize, link: metres(rule.linkM), limit }];
  }
  return ["reason.scattered.neighbours", { n: found.neighbours, radius: metres(rule?.radiusM ?? 0), limit }];
}

function forest(language: Language, evidence: Evidence, { forest: rule }: Rules, metres: Metres): Detail {
  const found = evidence.forest;
  if (!found.hasLayer) return ["reason.forest.no-layer"];
  if (!found.located) return ["reason.not-located"];
  const tolerance = rule?.toleranceM ?? 0;
  const near = found.edgeM !== null && tolerance > 0 && found.edgeM <= tolerance;
  if (found.state === "unknown") {
    if (near) return nearEdge(found.inside, metres(found.edgeM ?? 0), metres(tolerance));
    return found.edgeM === null
      ? ["reason.zones-only-far", { far: metres(FAR_M) }]
      : ["reason.zones-only", { edge: metres(found.edgeM) }];
  }
  if (found.inside) {
    if (found.edgeM === null) {
      return found.name === null
        ? ["reason.forest.inside-deep"]
        : ["reason.forest.named-deep", { name: found.name }];
    }
    const edge = metres(found.edgeM);
    return found.name === null
      ? ["reason.forest.inside", { edge }]
      : ["reason.forest.named", { name: found.name, edge }];
  }
  if (found.kind !== null) return ["reason.forest.other", { kind: say(language, `forest.${found.kind}`) }];
  return found.edgeM === null
    ? ["reason.outside-far", { far: metres(FAR_M) }]
    : ["reason.outside", { edge: metres(found.edgeM) }];
}

function hazard(language: Language, evidence: Evidence, { hazard: rule }: Rules, metres: Metres): Detail {
  const found = evidence.hazard;
  if (!found.hasLayer) return ["reason.hazard.no-layer"];
  if (!found.located) return ["reason.not-located"];
  const tolerance = rule?.toleranceM ?? 0;
  const min = rule?.minLevel ?? 1;
  const near = found.edgeM !== null && tolerance > 0 && found.edgeM <= tolerance;
  const named = found.kind !== null && found.level !== null;
  const zone = named ? say(language, `hazard.${found.kind}` as TextKey) : "";
  const counts = named && (rule?.kinds.includes(found.kind) ?? false) && found.level >= min;
  if (found.state === "unknown") {
    if (near) return nearEdge(found.inside, metres(found.edgeM ?? 0), metres(tolerance));
    return found.edgeM === null
      ? ["reason.zones-only-far", { far: metres(FAR_M) }]
      : ["reason.zones-only", { edge: metres(found.edgeM) }];
  }
  if (found.inside) {
    // Zones of several levels share edges: a distance of nothing says nothing.
    const edge = found.edgeM === null || found.edgeM < 1 ? null : metres(found.edgeM);
    if (!counts) return ["reason.hazard.inside"];
    return edge === null
      ? ["reason.hazard.zone-deep", { zone, level: found.level }]
      : ["reason.hazard.zone", { zone, level: found.level, edge }];
  }
  if (named) return ["reason.hazard.lower", { zone, level: found.level, min }];
  return found.edgeM === null
    ? ["reason.hazard.outside-far", { min, far: metres(FAR_M) }]
    : ["reason.hazard.outside", { min, edge: metres(found.edgeM) }];
}

function remote(language: Language, { remote: found }: Evidence, { remote: rule }: Rules): Detail {
  if (!found.located) return ["reason.not-located"];
  const road = found.roadM === null ? null : besideLimit(language, found.roadM, rule?.roadM ?? null);
  const centre = found.centreM === null ? null : besideLimit(language, found.centreM, rule?.centreM ?? null);
  const asksRoad = rule?.roadM !== null && rule?.roadM !== undefined;
  const asksCentre = rule?.centreM !== null && rule?.centreM !== undefined;
  const noRoad = asksRoad && !found.hasRoads;
  const noCentre = asksCentre && !found.hasCentre;
  if (noRoad && noCentre) return ["reason.remote.missing-both"];
  if (noRoad) {
    return centre === null ? ["reason.remote.missing-road"] : ["reason.remote.only-centre", { centre }];
  }
  if (noCentre)
    return road === null ? ["reason.remote.missing-centre"] : ["reason.remote.only-road", { road }];
  if (road !== null && centre !== null) return ["reason.remote.both", { road, centre }];
  if (road !== null) return ["reason.remote.road", { road }];
  if (centre !== null) return ["reason.remote.centre", { centre }];
  return ["reason.remote.none"];
}

type Metres = (value: number) => string;

/** Within 100 m of its limit a distance is said in whole metres, on its own side: 2.000,3 m is over 2 km. */
function besideLimit(language: Language, value: number, limit: number | null): string {
  if (limit === null || Math.abs(value - limit) >= 100) return formatDistance(language, value);
  const whole = value > limit ? Math.ceil(value) : Math.floor(value);
  return `${formatNumber(language, whole, 0)}\u00a0m`;
}

/** Too close to the line to tell the side: the mapped side is still named. */
function nearEdge(inside: boolean, edge: string, tolerance: string): Detail {
  return [inside ? "reason.near-edge.inside" : "reason.near-edge.outside", { edge, tolerance }];
}
