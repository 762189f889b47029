/** A site check as lines to show: whole sentences, with the measure that stands beside each. */
import type { SiteCheck } from "../core/model/site.ts";
import { formatDistance, formatHectares } from "./numbers.ts";
import { hasText, type Language, say } from "./say.ts";
import { vi } from "./vi.ts";

export interface CheckLine {
  readonly check: SiteCheck;
  readonly title: string;
  /** The smaller line under it, null when it has none or when what it names is not known. */
  readonly more: string | null;
  /** Hectares of overlap, distance, or the state in a word. */
  readonly measure: string;
}

/** The lines in the order given (blocked, warning, unknown, passed). */
export function checkLines(language: Language, checks: readonly SiteCheck[]): readonly CheckLine[] {
  return checks.map((check) => {
    return {
      check,
      title: sentence(language, `check.${check.reason}`, check.values) ?? check.code,
      more: sentence(language, `check.${check.reason}.more`, check.values),
      measure: measureOf(language, check),
    };
  });
}

function sentence(language: Language, key: string, values: SiteCheck["values"]): string | null {
  if (!hasText(key)) return null;
  const named = [...vi[key].matchAll(/\{(\w+)/g)].map((match) => match[1]!);
  if (named.some((name) => values[name] === null || values[name] === undefined)) return null;
  return say(language, key, values);
}

function measureOf(language: Language, { areaM2, distanceM, state }: SiteCheck): string {
  if (areaM2 !== null && areaM2 > 0) return formatHectares(language, areaM2);
  if (distanceM !== null && distanceM > 0) {
    return say(language, "check.distance", { distance: formatDistance(language, distanceM) });
  }
  return say(language, `check.state.${state}`);
}
