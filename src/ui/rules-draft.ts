/** Small changes of a rule set, one per field of the panel. Each returns a new rule set. */
import type { HazardKind, HazardLevel } from "../core/model/layers.ts";
import { HAZARD_KINDS } from "../core/model/layers.ts";
import { type CriterionCode, DEFAULT_RULES, type Reading, type Rules } from "../core/screening/rule-set.ts";

/** Range of each field: nothing official, only what a form can sensibly hold. Metres and counts. */
export const RANGES = {
  radiusM: { min: 50, max: 2000, step: 50 },
  linkM: { min: 50, max: 2000, step: 50 },
  fewerThan: { min: 1, max: 100, step: 1 },
  toleranceM: { min: 0, max: 500, step: 5 },
  roadM: { min: 0, max: 50_000, step: 100 },
  centreM: { min: 0, max: 100_000, step: 500 },
} as const;

/** Where a slider is drawn over part of the range of its field: the distances that are ever asked about. */
export const SLIDER_RANGES = {
  roadM: { min: 0, max: 10_000, step: 100 },
  centreM: { min: 0, max: 30_000, step: 500 },
} as const;

/** Switches a criterion off, or on again with what it had in `remembered` (else the program's own numbers). */
export function withCriterion(rules: Rules, code: CriterionCode, on: boolean, remembered: Rules): Rules {
  return { ...rules, [code]: on ? (rules[code] ?? remembered[code] ?? DEFAULT_RULES[code]) : null };
}

/** Chooses strict or wide. */
export function withReading(rules: Rules, reading: Reading): Rules {
  return { ...rules, reading };
}

/** Changes the scatter method and keeps the threshold where it means the same. */
export function withScatterMethod(rules: Rules, method: "neighbours" | "cluster"): Rules {
  const old = rules.scattered;
  if (!old || old.method === method) return rules;
  return method === "neighbours"
    ? { ...rules, scattered: { method, radiusM: 300, fewerThan: 5 } }
    : { ...rules, scattered: { method, linkM: 200, fewerThan: 10 } };
}

/** The distance of the scatter criterion, whichever method it uses. */
export function scatterMetres(rules: Rules): number | null {
  if (!rules.scattered) return null;
  return rules.scattered.method === "neighbours" ? rules.scattered.radiusM : rules.scattered.linkM;
}

/** Changes the distance of the scatter criterion (metres). */
export function withScatterMetres(rules: Rules, metres: number): Rules {
  const old = rules.scattered;
  if (!old) return rules;
  const scattered = old.method === "neighbours" ? { ...old, radiusM: metres } : { ...old, linkM: metres };
  return { ...rules, scattered };
}

/** Changes the number of households below which a place is scattered. */
export function withScatterCount(rules: Rules, fewerThan: number): Rules {
  return rules.scattered ? { ...rules, scattered: { ...rules.scattered, fewerThan } } : rules;
}

/** Changes the tolerance of forest or hazard boundaries (metres). */
export function withTolerance(rules: Rules, code: "forest" | "hazard", toleranceM: number): Rules {
  const old = rules[code];
  return old ? { ...rules, [code]: { ...old, toleranceM } } : rules;
}

/** Changes the lowest susceptibility level that counts. */
export function withMinLevel(rules: Rules, minLevel: HazardLevel): Rules {
  return rules.hazard ? { ...rules, hazard: { ...rules.hazard, minLevel } } : rules;
}

/** Takes a hazard kind in or out; the last one stays, because none at all is "switched off". */
export function withHazardKind(rules: Rules, kind: HazardKind, on: boolean): Rules {
  if (!rules.hazard) return rules;
  const kinds = HAZARD_KINDS.filter((each) => (each === kind ? on : rules.hazard?.kinds.includes(each)));
  return kinds.length === 0 ? rules : { ...rules, hazard: { ...rules.hazard, kinds } };
}

/** Changes a distance of the remoteness criterion (metres); null: not tested. */
export function withRemoteMetres(rules: Rules, field: "roadM" | "centreM", metres: number | null): Rules {
  return rules.remote ? { ...rules, remote: { ...rules.remote, [field]: metres } } : rules;
}

/** Whether one remote distance is enough or both are asked for. */
export function withRemoteCombine(rules: Rules, combine: "any" | "all"): Rules {
  return rules.remote ? { ...rules, remote: { ...rules.remote, combine } } : rules;
}
