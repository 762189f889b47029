/** Unpacks deflated bytes and stops as soon as they become more than allowed, whatever the archive claims. */
import { Inflate } from "fflate";

export type Inflated =
  | { readonly kind: "done"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "too-large" }
  | { readonly kind: "damaged" };

/** Given to the unpacker at once: what it makes of them is at most 1032 times as much. */
const PIECE = 16_384;

/** At most `most` bytes are kept. The room taken is that of what was unpacked, never of what an archive claims. */
export function inflateBounded(packed: Uint8Array, most: number): Inflated {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflate = new Inflate((piece, final) => {
    size += piece.length;
    if (size <= most) pieces.push(piece);
    ended ||= final;
  });
  try {
    for (let at = 0; at < packed.length && size <= most; at += PIECE) {
      const next = Math.min(at + PIECE, packed.length);
      inflate.push(packed.subarray(at, next), next === packed.length);
    }
    if (packed.length === 0) return { kind: "damaged" };
  } catch {
    return size > most ? { kind: "too-large" } : { kind: "damaged" };
  }
  if (size > most) return { kind: "too-large" };
  if (!ended) return { kind: "damaged" };
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { kind: "done", bytes };
}
