/** Roads: the easiest way over the ground between places, each new road using those that are there. */
import type { Frame } from "./grid.ts";
import { Heap } from "./heap.ts";
import { type Cell2, smoothed, thinned } from "./lines.ts";

export type RoadClass = "main" | "minor";

/** What roads are laid over: cells of one frame. */
export interface RoadGround {
  readonly frame: Frame;
  /** Metres. */
  readonly height: Float32Array;
  /** Factor of the cost of a cell: forest, rivers. */
  readonly burden: Float32Array;
}

export interface RoadLine {
  readonly roadClass: RoadClass;
  /** In cells; lines that meet share the position. */
  readonly line: readonly Cell2[];
}

/** Neighbours and knight's moves: sixteen directions. */
const STEPS: readonly (readonly [dx: number, dy: number, length: number])[] = [-2, -1, 0, 1, 2].flatMap(
  (dy) =>
    [-2, -1, 0, 1, 2].flatMap((dx) => {
      const far = Math.max(Math.abs(dx), Math.abs(dy));
      const isStep = far === 1 || (far === 2 && Math.abs(dx) + Math.abs(dy) === 3);
      return isStep ? [[dx, dy, Math.hypot(dx, dy)] as const] : [];
    }),
);

/** A growing network on the cells of a frame. */
export class RoadNetwork {
  /** 0 none, 1 minor, 2 main. */
  readonly kind: Uint8Array;
  private readonly links = new Map<number, Set<number>>();

  constructor(private readonly ground: RoadGround) {
    this.kind = new Uint8Array(ground.height.length);
  }

  /** A road between two cells. */
  connect(from: number, to: number, roadClass: RoadClass): void {
    this.add(
      this.way(from, (cell) => cell === to),
      roadClass,
    );
  }

  /** A road from a cell to the network; nothing when it lies on it. Returns its length in metres. */
  join(from: number, roadClass: RoadClass): number {
    const way = this.way(from, (cell) => this.kind[cell] > 0);
    this.add(way, roadClass);
    return way.length * this.ground.frame.cellM;
  }

  private add(way: readonly number[], roadClass: RoadClass): void {
    const kind = roadClass === "main" ? 2 : 1;
    way.forEach((cell, i) => {
      this.kind[cell] = Math.max(this.kind[cell], kind);
      if (i === 0) return;
      this.neighbours(cell).add(way[i - 1]);
      this.neighbours(way[i - 1]).add(cell);
    });
  }

  private neighbours(cell: number): Set<number> {
    let found = this.links.get(cell);
    if (!found) {
      found = new Set();
      this.links.set(cell, found);
    }
    return found;
  }

  /** Cells from `from` to the first cell that is wanted, cheapest first. Throws when none can be reached. */
  private way(from: number, wanted: (cell: number) => boolean): number[] {
    const { frame, height, burden } = this.ground;
    const { nx, ny, cellM } = frame;
    const cost = new Float64Array(nx * ny).fill(Infinity);
    const before = new Int32Array(nx * ny).fill(-1);
    const heap = new Heap();
    cost[from] = 0;
    heap.push(0, from);
    while (heap.size > 0) {
      const key = heap.nextKey;
      const cell = heap.pop();
      if (key > cost[cell]) continue;
      if (wanted(cell)) {
        const way: number[] = [];
        for (let at = cell; at >= 0; at = before[at]) way.push(at);
        return way;
      }
      const x = cell % nx;
      const y = (cell - x) / nx;
      for (const [dx, dy, length] of STEPS) {
        const X = x + dx;
        const Y = y + dy;
        if (X < 1 || Y < 1 || X >= nx - 1 || Y >= ny - 1) continue;
        const next = Y * nx + X;
        const run = length * cellM;
        const grade = Math.abs(height[next] - height[cell]) / run;
        const ease = this.kind[next] === 2 ? 0.3 : this.kind[next] === 1 ? 0.42 : 1;
        const price = run * (1 + (grade / 0.055) ** 2) * burden[next] * ease;
        if (cost[cell] + price >= cost[next]) continue;
        cost[next] = cost[cell] + price;
        before[next] = cell;
        heap.push(cost[next], next);
      }
    }
    throw new Error(`No way from cell ${from}`);
  }

  /** The network as lines between junctions and ends, smoothed. */
  lines(): RoadLine[] {
    const { nx } = this.ground.frame;
    const walked = new Set<string>();
    const isKnot = (cell: number) => {
      const around = [...this.neighbours(cell)];
      return around.length !== 2 || around.some((next) => this.kind[next] !== this.kind[cell]);
    };
    const out: RoadLine[] = [];
    const cells = [...this.links.keys()].sort((a, b) => a - b);
    const key = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);
    const walk = (start: number, second: number) => {
      const way = [start];
      let [last, at] = [start, second];
      for (;;) {
        walked.add(key(last, at));
        way.push(at);
        if (isKnot(at) || at === start) break;
        const next = [...this.neighbours(at)].find((other) => other !== last);
        if (next === undefined || walked.has(key(at, next))) break;
        [last, at] = [at, next];
      }
      const kind = Math.min(...way.map((cell) => this.kind[cell]));
      const middle = way.map((cell): Cell2 => [(cell % nx) + 0.5, Math.floor(cell / nx) + 0.5]);
      out.push({
        roadClass: kind === 2 ? "main" : "minor",
        line: thinned(smoothed(middle, false, 10), false, 0.1),
      });
    };
    for (const round of [isKnot, () => true]) {
      for (const cell of cells) {
        if (!round(cell)) continue;
        for (const next of [...this.neighbours(cell)].sort((a, b) => a - b)) {
          if (!walked.has(key(cell, next))) walk(cell, next);
        }
      }
    }
    return out;
  }
}
