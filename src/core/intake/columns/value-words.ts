/**
 * Words of files for words of ours, field by field: poverty, yes and no, kinds of forest and hazard, subzones,
 * levels of susceptibility, classes of roads. Decides nothing about codes and numbers (`guess-values.ts`).
 */
import { FOREST_WORDS, SUBZONE_WORDS } from "../../formats/layers/forests.ts";
import { HAZARD_WORDS } from "../../formats/layers/hazards.ts";
import type { ReadAs } from "../../formats/layers/layer-reader.ts";
import { ROAD_CLASS_WORDS } from "../../formats/layers/roads.ts";
import { foldText } from "../../model/fold-text.ts";
import { FOREST_KINDS, FOREST_SUBZONES, HAZARD_KINDS } from "../../model/layers.ts";
import type { FieldName } from "../fields.ts";

/** Classes of a review of poverty (Decree 07/2021/NĐ-CP). The register keeps them in Vietnamese: `POVERTY_TEXTS`. */
export const POVERTY_WORDS = ["poor", "near-poor", "average", "not-poor"] as const;
export type PovertyWord = (typeof POVERTY_WORDS)[number];
export const POVERTY_TEXTS: Readonly<Record<PovertyWord, string>> = {
  poor: "nghèo",
  "near-poor": "cận nghèo",
  average: "mức sống trung bình",
  "not-poor": "không nghèo",
};

/** A table of words: ours → patterns of folded texts without signs, the first that fits counts. */
type Patterns = readonly (readonly [word: string, pattern: RegExp])[];

const POVERTY: Patterns = [
  // Who left poverty may be near-poor or not: the list does not say. Nor is a household not reviewed not poor.
  ["", /thoat ngheo|tai ngheo|nguy co ngheo|phat sinh|chua ra soat|chua xet|chua binh xet|chua danh gia/],
  [
    "not-poor",
    /^(?:ho )?(?:khong|ko|k) (?:thuoc )?(?:dien |phai (?:la )?)?(?:ho )?(?:ngheo|can ngheo|ngheo can ngheo)$/,
  ],
  [
    "not-poor",
    /^(?:ho )?(?:binh thuong|kha|giau|kha giau|du an|khong thuoc dien|ngoai dien)(?: ngheo)?$|^(?:non|not) ?poor$|^(?:ho )?khong ngheo khong can ngheo$/,
  ],
  ["near-poor", /^(?:ho )?(?:can ngheo|c ngheo|cngheo|cn|hcn|near ?poor)(?: [abc12])?$/],
  ["average", /^(?:ho )?(?:co )?(?:muc song )?(?:trung binh|tb|average)(?: song)?$|^(?:ho )?mstb$/],
  [
    "poor",
    /^(?:ho )?(?:ngheo|hn|ngheo da chieu|ngheo thieu hut|ngheo thu nhap|cuc ngheo|poor|very poor)(?: (?:[abc12]|n[12]|da chieu|thu nhap|kinh nien))?$/,
  ],
];
const YES_NO: Patterns = [
  [
    "true",
    /^(?:co|yes|y|true|t|x|xx|v|dung|thuoc dien|di cu|di cu tu do|dctd|ho di cu|dan di cu|dan di cu tu do|ho di cu tu do|di cu ngoai quy hoach|di cu khong theo quy hoach|di cu ngoai ke hoach)$/,
  ],
  [
    "false",
    /^(?:khong|ko|no|n|false|f|sai|khong phai|khong di cu|khong thuoc dien|dan tai cho|tai cho|so tai)$/,
  ],
];
const FOREST: Patterns = [
  // A buffer zone of a special-use forest is not that forest.
  ["buffer", /\bvung dem\b|\bbuffer\b/],
  ["", /ngoai (?:3|ba) loai|ngoai quy hoach|ngoai lam nghiep|dat khac|nong nghiep/],
  [
    "special-use",
    /^(?:rung )?(?:dac dung|dd|rdd|ddung)$|vuon quoc gia|^vqg|^kbt|khu bao ton|khu du tru thien nhien|bao ve canh quan|van hoa lich su|special use|national park|nature reserve/,
  ],
  ["protection", /^(?:rung )?(?:phong ho|ph|rph|pho)\b|^protection(?: forest)?$/],
  ["production", /^(?:rung )?(?:san xuat|sx|rsx|sxuat)$|^production(?: forest)?$/],
];
const SUBZONE: Patterns = [
  ["strict", /nghiem ngat|^bvnn$|^nn$|strict/],
  ["recovery", /phuc hoi|^phst$|recovery|restoration/],
  ["service", /dich vu|hanh chinh|^dvhc$|service/],
];
const HAZARD: Patterns = [
  // Two hazards in one value are two answers.
  [
    "",
    /(?:lo|lu ong|lu quet).*[,;/+&].*(?:lo|lu ong|lu quet)|(?:lu ong).*(?:lu quet)|(?:lu quet).*(?:lu ong)|lu quet.*(?:sat|truot) lo|(?:sat|truot) lo.*lu quet/,
  ],
  ["landslide", /\b(?:sat|truot) (?:lo|dat)\b|^(?:sl|tl)$|landslide|dat da truot/],
  ["flash-flood", /\blu quet\b|^lq$|flash ?flood|\blu bun da\b/],
  ["pipe-flood", /\blu ong\b|^lo$|pipe ?flood/],
];
const LEVEL: Patterns = [
  ["1", /^rat thap$|^rt$|^very low$/],
  ["5", /^rat cao$|^dac biet cao$|^rc$|^very high$/],
  ["2", /^thap$|^low$/],
  ["4", /^cao$|^high$/],
  ["3", /^(?:trung binh|vua|tb|medium|moderate)$/],
];

