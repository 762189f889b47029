/**
 * Writes tile archives: PMTiles version 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md).
 * Header, root directory, metadata, leaf directories, tiles; tiles in the order of their ids, equal ones once.
 */
import { createHash } from "node:crypto";
import type { Json } from "../../src/core/model/household.ts";
import type { Bbox, LonLat } from "../../src/core/units.ts";
import { gzip } from "./gzip.ts";
import { tileIdOf } from "./tile-id.ts";

export interface ArchiveTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** As it is to be served; vector tiles are compressed by the writer. Never empty. */
  readonly bytes: Uint8Array;
}

export interface ArchiveHead {
  readonly type: "vector" | "png";
  readonly bounds: Bbox;
  readonly center: LonLat;
  readonly centerZoom: number;
  /** Written as JSON; for vector tiles it has `vector_layers`. */
  readonly metadata: { readonly [key: string]: Json };
}

/** What became of the tiles. */
export interface ArchiveCounts {
  /** Tiles that can be asked for. */
  readonly tiles: number;
  /** Directory entries: runs of equal neighbours count once. */
  readonly entries: number;
  /** Different contents. */
  readonly contents: number;
  /** Leaf directories, 0 when the root holds every entry. */
  readonly leaves: number;
}

interface Entry {
  readonly id: number;
  readonly offset: number;
  readonly length: number;
  /** Tiles of this content that follow one another; 0: the entry leads to a leaf directory. */
  run: number;
}

const HEADER_BYTES = 127;
/** Header and root directory must fit into the first 16 384 bytes, which readers fetch at once. */
export const ROOT_MOST_BYTES = 16_384 - HEADER_BYTES;
const GZIP = 2;
const UNCOMPRESSED = 1;
const MVT = 1;
const PNG = 2;

/** The archive as bytes. Throws on a tile that comes twice, an empty one, or no tile at all. */
export function writeArchive(
  tiles: Iterable<ArchiveTile>,
  head: ArchiveHead,
): { readonly bytes: Uint8Array; readonly counts: ArchiveCounts } {
  const sorted = [...tiles]
    .map((tile) => ({ id: tileIdOf(tile.z, tile.x, tile.y), tile }))
    .sort((a, b) => a.id - b.id);
  if (sorted.length === 0) throw new RangeError("An archive needs at least one tile");
  const { entries, data, contents } = entriesOf(sorted, head.type);
  const { root, leaves, leafCount } = directoriesOf(entries);
  const metadata = gzip(Buffer.from(JSON.stringify(head.metadata), "utf8"));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write("PMTiles", 0, "latin1");
  header.writeUInt8(3, 7);
  let offset = HEADER_BYTES;
  const parts = [root, metadata, leaves, data];
  parts.forEach((part, i) => {
    header.writeBigUInt64LE(BigInt(offset), 8 + 16 * i);
    header.writeBigUInt64LE(BigInt(part.length), 16 + 16 * i);
    offset += part.length;
  });
  const counts = { tiles: sorted.length, entries: entries.length, contents, leaves: leafCount };
  header.writeBigUInt64LE(BigInt(counts.tiles), 72);
  header.writeBigUInt64LE(BigInt(counts.entries), 80);
  header.writeBigUInt64LE(BigInt(counts.contents), 88);
  header.writeUInt8(1, 96); // Tiles lie in the order of their ids.
  header.writeUInt8(GZIP, 97);
  header.writeUInt8(head.type === "vector" ? GZIP : UNCOMPRESSED, 98);
  header.writeUInt8(head.type === "vector" ? MVT : PNG, 99);
  const zooms = sorted.map(({ tile }) => tile.z);
  header.writeUInt8(zooms[0], 100);
  header.writeUInt8(zooms[zooms.length - 1], 101);
  head.bounds.forEach((degrees, i) => {
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i);
  });
  header.writeUInt8(head.centerZoom, 118);
  header.writeInt32LE(Math.round(head.center[0] * 1e7), 119);
  header.writeInt32LE(Math.round(head.center[1] * 1e7), 123);
  return { bytes: Buffer.concat([header, ...parts]), counts };
}

function entriesOf(
  sorted: readonly { readonly id: number; readonly tile: ArchiveTile }[],
  type: ArchiveHead["type"],
): { entries: Entry[]; data: Buffer; contents: number } {
  const entries: Entry[] = [];
  const known = new Map<string, { offset: number; length: number }>();
  const parts: Uint8Array[] = [];
  let offset = 0;
  let before = -1;
  for (const { id, tile } of sorted) {
    const { z, x, y, bytes } = tile;
    if (id === before) throw new RangeError(`tile ${z}/${x}/${y} comes twice`);
    if (bytes.length === 0) throw new RangeError(`tile ${z}/${x}/${y} is empty`);
    before = id;
    const name = createHash("sha256").update(bytes).digest("base64");
    let place = known.get(name);
    if (!place) {
      const stored = type === "vector" ? gzip(bytes) : bytes;
      place = { offset, length: stored.length };
      known.set(name, place);
      parts.push(stored);
      offset += stored.length;
    }
    const last = entries[entries.length - 1];
    if (last && last.offset === place.offset && last.id + last.run === id) last.run++;
    else entries.push({ id, ...place, run: 1 });
  }
  return { entries, data: Buffer.concat(parts), contents: known.size };
}

/** One root that holds all, or a root of leaves, each as small as the root's room allows. */
function directoriesOf(entries: readonly Entry[]): { root: Buffer; leaves: Buffer; leafCount: number } {
  const whole = directory(entries);
  if (whole.length <= ROOT_MOST_BYTES) return { root: whole, leaves: Buffer.alloc(0), leafCount: 0 };
  for (let size = 4096; ; size *= 2) {
    const leaves: Buffer[] = [];
    const rootEntries: Entry[] = [];
    let offset = 0;
    for (let i = 0; i < entries.length; i += size) {
      const leaf = directory(entries.slice(i, i + size));
      rootEntries.push({ id: entries[i].id, offset, length: leaf.length, run: 0 });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = directory(rootEntries);
    if (root.length <= ROOT_MOST_BYTES) {
      return { root, leaves: Buffer.concat(leaves), leafCount: leaves.length };
    }
  }
}

/** Columns of numbers: differences of ids, runs, lengths, offsets (0: right behind the entry before). */
function directory(entries: readonly Entry[]): Buffer {
  const out: number[] = [];
  varint(out, entries.length);
  entries.forEach(({ id }, i) => {
    varint(out, i === 0 ? id : id - entries[i - 1].id);
  });
  for (const { run } of entries) varint(out, run);
  for (const { length } of entries) varint(out, length);
  entries.forEach(({ offset }, i) => {
    const before = entries[i - 1];
    varint(out, before && offset === before.offset + before.length ? 0 : offset + 1);
  });
  return gzip(Buffer.from(out));
}

/** Seven bits a byte, lowest first; numbers to 2^53. */
function varint(out: number[], value: number): void {
  let left = value;
  while (left >= 128) {
    out.push((left % 128) + 128);
    left = Math.floor(left / 128);
  }
  out.push(left);
}
