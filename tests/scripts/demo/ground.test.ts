/** The made-up ground: the same for the same seed, and water that always finds its way. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { bandsOf } from "../../../scripts/demo/bands.ts";
import { communesOf } from "../../../scripts/demo/communes.ts";
import { FLASH_FLOOD_LEVELS, flashFloodField, pipeFloodField } from "../../../scripts/demo/floods.ts";
import { AROUND_X, AROUND_Y, flowOf } from "../../../scripts/demo/flow.ts";
import { coarser, frameOf } from "../../../scripts/demo/grid.ts";
import { landOf } from "../../../scripts/demo/land.ts";
import { landslideField } from "../../../scripts/demo/landslides.ts";
import { randomOf } from "../../../scripts/demo/random.ts";

const FRAME = frameOf(108.1, 12.8, 1 / 3600, 200, 168);
const SEEDS = [
  { at: [0.3, 0.4], commune: 1 },
  { at: [0.7, 0.6], commune: 2 },
  { at: [0.5, 0.02], commune: 0 },
  { at: [0.5, 0.98], commune: 0 },
] as const;

function fingerprint(seed: number): string {
  const land = landOf(seed, FRAME);
  const hash = createHash("sha256");
  for (const values of [
    land.height,
    land.km2,
    flashFloodField(land),
    pipeFloodField(land),
    landslideField(land),
  ]) {
    hash.update(new Uint8Array(values.buffer));
  }
  hash.update(JSON.stringify(land.streams.lines));
  const communes = communesOf(land, coarser(FRAME, 2), SEEDS);
  hash.update(new Uint8Array(communes.buffer));
  return hash.digest("hex");
}

describe("a small piece of ground", () => {
  test("is the same for the same seed and another for another", () => {
    const first = fingerprint(7);
    expect(fingerprint(7)).toBe(first);
    expect(fingerprint(8)).not.toBe(first);
  });

  const land = landOf(7, FRAME);
  const { nx, ny } = FRAME;

  test("has no hole: from every cell water reaches the edge, always downhill", () => {
    const { to, filled, order } = land.flow;
    const reaches = new Uint8Array(to.length);
    for (const cell of order) {
      const x = cell % nx;
      const y = Math.floor(cell / nx);
      const isEdge = x === 0 || y === 0 || x === nx - 1 || y === ny - 1;
      if (isEdge) {
        expect(to[cell]).toBe(-1);
        reaches[cell] = 1;
        continue;
      }
      const dx = (to[cell] % nx) - x;
      const dy = Math.floor(to[cell] / nx) - y;
      expect(AROUND_X.some((ax, k) => ax === dx && AROUND_Y[k] === dy)).toBe(true);
      expect(filled[to[cell]]).toBeLessThan(filled[cell]);
      reaches[cell] = reaches[to[cell]];
    }
    expect(reaches.every((one) => one === 1)).toBe(true);
  });

  test("loses no water: what leaves over the edge is what fell", () => {
    const { to, cells } = land.flow;
    let out = 0;
    for (let c = 0; c < to.length; c++) if (to[c] < 0) out += cells[c];
    expect(out).toBe(nx * ny);
  });

  test("has streams that only grow downstream", () => {
    const { order, lines } = land.streams;
    expect(lines.length).toBeGreaterThan(5);
    for (const { cells } of lines) {
      for (let i = 1; i < cells.length; i++) {
        expect(order[cells[i]]).toBeGreaterThanOrEqual(order[cells[i - 1]]);
        expect(land.km2[cells[i]]).toBeGreaterThan(land.km2[cells[i - 1]]);
      }
    }
  });

  test("has flash floods only near channels", () => {
    const field = flashFloodField(land);
    const bands = bandsOf(field, FRAME, {
      thresholds: FLASH_FLOOD_LEVELS,
      leastM2: 25_000,
      toleranceM: 4,
      smoothing: 1,
    });
    for (let c = 0; c < field.length; c++) {
      if (field[c] >= FLASH_FLOOD_LEVELS[2]) expect(land.aboveStreamM[c]).toBeLessThan(60);
    }
    expect(bands.every(({ level }) => level >= 0 && level < 5)).toBe(true);
  });
});

test("a pit in a plain is filled and drained", () => {
  const frame = frameOf(108, 13, 1 / 3600, 9, 7);
  const height = new Float32Array(63).fill(10);
  height[3 * 9 + 4] = 2;
  const { filled, to } = flowOf(height, frame);
  expect(filled[3 * 9 + 4]).toBeGreaterThan(10);
  let cell = 3 * 9 + 4;
  for (let steps = 0; to[cell] >= 0; steps++) {
    expect(steps).toBeLessThan(63);
    cell = to[cell];
  }
});

test("a stream of random numbers depends on its seed and name alone", () => {
  const ten = (seed: number, name: string) => {
    const random = randomOf(seed, name);
    return Array.from({ length: 10 }, () => random.next());
  };
  expect(ten(1, "a")).toEqual(ten(1, "a"));
  expect(ten(1, "a")).not.toEqual(ten(1, "b"));
  expect(ten(1, "a")).not.toEqual(ten(2, "a"));
  const random = randomOf(3, "even");
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 20_000; i++) counts[random.index(10)]++;
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(220);
});
