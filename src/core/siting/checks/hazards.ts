/** Landslide, flash flood and pipe flood: is the site in a zone, close to one, or has nobody looked. */
import { HAZARD_KINDS, type HazardKind } from "../../model/layers.ts";
import type { SiteCheck } from "../../model/site.ts";
import { DEFAULT_RULES } from "../../screening/rule-set.ts";
import { type Check, type CheckContext, line, percentOf } from "../context.ts";
import { nearestOf } from "../nearest-of.ts";
import { candidatesOf, overlapWith } from "../overlap.ts";

const LEVELS = [5, 4, 3, 2, 1] as const;

/**
 * Per kind and level an overlap: blocked for the kinds and levels that the rules count, else a reminder.
 * Per kind that counts and does not overlap, one line: close (nearer than the map's own error), clear, or
 * unknown where no layer knows the kind or the layer maps only its zones. Switching the screening criterion
 * off does not make sliding ground safe to build on: the rules the program starts with then hold.
 */
export const hazardChecks: Check = (context) => {
  const rule = context.rules.hazard ?? DEFAULT_RULES.hazard!;
  return HAZARD_KINDS.flatMap((kind) => {
    const counts = rule.kinds.includes(kind);
    const overlaps = LEVELS.flatMap((level) => {
      const blocks = counts && level >= rule.minLevel;
      const reason = blocks ? "hazard-overlap" : counts ? "hazard-low" : "hazard-other";
      return overlapLine(context, kind, level, blocks, reason, rule.minLevel);
    });
    if (!counts || overlaps.some(({ state }) => state === "blocked")) return overlaps;
    return [...overlaps, distanceLine(context, kind, rule.minLevel)];
  });
};

function overlapLine(
  context: CheckContext,
  kind: HazardKind,
  level: number,
  blocks: boolean,
  reason: string,
  blockLevel: number,
): SiteCheck[] {
  const candidates = context.layers.hazards.flatMap((source) =>
    candidatesOf(source, (f) => {
      const hazard = source.layer.attributes[f]!;
      return hazard.kind === kind && hazard.level === level;
    }),
  );
  const overlap = overlapWith(context, candidates);
  if (!overlap) return [];
  const { areaM2, share, part, places } = overlap;
  const values = { level, percent: percentOf(share), places, blockLevel };
  return [
    line(`hazard:${kind}:${level}`, blocks ? "blocked" : "warning", `${reason}.${kind}`, {
      areaM2,
      share,
      distanceM: 0,
      values,
      part,
    }),
  ];
}

function distanceLine(context: CheckContext, kind: HazardKind, blockLevel: number): SiteCheck {
  const { hazards } = context.layers;
  const known = hazards.filter(({ layer }) => layer.attributes.some((hazard) => hazard.kind === kind));
  if (known.length === 0) return line(`hazard:${kind}`, "unknown", `hazard-missing.${kind}`);
  const nearest = nearestOf(context, known, (hazard) => hazard.kind === kind && hazard.level >= blockLevel);
  const distanceM = nearest?.distanceM ?? null;
  if (nearest && nearest.distanceM < context.limits.mapErrorM) {
    const { level } = nearest.attributes;
    const { mapScale: scale, mapErrorM: errorM } = context.limits;
    return line(`hazard:${kind}:${level}`, "warning", `hazard-near.${kind}`, {
      distanceM,
      values: { level, scale, errorM },
    });
  }
  const assessed = known.some(({ layer }) => layer.coverage === "all");
  return line(
    `hazard:${kind}`,
    assessed ? "passed" : "unknown",
    `${assessed ? "hazard-clear" : "hazard-zones-only"}.${kind}`,
    { distanceM, values: { blockLevel } },
  );
}
