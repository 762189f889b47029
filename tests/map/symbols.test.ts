import { describe, expect, test } from "vitest";
import { clusterSymbol } from "../../src/map/symbols/clusters.ts";
import { hatchStepOf, shrinkOf } from "../../src/map/symbols/hatches.ts";
import { MARKS, PATTERNS } from "../../src/map/symbols/index.ts";

describe("hatches keep their pixels", () => {
  test("stretched by the map and shrunk by the step, a period stays within 10 % at every zoom", () => {
    for (let zoom = 8; zoom < 16; zoom += 0.01) {
      const stretch = 2 ** (zoom - Math.floor(zoom)) * shrinkOf(hatchStepOf(zoom));
      expect(stretch).toBeGreaterThan(0.9);
      expect(stretch).toBeLessThan(1.1);
    }
  });
  test("a higher level is closer in each kind", () => {
    for (const kind of ["landslide", "flash-flood", "pipe-flood"]) {
      const gaps = [1, 2, 3, 4, 5].map(
        (level) => PATTERNS.find((one) => one.id === `hatch:${kind}:${level}:0`)!.height,
      );
      expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
      expect(new Set(gaps).size).toBe(5);
    }
  });
});

describe("clusters", () => {
  test("grow with the root of their count", () => {
    const size = (n: number) => clusterSymbol(`donut:${n}:1:0`)!.width;
    expect(size(6)).toBeLessThan(size(50));
    expect(size(50)).toBeLessThan(size(200));
  });
  test("with nobody to move or check are small", () => {
    expect(clusterSymbol("donut:14:0:0")!.width).toBeLessThan(clusterSymbol("donut:14:0:1")!.width);
  });
  test("are recognised by name only", () => {
    expect(clusterSymbol("share:9:3:2")).not.toBeNull();
    for (const id of ["donut:1:2", "donut:a:1:1", "finding:yes", "donut:1:1:1:1"]) {
      expect(clusterSymbol(id)).toBeNull();
    }
  });
});

test("no two symbols share a name", () => {
  const ids = [...PATTERNS, ...MARKS].map((symbol) => symbol.id);
  expect(new Set(ids).size).toBe(ids.length);
});
