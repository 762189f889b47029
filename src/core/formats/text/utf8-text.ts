/** Text of a few bytes: most cells are short, and setting up a decoder for each costs more than reading it. */

/** Part of the Encoding Standard that browsers, workers and Node all have; core is compiled without DOM types. */
declare const TextDecoder: new (
  label: string,
  options: { ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** Longer texts go to the engine's own decoder. */
const SHORT = 48;

/** The text of valid UTF-8 from `from` up to `to`. A byte order mark is a letter here. */
export function utf8Text(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > SHORT) {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(from, to));
  }
  const codes: number[] = [];
  for (let at = from; at < to; ) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      codes.push(lead);
      at++;
    } else if (lead < 0xe0) {
      codes.push(((lead & 0x1f) << 6) | (bytes[at + 1]! & 0x3f));
      at += 2;
    } else if (lead < 0xf0) {
      codes.push(((lead & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f));
      at += 3;
    } else {
      const high = ((lead & 0x07) << 18) | ((bytes[at + 1]! & 0x3f) << 12);
      const code = (high | ((bytes[at + 2]! & 0x3f) << 6) | (bytes[at + 3]! & 0x3f)) - 0x10000;
      codes.push(0xd800 | (code >> 10), 0xdc00 | (code & 0x3ff));
      at += 4;
    }
  }
  return String.fromCharCode.apply(null, codes);
}
