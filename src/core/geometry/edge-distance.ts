/**
 * Distance from a point to one edge, the one definition that every search of `segment-index.ts` minimises: the
 * foot on the edge (straight in its coordinates) is taken with the scales at the point, the step to the foot is
 * measured with the scales of the middle latitude (`metric.ts`). No branches: a wrong guess of the processor
 * would cost more than the division.
 */

/** Keeps a division by the square of a length finite for an edge of no length; lost in any other square. */
export const NO_LENGTH = 1e-300;

/**
 * Square of the metres to the edge from (x1, y1) to (x2, y2), relative to a point: both given less the point.
 * `dx`, `dy` is the edge itself, given apart because the difference of the unshifted ends has fewer roundings.
 * sx … hy as written by `putScales`.
 */
export function squaredToEdge(
  x1: number,
  y1: number,
  dx: number,
  dy: number,
  sx: number,
  sy: number,
  hx: number,
  hy: number,
): number {
  const ex = dx * sx;
  const ey = dy * sy;
  const along = -(x1 * sx * ex + y1 * sy * ey) / (ex * ex + ey * ey + NO_LENGTH);
  // Between 0 and 1 without a branch: 0 before the edge, 1 after it, itself on it.
  const t = 0.5 * (Math.abs(along) - Math.abs(along - 1) + 1);
  const x = x1 + t * dx;
  const y = y1 + t * dy;
  const mx = x * (sx + hx * y);
  const my = y * (sy + hy * y);
  return mx * mx + my * my;
}

/** Where along the edge, from 0 to 1, the foot of `squaredToEdge` lies. */
export function footOnEdge(x1: number, y1: number, dx: number, dy: number, sx: number, sy: number): number {
  const ex = dx * sx;
  const ey = dy * sy;
  const along = -(x1 * sx * ex + y1 * sy * ey) / (ex * ex + ey * ey + NO_LENGTH);
  return Math.max(0, Math.min(1, along));
}
