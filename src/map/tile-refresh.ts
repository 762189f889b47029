/**
 * Asks the map again for the tiles of a source, at a moment when it listens. Knows the map library only by
 * the few calls below.
 *
 * MapLibre loses such a request in two cases: between a change of a filter or layout and the next frame the
 * source is paused, and what is asked then becomes a second drawing of the old bytes; and a tile whose bytes
 * were just read, but which is not drawn yet, is not read again. So it is asked while a frame is being drawn,
 * when nothing is paused, and once more after everything that was under way has come in.
 *
 * While a threshold is dragged the plan changes with every frame. What was asked is waited for before it is
 * asked again: each picture is seen, the last one is of the last change, and nothing queues up.
 *
 * When few households changed only their tiles are asked for. MapLibre then still keeps old tiles that are out
 * of view; before the view moves everything is asked for, which makes it let go of them.
 */
import type { TileSource } from "../compute/protocol.ts";
import type { Bbox } from "../core/units.ts";
import { LOCAL_FROM, type TileId, tilesWithin } from "./tiles-within.ts";

/** The part of the map that is needed. */
export interface RefreshableMap {
  getSource(source: string): unknown;
  getZoom(): number;
  /** While it moves, tiles that were kept out of view come back. */
  isMoving(): boolean;
  /** False while any tile of the source that is seen is being read or drawn again. */
  isSourceLoaded(source: string): boolean;
  /** Without tiles: everything, and what is kept out of view is let go. */
  refreshTiles(source: string, tiles?: TileId[]): void;
  /** `render` comes at the end of every frame, after changes of the style were taken in. */
  on(event: "render" | "movestart", listener: () => void): unknown;
  off(event: "render" | "movestart", listener: () => void): unknown;
  /** Makes sure that a frame follows. */
  triggerRepaint(): void;
}

export interface TileRefresh {
  /**
   * What is drawn stays until the new tiles are there. `within`: boxes in degrees outside of which nothing
   * changed; left out or null: anything may have.
   */
  refresh(sources: readonly TileSource[], within?: readonly Bbox[] | null): void;
  destroy(): void;
}

interface Waiting {
  /** Something changed since it was last asked while nothing was under way. */
  wanted: boolean;
  /** It was asked and has not come in. */
  asked: boolean;
  /** Where; null: anywhere. */
  within: readonly Bbox[] | null;
}

/** Keeps the sources that wait until each was asked while nothing of it was under way, and has come in. */
export function createTileRefresh(map: RefreshableMap): TileRefresh {
  const waiting = new Map<TileSource, Waiting>();
  /** Sources of which only some tiles were asked for: what is kept out of view is old. */
  const partly = new Set<TileSource>();
  let listening = false;
  const listen = (on: boolean) => {
    if (on === listening) return;
    listening = on;
    if (on) map.on("render", work);
    else map.off("render", work);
  };
  function ask(source: TileSource, within: readonly Bbox[] | null): void {
    const few = within !== null && map.getZoom() >= LOCAL_FROM && !map.isMoving();
    const tiles = few ? tilesWithin(within) : null;
    if (tiles) {
      partly.add(source);
      map.refreshTiles(source, [...tiles]);
    } else {
      partly.delete(source);
      map.refreshTiles(source);
    }
  }
  function work(): void {
    for (const [source, state] of waiting) {
      if (!map.getSource(source)) {
        waiting.delete(source);
        continue;
      }
      const settled = map.isSourceLoaded(source);
      if (settled && !state.wanted) {
        waiting.delete(source);
        continue;
      }
      if (settled) state.wanted = false;
      else if (state.asked) continue;
      state.asked = true;
      ask(source, state.within);
    }
    if (waiting.size === 0) listen(false);
  }
  function moving(): void {
    for (const source of partly) if (map.getSource(source)) map.refreshTiles(source);
    partly.clear();
  }
  map.on("movestart", moving);
  return {
    refresh(sources, within = null) {
      if (sources.length === 0 || within?.length === 0) return;
      for (const source of sources) {
        const before = waiting.get(source);
        const everywhere = !within || (before?.wanted && !before.within);
        waiting.set(source, {
          wanted: true,
          asked: before?.asked ?? false,
          within: everywhere ? null : [...((before?.wanted && before.within) || []), ...within],
        });
      }
      listen(true);
      map.triggerRepaint();
    },
    destroy() {
      waiting.clear();
      partly.clear();
      listen(false);
      map.off("movestart", moving);
    },
  };
}
