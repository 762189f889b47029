/** VNI-Windows (fonts `VNI-…`): a base letter and a mark that is a sign of its own; a few letters ready made. */
import { TONE_MARKS } from "./alphabet.ts";

/** Ready made. ô and ö are the bases of ơ and ư; the last four of i and y have no mark. */
const ALONE: Readonly<Record<string, string>> = {
  ô: "ơ",
  ö: "ư",
  ñ: "đ",
  í: "í",
  ì: "ì",
  æ: "ỉ",
  ó: "ĩ",
  ò: "ị",
  î: "ỵ",
};
/** Of grave, acute, hook, tilde and dot, after a e o u y ơ ư. */
const TONES = "øùûõï";
/** Circumflex without tone and with the five, after a e o. */
const CIRCUMFLEX = "âàáåãä";
/** Breve without tone and with the five, after a. */
const BREVE = "êèéúüë";

const READ = new Map<string, string>();
const WRITTEN = new Map<string, string>();

function pair(written: string, letter: string): void {
  const sign = letter.normalize("NFC");
  WRITTEN.set(sign, written);
  READ.set(written, sign);
}

function everyCase(written: string, letter: string): void {
  // A small mark after a capital and a capital mark after a small letter are typed too: both are read.
  if (written.length === 2) {
    READ.set(written[0]! + written[1]!.toUpperCase(), letter.normalize("NFC"));
    READ.set(written[0]!.toUpperCase() + written[1]!, letter.toUpperCase().normalize("NFC"));
  }
  pair(written, letter);
  pair(written.toUpperCase(), letter.toUpperCase());
}

for (const [written, letter] of Object.entries(ALONE)) everyCase(written, letter);
for (const base of "aeouyôö")
  [...TONES].forEach((mark, at) => {
    const letter = ALONE[base] ?? base;
    if (!(base === "y" && mark === "ï")) everyCase(base + mark, letter + TONE_MARKS[at + 1]);
  });
for (const base of "aeo")
  [...CIRCUMFLEX].forEach((mark, at) => {
    everyCase(base + mark, `${base}\u0302`.normalize("NFC") + TONE_MARKS[at]);
  });
[...BREVE].forEach((mark, at) => {
  everyCase(`a${mark}`, `ă${TONE_MARKS[at]}`);
});

/** One sign or two as they are in the file to a letter of form C. Two have to be tried before one. */
export const VNI_READ: ReadonlyMap<string, string> = READ;
/** A letter of form C to the one or two signs it is written with. */
export const VNI_WRITTEN: ReadonlyMap<string, string> = WRITTEN;

/** Text of bytes to letters, longest match first; signs that are no VNI stay as they are. Not in form C. */
export function readVni(bytes: string): string {
  let text = "";
  for (let at = 0; at < bytes.length; at++) {
    const two = READ.get(bytes.slice(at, at + 2));
    if (two !== undefined && at + 1 < bytes.length) {
      text += two;
      at++;
    } else text += READ.get(bytes[at]!) ?? bytes[at]!;
  }
  return text;
}
