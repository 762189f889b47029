/** How well a text matches, and the best of many. */

/** Best 0; -1 not at all. */
export const WHOLE = 0;
export const START = 1;
export const WORD = 2;
export const INSIDE = 3;
export const NO_MATCH = -1;

/** Characters after which a word begins. */
export const BETWEEN_WORDS = " -(/,.";

export interface Match {
  readonly item: number;
  readonly how: number;
}

/** The best `limit` items, those written exactly as asked (marks included) first among equals. */
export function ranked(
  items: Iterable<number>,
  how: (item: number) => number,
  asWritten: (item: number) => boolean,
  limit: number,
): readonly Match[] {
  const byQuality: [Match[], Match[]][] = [WHOLE, START, WORD, INSIDE].map(() => [[], []]);
  for (const item of items) {
    const quality = how(item);
    if (quality === NO_MATCH) continue;
    const [exact, other] = byQuality[quality]!;
    if (exact.length >= limit) continue;
    const list = asWritten(item) ? exact : other;
    if (list.length < limit) list.push({ item, how: quality });
  }
  return byQuality.flat(2).slice(0, limit);
}

/** A name may match anywhere; a code or id only from its beginning. */
export function nameMatch(name: string, code: string, wanted: string): number {
  if (!code.startsWith(wanted)) return match(name, wanted);
  return better(match(name, wanted), code.length === wanted.length ? WHOLE : START);
}

/** The better of two matches. */
export function better(a: number, b: number): number {
  if (a === NO_MATCH) return b;
  return b === NO_MATCH ? a : Math.min(a, b);
}

/** How a folded text matches: as a whole, from its beginning, from the beginning of a word, or inside. */
export function match(folded: string, wanted: string): number {
  let at = folded.indexOf(wanted);
  if (at < 0) return NO_MATCH;
  if (at === 0) return folded.length === wanted.length ? WHOLE : START;
  for (; at > 0; at = folded.indexOf(wanted, at + 1)) {
    if (BETWEEN_WORDS.includes(folded[at - 1]!)) return WORD;
  }
  return INSIDE;
}
