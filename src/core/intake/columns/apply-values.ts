/** Values of a column to ours, row after row. What is not understood is not known: never "no", never zero. */
import { ethnicNameOfCode } from "../../admin/ethnic-groups.ts";
import { isMembers } from "../../formats/layers/household-row.ts";
import { isUnclear } from "../../formats/layers/register-optional.ts";
import { numberOf, saysNotKnown, textOf, yesNoOf } from "../../formats/values.ts";
import { fitsOptional, type Json, OPTIONAL_FIELDS, type OptionalField } from "../../model/household.ts";
import type { FieldName } from "../fields.ts";
import type { ColumnMeaning, ValueMeaning } from "../meaning.ts";
import { givenOf } from "./column-sample.ts";
import { codeOf } from "./value-fit.ts";
import { POVERTY_TEXTS, type PovertyWord } from "./value-words.ts";

/** Our value, null for not known; or a value that has no meaning, as it was given: it counts as not known too. */
export type ReadValue = { readonly value: Json } | { readonly unknown: string };
/** Decoded value of a cell to ours. The cell itself is not changed: whoever asks still holds it. */
export type ValueReader = (raw: Json) => ReadValue;

const NOT_KNOWN: ReadValue = { value: null };
const M2_PER_HA = 10_000;
/** Different values of a column that are remembered; beyond, each is read anew. */
const MOST_REMEMBERED = 5000;

/**
 * The reader of one column. Numbers may have decimal commas and units ("5 khẩu", "0,5 ha"); land comes out in
 * square metres; a number that may be thousands or decimals ("1.500") is unknown; texts are trimmed, in form C.
 * The words people write for "not known" are not known, except in names and codes that tell rows apart.
 */
export function valueReader(field: FieldName, { values }: Pick<ColumnMeaning, "values">): ValueReader {
  const read = readerOf(field, values);
  const seen = new Map<Json, ReadValue>();
  return (raw) => {
    if (raw === null) return NOT_KNOWN;
    const known = seen.get(raw);
    if (known !== undefined) return known;
    const result = read(raw);
    if (seen.size < MOST_REMEMBERED && typeof raw !== "object") seen.set(raw, result);
    return result;
  };
}

function readerOf(field: FieldName, values: ValueMeaning | null): ValueReader {
  if (values?.kind === "words") return wordReader(field, values.means);
  if (values?.kind === "ethnic-codes") return codeReader(values.list);
  switch (field) {
    case "members":
      return numberReader(PEOPLE, (number) => (isMembers(number) ? number : null));
    case "migrant":
      return (raw) => given(raw, (text) => valueOr(yesNoOf(typeof raw === "boolean" ? raw : text), text));
    case "commune_code":
    case "code":
      return (raw) => given(raw, (text) => ({ value: codeOf(text) }));
    case "level":
      return numberReader(/^/, (number) =>
        Number.isInteger(number) && number >= 1 && number <= 5 ? number : null,
      );
    case "id":
    case "name":
    case "commune_name":
      return (raw) => {
        const text = givenOf(raw);
        return text === null ? NOT_KNOWN : { value: text };
      };
    case "ethnicity_code":
      return (raw) => given(raw, (text) => ({ value: codeOf(text) }));
    case "poverty_year":
      return (raw) => given(raw, yearOf);
  }
  if (isMeasure(field)) return measureReader(field, values?.kind === "hectares");
  return (raw) => given(raw, (text) => ({ value: text }));
}

/** The text of a value that says something, read on; nothing and "không rõ" are not known. */
function given(raw: Json, read: (text: string) => ReadValue): ReadValue {
  const text = givenOf(raw);
  return text === null || saysNothing(text) ? NOT_KNOWN : read(text);
}

/** `saysNotKnown`, which folds its text: half a million names need not be folded to see that they are none of it. */
function saysNothing(text: string): boolean {
  if (text.length > LONGEST_NOTHING || (text.length > 4 && !/^[cku]/i.test(text))) return false;
  return saysNotKnown(text);
}

/** "chưa xác định", with room for several blanks. */
const LONGEST_NOTHING = 24;

function valueOr(value: Json | undefined, text: string): ReadValue {
  return value === undefined ? { unknown: text } : { value };
}

