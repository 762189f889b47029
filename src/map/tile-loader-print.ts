/**
 * A print of a tile's bytes: equal bytes have equal prints. The map keeps what it has drawn when a tile that is
 * asked for again has the same one.
 */

/** Two sums of 32 bits with different multipliers (after Fowler, Noll and Vo), over words, and the length. */
export function printOf(tile: ArrayBuffer): string {
  const whole = tile.byteLength >>> 2;
  const words = new Uint32Array(tile, 0, whole);
  let one = 0x811c9dc5;
  let two = tile.byteLength;
  for (let k = 0; k < whole; k++) {
    one = Math.imul(one ^ words[k]!, 0x01000193);
    two = Math.imul(two + words[k]!, 0x9e3779b1) ^ (two >>> 15);
  }
  for (const byte of new Uint8Array(tile, whole * 4)) {
    one = Math.imul(one ^ byte, 0x01000193);
    two = Math.imul(two + byte, 0x9e3779b1) ^ (two >>> 15);
  }
  return `${tile.byteLength}-${(one >>> 0).toString(36)}-${(two >>> 0).toString(36)}`;
}
