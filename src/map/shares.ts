/** Share done per commune as colours and words. The breaks are those of the two milestones and their halves. */
import type { ExpressionSpecification } from "maplibre-gl";
import type { Shares } from "./map-state.ts";
import { TOKENS } from "./tokens.ts";

/** Lower bounds of the tints, as shares; 1 and more is the last one too. */
export const SHARE_BREAKS = [0, 0.4, 0.6, 0.8] as const;
const TINTS = [TOKENS["p-1"], TOKENS["p-2"], TOKENS["p-3"], TOKENS["p-4"]] as const;

/** Colour of a share: white when nobody is in the baseline or nothing is known. */
export function shareColor(share: number | null): string {
  if (share === null || share < 0) return TOKENS.surface;
  let tint: string = TINTS[0];
  SHARE_BREAKS.forEach((from, i) => {
    if (share >= from) tint = TINTS[i]!;
  });
  return tint;
}

/** A share in words: cut to whole per cent, never rounded up to a milestone; × unknown; empty for nobody. */
export function shareText(share: number | null): string {
  if (share === null) return "";
  if (share < 0) return "×";
  return `${Math.floor(share * 100 + 1e-9)}\u00a0%`;
}

/** Looks a value up by the unit's code. */
export function byCode(
  shares: Shares,
  value: (share: number | null) => string,
  otherwise: string,
): ExpressionSpecification | string {
  const entries = Object.entries(shares);
  if (entries.length === 0) return otherwise;
  return [
    "match",
    ["to-string", ["get", "code"]],
    ...entries.flatMap(([code, share]) => [code, value(share)]),
    otherwise,
  ] as unknown as ExpressionSpecification;
}
