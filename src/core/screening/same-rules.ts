import type { Rules } from "./rule-set.ts";

/** True when two rule sets say the same, whatever the order of their members. */
export function sameRules(a: Rules, b: Rules): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}
