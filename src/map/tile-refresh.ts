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
 */
import type { TileSource } from "../compute/protocol.ts";

/** The part of the map that is needed. */
export interface RefreshableMap {
  getSource(source: string): unknown;
  /** False while any tile of the source that is seen is being read or drawn again. */
  isSourceLoaded(source: string): boolean;
  refreshTiles(source: string): void;
  /** `render` comes at the end of every frame, after changes of the style were taken in. */
  on(event: "render", listener: () => void): unknown;
  off(event: "render", listener: () => void): unknown;
  /** Makes sure that a frame follows. */
  triggerRepaint(): void;
}

export interface TileRefresh {
  /** What is drawn stays until the new tiles are there. */
  refresh(sources: readonly TileSource[]): void;
  destroy(): void;
}

interface Waiting {
  /** Something changed since it was last asked while nothing was under way. */
  wanted: boolean;
  /** It was asked and has not come in. */
  asked: boolean;
}

/** Keeps the sources that wait until each was asked while nothing of it was under way, and has come in. */
export function createTileRefresh(map: RefreshableMap): TileRefresh {
  const waiting = new Map<TileSource, Waiting>();
  let listening = false;
  const listen = (on: boolean) => {
    if (on === listening) return;
    listening = on;
    if (on) map.on("render", work);
    else map.off("render", work);
  };
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
      map.refreshTiles(source);
    }
    if (waiting.size === 0) listen(false);
  }
  return {
    refresh(sources) {
      if (sources.length === 0) return;
      for (const source of sources) {
        waiting.set(source, { wanted: true, asked: waiting.get(source)?.asked ?? false });
      }
      listen(true);
      map.triggerRepaint();
    },
    destroy() {
      waiting.clear();
      listen(false);
    },
  };
}
