/** Which of our fields each column is: names and values together, one field to one column. */
import type { ReadAs } from "../../formats/layers/layer-reader.ts";
import { OPTIONAL_FIELDS } from "../../model/household.ts";
import { FIELDS_OF, type FieldName } from "../fields.ts";
import type { Confidence, Guesses, Ranked, Why } from "../ranked.ts";
import { assign } from "./assign.ts";
import { type ColumnSample, distinctShare } from "./column-sample.ts";
import { type Candidate, type ScoredColumn, scoreColumn } from "./score-column.ts";
import { isCommuneCode, type KnownCode } from "./value-fit.ts";

/** What a column is. `ranked` holds everything it could be, also fields that another column is. */
export interface ColumnGuess extends Guesses<FieldName> {
  /** Null: kept under its own name. */
  readonly field: FieldName | null;
  /** Why it is this field, or what is to be told of a column that is none. */
  readonly why: readonly Why[];
}

/** Below this a column is none of our fields. */
const LEAST = 0.4;
/** Of fields nobody needs: a guess that has to be asked costs more than it gives. */
const LEAST_OPTIONAL = 0.6;
/** From here on a guess may stand without being asked … */
const HIGH = 0.75;
/** … if nothing else comes as near as this. */
const APART = 0.12;
/** Of two columns that say the same, ours by name comes first, then the one with its accents (`commune_vn`). */
const OWN = 0.05;
const ACCENTED = 0.02;
const NAMES: ReadonlySet<FieldName> = new Set([
  "name",
  "head",
  "village",
  "commune_name",
  "district_name",
  "district",
]);
const ACCENTS = /[\u00c0-\u1eff]/;
/** How many of the values must fit before these fields stand without being asked. */
const LEAST_FIT: Readonly<Partial<Record<FieldName, number>>> = {
  id: 0.99,
  ethnicity: 0.8,
  ethnicity_code: 0.95,
  members: 0.9,
  migrant: 0.9,
  poverty: 0.8,
  commune_code: 0.95,
  code: 0.95,
  kind: 0.9,
  level: 0.9,
  subzone: 0.8,
  poverty_year: 0.9,
  residential_land_m2: 0.9,
  production_land_m2: 0.9,
};

/**
 * For every column the fields it can be, the first of them its own: no two columns have the same first. Empty:
 * none of our fields, or one that another column says better (`guessColumns` tells which).
 */
export function guessFields(
  columns: readonly ColumnSample[],
  as: ReadAs,
  known: KnownCode = isCommuneCode,
): readonly (readonly Ranked<FieldName>[])[] {
  return guessColumns(columns, as, known).map(({ field, ranked }) => (field === null ? [] : ranked));
}

/** The same with how sure each is and what is to be told of columns that are none of our fields. */
export function guessColumns(
  columns: readonly ColumnSample[],
  as: ReadAs,
  known: KnownCode = isCommuneCode,
): readonly ColumnGuess[] {
  const scored = columns.map((sample) => scoreColumn(sample, as, known));
  const field = fieldOfEach(scored, columns, as);
  codesInsteadOfNames(scored, field);
  return scored.map((one, i) => guessOf(scored, field, columns, one, i));
}

function leastOf(field: FieldName): number {
  return Object.hasOwn(OPTIONAL_FIELDS, field) && field !== "ethnicity_code" ? LEAST_OPTIONAL : LEAST;
}

/** The best sum over all columns; only columns that are among the best of some field take part. */
function fieldOfEach(
  scored: readonly ScoredColumn[],
  columns: readonly ColumnSample[],
  as: ReadAs,
): (FieldName | null)[] {
  const fields = FIELDS_OF[as];
  const taking = new Set<number>();
  const accented = columns.map(({ values }) => values.slice(0, 20).some(({ given }) => ACCENTS.test(given)));
  const scoreOf = (i: number, field: FieldName): number => {
    const found = scored[i]!.candidates.find(({ value }) => value === field);
    // A sum of two poor guesses must not beat a good one: squares. Our own names come before all others.
    if (!found || found.score < leastOf(field)) return 0;
    return found.score ** 2 + (found.own ? OWN : 0) + (accented[i] && NAMES.has(field) ? ACCENTED : 0);
  };
  for (const field of fields) {
    const best = scored.map((_, i) => ({ i, score: scoreOf(i, field) })).filter(({ score }) => score > 0);
    best.sort((a, b) => b.score - a.score || a.i - b.i);
    for (const { i } of best.slice(0, fields.length)) taking.add(i);
  }
  const places = [...taking].sort((a, b) => a - b);
  const chosen = assign(fields.map((field) => places.map((i) => scoreOf(i, field))));
  const out: (FieldName | null)[] = scored.map(() => null);
  fields.forEach((field, row) => {
    const at = chosen[row]!;
    if (at >= 0) out[places[at]!] = field;
  });
  return out;
}

