/** What one column could be, before columns are weighed against each other. */
import type { ReadAs } from "../../formats/layers/layer-reader.ts";
import type { FieldName } from "../fields.ts";
import type { Ranked, Why } from "../ranked.ts";
import type { ColumnSample } from "./column-sample.ts";
import { DICTIONARIES, isRiskLevel, OTHER_NAMES, SERIAL_NAMES } from "./dictionary.ts";
import { headerName } from "./header-name.ts";
import { matchName, type NameMatch } from "./match-name.ts";
import { type KnownCode, type ValueFit, valueFit } from "./value-fit.ts";

/** One field a column could be. */
export interface Candidate extends Ranked<FieldName> {
  /** How well the name alone says it, 0 … 1. */
  readonly name: number;
  /** How well the values alone fit; null: they say nothing. */
  readonly values: ValueFit | null;
  /** The column is called exactly as we call the field. */
  readonly own: boolean;
}
export interface ScoredColumn {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** What is to be told of a column that is none of our fields. */
  readonly why: readonly Why[];
}

/** Below this a candidate helps nobody. */
const LEAST_SHOWN = 0.25;
/** Values must fit so well to say something without a name. */
const LEAST_TELLING = 0.8;
/** What of a name's score is left when no value fits. */
const NAME_ALONE = 0.35;
/** What telling values are worth without a name. */
const VALUES_ALONE = 0.5;
/** A name whose values cannot be tested. */
const UNTESTED = 0.9;

/** Every field of the layer that the column could be, best first, each with its reasons. */
export function scoreColumn(sample: ColumnSample, as: ReadAs, known: KnownCode): ScoredColumn {
  const header = headerName(sample.name);
  const risk = isRiskLevel(header.joined);
  const serial = SERIAL_NAMES.has(header.joined);
  const other = OTHER_NAMES.has(header.joined);
  const candidates: Candidate[] = [];
  for (const [field, names] of DICTIONARIES[as]) {
    if (other || (risk && field === "level")) continue;
    const own = sample.name === field;
    const match: NameMatch | null = own
      ? { score: 1, why: { code: "field.name-same", values: { name: field } } }
      : matchName(header, names);
    // Telling values do not make the wife's name the head's.
    if (match?.score === 0) continue;
    const name = serial && field === "id" ? 0.45 : serial ? 0 : (match?.score ?? 0);
    const fit = valueFit(field, as, sample, known, name > 0);
    const score = scoreOf(name, fit, sample.filled > 0);
    if (score < LEAST_SHOWN) continue;
    const why: Why[] = [];
    if (serial) why.push({ code: "field.serial-name" });
    else if (match !== null) why.push(match.why);
    if (fit !== null) why.push(...fitWhy(fit, name));
    if (sample.filled === 0) why.push({ code: "field.empty" });
    candidates.push({ value: field, score, why, name, values: fit, own });
  }
  candidates.sort((a, b) => b.score - a.score);
  return { candidates, why: risk && as === "hazards" ? [{ code: "field.risk-level" }] : [] };
}

function scoreOf(name: number, fit: ValueFit | null, hasValues: boolean): number {
  if (name === 0 && fit === null) return 0;
  if (fit === null) return hasValues ? name * UNTESTED : name * 0.8;
  const share = name > 0 ? fit.withCodes : fit.share;
  const byName = name * (NAME_ALONE + (1 - NAME_ALONE) * share);
  const byValues = fit.telling && fit.share >= LEAST_TELLING ? (1 - name) * VALUES_ALONE * fit.share : 0;
  return byName + byValues;
}

function fitWhy(fit: ValueFit, name: number): readonly Why[] {
  const percent = Math.floor(100 * fit.share);
  if (name > 0 && fit.share < 0.5 && fit.withCodes >= LEAST_TELLING) return [{ code: "field.values-coded" }];
  if (fit.share >= LEAST_TELLING) return [{ code: "field.values-fit", values: { percent } }];
  return [{ code: "field.values-unfit", values: { percent: 100 - percent } }];
}
