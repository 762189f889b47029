/** Windows-1258: base letters ready made, tones as marks after them. Decoded text has to be put in form C. */
import { TONE_MARKS, VIETNAMESE_LETTERS } from "./alphabet.ts";
import { byteTable } from "./byte-table.ts";
import { cp1252Sign } from "./cp1252.ts";

/** Source: Microsoft's code page 1258; compared with iconv's CP1258 in the tests. FE is the đồng. */
const BYTES = byteTable(
  [
    "················",
    "················",
    "················",
    "················",
    "ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏ",
    "ĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ß",
    "àáâăäåæçèéêë\u0301íîï",
    "đñ\u0323óôơö÷øùúûüư₫ÿ",
  ],
  {},
  cp1252Sign,
);

export const WINDOWS_1258 = { signs: BYTES.signs, written: withTones(BYTES.written) };

/** Letters that are not ready made are written as the base and its tone. */
function withTones(bytes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const written = new Map(bytes);
  for (const letter of VIETNAMESE_LETTERS) {
    if (written.has(letter)) continue;
    const apart = letter.normalize("NFD");
    const mark = TONE_MARKS.find((tone) => tone !== "" && apart.includes(tone));
    if (mark === undefined) throw new Error(`No base letter for ${letter}`);
    const base = apart.replace(mark, "").normalize("NFC");
    written.set(letter, (bytes.get(base) ?? base) + bytes.get(mark)!);
  }
  return written;
}
