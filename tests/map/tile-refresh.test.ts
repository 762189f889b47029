import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Bbox } from "../../src/core/units.ts";
import { graphicsOf } from "../../src/map/graphics.ts";
import { createTileRefresh, type RefreshableMap } from "../../src/map/tile-refresh.ts";
import { tilesWithin } from "../../src/map/tiles-within.ts";

/**
 * One source with one tile, as MapLibre 6.17 keeps it: a change of a filter pauses the source until the next
 * frame; what is asked meanwhile draws the old bytes again; a tile that was read but is not drawn yet keeps
 * its bytes (`TileManager.reload`, `Style._updateLayer`, `VectorTileSource.loadTile`).
 */
function mapOfOneTile() {
  const listeners = new Set<() => void>();
  let plan = 0;
  let drawn = 0;
  let paused = false;
  /** Bytes that were read and are being drawn; null: nothing is under way. */
  let underWay: { bytes: number; first: boolean } | null = { bytes: 0, first: true };
  let frameDue = false;
  let asked = 0;
  const map: RefreshableMap = {
    getSource: (source) => (source === "sites" ? {} : undefined),
    isSourceLoaded: () => underWay === null,
    refreshTiles() {
      asked++;
      if (paused || underWay?.first) return;
      underWay = { bytes: plan, first: false };
      frameDue = true;
    },
    getZoom: () => 12,
    isMoving: () => false,
    on: (event, listener) => event === "render" && listeners.add(listener),
    off: (_, listener) => listeners.delete(listener),
    triggerRepaint: () => {
      frameDue = true;
    },
  };
  return {
    map,
    /** An edit of the plan. */
    edit: () => plan++,
    setFilter() {
      paused = true;
      frameDue = true;
    },
    tileDrawn() {
      if (!underWay) return;
      drawn = underWay.bytes;
      underWay = null;
      frameDue = true;
    },
    /** False when no frame was wanted. */
    frame() {
      if (!frameDue) return false;
      frameDue = false;
      paused = false;
      for (const listener of [...listeners]) listener();
      return true;
    },
    old: () => drawn !== plan,
    asked: () => asked,
    drawn: () => drawn,
    listeners: () => listeners.size,
  };
}

type OneTile = ReturnType<typeof mapOfOneTile>;
function settle(one: OneTile): void {
  for (let turn = 0; turn < 10; turn++) {
    one.frame();
    one.tileDrawn();
  }
}

describe("a change of the plan reaches the map", () => {
  test("while the end of a sketch changes filters in the same frame", () => {
    const one = mapOfOneTile();
    settle(one);
    const refresh = createTileRefresh(one.map);
    one.setFilter();
    one.edit();
    refresh.refresh(["sites"]);
    settle(one);
    expect(one.old()).toBe(false);
  });

  test("while the first tiles are being drawn", () => {
    const one = mapOfOneTile();
    const refresh = createTileRefresh(one.map);
    one.edit();
    refresh.refresh(["sites"]);
    settle(one);
    expect(one.old()).toBe(false);
  });

  test("whatever comes in whatever order", () => {
    const steps = fc.array(fc.constantFrom("edit", "filter", "tile", "frame"), { maxLength: 40 });
    fc.assert(
      fc.property(steps, (list) => {
        const one = mapOfOneTile();
        const refresh = createTileRefresh(one.map);
        for (const step of list) {
          if (step === "filter") one.setFilter();
          else if (step === "tile") one.tileDrawn();
          else if (step === "frame") one.frame();
          else {
            one.edit();
            refresh.refresh(["sites"]);
          }
        }
        settle(one);
        return !one.old() && one.listeners() === 0;
      }),
    );
  });

  test("a drag asks again only when what was asked is drawn, shows what is on the way, and ends on the last", () => {
    const one = mapOfOneTile();
    settle(one);
    const refresh = createTileRefresh(one.map);
    const shown = new Set<number>();
    // Sixty changes, each in its frame; a tile takes three frames.
    for (let change = 0; change < 60; change++) {
      one.edit();
      refresh.refresh(["sites"]);
      one.frame();
      if (change % 3 === 2) one.tileDrawn();
      shown.add(one.drawn());
    }
    expect(one.asked()).toBeLessThanOrEqual(21);
    expect(shown.size).toBeGreaterThan(15);
    settle(one);
    expect(one.old()).toBe(false);
    expect(one.asked()).toBeLessThanOrEqual(22);
    expect(one.listeners()).toBe(0);
  });

  test("a source the style does not have, and a map that is gone, wait for nothing", () => {
    const one = mapOfOneTile();
    settle(one);
    const refresh = createTileRefresh(one.map);
    refresh.refresh(["roads"]);
    one.frame();
    expect(one.listeners()).toBe(0);
    refresh.refresh(["sites"]);
    refresh.destroy();
    expect(one.listeners()).toBe(0);
  });
});

/**
 * A row of tiles of zoom 12, of which two next to each other are seen. Tiles out of view are kept and come
 * back without being read, until everything is asked for (`TileManager.reload`, `TileManager.refreshTiles`).
 */
