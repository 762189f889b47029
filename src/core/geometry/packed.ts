/**
 * Several typed arrays in one buffer, so that an index can be handed over to another thread, shared with it, or
 * kept in a file as one piece. Layout, all little-endian: `mark` and the number of arrays (32 bits each), for
 * each array its type and its length (32 bits each), then the arrays, each starting at a multiple of 8 bytes.
 */

/** The arrays that can be packed. */
export type Packable = Uint8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float64Array;

interface PackableType {
  readonly BYTES_PER_ELEMENT: number;
  new (data: ArrayBufferLike, at: number, length: number): Packable;
}
/** In the order of their numbers in the head of a packed buffer. */
const TYPES: readonly PackableType[] = [
  Uint8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float64Array,
];

/** Makes the room: an own buffer, or one that threads share. */
export type Allocate = (bytes: number) => ArrayBufferLike;

/** A buffer of one's own, which can be transferred. */
export const ownBuffer: Allocate = (bytes) => new ArrayBuffer(bytes);

/** Copies the arrays into one buffer. `mark` says what they are and is asked for again by `unpack`. */
export function pack(
  mark: number,
  arrays: readonly Packable[],
  allocate: Allocate = ownBuffer,
): ArrayBufferLike {
  let bytes = eightfold(8 + 8 * arrays.length);
  for (const array of arrays) bytes += eightfold(array.byteLength);
  const data = allocate(bytes);
  const head = new Uint32Array(data, 0, 2 + 2 * arrays.length);
  head.set([mark, arrays.length]);
  let at = eightfold(head.byteLength);
  arrays.forEach((array, k) => {
    const type = TYPES.findIndex((known) => array instanceof (known as unknown as new () => Packable));
    head.set([type, array.length], 2 + 2 * k);
    const room = new TYPES[type]!(data, at, array.length);
    room.set(array as never);
    at += eightfold(array.byteLength);
  });
  return data;
}

/** The arrays of a packed buffer, without copying. Throws when the buffer is not one of this mark. */
export function unpack(mark: number, data: ArrayBufferLike): Packable[] {
  const view = new DataView(data);
  if (data.byteLength < 8 || view.getUint32(0, true) !== mark)
    throw new TypeError(`no packed arrays of mark ${mark}`);
  const count = view.getUint32(4, true);
  let at = eightfold(8 + 8 * count);
  return Array.from({ length: count }, (_, k) => {
    const type = TYPES[view.getUint32(8 + 8 * k, true)];
    const length = view.getUint32(12 + 8 * k, true);
    if (!type || at + length * type.BYTES_PER_ELEMENT > data.byteLength)
      throw new RangeError("packed arrays cut short");
    const array = new type(data, at, length);
    at += eightfold(array.byteLength);
    return array;
  });
}

function eightfold(bytes: number): number {
  return Math.ceil(bytes / 8) * 8; // not by bits: a buffer may pass 2 GiB
}
