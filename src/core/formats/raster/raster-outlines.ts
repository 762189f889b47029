/**
 * The outlines of regions of cells, exact on the edges of cells. A ring keeps its region on the right as it goes
 * (rows count downwards), and where two cells of a region meet in a corner it goes over to the other one: so no
 * ring touches itself, and a hole that touches the outline in a corner stays a ring of its own.
 */

/** Corners (column, row) of a ring, where it turns, not closed. The outer ring comes first. */
export type GridRing = readonly (readonly [column: number, row: number])[];
export interface Outline {
  /** First cell of the region. */
  readonly cell: number;
  readonly rings: readonly GridRing[];
}

/** East, south, west, north; rows count downwards. */
const STEP = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;
const EAST = 0;

/** `regions` from `regionsOf`. Null when there would be more than `most` corners in all. */
export function outlinesOf(
  regions: Int32Array,
  width: number,
  height: number,
  most: number,
): readonly Outline[] | null {
  const traced = new Uint8Array(regions.length);
  const byCell = new Map<number, GridRing[]>();
  const regionAt = (column: number, row: number) =>
    column >= 0 && row >= 0 && column < width && row < height ? regions[row * width + column]! : -1;
  let corners = 0;

  /** Begins on the upper edge of a cell, going east. */
  const trace = (startColumn: number, startRow: number, region: number): GridRing | null => {
    const ring: [number, number][] = [];
    let [column, row, heading] = [startColumn, startRow, EAST];
    do {
      if (heading === EAST) traced[row * width + column] = 1;
      column += STEP[heading]![0];
      row += STEP[heading]![1];
      const turned = turn(column, row, heading, region, regionAt);
      if (turned !== heading) {
        ring.push([column, row]);
        if (++corners > most) return null;
      }
      heading = turned;
    } while (column !== startColumn || row !== startRow || heading !== EAST);
    return ring;
  };

  for (let cell = 0; cell < regions.length; cell++) {
    const region = regions[cell]!;
    if (region < 0 || traced[cell] === 1) continue;
    if (cell >= width && regions[cell - width] === region) continue;
    const ring = trace(cell % width, Math.floor(cell / width), region);
    if (!ring) return null;
    const rings = byCell.get(region);
    // Cells are looked at from the first on: the first edge of a region found lies on its outside.
    if (rings) rings.push(ring);
    else byCell.set(region, [ring]);
  }
  return Array.from(byCell, ([cell, rings]) => ({ cell, rings }));
}

/** Where to go on from a corner: to the left as soon as the cell ahead on the left is of the region too. */
function turn(
  column: number,
  row: number,
  heading: number,
  region: number,
  regionAt: (column: number, row: number) => number,
): number {
  const [dx, dy] = STEP[heading]!;
  // The cells around a corner have it as their upper left, upper right, … corner.
  const cell = (ahead: number, right: number) =>
    regionAt(column + (dx * ahead - dy * right - 1) / 2, row + (dy * ahead + dx * right - 1) / 2);
  if (cell(1, -1) === region) return (heading + 3) % 4;
  return cell(1, 1) === region ? heading : (heading + 1) % 4;
}
