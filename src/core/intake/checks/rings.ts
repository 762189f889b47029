/** Faults of single rings, found and mended by the same rules. Positions are finite. */
import { orient2d } from "robust-predicates";
import { VertexTable } from "../../geometry/arrangement/vertex-table.ts";
import { distanceBetween, metresPerDegreeLat, metresPerDegreeLon } from "../../geometry/ellipsoid.ts";
import { signedArea } from "../../geometry/parts-of-rings.ts";
import type { LonLat } from "../../units.ts";

export type Ring = readonly LonLat[];

/** A turn sharper than this (sine of the angle, about half a degree) is a spike when it is long enough to see. */
const SPIKE_SINE = 0.01;
const LEAST_SPIKE_M = 5;

export interface Spike {
  readonly at: LonLat;
  readonly metres: number;
}

/** The last position is not the first. */
export function isOpen(ring: Ring): boolean {
  const first = ring[0];
  const last = ring.at(-1);
  return first !== undefined && last !== undefined && !same(first, last);
}

/** Where a vertex repeats the one before, null for none, and how many do. */
export function repeatedVertices(ring: Ring): { readonly count: number; readonly at: LonLat | null } {
  let count = 0;
  let at: LonLat | null = null;
  for (let k = 1; k < ring.length; k++) {
    if (!same(ring[k]!, ring[k - 1]!)) continue;
    count++;
    at ??= ring[k]!;
  }
  return { count, at };
}

/** Outer rings run anticlockwise, holes clockwise (RFC 7946). A ring without area runs either way. */
export function runsWrong(ring: Ring, isHole: boolean): boolean {
  const area = signedArea(ring);
  return isHole ? area > 0 : area < 0;
}

/** The first place a ring comes back to later, null for none. Its closing position does not count. */
export function touchesItself(ring: Ring): LonLat | null {
  const seen = new VertexTable();
  for (const at of distinct(ring)) {
    const known = seen.count;
    if (seen.vertex(at[0], at[1]) < known) return at;
  }
  return null;
}

/** The first vertex where the ring runs out and straight back, or as good as. */
export function firstSpike(ring: Ring): Spike | null {
  const vertices = distinct(ring);
  const found = spikeAt(vertices);
  return found === null ? null : found.spike;
}

/** Closed by its first position. */
export function closed(ring: Ring): Ring {
  return isOpen(ring) ? [...ring, ring[0]!] : ring;
}

/** Without vertices that repeat the one before. */
export function withoutRepeats(ring: Ring): Ring {
  return ring.filter((at, k) => k === 0 || !same(at, ring[k - 1]!));
}

/** The other way round. */
export function turned(ring: Ring): Ring {
  return [...ring].reverse();
}

/** Without spikes, closed; null when nothing but spikes was there. */
export function withoutSpikes(ring: Ring): Ring | null {
  let vertices = distinct(ring);
  for (let found = spikeAt(vertices); found !== null; found = spikeAt(vertices)) {
    vertices = distinct(vertices.filter((_, k) => k !== found!.index));
    if (vertices.length < 3) return null;
  }
  return [...vertices, vertices[0]!];
}

/** Vertices without repeats and without the closing one. */
function distinct(ring: Ring): Ring {
  const out = withoutRepeats(ring);
  return out.length > 1 && !isOpen(out) ? out.slice(0, -1) : out;
}

function spikeAt(vertices: Ring): { readonly index: number; readonly spike: Spike } | null {
  const n = vertices.length;
  if (n < 3) return null;
  for (let k = 0; k < n; k++) {
    const at = vertices[k]!;
    const before = vertices[(k + n - 1) % n]!;
    const after = vertices[(k + 1) % n]!;
    const latM = metresPerDegreeLat(at[1]);
    const lonM = metresPerDegreeLon(at[1]);
    const ax = (before[0] - at[0]) * lonM;
    const ay = (before[1] - at[1]) * latM;
    const bx = (after[0] - at[0]) * lonM;
    const by = (after[1] - at[1]) * latM;
    if (ax * bx + ay * by <= 0) continue;
    const exact = orient2d(before[0], before[1], at[0], at[1], after[0], after[1]) === 0;
    const arm = Math.min(Math.hypot(ax, ay), Math.hypot(bx, by));
    const sine = Math.abs(ax * by - ay * bx) / (Math.hypot(ax, ay) * Math.hypot(bx, by));
    if (!exact && !(sine < SPIKE_SINE && arm >= LEAST_SPIKE_M)) continue;
    const metres = Math.min(distanceBetween(at, before), distanceBetween(at, after));
    return { index: k, spike: { at, metres } };
  }
  return null;
}

function same(a: LonLat, b: LonLat): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
