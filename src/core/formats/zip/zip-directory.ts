/**
 * The list of files at the end of a ZIP archive (PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 16).
 * Nothing is unpacked, and nothing is made by a length that the archive claims.
 */
import { byteText } from "../text/source-text.ts";
import { utf8End } from "../text/utf8-fit.ts";

/** Part of the Encoding Standard that browsers, workers and Node all have; core is compiled without DOM types. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

export interface ZipEntry {
  /** Path in the archive with `/`: UTF-8 where it is, else one sign per byte (TCVN3, CP437). */
  readonly name: string;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes as the directory says. */
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where the entry's own header is. */
  readonly at: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
/** A comment after the end record. */
const MOST_COMMENT = 0xffff;
const IN_64 = 0xffff_ffff;

/** Does an archive begin here (also an empty one). */
export function isZip(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  return (bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6);
}

/** All entries, at most `most` and one more; null when there is no directory or it is broken. */
export function zipEntries(bytes: Uint8Array, most: number): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endRecord(view);
  if (end < 0) return null;
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === IN_64 || count === 0xffff) {
    const wide = wideEnd(view, end);
    if (wide !== null) ({ count, at } = wide);
  }
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count && entries.length <= most; i++) {
    if (at + CENTRAL_BYTES > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const next = at + CENTRAL_BYTES + nameBytes + extraBytes + view.getUint16(at + 32, true);
    if (next > bytes.length) return null;
    entries.push(entryOf(bytes, view, at, nameBytes, extraBytes));
    at = next;
  }
  return entries;
}

/** Packed bytes of an entry, or null when they do not lie in the archive. */
export function packedBytes(bytes: Uint8Array, { at, packedBytes: length }: ZipEntry): Uint8Array | null {
  if (at + LOCAL_BYTES > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(at, true) !== LOCAL) return null;
  const from = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return from + length > bytes.length ? null : bytes.subarray(from, from + length);
}

function entryOf(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  nameBytes: number,
  extraBytes: number,
): ZipEntry {
  const raw = bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes);
  const name = nameOf(raw).replaceAll("\\", "/");
  const sizes: [number, number, number] = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  const extra = at + CENTRAL_BYTES + nameBytes;
  widen(view, extra, extra + extraBytes, sizes);
  return {
    name,
    isFolder: name.endsWith("/"),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes: sizes[1],
    bytes: sizes[0],
    at: sizes[2],
  };
}

/** Puts the 64-bit values of the extra field where the directory refers to it, in their fixed order. */
function widen(view: DataView, from: number, to: number, values: [number, number, number]): void {
  for (let at = from; at + 4 <= to; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      for (const i of [0, 1, 2] as const) {
        if (values[i] !== IN_64 || field + 8 > Math.min(to, at + 4 + length)) continue;
        values[i] = Number(view.getBigUint64(field, true));
        field += 8;
      }
    }
    at += 4 + length;
  }
}

function nameOf(raw: Uint8Array): string {
  return utf8End(raw, 0, raw.length) === raw.length ? new TextDecoder("utf-8").decode(raw) : byteText(raw);
}

function endRecord(view: DataView): number {
  const least = Math.max(0, view.byteLength - END_BYTES - MOST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= least; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

function wideEnd(view: DataView, end: number): { readonly count: number; readonly at: number } | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_64) return null;
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    at: Number(view.getBigUint64(at + 48, true)),
  };
}
