/**
 * Shapes laid over each other: the ground that is in both, in the first alone, in any, drawn as clean polygons. One
 * arrangement answers them all; nothing is assumed of the shapes, whose outlines may cross, touch or run along each
 * other. Only places where edges cross are rounded, by a few micrometres, and vertices nearer than `SNAP` become one.
 */
import type { ArealGeometry } from "../model/geometry.ts";
import type { LonLat } from "../units.ts";
import { arrange } from "./arrangement/arrangement.ts";
import { boundaryRings } from "./arrangement/boundary-rings.ts";
import { partsOfRings } from "./parts-of-rings.ts";
import { polygonsOf } from "./polygon-set.ts";

/** What lies in the ground asked for: null when nothing does. */
export interface Overlaid {
  readonly shape: ArealGeometry | null;
}

/** What every shape covers. Rings of one polygon are read even-odd, as the point test reads them; its parts add up. */
export function union(shapes: readonly ArealGeometry[]): Overlaid | null {
  return overlay(shapes, (covered) => covered.length > 0);
}

/** What both cover. */
export function intersection(a: ArealGeometry, b: ArealGeometry): Overlaid | null {
  return overlay([a, b], (covered) => covered.length === 2);
}

/** What the first covers and no other does. */
export function difference(a: ArealGeometry, others: readonly ArealGeometry[]): Overlaid | null {
  return overlay([a, ...others], (covered) => covered.length === 1 && covered[0] === 0);
}

/**
 * The ground for which `holds` is true of the shapes that cover it (their places in the list, ascending, each once).
 * Null when the outlines cannot be cut up: they cross each other more often than outlines of places do. Positions
 * must be finite; any plane, degrees included.
 */
export function overlay(
  shapes: readonly ArealGeometry[],
  holds: (covered: readonly number[]) => boolean,
): Overlaid | null {
  const outlines: (readonly (readonly LonLat[])[])[] = [];
  const shapeOf: number[] = [];
  shapes.forEach((shape, s) => {
    for (const rings of polygonsOf(shape)) {
      outlines.push(rings);
      shapeOf.push(s);
    }
  });
  const arrangement = arrange(outlines);
  if (arrangement === null) return null;
  const inside = arrangement.covers.map((parts) => holds(shapesOf(parts, shapeOf)));
  return { shape: shapeOfParts(partsOfRings(boundaryRings(arrangement, inside))) };
}

/** Parts come in the order of their shapes, so equal ones lie side by side. */
function shapesOf(parts: readonly number[], shapeOf: readonly number[]): readonly number[] {
  const out: number[] = [];
  for (const part of parts) if (out.at(-1) !== shapeOf[part]) out.push(shapeOf[part]!);
  return out;
}

function shapeOfParts(parts: readonly (readonly (readonly LonLat[])[])[]): ArealGeometry | null {
  const [only] = parts;
  if (!only) return null;
  return parts.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: parts };
}
