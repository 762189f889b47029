/** Connected pieces of a grid: cells that touch side by side. */
import type { Frame } from "./grid.ts";

type Size = Pick<Frame, "nx" | "ny">;

/** The cells of every piece of the wanted cells. */
export function* piecesOf(wanted: (cell: number) => boolean, size: Size): Generator<number[]> {
  const seen = new Uint8Array(size.nx * size.ny);
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] === 0 && wanted(start)) yield pieceAt(start, seen, wanted, size);
  }
}

/** The piece that holds `start`; its cells are marked in `seen`. */
export function pieceAt(
  start: number,
  seen: Uint8Array,
  wanted: (cell: number) => boolean,
  { nx, ny }: Size,
): number[] {
  const cells = [start];
  seen[start] = 1;
  const visit = (next: number, isInside: boolean) => {
    if (!isInside || seen[next] === 1 || !wanted(next)) return;
    seen[next] = 1;
    cells.push(next);
  };
  for (let i = 0; i < cells.length; i++) {
    const c = cells[i];
    visit(c - 1, c % nx > 0);
    visit(c + 1, c % nx < nx - 1);
    visit(c - nx, c >= nx);
    visit(c + nx, c < nx * (ny - 1));
  }
  return cells;
}

/** Marks the largest piece with 1. */
export function largestPiece(wanted: (cell: number) => boolean, size: Size): Uint8Array {
  let largest: number[] = [];
  for (const cells of piecesOf(wanted, size)) if (cells.length > largest.length) largest = cells;
  const out = new Uint8Array(size.nx * size.ny);
  for (const c of largest) out[c] = 1;
  return out;
}
