/**
 * Degrees, minutes and seconds as people and instruments write them: `108°02'16,8"`, `108-02-16.8`, `12 40 01 B`,
 * `108 độ 02 phút 16,8 giây`, `12°40.02'N`, `108:02:16`.
 */

/** Letters after or before the number: north, south, east, west in Vietnamese (B, Đ, T) and English. */
const LETTER = "bắc|bac|nam|đông|dong|tây|tay|north|south|east|west|vĩ độ|kinh độ|[NBESWTĐÐD]";
const LEADING = new RegExp(`^(?:${LETTER})[\\s.:]*(?=[-+]?\\d)`, "iu");
const TRAILING = new RegExp(`\\s*(?:${LETTER})\\.?$`, "iu");
/** N is north even where Nam would be meant: no place of the country lies south of the equator. */
const NORTH = /^(?:n|b|bắc|bac|north|vĩ độ)$/iu;
const SOUTH = /^(?:s|nam|south)$/iu;
const WEST = /^(?:w|t|tây|tay|west)$/iu;

/** What the letter beside a coordinate says. */
export interface Letter {
  readonly axis: "north" | "east";
  readonly sign: 1 | -1;
}

/** The text without its letter of direction, and what that says; null when there is none. */
export function takeLetter(text: string): { readonly rest: string; readonly letter: Letter | null } {
  const found = TRAILING.exec(text) ?? LEADING.exec(text);
  if (!found) return { rest: text, letter: null };
  const word = found[0]
    .replace(/[\s.:]/g, " ")
    .trim()
    .replace(/\s+/g, " ");
  const rest = text.replace(found[0], "").trim();
  if (!/\d/.test(rest)) return { rest: text, letter: null };
  const south = SOUTH.test(word);
  const sign = south || WEST.test(word) ? -1 : 1;
  return { rest, letter: { axis: south || NORTH.test(word) ? "north" : "east", sign } };
}

const DEGREE = String.raw`(?:\s*(?:[°º˚]|độ|do|deg|d)\s*)`;
const MINUTE = String.raw`(?:\s*(?:['’‘′´\u0060]|phút|phut|min|m)\s*)`;
const SECOND = String.raw`(?:\s*(?:["”“″]|''|’’|′′|giây|giay|sec|s)\s*)`;
const PART = String.raw`(\d{1,2}(?:[.,]\d+)?)`;
const SIGNED = new RegExp(
  `^([-+]?)(\\d{1,3})${DEGREE}(?:${PART}${MINUTE}(?:${PART}${SECOND}?)?|${PART}${MINUTE}?)?$`,
  "iu",
);
/** Three parts between spaces, hyphens or colons: the second has two digits, so that thousands are never meant. */
const PLAIN = /^([-+]?)(\d{1,3})([\s:-])\s*(\d{1,2})\3\s*(\d{1,2}(?:[.,]\d+)?)$/u;
/** Degrees alone with their sign. */
const ALONE = /^([-+]?\d{1,3}(?:[.,]\d+)?)\s*(?:[°º˚]|độ|do|deg)$/iu;

/** Degrees; null when the text is not written so, or minutes or seconds reach 60. Without a letter of direction. */
export function readDms(text: string): number | null {
  const alone = ALONE.exec(text);
  if (alone) return Number(alone[1]!.replace(",", "."));
  const plain = PLAIN.exec(text);
  if (plain) return together(plain[1]!, plain[2]!, plain[4], plain[5]);
  const signed = SIGNED.exec(text);
  if (!signed) return null;
  return together(signed[1]!, signed[2]!, signed[3] ?? signed[5], signed[4]);
}

function together(sign: string, degrees: string, minutes = "0", seconds = "0"): number | null {
  const m = Number(minutes.replace(",", "."));
  const s = Number(seconds.replace(",", "."));
  // Tenths of a minute and seconds at once are a slip.
  if (m >= 60 || s >= 60 || (s > 0 && !Number.isInteger(m)) || Number(degrees) > 180) return null;
  const value = Number(degrees) + m / 60 + s / 3600;
  return sign === "-" ? -value : value;
}
