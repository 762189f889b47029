/**
 * The parts of a ZIP archive (PKWARE APPNOTE 6.3) as far as workbooks use it: list, sizes and sums of the central
 * directory; unpacked within limits, whatever sizes the archive claims.
 */
import { Inflate } from "fflate";

export interface ZipPart {
  readonly name: string;
  readonly packed: number;
  /** As claimed. */
  readonly size: number;
  readonly crc: number;
  readonly method: number;
  /** Byte at which its local header begins. */
  readonly at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
/** Bytes handed to the unpacker at once: deflate makes at most 1,032 of one. */
const PIECE = 16_384;
const MOST_RATIO = 1_032;

/** True when the bytes begin as an archive with anything in it. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The central directory; null when it is missing or broken (a file cut short has none). */
export function zipParts(bytes: Uint8Array): readonly ZipPart[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && bytes.length - end <= 22 + MOST_COMMENT && view.getUint32(end, true) !== END) end--;
  if (end < 0 || view.getUint32(end, true) !== END) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const parts: ZipPart[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    if (at + 46 + nameLength > bytes.length) return null;
    parts.push({
      name: latin(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** Names of parts that matter are ASCII. */
function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 1_000));
}

/** The bytes of a part; null when it is broken, encrypted or is not what the directory says (size, sum). */
export function unzipPart(bytes: Uint8Array, part: ZipPart): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (part.at + 30 > bytes.length || view.getUint32(part.at, true) !== LOCAL) return null;
  const from = part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true);
  if (from + part.packed > bytes.length) return null;
  const packed = bytes.subarray(from, from + part.packed);
  const out =
    part.method === STORED
      ? packed.slice()
      : part.method === DEFLATED && part.size <= part.packed * MOST_RATIO
        ? inflate(packed, part.size)
        : null;
  return out !== null && out.length === part.size && crc32(out) === part.crc ? out : null;
}

/** Null when the data is broken or goes beyond `size`; unpacking ends there. */
function inflate(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> | null {
  const out = new Uint8Array(size);
  let end = 0;
  const stream = new Inflate((chunk) => {
    if (end + chunk.length <= size) out.set(chunk, end);
    end += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && end <= size; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch {
    return null;
  }
  return end === size ? out : null;
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The checksum of ZIP (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let value = -1;
  for (let i = 0; i < bytes.length; i++) value = CRC[(value ^ bytes[i]!) & 255]! ^ (value >>> 8);
  return ~value >>> 0;
}