/** What stands before the word of a level. */
const LEVEL_LEAD =
  /^(?:(?:vung|khu vuc|noi|muc|muc do|co|nguy co|nhay cam|do|cap|bac|lop|level|class|susceptibility)\s+)*(?:sat lo\s+|truot lo\s+|lu quet\s+|lu ong\s+)?/;

const TABLES = {
  poverty: POVERTY,
  "yes-no": YES_NO,
  forest: FOREST,
  subzone: SUBZONE,
  hazard: HAZARD,
  level: LEVEL,
} as const;
export type WordTable = keyof typeof TABLES | "road";

/**
 * Our word for a text; "" when it is known to say nothing certain (a household that left poverty, two hazards
 * at once, "chưa rà soát"); null when it is no word of the table.
 */
export function ourWord(table: WordTable, text: string): string | null {
  const folded = foldWord(text);
  if (folded === "") return null;
  if (table === "level") return levelWord(folded);
  const given = exactWord(table, folded);
  if (given !== null) return given;
  if (table === "road") return null;
  return TABLES[table].find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** "4 - Cao", "Cao (4)", "vùng có nguy cơ rất cao": the word counts, not the number beside it. */
function levelWord(folded: string): string | null {
  const word = folded
    .replace(LEVEL_LEAD, "")
    .replace(/^(?:\d|i{1,3}|iv|v)\s+/, "")
    .replace(LEVEL_LEAD, "")
    .replace(/\s+(?:cap )?\d$/, "");
  return LEVEL.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** Signs but those between alternatives become blanks. */
function foldWord(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9,;/+&]+/g, " ")
    .trim();
}

/** Our own words and those the readers of our files accept. */
function exactWord(table: WordTable, folded: string): string | null {
  return EXACT[table]?.get(folded) ?? null;
}

function exact(words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([word, others]) =>
      [word.replaceAll("-", " "), ...others].map((given) => [given, word] as const),
    ),
  );
}

const EXACT: Readonly<Partial<Record<WordTable, ReadonlyMap<string, string>>>> = {
  forest: exact(FOREST_WORDS),
  subzone: exact(SUBZONE_WORDS),
  hazard: exact(HAZARD_WORDS),
  road: exact(ROAD_CLASS_WORDS),
  poverty: exact({ poor: [], "near-poor": [], average: [], "not-poor": [] }),
};

/** Every word a value can be brought to, field by field; ethnic groups are names instead. */
export const VALUE_WORDS = {
  poverty: POVERTY_WORDS,
  migrant: ["true", "false"],
  forest: FOREST_KINDS,
  hazard: HAZARD_KINDS,
  subzone: FOREST_SUBZONES,
  level: ["1", "2", "3", "4", "5"],
  class: ["main", "minor"],
} as const;
export type ValueWord = (typeof VALUE_WORDS)[keyof typeof VALUE_WORDS][number];

/** Words a field of a layer may have; null for a field that is no list of words. */
export function wordsOf(field: FieldName, as: ReadAs): readonly ValueWord[] | null {
  if (field === "kind") return as === "hazards" ? VALUE_WORDS.hazard : VALUE_WORDS.forest;
  if (
    field === "poverty" ||
    field === "migrant" ||
    field === "subzone" ||
    field === "level" ||
    field === "class"
  ) {
    return VALUE_WORDS[field];
  }
  return null;
}
