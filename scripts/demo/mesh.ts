/** A grid of labels as polygons that share their borders position for position: no gap and no overlap. */
import type { LonLat } from "../../src/core/units.ts";
import { onGround } from "./bands.ts";
import type { Frame } from "./grid.ts";
import { type Cell2, polygonsFrom, signedArea, smoothed, thinned } from "./lines.ts";
import { MOST_CARE, untangled } from "./untangled.ts";

/** A border between two labels, from one meeting of three to the next; or closed. Corners of cells. */
interface Arc {
  readonly left: number;
  readonly right: number;
  readonly closed: boolean;
  readonly corners: readonly Cell2[];
}

/** One polygon of a label: outer ring, then holes, closed, WGS 84 degrees. */
export interface LabelPolygon {
  readonly label: number;
  readonly rings: readonly (readonly LonLat[])[];
}

/** East, south, west, north. */
const DX = [1, 0, -1, 0] as const;
const DY = [0, 1, 0, -1] as const;

/**
 * Polygons of every label but 0. Beyond the grid is label 0. The labels are changed where two cells of one
 * label touch only at a corner, which would leave open which polygon they belong to.
 */
export function meshOf(
  labels: Int16Array,
  frame: Frame,
  options: { readonly smoothing: number; readonly toleranceM: number },
): LabelPolygon[] {
  withoutCornerContacts(labels, frame);
  const arcs = arcsOf(labels, frame);
  const lines = untangled(
    arcs.length,
    (l) => arcs[l].closed,
    (l, care) => {
      const { corners, closed } = arcs[l];
      const passes = care === MOST_CARE ? 0 : options.smoothing >> care;
      const tolerance = care === MOST_CARE ? 0 : options.toleranceM / frame.cellM / 2 ** care;
      return onGround(thinned(smoothed(corners, closed, passes), closed, tolerance), frame);
    },
  );
  const byLabel = new Map<number, LonLat[][]>();
  for (const label of new Set(labels)) if (label !== 0) byLabel.set(label, []);
  for (const [label, rings] of byLabel) {
    const parts = arcs.flatMap((arc, l) => {
      if (arc.left !== label && arc.right !== label) return [];
      const line = [...lines[l].line];
      return [{ line: arc.right === label ? line : line.reverse(), closed: arc.closed }];
    });
    rings.push(...linked(parts));
  }
  return [...byLabel]
    .sort(([a], [b]) => a - b)
    .flatMap(([label, rings]) => {
      // Degrees have y to the north: rings with the label on the right of a southward y run clockwise.
      const outers = rings.filter((ring) => signedArea(ring) < 0);
      const holes = rings.filter((ring) => signedArea(ring) > 0);
      return polygonsFrom(outers, holes).map((polygon) => ({
        label,
        rings: polygon.map((ring) => [...ring, ring[0]]),
      }));
    });
}

/** Joins lines end to start into rings that do not repeat their first position. */
function linked(parts: readonly { readonly line: LonLat[]; readonly closed: boolean }[]): LonLat[][] {
  const rings = parts.filter(({ closed }) => closed).map(({ line }) => line);
  const byStart = new Map<string, LonLat[]>();
  for (const { line, closed } of parts) {
    if (closed) continue;
    const key = line[0].join();
    if (byStart.has(key)) throw new Error(`Two borders of one label begin at ${key}`);
    byStart.set(key, line);
  }
  for (const start of [...byStart.keys()]) {
    const first = byStart.get(start);
    if (!first) continue;
    const ring: LonLat[] = [];
    for (let line: LonLat[] | undefined = first; line; ) {
      byStart.delete(line[0].join());
      ring.push(...line.slice(0, -1));
      const end: string = line[line.length - 1].join();
      if (end === start) break;
      line = byStart.get(end);
      if (!line) throw new Error(`A border ends at ${end} and none goes on`);
    }
    rings.push(ring);
  }
  return rings;
}

/** Where two cells of one label touch only at a corner, one of the cells between takes their label. */
function withoutCornerContacts(labels: Int16Array, { nx, ny }: Frame): void {
  for (let round = 0; round < 200; round++) {
    let changed = 0;
    for (let y = 0; y + 1 < ny; y++) {
      for (let x = 0; x + 1 < nx; x++) {
        const c = y * nx + x;
        const [nw, ne, sw, se] = [labels[c], labels[c + 1], labels[c + nx], labels[c + nx + 1]];
        if (nw === se && nw !== ne && nw !== sw) {
          labels[c + 1] = nw;
          changed++;
        } else if (ne === sw && ne !== nw && ne !== se) {
          labels[c] = ne;
          changed++;
        }
      }
    }
    if (changed === 0) return;
  }
  throw new Error("Labels that touch at corners could not be parted");
}

function arcsOf(labels: Int16Array, { nx, ny }: Frame): Arc[] {
  const labelAt = (x: number, y: number) => (x < 0 || y < 0 || x >= nx || y >= ny ? 0 : labels[y * nx + x]);
  /** Labels on both sides when leaving corner (x, y) in direction k. */
  const sides = (x: number, y: number, k: number): readonly [left: number, right: number] => {
    if (k === 0) return [labelAt(x, y - 1), labelAt(x, y)];
    if (k === 1) return [labelAt(x, y), labelAt(x - 1, y)];
    if (k === 2) return [labelAt(x - 1, y), labelAt(x - 1, y - 1)];
    return [labelAt(x - 1, y - 1), labelAt(x, y - 1)];
  };
  const isBorder = (x: number, y: number, k: number) => {
    const [left, right] = sides(x, y, k);
    return left !== right;
  };
  const degree = (x: number, y: number) => [0, 1, 2, 3].filter((k) => isBorder(x, y, k)).length;
  const width = nx + 1;
  const walked = new Uint8Array(width * (ny + 1) * 4);
  const mark = (x: number, y: number, k: number) => {
    walked[(y * width + x) * 4 + k] = 1;
    walked[((y + DY[k]) * width + x + DX[k]) * 4 + ((k + 2) & 3)] = 1;
  };
  const walk = (x0: number, y0: number, k0: number): Arc => {
    const [left, right] = sides(x0, y0, k0);
    const corners: Cell2[] = [[x0, y0]];
    let [x, y, k] = [x0, y0, k0];
    for (;;) {
      mark(x, y, k);
      x += DX[k];
      y += DY[k];
      if (x === x0 && y === y0 && degree(x, y) === 2) return { left, right, closed: true, corners };
      corners.push([x, y]);
      if (degree(x, y) !== 2) return { left, right, closed: false, corners };
      const back = (k + 2) & 3;
      k = [0, 1, 2, 3].find((next) => next !== back && isBorder(x, y, next)) ?? back;
    }
  };
  const arcs: Arc[] = [];
  const each = (wanted: (d: number) => boolean) => {
    for (let y = 0; y <= ny; y++) {
      for (let x = 0; x <= nx; x++) {
        for (let k = 0; k < 4; k++) {
          if (walked[(y * width + x) * 4 + k] || !isBorder(x, y, k) || !wanted(degree(x, y))) continue;
          arcs.push(walk(x, y, k));
        }
      }
    }
  };
  each((d) => d > 2);
  each((d) => d === 2);
  return arcs;
}