function wordReader(field: FieldName, means: readonly (readonly [string, string | null])[]): ValueReader {
  const list = new Map(means.map(([text, word]) => [text.trim().normalize("NFC"), word]));
  return (raw) =>
    given(raw, (text) => {
      const word = list.get(text);
      return word === null || word === undefined ? { unknown: text } : { value: ourValue(field, word) };
    });
}

/** As the readers of our own files want it: yes and no, numbers of levels, classes of poverty in Vietnamese. */
function ourValue(field: FieldName, word: string): Json {
  if (field === "migrant") return word === "true";
  if (field === "level") return Number(word);
  if (field === "poverty")
    return Object.hasOwn(POVERTY_TEXTS, word) ? POVERTY_TEXTS[word as PovertyWord] : word;
  return word;
}

function codeReader(list: "A" | "B"): ValueReader {
  return (raw) => given(raw, (text) => valueOr(ethnicNameOfCode(text, list) ?? undefined, text));
}

const PEOPLE = /\s*(?:khẩu|nhân khẩu|người|nk|persons?|people)\.?\s*$/iu;

function numberReader(unit: RegExp, take: (number: number) => number | null): ValueReader {
  return (raw) =>
    given(raw, (text) => {
      const number = numberOf(text.replace(unit, ""));
      const taken = typeof number === "number" ? take(number) : null;
      return valueOr(taken ?? undefined, text);
    });
}

function isMeasure(field: FieldName): field is OptionalField {
  return Object.hasOwn(OPTIONAL_FIELDS, field) && OPTIONAL_FIELDS[field as OptionalField] === "measure";
}

/** Most numbers: nothing in them can be taken in two ways. */
const PLAIN = /^\d{1,9}(?:[.,]\d{1,2})?$/;
/** Number, then m², ha or m; what else stands there (sào, công, mẫu: of different sizes in each region) is unknown. */
const MEASURE = /^([-+]?[\d.,\s\u00a0]*\d)\s*(m2|m²|mét vuông|ha|hecta|héc-ta|héc ta|m|mét)?\.?$/iu;

function measureReader(field: OptionalField, hectares: boolean): ValueReader {
  const land = field !== "coordinate_accuracy_m";
  return (raw) =>
    given(raw, (text) => {
      if (PLAIN.test(text)) return { value: square(Number(text.replace(",", ".")), hectares) };
      const found = MEASURE.exec(text);
      if (!found || (typeof raw === "string" && isUnclear(found[1]!))) return { unknown: text };
      const unit = found[2]?.toLowerCase() ?? "";
      const isHa = unit === "" ? hectares : unit.startsWith("h");
      // Land in metres and accuracy in square metres are slips.
      if (unit !== "" && land === /^m(?:ét)?$/.test(unit)) return { unknown: text };
      if (!land && isHa) return { unknown: text };
      const number = numberOf(found[1]);
      if (typeof number !== "number" || !fitsOptional("measure", number)) return { unknown: text };
      return { value: square(number, isHa) };
    });
}

/** Hectares to square metres. 0.07 ha times 10,000 is not 700 in binary: to whole square millimetres. */
function square(number: number, isHa: boolean): number {
  return isHa ? Math.round(number * M2_PER_HA * 1e6) / 1e6 : number;
}

/** `2024`, `Năm 2024`, `31/12/2024`, `2024-12-31`: the one year in it. */
function yearOf(text: string): ReadValue {
  const years = [...text.matchAll(/(?<!\d)(\d{4})(?!\d)/g)].map(([year]) => Number(year));
  const [year] = years;
  return year !== undefined && years.length === 1 && fitsOptional("year", year)
    ? { value: year }
    : { unknown: text };
}

/** Values of a column that could not be understood, counted. `understood + unknown + empty = rows`. */
export class ValueCounter {
  understood = 0;
  empty = 0;
  readonly unknown = new Map<string, number>();
  private readonly read: ValueReader;

  constructor(field: FieldName, meaning: Pick<ColumnMeaning, "values">) {
    this.read = valueReader(field, meaning);
  }

  /** Reads a value and counts it; a value without meaning is null. */
  take(raw: Json): Json {
    if (
      raw === null ||
      (typeof raw !== "object" && textOf(typeof raw === "boolean" ? String(raw) : raw) === null)
    ) {
      this.empty++;
      return null;
    }
    const result = this.read(raw);
    if ("unknown" in result) {
      this.unknown.set(result.unknown, (this.unknown.get(result.unknown) ?? 0) + 1);
      return null;
    }
    this.understood++;
    return result.value;
  }
}
