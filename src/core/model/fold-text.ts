/** Every sign that people type for the apostrophe in M'Drắk or Ea H'Leo. */
const APOSTROPHES = /[\u0027\u0060\u00b4\u02b9\u02bb\u02bc\u02bd\u02c8\u2018\u2019\u201b\u2032\uff07]/gu;
/** Accents, horns, breves and dots that stand apart from their letter after NFD. */
const MARKS = /[\u0300-\u036f]/gu;
/** Letters of Vietnamese, Ê Đê and Mnông with a stroke: NFD does not take the stroke off. ð is typed for đ. */
const STROKES: Readonly<Record<string, string>> = { đ: "d", ð: "d", ƀ: "b" };
const STROKED = /[đðƀ]/gu;
/** Signs that print nothing: soft hyphen, zero-width space and joiners, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/**
 * Text without marks, in small letters, for finding: "Cư M’Đrắk" and "cu m'drak" fold alike. Never for
 * joining: Ea Drông (24328) and Ea Drơng (24292) fold alike, and so do Hòa Đông and Hòa Đồng.
 * Apostrophes become one sign, every run of white space one space; ends are trimmed.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(STROKED, (letter) => STROKES[letter]!)
    .replace(APOSTROPHES, "'")
    .replace(INVISIBLE, "")
    .replace(/\s+/gu, " ")
    .trim();
}
