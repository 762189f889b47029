/** A share of households held against what is asked for. */
import { cutPercent, percentDigits } from "../core/targets/percent-digits.ts";
import { formatNumber } from "./numbers.ts";
import type { Language } from "./say.ts";

/**
 * A percentage, cut and never rounded up, with as many decimals as it takes to stand on the same side of `target` as it
 * does in full: one, save right beside it. `target` null: nothing is asked for. A dash when there is nobody.
 */
export function formatShare(language: Language, percent: number | null, target: number | null): string {
  if (percent === null) return "–";
  const digits = percentDigits(percent, target);
  return `${formatNumber(language, cutPercent(percent, digits), digits)}\u00a0%`;
}
