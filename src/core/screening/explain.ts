/** Why every criterion answers as it does for one household: what the interface says in words. */
import { neighbourCountAt } from "../geometry/neighbour-counts.ts";
import { textAt } from "../model/columns.ts";
import { ELIGIBLE_NAMES, type Evidence, FINDING_NAMES, type Screening } from "./finding.ts";
import { type Prepared, unitOf } from "./prepare.ts";
import type { CriterionCode, Rules } from "./rule-set.ts";
import { radiusOf, scatterClusters } from "./rules/scattered.ts";
import { edgeOf, forestAt, hazardAt } from "./zone-evidence.ts";

/** `screening` must come from `screen(prepared, rules)`. Throws for a household that is not there. */
export function explain(prepared: Prepared, screening: Screening, rules: Rules, i: number): Evidence {
  const { households, forests, hazards } = prepared;
  if (!(i >= 0 && i < households.count)) throw new RangeError(`household ${i} of ${households.count}`);
  const p = prepared.place.pointOf[i]!;
  const located = p >= 0;
  const answer = (code: CriterionCode) => ({
    state: FINDING_NAMES[screening[code][i]!]!,
    off: rules[code] === null,
  });
  const forest = forestAt(prepared, rules, i);
  const hazard = hazardAt(prepared, rules, i);
  const unit = unitOf(prepared, i);
  return {
    minority: { ...answer("minority"), ethnicity: textAt(households.ethnicity, i) },
    scattered: {
      ...answer("scattered"),
      located,
      neighbours: located ? neighbourCountAt(prepared.place.points, p, radiusOf(rules.scattered)) : null,
      clusterSize: located ? scatterClusters(prepared, rules.scattered)[i]! : null,
    },
    forest: {
      ...answer("forest"),
      located,
      hasLayer: forests.coverage !== null,
      inside: forest.inside,
      name: forest.zone?.name ?? null,
      kind: forest.zone?.kind ?? null,
      subzone: forest.zone?.subzone ?? null,
      edgeM: edgeOf(prepared, forests, forest.thresholds, i),
    },
    hazard: {
      ...answer("hazard"),
      located,
      hasLayer: hazards.coverage !== null,
      inside: hazard.inside,
      kind: hazard.zone?.kind ?? null,
      level: hazard.zone?.level ?? null,
      edgeM: hazard.inside ? 0 : edgeOf(prepared, hazards, hazard.thresholds, i),
    },
    remote: {
      ...answer("remote"),
      located,
      roadM: metresOrNull(screening.roadM[i]!),
      centreM: metresOrNull(screening.centreM[i]!),
      hasRoads: (prepared.layers.roads?.shapes.xy.length ?? 0) > 0,
      hasCentre: !Number.isNaN(screening.centreM[i]!),
    },
    eligible: ELIGIBLE_NAMES[screening.eligible[i]!]!,
    unit: unit && { code: unit.code, name: unit.name, district: unit.district },
    declaredDiffers: declaredDiffers(prepared, i),
  };
}

/**
 * The declared commune is not the containing one. A household inside no unit differs when the commune it
 * declares is in the unit layer; nothing is said of one that is not located or declares nothing.
 */
export function declaredDiffers(prepared: Prepared, i: number): boolean {
  const { units } = prepared.layers;
  const declared = textAt(prepared.households.communeCode, i);
  if (declared === null || !units || prepared.place.pointOf[i]! < 0) return false;
  const unit = unitOf(prepared, i);
  return unit ? unit.code !== declared : units.attributes.some(({ code }) => code === declared);
}

function metresOrNull(metres: number): number | null {
  return Number.isNaN(metres) ? null : metres;
}
