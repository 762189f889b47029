/** When two names of a unit are the same name. Marks count: Ea Drông and Ea Drơng are two communes. */

/** Every sign that people type for the apostrophe in M'Drắk. */
const APOSTROPHES = /[\u0060\u00b4\u02b9\u02bb\u02bc\u02bd\u02c8\u2018\u2019\u201b\u2032\uff07]/gu;
/** Grave, acute, tilde, hook above, dot below: the tones. They move within a syllable (Hòa, Hoà). */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/**
 * Equal for two spellings exactly when they differ only in Unicode form, capitals, the sign of the apostrophe, the
 * place of the tone within a syllable, or white space. Every letter and tone still counts.
 */
export function nameKey(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(APOSTROPHES, "'")
    .replace(INVISIBLE, "")
    .split(/\s+/u)
    .filter((syllable) => syllable !== "")
    .map(
      (syllable) => syllable.replace(TONES, "") + [...syllable.matchAll(TONES)].map(String).sort().join(""),
    )
    .join(" ");
}

/** Official words for the kind of a unit. */
export const UNIT_KINDS = ["phường", "xã", "thị trấn"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

const UNIT_WORDS: readonly (readonly [pattern: RegExp, kind: UnitKind])[] = [
  [/^(?:phường|phuong|p\.)\s*/iu, "phường"],
  [/^(?:thị trấn|thi tran|tt\.|tt(?=\s))\s*/iu, "thị trấn"],
  [/^(?:xã|xa|x\.)(?:\s+|(?<=\.))/iu, "xã"],
];
const DISTRICT_WORDS =
  /^(?:huyện|huyen|h\.|thành phố|thanh pho|tp\.?(?=\s)|tp\.|thị xã|thi xa|tx\.?(?=\s)|tx\.)\s*/iu;

/** "Xã Hòa Phú" as its kind and "Hòa Phú"; the kind is null where none is written. "Phường 1" keeps its number. */
export function splitUnitName(written: string): { readonly kind: UnitKind | null; readonly name: string } {
  const text = written.normalize("NFC").trim();
  for (const [pattern, kind] of UNIT_WORDS) {
    const name = text.replace(pattern, "");
    if (name !== text && name !== "") return { kind, name: /^\d+$/u.test(name) ? `Phường ${name}` : name };
  }
  return { kind: null, name: text };
}

/** "TX. Buôn Hồ" as "Buôn Hồ". */
export function districtName(written: string): string {
  const text = written.normalize("NFC").trim();
  return text.replace(DISTRICT_WORDS, "") || text;
}
