/** Vietnamese written with signs of ASCII: entities of web pages (`&#7877;`) and VIQR (`Nguye^~n`). */
import { syllableOf } from "./syllables.ts";

export type AsciiWriting = "html" | "viqr";

const ENTITY = /&(?:#(\d{2,7})|#[xX]([0-9a-fA-F]{2,6})|([A-Za-z]{2,6}));/gu;
/** The few letters of ours that web pages have names for. */
const MARKS: Readonly<Record<string, string>> = {
  grave: "\u0300",
  acute: "\u0301",
  tilde: "\u0303",
  circ: "\u0302",
};
const NAMED = /^([AEIOUYaeiouy])(grave|acute|tilde|circ)$/u;
const SIGNS: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  lt: "<",
  gt: ">",
};

/** Entities as what they stand for, form C; those that are unknown stay. */
export function readEntities(text: string): string {
  return text
    .replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) {
        const [, letter, mark] = NAMED.exec(name) ?? [];
        return letter && mark ? letter + MARKS[mark]! : (SIGNS[name] ?? whole);
      }
      const code = Number.parseInt(decimal ?? hex ?? "", decimal === undefined ? 16 : 10);
      const isSign = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return isSign ? String.fromCodePoint(code) : whole;
    })
    .normalize("NFC");
}

const VIQR_MARKS: Readonly<Record<string, string>> = {
  "^": "\u0302",
  "(": "\u0306",
  "+": "\u031b",
  "`": "\u0300",
  "'": "\u0301",
  "?": "\u0309",
  "~": "\u0303",
  ".": "\u0323",
};
const VIQR_WORD = /[A-Za-z](?:[A-Za-z]|(?<=[AEIOUYaeiouy])[\^(+]|(?<=[AEIOUYaeiouy][\^(+]?)[`'?~.])*/gu;
const VIQR_LETTER = /([AEIOUYaeiouy])([\^(+]?)([`'?~.]?)/gu;

/** VIQR as letters, form C. A word that is no syllable with its marks stays, so that "Ea H'leo." is kept. */
export function readViqr(text: string): string {
  return text
    .replace(VIQR_WORD, (word) => {
      const read = viqrWord(word);
      if (read !== null) return read;
      // A full stop or question mark at the end is one more often than a tone.
      const shorter = viqrWord(word.slice(0, -1));
      return shorter === null ? word : shorter + word.slice(-1);
    })
    .normalize("NFC");
}

function viqrWord(word: string): string | null {
  const text = word
    .replace(/dd/gu, "đ")
    .replace(/D[Dd]/gu, "Đ")
    .replace(
      VIQR_LETTER,
      (_, vowel: string, shape: string, tone: string) =>
        vowel + (VIQR_MARKS[shape] ?? "") + (VIQR_MARKS[tone] ?? ""),
    )
    .normalize("NFC");
  return syllableOf(text.toLowerCase(), true) === null ? null : text;
}

const HAS_VIQR = /[AEIOUaeiou][\^(+]/u;
/** Fewer values tell nothing: `a+b` is met. */
const FEW = 2;

export interface WrittenOut {
  readonly writing: AsciiWriting;
  /** Values in which letters are written so, of all. */
  readonly count: number;
  readonly of: number;
  /** One of them as it reads then. */
  readonly read: string;
}

/** Whether letters of a column are written out; null when its values are plain. */
export function asciiWriting(values: readonly string[]): WrittenOut | null {
  const entities = values.filter((value) => /\p{L}/u.test(onlyNew(value, readEntities(value))));
  if (entities.length > 0) return writtenOut("html", readEntities(entities[0]!), entities.length);
  const viqr = values.filter((value) => HAS_VIQR.test(value) && readViqr(value) !== value);
  return viqr.length >= FEW ? writtenOut("viqr", readViqr(viqr[0]!), viqr.length) : null;

  function writtenOut(writing: AsciiWriting, read: string, count: number): WrittenOut {
    return { writing, count, of: values.length, read };
  }
}

/** Signs beyond ASCII that a reading brought in. */
function onlyNew(value: string, read: string): string {
  return read === value.normalize("NFC") ? "" : read.replace(/[\0-\u007f]/gu, "");
}