/** Where only codes of ethnic groups are given, they are the ethnic group: names are made of them. */
function codesInsteadOfNames(scored: ScoredColumn[], field: (FieldName | null)[]): void {
  const code = field.indexOf("ethnicity_code");
  const named = field.indexOf("ethnicity");
  if (code < 0 || named >= 0) return;
  const { candidates } = scored[code]!;
  const byCode = candidates.find(({ value }) => value === "ethnicity_code")!;
  const why: Why[] = [...byCode.why, { code: "field.codes-only" }];
  scored[code] = {
    ...scored[code]!,
    candidates: [
      { ...byCode, value: "ethnicity", why },
      ...candidates.filter(({ value }) => value !== "ethnicity"),
    ],
  };
  field[code] = "ethnicity";
}

function guessOf(
  scored: readonly ScoredColumn[],
  fields: readonly (FieldName | null)[],
  columns: readonly ColumnSample[],
  { candidates, why }: ScoredColumn,
  i: number,
): ColumnGuess {
  const field = fields[i]!;
  if (field === null) {
    const lost = candidates.find(({ value, score }) => score >= leastOf(value));
    const winner = lost ? fields.indexOf(lost.value) : -1;
    const told: readonly Why[] =
      winner >= 0
        ? [{ code: "field.rival", values: { other: columns[winner]!.name } }]
        : why.length > 0
          ? why
          : [{ code: "field.none" }];
    return { field, ranked: candidates.map(rankedOf), confidence: "low", why: told };
  }
  const own = candidates.find(({ value }) => value === field)!;
  const others = candidates.filter((candidate) => candidate !== own);
  const rival = rivalOf(scored, field, i);
  const told: Why[] = [...own.why];
  if (field === "id" && isSerial(columns[i]!)) told.push({ code: "field.serial" });
  if (field === "id" && distinctShare(columns[i]!) < 1) told.push({ code: "field.repeats" });
  if (rival !== null) told.push({ code: "field.rival", values: { other: columns[rival.at]!.name } });
  const ranked = [{ ...rankedOf(own), why: told }, ...others.map(rankedOf)];
  return { field, ranked, confidence: confidenceOf(own, others, rival?.score ?? 0, columns[i]!), why: told };
}

function rankedOf({ value, score, why }: Candidate): Ranked<FieldName> {
  return { value, score, why };
}

/** The best other column for a field that could stand for it too. */
function rivalOf(
  scored: readonly ScoredColumn[],
  field: FieldName,
  except: number,
): { readonly at: number; readonly score: number } | null {
  let best: { readonly at: number; readonly score: number } | null = null;
  scored.forEach(({ candidates }, at) => {
    if (at === except) return;
    const score = candidates.find(({ value }) => value === field)?.score ?? 0;
    if (score >= LEAST && score > (best?.score ?? 0)) best = { at, score };
  });
  return best;
}

function confidenceOf(
  own: Candidate,
  others: readonly Candidate[],
  rival: number,
  sample: ColumnSample,
): Confidence {
  if (own.score < HIGH || sample.filled === 0) return "low";
  const least = LEAST_FIT[own.value];
  if (least !== undefined && (own.values === null || own.values.share < least)) return "low";
  if (own.value === "id" && isSerial(sample)) return "low";
  if (own.own) return "high";
  const next = Math.max(rival, others[0]?.score ?? 0);
  return own.score - next >= APART ? "high" : "low";
}

/** Whole numbers from 1 on, as row numbers are: they change with every sorting of the list. */
function isSerial({ values }: ColumnSample): boolean {
  let least = Number.POSITIVE_INFINITY;
  for (const { given } of values) {
    if (!/^\d{1,7}(?:[.,]0+)?$/.test(given)) return false;
    least = Math.min(least, Number.parseInt(given, 10));
  }
  return least <= 2;
}
