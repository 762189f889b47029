import { LATTICE_SIDE, placeColumn, placeRow } from "../core/geometry/place-order.ts";
import type { Bbox } from "../core/units.ts";
import { PLAN_MAX_ZOOM } from "./sources.ts";

/** A tile of the plan. */
export interface TileId {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Farther out a household is counted on the mark of its commune, which may stand in another tile than the
 * household: all tiles change there.
 */
export const LOCAL_FROM = 9;
/** With more tiles than this, asking for everything is as quick as naming them. */
const MOST = 400;

/** Every tile from zoom 9 on that touches one of the boxes; null when they are too many to name. */
export function tilesWithin(boxes: readonly Bbox[]): readonly TileId[] | null {
  const found = new Map<string, TileId>();
  for (const [west, south, east, north] of boxes) {
    for (let z = LOCAL_FROM; z <= PLAN_MAX_ZOOM; z++) {
      const side = LATTICE_SIDE / 2 ** z;
      const [x0, x1] = [Math.floor(placeColumn(west) / side), Math.floor(placeColumn(east) / side)];
      const [y0, y1] = [Math.floor(placeRow(north) / side), Math.floor(placeRow(south) / side)];
      if (found.size + (x1 - x0 + 1) * (y1 - y0 + 1) > MOST) return null;
      for (let x = x0; x <= x1; x++) {
        for (let y = y0; y <= y1; y++) found.set(`${z}/${x}/${y}`, { z, x, y });
      }
    }
  }
  return [...found.values()];
}
