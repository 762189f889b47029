/** Files that something happened to: bits turned, ends cut, pieces put elsewhere. */

const WILD = [0, 1, 0x7f, 0x80, 0xff, 0x20, 0x22, 0x2a, 0x0a, 0x2c];
/** Where lengths and counts stand, more is broken than in the middle. */
const HEAD = 160;

/** A changed copy: up to 6 changes of one of five kinds. */
export function changed(bytes: Uint8Array, random: () => number): Uint8Array {
  const below = (end: number) => Math.floor(random() * end);
  const place = (length: number) => (random() < 0.4 ? below(Math.min(length, HEAD)) : below(length));
  let out = bytes.slice();
  for (let n = below(6); n >= 0 && out.length > 0; n--) {
    const at = place(out.length);
    const kind = below(5);
    if (kind === 0) out[at]! ^= 1 << below(8);
    else if (kind === 1) out[at] = WILD[below(WILD.length)]!;
    else if (kind === 2) out = out.slice(0, at);
    else {
      const from = below(out.length);
      const piece = out.slice(from, from + below(64));
      if (kind === 3) out.set(piece.subarray(0, out.length - at), at);
      else out = new Uint8Array([...out.subarray(0, at), ...piece, ...out.subarray(at)]);
    }
  }
  return out;
}
