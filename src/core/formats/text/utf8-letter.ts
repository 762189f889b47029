/** UTF-8 letter by letter (Unicode 15, table 3-7 "well-formed byte sequences"), for scanners that make no text. */

/** Added to the length of a letter that has to be looked at as text. */
export const ODD = 8;

/**
 * Length in bytes of the letter that is not ASCII at `at`; 0 when the bytes are no UTF-8. `ODD` is added unless
 * the letter is surely in Unicode form C and no white space: Latin letters up to U+02FF and U+1E00 to U+1EFF
 * (all of Vietnamese, Ê Đê, Mnông composed), dashes and quotes U+2010 to U+203F.
 */
export function letterAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (at + 1 >= bytes.length) return 0;
  const second = bytes[at + 1]!;
  if ((second & 0xc0) !== 0x80) return 0;
  if (lead < 0xe0) {
    if (lead < 0xc2) return 0;
    return lead <= 0xcb && !(lead === 0xc2 && second === 0xa0) ? 2 : 2 + ODD;
  }
  if (at + 2 >= bytes.length) return 0;
  const third = bytes[at + 2]!;
  if ((third & 0xc0) !== 0x80) return 0;
  if (lead < 0xf0) {
    if (lead === 0xe1) return second >= 0xb8 && second <= 0xbb ? 3 : 3 + ODD;
    if (lead === 0xe0) return second < 0xa0 ? 0 : 3 + ODD;
    if (lead === 0xed) return second > 0x9f ? 0 : 3 + ODD;
    if (lead === 0xe2 && second === 0x80 && third >= 0x90) {
      return third === 0xa8 || third === 0xa9 || third === 0xaf ? 3 + ODD : 3;
    }
    return 3 + ODD;
  }
  if (at + 3 >= bytes.length || (bytes[at + 3]! & 0xc0) !== 0x80) return 0;
  if (lead === 0xf0) return second < 0x90 ? 0 : 4 + ODD;
  if (lead === 0xf4) return second > 0x8f ? 0 : 4 + ODD;
  return lead < 0xf4 ? 4 + ODD : 0;
}
