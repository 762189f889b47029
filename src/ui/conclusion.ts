/** What follows from the five findings, which open ones matter, and what settles the answer whatever they say. */
import { answerTo } from "../core/screening/combinations.ts";
import { CLEAR, type Eligible, type Evidence, HIT, UNKNOWN } from "../core/screening/finding.ts";
import { CRITERIA, type CriterionCode, type Reading, type Rules } from "../core/screening/rule-set.ts";
import type { TextKey } from "../text/say.ts";

/** The sentence under the findings. */
export interface Conclusion {
  readonly eligible: Eligible;
  readonly key: TextKey;
  /** Unknown criteria the sentence names. */
  readonly names: readonly CriterionCode[];
  /** For an answer that open criteria cannot change: sentences of the findings that settle it. */
  readonly because: readonly TextKey[];
}

/** A byte per criterion: `CLEAR`, `HIT` or `UNKNOWN`. */
export type Findings = Readonly<Record<CriterionCode, number>>;

/** Findings of one household; a criterion that is switched off counts as clear. */
function findingsOf(evidence: Evidence): Findings {
  const byte = (code: CriterionCode) => {
    const { off, state } = evidence[code];
    return off || state === "clear" ? CLEAR : state === "hit" ? HIT : UNKNOWN;
  };
  return {
    minority: byte("minority"),
    scattered: byte("scattered"),
    forest: byte("forest"),
    remote: byte("remote"),
    hazard: byte("hazard"),
  };
}

/**
 * Concludes. For yes and no: the open criteria, and the findings because of which they do not matter. For
 * unknown: the open criteria that do; one matters when, for some setting of the others, it decides.
 */
export function concludeOf(evidence: Evidence, rules: Rules): Conclusion {
  const { reading } = rules;
  const findings = findingsOf(evidence);
  const open = CRITERIA.filter((code) => findings[code] === UNKNOWN);
  const { eligible } = evidence;
  if (eligible === "unknown") {
    const names = open.filter((code) => canDecide(code, open, findings, reading));
    return { eligible, key: "conclusion.unknown", names, because: [] };
  }
  if (open.length === 0) return { eligible, key: `conclusion.${eligible}`, names: [], because: [] };
  const settling = settlingOf(eligible, findings, reading);
  const because = settling.map((code) => becauseOf(code, evidence, rules));
  return { eligible, key: `conclusion.${eligible}-anyway`, names: open, because };
}

/** Whether an open criterion decides the answer for some setting of the other open ones. */
function canDecide(
  code: CriterionCode,
  open: readonly CriterionCode[],
  findings: Findings,
  reading: Reading,
): boolean {
  const others = open.filter((each) => each !== code);
  return subsets(others).some((hits) => {
    const set: Record<CriterionCode, number> = { ...findings };
    for (const each of others) set[each] = hits.includes(each) ? HIT : CLEAR;
    return answerTo(reading, { ...set, [code]: HIT }) !== answerTo(reading, { ...set, [code]: CLEAR });
  });
}

/**
 * The settled findings that keep the answer: those of every smallest set that, turned round, would leave the
 * answer to the open criteria. For yes only hits, for no only the others.
 */
function settlingOf(eligible: "yes" | "no", findings: Findings, reading: Reading): readonly CriterionCode[] {
  const settled = CRITERIA.filter((code) => findings[code] !== UNKNOWN);
  const turned = subsets(settled).filter((set) => {
    const other: Record<CriterionCode, number> = { ...findings };
    for (const code of set) other[code] = findings[code] === HIT ? CLEAR : HIT;
    return answerTo(reading, other) === UNKNOWN;
  });
  const least = turned.filter((set) =>
    turned.every((less) => less.length >= set.length || less.some((code) => !set.includes(code))),
  );
  const keeps = eligible === "yes" ? HIT : CLEAR;
  return settled.filter((code) => findings[code] === keeps && least.some((set) => set.includes(code)));
}

function becauseOf(code: CriterionCode, evidence: Evidence, { forest, hazard }: Rules): TextKey {
  const { off, state } = evidence[code];
  if (off) return `because.${code}.off`;
  const said = state === "hit" ? "hit" : "clear";
  if (code === "forest") {
    const only = forest?.kinds.length === 1 && forest.kinds[0] === "special-use";
    return only ? `because.forest.${said}` : `because.forest.${said}.kinds`;
  }
  if (code !== "hazard" || said === "clear") return `because.${code}.${said}`;
  const { kind, level } = evidence.hazard;
  const counts = kind !== null && level !== null && hazard?.kinds.includes(kind) && level >= hazard.minLevel;
  return counts ? `because.hazard.hit.${kind}` : "because.hazard.hit";
}

/** Every subset of a short list, the empty one first. */
export function subsets<T>(list: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 1 << list.length }, (_, bits) => list.filter((_each, at) => bits & (1 << at)));
}
