import fc from "fast-check";
import { expect, test } from "vitest";
import { createTileLoader } from "../../src/map/tile-loader.ts";
import { printOf } from "../../src/map/tile-loader-print.ts";

const never = new AbortController().signal;
const bytes = (value: number) => Uint8Array.of(value).buffer;

/** A cutter whose answers are given by hand. */
function slowCutter() {
  const asked: ((tile: ArrayBuffer | null) => void)[] = [];
  return { asked, tile: () => new Promise<ArrayBuffer | null>((resolve) => asked.push(resolve)) };
}

test("a tile cut before the plan changed is cut again before it is handed over", async () => {
  const cutter = slowCutter();
  const loader = createTileLoader(cutter);
  const tile = loader.load("findings", 9, 1, 1, never);
  loader.renew("findings");
  cutter.asked[0]!(bytes(1));
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  expect(cutter.asked).toHaveLength(2);
  cutter.asked[1]!(bytes(2));
  expect(new Uint8Array(await tile)).toEqual(Uint8Array.of(2));
});

test("a plan that changes all the time does not keep a tile from being seen", async () => {
  const cutter = slowCutter();
  const loader = createTileLoader(cutter);
  const tile = loader.load("findings", 9, 1, 1, never);
  for (const cut of [1, 2]) {
    loader.renew("findings");
    cutter.asked[cut - 1]!(bytes(cut));
    await new Promise((resolve) => setTimeout(resolve));
  }
  expect(new Uint8Array(await tile)).toEqual(Uint8Array.of(2));
  expect(cutter.asked).toHaveLength(2);
});

test("nobody waits for a tile that was let go", async () => {
  const cutter = slowCutter();
  const loader = createTileLoader(cutter);
  const letGo = new AbortController();
  const tile = loader.load("findings", 9, 1, 1, letGo.signal);
  loader.renew("findings");
  letGo.abort();
  cutter.asked[0]!(bytes(1));
  expect((await tile).byteLength).toBe(0);
  expect(cutter.asked).toHaveLength(1);
});

test("a change of another source costs nothing", async () => {
  const cutter = slowCutter();
  const loader = createTileLoader(cutter);
  const tile = loader.load("findings", 9, 1, 1, never);
  loader.renew("sites");
  cutter.asked[0]!(bytes(1));
  expect(new Uint8Array(await tile)).toEqual(Uint8Array.of(1));
  expect(cutter.asked).toHaveLength(1);
});

test("an empty tile is empty bytes, and a failure stays a failure", async () => {
  const empty = createTileLoader({ tile: async () => null });
  expect((await empty.load("units", 9, 1, 1, never)).byteLength).toBe(0);
  const broken = createTileLoader({ tile: () => Promise.reject(new Error("worker")) });
  await expect(broken.load("units", 9, 1, 1, never)).rejects.toThrow("worker");
});

test("after closing nothing is asked and nothing old is shown", async () => {
  const cutter = slowCutter();
  const loader = createTileLoader(cutter);
  const tile = loader.load("sites", 9, 1, 1, never);
  loader.close();
  cutter.asked[0]!(bytes(1));
  expect((await tile).byteLength).toBe(0);
  expect((await loader.load("sites", 9, 1, 1, never)).byteLength).toBe(0);
  expect(cutter.asked).toHaveLength(1);
});

test("equal tiles have equal prints, and a byte more or less or changed another one", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 40 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (tile, at, by) => {
        const print = printOf(tile.slice().buffer);
        expect(printOf(tile.slice().buffer)).toBe(print);
        expect(printOf(Uint8Array.of(...tile, 0).buffer)).not.toBe(print);
        if (tile.length === 0) return;
        const changed = tile.slice();
        changed[at % tile.length]! ^= by;
        expect(printOf(changed.buffer)).not.toBe(print);
      },
    ),
  );
});
