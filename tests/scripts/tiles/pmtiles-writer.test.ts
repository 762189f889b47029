/** Archives are read back by an independent reader, the npm package `pmtiles`, byte for byte. */
import { PMTiles, type Source, zxyToTileId } from "pmtiles";
import { describe, expect, test } from "vitest";
import {
  type ArchiveHead,
  type ArchiveTile,
  ROOT_MOST_BYTES,
  writeArchive,
} from "../../../scripts/tiles/pmtiles-writer.ts";
import { tileIdOf } from "../../../scripts/tiles/tile-id.ts";

const HEAD: ArchiveHead = {
  type: "vector",
  bounds: [108.03, 12.55, 108.43, 12.89],
  center: [108.23, 12.72],
  centerZoom: 10,
  metadata: { name: "thử", vector_layers: [] },
};

function reader(written: Uint8Array): PMTiles {
  const bytes = Uint8Array.from(written);
  const source: Source = {
    getKey: () => "memory",
    getBytes: async (offset, length) => ({
      data: bytes.slice(offset, offset + length).buffer,
    }),
  };
  return new PMTiles(source);
}

/** Tiles of one zoom with contents of their own. */
function manyTiles(z: number, side: number, content: (n: number) => string): ArchiveTile[] {
  return Array.from({ length: side * side }, (_, n) => ({
    z,
    x: n % side,
    y: Math.floor(n / side),
    bytes: Buffer.from(content(n)),
  }));
}

test("tile numbers are those of the specification's own reader", () => {
  for (let z = 0; z <= 12; z++) {
    const side = 2 ** z;
    for (let k = 0; k < 40; k++) {
      const x = Math.floor((k * 7919 * 31) % side);
      const y = Math.floor((k * 104729) % side);
      expect(tileIdOf(z, x, y)).toBe(zxyToTileId(z, x, y));
    }
  }
  expect(() => tileIdOf(3, 8, 0)).toThrow("no tile 3/8/0");
  expect(() => tileIdOf(27, 0, 0)).toThrow("zoom 27");
});

describe("an archive that needs leaf directories", () => {
  // 30 276 different contents of uneven length: nothing to join and little to compress in the directory.
  const uneven = (n: number) => Math.imul(n ^ (n >>> 7), 0x9e3779b1) >>> 0;
  const tiles = manyTiles(9, 174, (n) =>
    Array.from({ length: 1 + (uneven(n) % 61) }, (_, k) => uneven(n * 61 + k).toString(36)).join(""),
  );
  const { bytes, counts } = writeArchive([...tiles].reverse(), HEAD);

  test("has them, and a root that fits into the first fetch", async () => {
    expect(counts).toMatchObject({ tiles: tiles.length, entries: tiles.length, contents: tiles.length });
    expect(counts.leaves).toBeGreaterThan(1);
    const header = await reader(bytes).getHeader();
    expect(header.rootDirectoryLength).toBeLessThanOrEqual(ROOT_MOST_BYTES);
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
  });

  test("gives back every tile byte for byte and nothing else", async () => {
    const archive = reader(bytes);
    let same = 0;
    for (const { z, x, y, bytes: wanted } of tiles) {
      const found = await archive.getZxy(z, x, y);
      if (found && Buffer.compare(Buffer.from(found.data), wanted) === 0) same++;
    }
    expect(same).toBe(tiles.length);
    expect(await archive.getZxy(9, 174, 0)).toBeUndefined();
    expect(await archive.getZxy(8, 0, 0)).toBeUndefined();
  });
});

test("equal tiles are stored once and runs of them are one entry", async () => {
  const tiles = manyTiles(5, 32, (n) => (n % 32 < 16 ? "sea" : `land ${n % 3}`));
  const { bytes, counts } = writeArchive(tiles, HEAD);
  expect(counts.contents).toBe(4);
  expect(counts.entries).toBeLessThan(counts.tiles);
  expect(counts.leaves).toBe(0);
  const archive = reader(bytes);
  for (const { z, x, y, bytes: wanted } of tiles) {
    const found = await archive.getZxy(z, x, y);
    expect(found && Buffer.compare(Buffer.from(found.data), wanted)).toBe(0);
  }
});

test("the header says what is inside", async () => {
  const tiles = [...manyTiles(2, 3, (n) => `a${n}`), ...manyTiles(4, 2, (n) => `b${n}`)];
  const archive = reader(writeArchive(tiles, HEAD).bytes);
  const header = await archive.getHeader();
  expect(header).toMatchObject({
    specVersion: 3,
    numAddressedTiles: 13,
    numTileContents: 13,
    clustered: true,
    tileType: 1,
    minZoom: 2,
    maxZoom: 4,
    minLon: 108.03,
    minLat: 12.55,
    maxLon: 108.43,
    maxLat: 12.89,
    centerZoom: 10,
    centerLon: 108.23,
    centerLat: 12.72,
  });
  expect(await archive.getMetadata()).toEqual(HEAD.metadata);
});

test("the same tiles give the same bytes in whatever order they come", () => {
  const tiles = manyTiles(4, 16, (n) => `x${n % 50}`);
  const once = writeArchive(tiles, HEAD).bytes;
  expect(Buffer.compare(writeArchive([...tiles].reverse(), HEAD).bytes, once)).toBe(0);
});

test("what cannot be an archive is refused", () => {
  const [tile] = manyTiles(0, 1, () => "a");
  expect(() => writeArchive([], HEAD)).toThrow("at least one tile");
  expect(() => writeArchive([tile, tile], HEAD)).toThrow("tile 0/0/0 comes twice");
  expect(() => writeArchive([{ ...tile, bytes: new Uint8Array() }], HEAD)).toThrow("tile 0/0/0 is empty");
});
