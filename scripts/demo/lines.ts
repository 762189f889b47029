/** Lines in cells of a grid: smoothing, thinning, area. */

/** A position in cells, x to the east and y to the south. */
export type Cell2 = readonly [x: number, y: number];

/** Each inner position drawn to the middle of its neighbours, `passes` times; the ends of an open line stay. */
export function smoothed(line: readonly Cell2[], closed: boolean, passes: number): Cell2[] {
  let from = line.map(([x, y]): [number, number] => [x, y]);
  const n = from.length;
  if (n < 3) return from;
  for (let pass = 0; pass < passes; pass++) {
    from = from.map(([x, y], i) => {
      if (!closed && (i === 0 || i === n - 1)) return [x, y];
      const [ax, ay] = from[(i + n - 1) % n];
      const [bx, by] = from[(i + 1) % n];
      return [(ax + 2 * x + bx) / 4, (ay + 2 * y + by) / 4];
    });
  }
  return from;
}

/**
 * The line without positions that are nearer than `tolerance` to what is left (Douglas and Peucker). Closed
 * lines come without repeating the first position and keep at least three.
 */
export function thinned(line: readonly Cell2[], closed: boolean, tolerance: number): Cell2[] {
  if (tolerance <= 0 || line.length < (closed ? 4 : 3)) return [...line];
  if (!closed) return thinOpen(line, tolerance);
  let far = 0;
  let farthest = -1;
  line.forEach(([x, y], i) => {
    const d = (x - line[0][0]) ** 2 + (y - line[0][1]) ** 2;
    if (d > farthest) {
      farthest = d;
      far = i;
    }
  });
  const there = thinOpen(line.slice(0, far + 1), tolerance);
  const back = thinOpen([...line.slice(far), line[0]], tolerance);
  const out = [...there.slice(0, -1), ...back.slice(0, -1)];
  return out.length < 3 ? [...line] : out;
}

function thinOpen(line: readonly Cell2[], tolerance: number): Cell2[] {
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let worst = tolerance * tolerance;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const d = squaredToSegment(line[i], line[from], line[to]);
      if (d > worst) {
        worst = d;
        at = i;
      }
    }
    if (at < 0) continue;
    keep[at] = 1;
    spans.push([from, at], [at, to]);
  }
  return line.filter((_, i) => keep[i] === 1);
}

function squaredToSegment([x, y]: Cell2, [ax, ay]: Cell2, [bx, by]: Cell2): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
}

/** Area in cells of a closed line that does not repeat its first position; the sign tells the way round. */
export function signedArea(ring: readonly Cell2[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  }
  return sum / 2;
}

/** Whether a position is inside a closed line (even–odd). */
export function isInside(ring: readonly Cell2[], [x, y]: Cell2): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[j];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** One polygon in cells: the outer line, then the holes; none repeats its first position. */
export type Polygon2 = readonly (readonly Cell2[])[];

/** Puts every hole into the smallest outer line that holds it. Throws when none does. */
export function polygonsFrom(
  outers: readonly (readonly Cell2[])[],
  holes: readonly (readonly Cell2[])[],
): Polygon2[] {
  const polygons = outers.map((ring) => ({
    rings: [ring],
    area: Math.abs(signedArea(ring)),
    box: boxOf(ring),
  }));
  const bySize = [...polygons].sort((a, b) => a.area - b.area);
  for (const hole of holes) {
    const [x, y] = hole[0];
    const area = Math.abs(signedArea(hole));
    const home = bySize.find(
      ({ rings, box, area: own }) =>
        own > area && x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && isInside(rings[0], hole[0]),
    );
    if (!home) throw new Error(`A hole at ${x}, ${y} lies in no polygon`);
    home.rings.push(hole);
  }
  return polygons.map(({ rings }) => rings);
}

function boxOf(ring: readonly Cell2[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}
