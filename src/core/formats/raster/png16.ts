/**
 * Grey PNG of 16 bits, the form of tiles of integers in the tiled gridded coverage of GeoPackage (OGC 17-066r1).
 * ISO/IEC 15948. Written with one filter for all rows; read with any.
 */
import { unzlibSync, zlibSync } from "fflate";
import { crc32 } from "../zip/crc32.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Bit depth 16, grey, deflate, the one set of filters, not interlaced. */
const GREY_16 = [16, 0, 0, 0, 0];
const UP = 2;
const BYTES = 2;

/** A square picture of `size` × `size` numbers from 0 to 65,535, row by row. */
export function encodePng16(values: Uint16Array, size: number): Uint8Array {
  const line = size * BYTES;
  const raw = new Uint8Array(size * (line + 1));
  for (let row = 0; row < size; row++) {
    const at = row * (line + 1);
    raw[at] = UP;
    for (let column = 0; column < size; column++) {
      const value = values[row * size + column]!;
      const above = row === 0 ? 0 : values[(row - 1) * size + column]!;
      raw[at + 1 + 2 * column] = (value >> 8) - (above >> 8);
      raw[at + 2 + 2 * column] = (value & 255) - (above & 255);
    }
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  head.set(GREY_16, 8);
  const parts = [
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", head),
    chunk("IDAT", zlibSync(raw, { level: 6 })),
    chunk("IEND", new Uint8Array(0)),
  ];
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** The numbers of such a picture; null when it is anything else, of another size, or broken. */
export function decodePng16(bytes: Uint8Array, size: number): Uint16Array | null {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let isGrey16 = false;
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (name === "IHDR") {
      if (length !== 13 || view.getUint32(at + 8) !== size || view.getUint32(at + 12) !== size) return null;
      isGrey16 = GREY_16.every((byte, i) => body[8 + i] === byte);
    } else if (name === "IDAT") data.push(body);
    else if (name === "IEND") break;
    at = end;
  }
  return isGrey16 ? unfiltered(inflated(data, size * (size * BYTES + 1)), size) : null;
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.length + 12);
  const view = new DataView(out.buffer);
  view.setUint32(0, body.length);
  for (let i = 0; i < 4; i++) out[4 + i] = name.charCodeAt(i);
  out.set(body, 8);
  view.setUint32(8 + body.length, crc32(out.subarray(4, 8 + body.length)));
  return out;
}

/** Exactly `length` bytes, or null: what is more than there should be is not unpacked. */
function inflated(parts: readonly Uint8Array[], length: number): Uint8Array | null {
  const packed = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  try {
    const raw = unzlibSync(packed, { out: new Uint8Array(length) });
    return raw.length === length ? raw : null;
  } catch {
    return null;
  }
}

function unfiltered(raw: Uint8Array | null, size: number): Uint16Array | null {
  if (!raw) return null;
  const line = size * BYTES;
  const values = new Uint16Array(size * size);
  let above = new Uint8Array(line);
  for (let row = 0; row < size; row++) {
    const at = row * (line + 1);
    const filter = raw[at]!;
    if (filter > 4) return null;
    const now = raw.slice(at + 1, at + 1 + line);
    for (let i = 0; i < line; i++) {
      const left = i < BYTES ? 0 : now[i - BYTES]!;
      const corner = i < BYTES ? 0 : above[i - BYTES]!;
      now[i] = now[i]! + predicted(filter, left, above[i]!, corner);
    }
    for (let column = 0; column < size; column++)
      values[row * size + column] = (now[2 * column]! << 8) | now[2 * column + 1]!;
    above = now;
  }
  return values;
}

/** Filters 0 to 4: none, sub, up, average, Paeth. */
function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === UP) return above;
  if (filter === 3) return (left + above) >> 1;
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
