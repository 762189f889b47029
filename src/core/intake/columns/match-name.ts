/** How well the name of a column says a field: whole, abbreviated, cut by DBF, or with other words around it. */
import type { Why } from "../ranked.ts";
import type { KnownField, KnownName } from "./dictionary.ts";
import type { HeaderName } from "./header-name.ts";

export interface NameMatch {
  /** 1 says it; 0: has the field's name in it, with a word that makes it something else ("Họ tên vợ"). */
  readonly score: number;
  readonly why: Why;
}

/** What each way of matching is worth; measured on the generated corpus of headers in the tests. */
const SCORES: Readonly<Record<KnownName["kind"], number>> = { name: 1, short: 0.95, weak: 0.45 };
const LAST_LEVEL = 0.94;
const CUT = 0.86;
const WRITTEN_OUT = 0.97;
const VETO = -1;
/** Shorter abbreviations are looked for alone only. */
const PART_OF_SHORT = 5;
const PART_LEAST = 0.5;
const PART_MOST = 0.85;
/** A cut name with fewer letters left may be anything. */
const CUT_LETTERS = 5;
/** Words that change nothing beside a name. */
const EMPTY_WORDS = new Set(
  "cua, ho, gia, dinh, hien, nay, ghi, ro, cac, theo, va, thong, tin, ve, trong, neu, co, hay, hoac, the, of, chu, duoc, dang, tai".split(
    ", ",
  ),
);

/** The best way in which `header` says a field; null when it says nothing of it. */
export function matchName(header: HeaderName, { known, not }: KnownField): NameMatch | null {
  if (header.words.length === 0) return null;
  const last = header.last.join("");
  const lastCounts = last !== header.joined && !says(header.words, not);
  const same = header.expanded.join(" ") === header.words.join(" ");
  const bare = header.expanded.filter((word) => !EMPTY_WORDS.has(word)).join("");
  const writtenOut = same ? null : header.expanded.join("");
  let best: NameMatch | null = null;
  let vetoed: NameMatch | null = null;
  for (const name of known) {
    const whole = SCORES[name.kind];
    let score = 0;
    let way: "same" | "short" | "cut" | "part" =
      name.kind === "name" ? "same" : name.kind === "short" ? "short" : "part";
    if (name.joined === header.joined) score = whole;
    else if (name.kind !== "short" && name.joined === writtenOut) score = whole * WRITTEN_OUT;
    else if (name.kind === "weak" && name.joined === bare) score = whole * WRITTEN_OUT;
    else if (lastCounts && name.joined === last) score = whole * LAST_LEVEL;
    else if (name.kind === "name" && isCut(header, name)) {
      score = CUT;
      way = "cut";
    } else if (
      name.kind === "short" &&
      name.joined.length >= PART_OF_SHORT &&
      header.words.includes(name.joined)
    ) {
      score = partScore(header.words, { ...name, words: [name.joined] }, not);
      way = "part";
    } else if (name.kind === "name") {
      if (header.joined.includes(name.joined)) score = partScore(header.words, name, not);
      if (writtenOut?.includes(name.joined)) {
        const written = partScore(header.expanded, name, not);
        score = written === VETO ? VETO : Math.max(score, WRITTEN_OUT * written);
      }
      way = "part";
    }
    if (score === VETO) vetoed ??= { score: 0, why: { code: "field.none" } };
    else if (score > (best?.score ?? 0))
      best = { score, why: { code: `field.name-${way}`, values: { name: name.name } } };
  }
  return best ?? vetoed;
}

/** `ho_ten_chu` of `ho ten chu ho`, `hotenchuho` cut anywhere, also with a number against twins (`ho_ten_c_1`). */
function isCut({ cut }: HeaderName, name: KnownName): boolean {
  return cut.some(
    ({ letters, words }) =>
      letters.length >= CUT_LETTERS &&
      name.joined.length > letters.length &&
      name.joined.startsWith(letters) &&
      sameBreaks(words, name.words),
  );
}

/** Words must break where the name's words do, so that `ho_tenchuh` is one name and `nguyco_max` another. */
function sameBreaks(words: readonly string[], wanted: readonly string[]): boolean {
  if (words.length === 1) return true;
  return words.every((word, i) =>
    i === words.length - 1 ? wanted[i]?.startsWith(word) : wanted[i] === word,
  );
}

/** 0 when a word of the name is missing, `VETO` when a word beside it makes it something else. */
function partScore(words: readonly string[], name: KnownName, not: readonly string[]): number {
  const wanted = name.words;
  const at = words.findIndex((_, i) => wanted.every((word, k) => words[i + k] === word));
  if (at < 0) return 0;
  const others = words.filter((_, i) => i < at || i >= at + wanted.length);
  if (says(others, not)) return VETO;
  const telling = others.filter((word) => !EMPTY_WORDS.has(word) && !/^\d+$/.test(word)).length;
  const share = wanted.length / (wanted.length + telling);
  // One short word of many ("ho", "ten", "xa") says little.
  if (wanted.length === 1 && name.joined.length <= 4 && telling > 0) return 0.3 * share;
  return PART_LEAST + (PART_MOST - PART_LEAST) * share ** 1.5;
}

/** True when one of the phrases stands among the words. */
function says(words: readonly string[], phrases: readonly string[]): boolean {
  const text = ` ${words.join(" ")} `;
  return phrases.some((phrase) => text.includes(` ${phrase} `));
}
