import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graphicsOf } from "../../src/map/graphics.ts";
import { createTileRefresh, type RefreshableMap } from "../../src/map/tile-refresh.ts";

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
    on: (_, listener) => listeners.add(listener),
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
