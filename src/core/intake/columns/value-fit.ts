/** How well the values of a column fit a field: what share of its rows has a value of that kind. */
import { ethnicCode, ethnicName } from "../../admin/ethnic-groups.ts";
import { unitOf } from "../../admin/units.ts";
import { isMembers } from "../../formats/layers/household-row.ts";
import type { ReadAs } from "../../formats/layers/layer-reader.ts";
import { numberOf, saysNotKnown } from "../../formats/values.ts";
import { foldText } from "../../model/fold-text.ts";
import { fitsOptional } from "../../model/household.ts";
import type { FieldName } from "../fields.ts";
import { type ColumnSample, distinctShare } from "./column-sample.ts";
import { looksLikePerson } from "./people-names.ts";
import { ourWord } from "./value-words.ts";

/** Whether a commune has this code, under any list. */
export type KnownCode = (code: string) => boolean;

/** Codes of the province, and 99…, which no province has: made-up examples use it. Every code of 2025-07 is one of 2025-03. */
export const isCommuneCode: KnownCode = (code) => unitOf(code, "2025-03") !== null || /^99\d{3}$/.test(code);

export interface ValueFit {
  /** Share of the rows with a value, 0 … 1. */
  readonly share: number;
  /** The same when codes and marks are counted that say nothing without the column's name. */
  readonly withCodes: number;
  /** The values are telling by themselves: hardly any other column looks so. */
  readonly telling: boolean;
}

/** So many different values say enough; so many say that a column is none of a field its name does not name. */
const LOOKED_AT = 120;
const FIRST_LOOK = 10;
/** Values that may stand for those of a field when its name is right. */
const CODED: Readonly<Partial<Record<FieldName, RegExp>>> = {
  ethnicity: /^0*[1-9]\d?(?:[.,]0+)?$/,
  poverty: /^(?:[0-9]|x|có|không|true|false|[abcd])$/i,
  kind: /^[0-9]$/,
  subzone: /^[0-9]$/,
  class: /^(?:[0-9]|i{1,3}|iv|v|vi)$/i,
  migrant: /^2$/,
};
const FULL_NAMES = /^(?:xa|phuong|thi tran|tt|tx|x|p)[\s.]/;
const DISTRICTS = /^(?:huyen|quan|thi xa|thanh pho|tp|tx|h)[\s.]/;
const VILLAGES = /^(?:thon|buon|bon|ban|to dan pho|tdp|khoi|khu pho|ap|xom|khom|plei|lang|to|t|b)[\s.]/;
const LETTERS = /\p{L}{2}/u;

/**
 * Null when nothing can be said: no values at all, a field that any text fits, or values that say nothing where
 * the column's name does not say the field (`named`). The share is of the rows whose value is not "không rõ".
 */
export function valueFit(
  field: FieldName,
  as: ReadAs,
  sample: ColumnSample,
  knownCode: KnownCode,
  named: boolean,
): ValueFit | null {
  const test = testOf(field, as, sample, knownCode);
  if (test === null || (!named && !test.telling)) return null;
  const codes = CODED[field];
  let rows = 0;
  let fitting = 0;
  let coded = 0;
  for (const [i, { given, rows: times }] of sample.values.slice(0, LOOKED_AT).entries()) {
    if (!named && i === FIRST_LOOK && fitting < rows / 2) return null;
    if (saysNotKnown(given)) continue;
    rows += times;
    if (test.fits(given)) fitting += times;
    else if (codes?.test(given.trim())) coded += times;
  }
  if (rows === 0) return null;
  // Ids: the share of different values stands for itself.
  const share = field === "id" ? (fitting / rows) * distinctShare(sample) : fitting / rows;
  return { share, withCodes: share + coded / rows, telling: test.telling };
}

interface Test {
  readonly telling: boolean;
  fits(given: string): boolean;
}
const telling = (fits: Test["fits"]): Test => ({ fits, telling: true });
const plain = (fits: Test["fits"]): Test => ({ fits, telling: false });

function testOf(field: FieldName, as: ReadAs, sample: ColumnSample, known: KnownCode): Test | null {
  switch (field) {
    case "id": {
      // Decimals, names and long texts are none; a few repeated ones are slips, which the check finds.
      return plain((given) => given.length <= 40 && !/^-?\d+[.,]\d+$/.test(given) && !looksLikePerson(given));
    }
    case "head":
      // Few names repeated often are of officials or places: they do not make a column the heads of households.
      return { fits: looksLikePerson, telling: sample.filled <= 20 || distinctShare(sample) > 0.3 };
    case "ethnicity":
      return telling((given) => ethnicName(given) !== null);
    case "ethnicity_code":
      return plain((given) => ethnicCode(given) !== null);
    case "members":
      return plain((given) => {
        const number = wholeOf(given);
        return number !== null && isMembers(number) && number <= 40;
      });
    case "poverty":
      return telling((given) => ourWord("poverty", given) !== null);
    case "migrant":
      return plain((given) => isYesNo(given));
    case "village":
      return telling((given) => VILLAGES.test(foldText(given)));
    case "commune_code":
    case "code":
      return telling((given) => known(codeOf(given)));
    case "commune_name":
      return telling((given) => FULL_NAMES.test(foldText(given)));
    case "district_name":
    case "district":
      return telling((given) => DISTRICTS.test(foldText(given)));
    case "level":
      return plain(
        (given) => ourWord("level", given) !== null || /^(?:cap |muc )?[1-5]$/.test(foldText(given)),
      );
    case "kind":
      return telling((given) => ourWord(as === "forests" ? "forest" : "hazard", given) !== null);
    case "subzone":
      return telling((given) => ourWord("subzone", given) !== null);
    case "class":
      return telling((given) => ourWord("road", given) !== null);
    case "poverty_year":
      return plain((given) => {
        const number = wholeOf(given.slice(-4));
        return number !== null && number >= 2000 && number <= 2040;
      });
    case "residential_land_m2":
    case "production_land_m2":
    case "coordinate_accuracy_m":
      return plain((given) => {
        const number = numberOf(given.replace(/\s*(?:m2|m²|ha|m)\s*$/i, ""));
        return typeof number === "number" && fitsOptional("measure", number);
      });
    case "province": {
      const former = sample.values.some(({ given }) => /phu yen/.test(foldText(given)));
      const says = sample.name === field || /\bcu\b|former/.test(foldText(sample.name));
      return plain((given) => (former || says) && LETTERS.test(given));
    }
    case "name":
    case "house_state":
    case "cause":
      return plain((given) => LETTERS.test(given));
    default:
      return null;
  }
}

function isYesNo(given: string): boolean {
  return ourWord("yes-no", given) !== null || /^[01]$/.test(given);
}

function wholeOf(given: string): number | null {
  const number = numberOf(given.replace(/\s*(?:khẩu|người|nk)\s*$/i, ""));
  return typeof number === "number" && Number.isInteger(number) ? number : null;
}

/** A code of a commune as it stands in a file: spreadsheets make numbers with decimals of codes. */
export function codeOf(given: string): string {
  return given.trim().replace(/[.,]0+$/, "");
}
