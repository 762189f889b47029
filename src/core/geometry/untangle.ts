/** An areal shape drawn anew so that no outline crosses or touches itself, covering the same ground. */
import type { ArealGeometry } from "../model/geometry.ts";
import { union } from "./overlay.ts";

/**
 * What the even-odd rule says is inside each part, all parts together (`overlay.ts`). Outer rings anticlockwise,
 * holes clockwise, closed, without repeated positions; null when nothing is inside or the outline cannot be cut up.
 * Positions must be finite.
 */
export function untangle(geometry: ArealGeometry): ArealGeometry | null {
  return union([geometry])?.shape ?? null;
}
