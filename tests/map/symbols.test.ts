import { describe, expect, test } from "vitest";
import { CLUSTER_RADII, clusterSymbol, QUIET_RADII, SHARE_STEPS } from "../../src/map/symbols/clusters.ts";
import { hatchStepOf, shrinkOf } from "../../src/map/symbols/hatches.ts";
import { MARKS, PATTERNS } from "../../src/map/symbols/index.ts";
import { TOKENS } from "../../src/map/tokens.ts";

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
  test("grow with their count, and those with nobody to move or check are smaller", () => {
    for (const radii of [CLUSTER_RADII, QUIET_RADII]) {
      expect(radii[0]!.from).toBe(0);
      for (const [k, { from, radius }] of radii.slice(1).entries()) {
        expect(from).toBeGreaterThan(radii[k]!.from);
        expect(radius).toBeGreaterThan(radii[k]!.radius);
      }
    }
    const radiusOf = (radii: typeof CLUSTER_RADII, n: number) =>
      radii.findLast(({ from }) => n >= from)!.radius;
    for (const n of [1, 6, 12, 20, 33, 100, 999, 1000, 20_000]) {
      expect(radiusOf(QUIET_RADII, n)).toBeLessThan(radiusOf(CLUSTER_RADII, n));
    }
  });

  test("are drawn as wide as their name says", () => {
    expect(clusterSymbol("donut:19:1:0")!.width).toBeGreaterThan(clusterSymbol("donut:11:1:0")!.width);
    expect(clusterSymbol("quiet:9")!.width).toBeLessThan(clusterSymbol("share:11:0:1")!.width);
  });

  /** Lengths of the arcs of a ring in turns, by colour. */
  function arcs(id: string): Map<string, number> {
    const drawn = new Map<string, number>();
    let length = 0;
    const context = {
      beginPath: () => {},
      arc: (_x: number, _y: number, _r: number, from: number, to: number) => {
        length = (to - from) / (2 * Math.PI);
      },
      fill: () => {},
      stroke() {
        drawn.set(this.strokeStyle, length);
      },
      setLineDash: () => {},
      strokeStyle: "",
      fillStyle: "",
      lineWidth: 0,
      lineJoin: "",
    };
    clusterSymbol(id)!.draw(context as unknown as CanvasRenderingContext2D);
    return drawn;
  }

  test("show both shares, also when they were rounded up to more than the whole", () => {
    const half = arcs(`donut:13:${SHARE_STEPS / 2}:1`);
    expect(half.get(TOKENS.yes)).toBeCloseTo(0.5);
    expect(half.get(TOKENS.unknown)).toBeCloseTo(1 / SHARE_STEPS);
    const over = arcs(`donut:13:${SHARE_STEPS}:1`);
    expect(over.get(TOKENS.unknown)).toBeCloseTo(1 / SHARE_STEPS);
    expect(over.get(TOKENS.yes)! + over.get(TOKENS.unknown)!).toBeCloseTo(1);
    const other = arcs(`donut:13:1:${SHARE_STEPS}`);
    expect(other.get(TOKENS.yes)).toBeCloseTo(1 / SHARE_STEPS);
  });

  test("are recognised by name only", () => {
    expect(clusterSymbol("share:11:3:2")).not.toBeNull();
    for (const id of ["donut:1:2", "donut:a:1:1", "finding:yes", "donut:1:1:1:1", "quiet:1:1"]) {
      expect(clusterSymbol(id)).toBeNull();
    }
  });
});

test("no two symbols share a name", () => {
  const ids = [...PATTERNS, ...MARKS].map((symbol) => symbol.id);
  expect(new Set(ids).size).toBe(ids.length);
});
