/** Forests: special-use blocks, the others and the buffer zone are reminders. */
import { FOREST_KINDS, type ForestKind } from "../../model/layers.ts";
import type { SiteCheck } from "../../model/site.ts";
import { type Check, type CheckContext, line, percentOf } from "../context.ts";
import { nearestOf } from "../nearest-of.ts";
import { type Candidate, candidatesOf, overlapWith } from "../overlap.ts";

/**
 * Kinds that block: special-use forest always (whoever lives there must leave it), and any further kind that
 * the rules count as a reason to move away. Kinds that block and do not overlap get a line of their own.
 */
export const forestChecks: Check = (context) =>
  FOREST_KINDS.flatMap((kind) => {
    const blocks = kind === "special-use" || (context.rules.forest?.kinds.includes(kind) ?? false);
    const overlap = overlapLine(context, kind, blocks);
    return overlap.length > 0 || !blocks ? overlap : [distanceLine(context, kind)];
  });

function overlapLine(context: CheckContext, kind: ForestKind, blocks: boolean): SiteCheck[] {
  const { forests } = context.layers;
  const names = new Map<Candidate, string | null>();
  const candidates = forests.flatMap((source) => {
    const found = candidatesOf(source, (f) => source.layer.attributes[f]!.kind === kind);
    for (const candidate of found) names.set(candidate, source.layer.attributes[candidate.feature]!.name);
    return found;
  });
  const overlap = overlapWith(context, candidates);
  if (!overlap) return [];
  const { areaM2, share, part, places } = overlap;
  const named = new Set(overlap.candidates.map((candidate) => names.get(candidate) ?? null));
  named.delete(null);
  const values = {
    names: named.size === 0 ? null : [...named].join(", "),
    percent: percentOf(share),
    places,
  };
  return [
    line(`forest:${kind}`, blocks ? "blocked" : "warning", `forest-overlap.${kind}`, {
      areaM2,
      share,
      distanceM: 0,
      values,
      part,
    }),
  ];
}

function distanceLine(context: CheckContext, kind: ForestKind): SiteCheck {
  const { forests } = context.layers;
  const code = `forest:${kind}`;
  // A layer that covers the area and holds no forest of this kind says that there is none.
  const assessed = forests.some(({ layer }) => layer.coverage === "all");
  const held = forests.some(({ layer }) => layer.attributes.some((forest) => forest.kind === kind));
  if (!assessed && !held) return line(code, "unknown", `forest-missing.${kind}`);
  const nearest = nearestOf(context, forests, (forest) => forest.kind === kind);
  const distanceM = nearest?.distanceM ?? null;
  if (nearest && nearest.distanceM < context.limits.mapErrorM) {
    const { mapScale: scale, mapErrorM: errorM } = context.limits;
    return line(code, "warning", `forest-near.${kind}`, { distanceM, values: { scale, errorM } });
  }
  const reason = assessed ? "forest-clear" : "forest-zones-only";
  return line(code, assessed ? "passed" : "unknown", `${reason}.${kind}`, { distanceM });
}
