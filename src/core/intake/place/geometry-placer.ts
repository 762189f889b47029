/** Shapes of a file into WGS 84. */
import type { CrsCode } from "../../crs/definitions.ts";
import { crsTransform } from "../../crs/transform.ts";
import type { Json } from "../../model/household.ts";
import type { Problem } from "../../outcome.ts";
import { positionPlacer } from "./position-placer.ts";

/** `proposed`: the shape as it would lie if what seems wrong were put right; never taken without asking. */
export type PlacedGeometry =
  | { readonly geometry: Json }
  | { readonly problem: Problem; readonly proposed: Json };

const DEEPEST = 12;

/**
 * Compiled once for many shapes. Heights are left out: those of VN-2000 are not heights above WGS 84. What is no
 * position stays as it is, for the reader that checks shapes. A shape that lies outside Vietnam is a problem, judged
 * by its first position.
 */
export function geometryPlacer(crs: CrsCode, axes: "xy" | "yx"): (geometry: Json) => PlacedGeometry {
  const { inverse } = crsTransform(crs);
  const placeOne = positionPlacer(crs);
  const turned = axes === "yx";
  const same = crs === "EPSG:4326";
  const place = (x: number, y: number) => (same ? [x, y] : inverse(x, y));
  return (geometry) => {
    const first = firstPosition(geometry, 0);
    if (first === null) return { geometry };
    const [x, y] = turned ? [first[1], first[0]] : first;
    const judged = placeOne(x, y);
    if ("at" in judged) {
      return { geometry: mapped(geometry, turned ? (a, b) => place(b, a) : (a, b) => place(a, b), 0) };
    }
    const { code, values } = judged;
    const problem: Problem = { code, values };
    if (judged.proposed === null) return { problem, proposed: null };
    if (code === "place.swapped") {
      return {
        problem,
        proposed: mapped(geometry, turned ? (a, b) => place(a, b) : (a, b) => place(b, a), 0),
      };
    }
    const straight = judged.proposed[0] === first[0];
    return { problem, proposed: mapped(geometry, (a, b) => (straight ? [a, b] : [b, a]), 0) };
  };
}

function firstPosition(value: unknown, depth: number): readonly [number, number] | null {
  if (depth > DEEPEST || typeof value !== "object" || value === null) return null;
  if (!Array.isArray(value)) {
    const { coordinates, geometries } = value as Record<string, unknown>;
    return firstPosition(coordinates ?? geometries, depth + 1);
  }
  const [x, y] = value as unknown[];
  if (typeof x === "number" && typeof y === "number") return [x, y];
  for (const item of value) {
    const found = firstPosition(item, depth + 1);
    if (found) return found;
  }
  return null;
}

/** The same geometry with every position changed. */
function mapped(geometry: Json, change: (a: number, b: number) => readonly number[], depth: number): Json {
  if (depth > DEEPEST || typeof geometry !== "object" || geometry === null) return geometry;
  if (!Array.isArray(geometry)) {
    const { coordinates, geometries, ...rest } = geometry as Record<string, Json>;
    if (coordinates !== undefined) return { ...rest, coordinates: mapped(coordinates, change, depth + 1) };
    return geometries === undefined
      ? geometry
      : { ...rest, geometries: mapped(geometries, change, depth + 1) };
  }
  const [x, y] = geometry;
  if (typeof x === "number" && typeof y === "number") {
    // proj4 throws on numbers that are none; readers of shapes refuse them by their own sentence.
    return Number.isFinite(x) && Number.isFinite(y) ? [...change(x, y)] : geometry;
  }
  return geometry.map((item) => mapped(item, change, depth + 1));
}
