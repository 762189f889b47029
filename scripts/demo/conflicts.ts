/** Which lines of a set cross, touch or run along one another, themselves included. Positions are degrees. */
import { orient2d } from "robust-predicates";
import type { LonLat } from "../../src/core/units.ts";

export interface FreeLine {
  readonly line: readonly LonLat[];
  readonly closed: boolean;
}

/** Side of the hash cells in degrees, about 110 m. */
const CELL = 0.001;

/**
 * Indexes of the lines that are in conflict. Two stretches may share an end that both lines have as a
 * position; anything else they share is a conflict. Exact.
 */
export function conflictsOf(lines: readonly FreeLine[]): Set<number> {
  const cells = new Map<number, number[]>();
  const from: LonLat[] = [];
  const to: LonLat[] = [];
  const owner: number[] = [];
  lines.forEach(({ line, closed }, l) => {
    const last = closed ? line.length : line.length - 1;
    for (let i = 0; i < last; i++) {
      const a = line[i];
      const b = line[(i + 1) % line.length];
      const s = from.length;
      from.push(a);
      to.push(b);
      owner.push(l);
      eachCell(a, b, (cell) => {
        const list = cells.get(cell);
        if (list) list.push(s);
        else cells.set(cell, [s]);
      });
    }
  });
  const found = new Set<number>();
  for (const list of cells.values()) {
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const s = list[i];
        const t = list[j];
        if (found.has(owner[s]) && found.has(owner[t])) continue;
        if (!inConflict(from[s], to[s], from[t], to[t])) continue;
        found.add(owner[s]);
        found.add(owner[t]);
      }
    }
  }
  return found;
}

function eachCell(a: LonLat, b: LonLat, visit: (cell: number) => void): void {
  const west = Math.floor(Math.min(a[0], b[0]) / CELL);
  const east = Math.floor(Math.max(a[0], b[0]) / CELL);
  const south = Math.floor(Math.min(a[1], b[1]) / CELL);
  const north = Math.floor(Math.max(a[1], b[1]) / CELL);
  for (let y = south; y <= north; y++) for (let x = west; x <= east; x++) visit(y * 1_000_000 + x);
}

function inConflict(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
  if (same(a, b) || same(c, d)) return true;
  const sharedA = same(a, c) || same(a, d);
  const sharedB = same(b, c) || same(b, d);
  if (sharedA && sharedB) return true;
  if (sharedA || sharedB) {
    const [joint, own] = sharedA ? [a, b] : [b, a];
    const other = same(joint, c) ? d : c;
    if (orient2d(joint[0], joint[1], own[0], own[1], other[0], other[1]) !== 0) return false;
    return (own[0] - joint[0]) * (other[0] - joint[0]) + (own[1] - joint[1]) * (other[1] - joint[1]) > 0;
  }
  const c1 = orient2d(a[0], a[1], b[0], b[1], c[0], c[1]);
  const d1 = orient2d(a[0], a[1], b[0], b[1], d[0], d[1]);
  if (c1 > 0 === d1 > 0 && c1 !== 0 && d1 !== 0) return false;
  const a1 = orient2d(c[0], c[1], d[0], d[1], a[0], a[1]);
  const b1 = orient2d(c[0], c[1], d[0], d[1], b[0], b[1]);
  if (a1 > 0 === b1 > 0 && a1 !== 0 && b1 !== 0) return false;
  if (c1 === 0 && d1 === 0) return overlap(a[0], b[0], c[0], d[0]) && overlap(a[1], b[1], c[1], d[1]);
  return true;
}

function same(a: LonLat, b: LonLat): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function overlap(a: number, b: number, c: number, d: number): boolean {
  return Math.max(Math.min(a, b), Math.min(c, d)) <= Math.min(Math.max(a, b), Math.max(c, d));
}