function mapOfManyTiles() {
  const heard = { render: new Set<() => void>(), movestart: new Set<() => void>() };
  const plan = new Map<number, number>();
  const now = (x: number) => plan.get(x) ?? 0;
  const kept = new Map<number, number>();
  let seen = new Map<number, number>([
    [0, 0],
    [1, 0],
  ]);
  let underWay: number[] = [];
  let read = 0;
  const map: RefreshableMap = {
    getSource: () => ({}),
    getZoom: () => 12,
    isMoving: () => false,
    isSourceLoaded: () => underWay.length === 0,
    refreshTiles(_, tiles) {
      if (!tiles) kept.clear();
      for (const x of seen.keys()) {
        if (!tiles || tiles.some((id) => id.z === 12 && id.x === FIRST + x && id.y === ROW)) underWay.push(x);
      }
    },
    on: (event, listener) => heard[event].add(listener),
    off: (event, listener) => heard[event].delete(listener),
    triggerRepaint: () => {},
  };
  const tell = (event: "render" | "movestart") => {
    for (const listener of [...heard[event]]) listener();
  };
  return {
    map,
    edit: (x: number) => plan.set(x, now(x) + 1),
    frame: () => tell("render"),
    arrive() {
      for (const x of underWay) if (seen.has(x)) seen.set(x, now(x));
      read += underWay.length;
      underWay = [];
    },
    /** Looks at tiles `x` and `x + 1`. */
    pan(x: number) {
      tell("movestart");
      for (const [tile, bytes] of seen) kept.set(tile, bytes);
      seen = new Map([x, x + 1].map((tile) => [tile, kept.get(tile) ?? now(tile)]));
    },
    old: () => [...seen].some(([x, bytes]) => bytes !== now(x)),
    read: () => read,
    listeners: () => heard.render.size + heard.movestart.size,
  };
}

const FIRST = 3279;
const ROW = 1903;
const lonOf = (x: number) => (x / 2 ** 12 - 0.5) * 360;
const latOf = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** 12))) * 180) / Math.PI;
/** A small box in the middle of a tile. */
const boxIn = (x: number): Bbox => {
  const [lon, lat] = [lonOf(FIRST + x + 0.5), latOf(ROW + 0.5)];
  return [lon, lat, lon + 0.001, lat + 0.001];
};

describe("a change of few households", () => {
  const settleMany = (many: ReturnType<typeof mapOfManyTiles>) => {
    for (let turn = 0; turn < 6; turn++) {
      many.frame();
      many.arrive();
    }
  };

  test("reads their tiles alone", () => {
    const many = mapOfManyTiles();
    const refresh = createTileRefresh(many.map);
    many.edit(1);
    refresh.refresh(["statuses"], [boxIn(1)]);
    settleMany(many);
    expect([many.old(), many.read()]).toEqual([false, 1]);
    // Nobody that has a place changed.
    refresh.refresh(["statuses"], []);
    settleMany(many);
    expect(many.read()).toBe(1);
  });

  test("joined by a change that may be anywhere reads all", () => {
    const many = mapOfManyTiles();
    const refresh = createTileRefresh(many.map);
    for (const x of [0, 1]) many.edit(x);
    refresh.refresh(["statuses"]);
    refresh.refresh(["statuses"], [boxIn(1)]);
    settleMany(many);
    expect([many.old(), many.read()]).toEqual([false, 2]);
  });

  test("never leaves an old tile in view, wherever one looks next", () => {
    const step = fc.oneof(
      fc.record({ do: fc.constantFrom("edit", "pan", "everywhere"), x: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ do: fc.constantFrom("frame", "arrive"), x: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const many = mapOfManyTiles();
        const refresh = createTileRefresh(many.map);
        for (const { do: what, x } of steps) {
          if (what === "pan") many.pan(x);
          else if (what === "frame") many.frame();
          else if (what === "arrive") many.arrive();
          else {
            many.edit(x);
            refresh.refresh(["statuses"], what === "edit" ? [boxIn(x)] : null);
          }
        }
        settleMany(many);
        const left = many.listeners();
        refresh.destroy();
        return !many.old() && left === 1 && many.listeners() === 0;
      }),
    );
  });

  test("far out, in a movement, or over too wide an area everything is asked for", () => {
    const asked: unknown[] = [];
    let zoom = 8.9;
    let moving = false;
    const { map } = mapOfManyTiles();
    const refresh = createTileRefresh({
      ...map,
      getZoom: () => zoom,
      isMoving: () => moving,
      on: (event, listener) => event === "render" && renders.push(listener),
      refreshTiles: (_, tiles) => asked.push(tiles?.length ?? "all"),
    });
    const renders: (() => void)[] = [];
    const turn = (box: Bbox) => {
      refresh.refresh(["statuses"], [box]);
      for (const render of renders) for (let frame = 0; frame < 3; frame++) render();
    };
    turn(boxIn(1));
    zoom = 12;
    turn(boxIn(1));
    moving = true;
    turn(boxIn(1));
    moving = false;
    turn([107, 12, 109, 14]);
    expect(asked).toEqual(["all", expect.any(Number), "all", "all"]);
  });
});

test("tiles of a box are those that touch it, at every zoom where households are drawn in place", () => {
  const tiles = tilesWithin([boxIn(1)])!;
  expect(new Set(tiles.map(({ z }) => z))).toEqual(new Set([9, 10, 11, 12, 13, 14, 15, 16]));
  expect(tiles.filter(({ z }) => z === 12)).toEqual([{ z: 12, x: FIRST + 1, y: ROW }]);
  for (const { z, x, y } of tiles) {
    expect(x >> (z - 9)).toBe((FIRST + 1) >> 3);
    expect(y >> (z - 9)).toBe(ROW >> 3);
  }
  expect(tilesWithin([])).toEqual([]);
});

test("graphics without a card are known by name", () => {
  for (const name of [
    "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)",
    "Mesa/X.org, llvmpipe (LLVM 15.0.7, 256 bits)",
    "ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)",
  ]) {
    expect(graphicsOf(name)).toBe("software");
  }
  expect(graphicsOf("ANGLE (Intel, Intel(R) UHD Graphics 620 Direct3D11)")).toBe("hardware");
  expect(graphicsOf("")).toBe("hardware");
});
