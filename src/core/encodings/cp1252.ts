/** Windows-1252: the signs a Unicode text shows where bytes 80–9F of an old font were taken for Western text. */

/** Of bytes 80–9F, in order; U+FFFD where Windows-1252 has nothing. Source: the Encoding Standard's index. */
const SIGNS = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";
const FIRST = 0x80;
const GONE = "\ufffd";

const BYTES = new Map<string, number>(
  [...SIGNS].flatMap((sign, at) => (sign === GONE ? [] : [[sign, FIRST + at] as const])),
);

/** The sign of a byte 00–FF; bytes that Windows-1252 has no sign for keep their number (U+0081). */
export function cp1252Sign(byte: number): string {
  const sign = SIGNS[byte - FIRST];
  return sign === undefined || sign === GONE ? String.fromCharCode(byte) : sign;
}

/** The byte 00–FF that a sign stands for, or null when it can only be Unicode ("ắ"). */
export function cp1252Byte(sign: string): number | null {
  const code = sign.charCodeAt(0);
  return code < 0x100 ? code : (BYTES.get(sign) ?? null);
}

/** Every sign of a text as a byte where it can be one; other signs stay. Signs stay in number and order. */
export function cp1252Bytes(text: string): string {
  return text.replace(/[\u0152-\u2122]/gu, (sign) => {
    const byte = BYTES.get(sign);
    return byte === undefined ? sign : String.fromCharCode(byte);
  });
}
