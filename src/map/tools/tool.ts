/** What every tool answers to. The desk (`desk.ts`) hands it pointer and keys; one tool is active at a time. */
import type { Map as MapLibre, Point } from "maplibre-gl";
import type { ArealGeometry } from "../../core/model/geometry.ts";
import type { LonLat } from "../../core/units.ts";
import type { PageFeature } from "../page-features.ts";
import type { Sketch } from "../plan-map.ts";

/** Where the pointer is, on the ground and on the screen. */
export interface Pointer {
  readonly at: LonLat;
  readonly point: Point;
  /** Handles are larger for a finger. */
  readonly reachPx: number;
}

export interface Tool {
  /** Pressed; true when the tool took hold of something, so the map must not pan. */
  press(pointer: Pointer): boolean;
  /** Moved, with or without a button. */
  move(pointer: Pointer): void;
  release(): void;
  /** Pressed and released without moving. */
  click(pointer: Pointer): void;
  /** The pointer left the map. */
  leave(): void;
  /** The middle of the map moved; tells a tool that is worked by keyboard. */
  centreMoved(at: LonLat): void;
  /** Space: puts a vertex at the middle of the map, or takes hold of the one there and sets it down. */
  act(at: LonLat, reachPx: number): void;
  /** Backspace. */
  removeVertex(at: LonLat, reachPx: number): void;
  /** The shape as it would be saved, null while it is not complete. */
  finished(): ArealGeometry | null;
  sketch(): Sketch;
  features(): PageFeature[];
  cursor(pointer: Pointer): string;
}

/** Distance on the screen between a place and a point, CSS pixels. */
export function screenDistance(map: MapLibre, at: LonLat, point: Point): number {
  return map.project([at[0], at[1]]).dist(point);
}
