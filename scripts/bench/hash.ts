/** Answers as one number, and two sets of answers side by side. */
import type { Column } from "./contest.ts";

/** FNV-1a (32 bits) over the 32-bit words of the columns, one after the other, as eight hexadecimal digits. */
export function hashOf(columns: readonly Column[]): string {
  let h = 0x811c9dc5;
  for (const column of columns) {
    const words = new Uint32Array(column.buffer, column.byteOffset, column.byteLength / 4);
    for (let i = 0; i < words.length; i++) h = Math.imul(h ^ words[i]!, 0x01000193);
  }
  return (h >>> 0).toString(16).padStart(8, "0");
}

/** How two sets of answers differ. */
export interface Comparison {
  /** Points asked of both. */
  readonly compared: number;
  /** Answers that differ; of distances: one has none where the other has one, or too far apart. */
  readonly differences: number;
  /** The same by column. */
  readonly byColumn: readonly number[];
  /** Greatest difference of two distances, null when the answers are not distances. */
  readonly mostDifference: number | null;
}

/** The sentence of a fault: the two did not answer the same question. */
function unequal(what: string, ours: number, theirs: number): RangeError {
  return new RangeError(`${theirs} ${what} to compare with ${ours}`);
}

/**
 * Compares theirs with ours at every `every`th point: whole numbers must be equal, distances within
 * `tolerance`. Throws when they are not of the same size.
 */
export function compare(
  ours: readonly Column[],
  theirs: readonly Column[],
  { every = 1, tolerance = 0 }: { readonly every?: number; readonly tolerance?: number } = {},
): Comparison {
  if (ours.length !== theirs.length) throw unequal("columns", ours.length, theirs.length);
  let compared = 0;
  let mostDifference: number | null = null;
  const byColumn = ours.map((own, k) => {
    const their = theirs[k]!;
    const asked = Math.ceil(own.length / every);
    if (their.length !== asked) throw unequal("answers", asked, their.length);
    compared = Math.max(compared, asked);
    if (own instanceof Float64Array) {
      const { mismatches, most } = farApart(own, their, every, tolerance);
      mostDifference = Math.max(mostDifference ?? 0, most);
      return mismatches;
    }
    let mismatches = 0;
    for (let i = 0; i < asked; i++) if (own[i * every] !== their[i]) mismatches++;
    return mismatches;
  });
  return { compared, differences: byColumn.reduce((sum, one) => sum + one, 0), byColumn, mostDifference };
}

function farApart(own: Float64Array, their: Column, every: number, tolerance: number) {
  let mismatches = 0;
  let most = 0;
  for (let i = 0; i < their.length; i++) {
    const a = own[i * every]!;
    const b = their[i]!;
    if (Number.isNaN(a) && Number.isNaN(b)) continue;
    const apart = Math.abs(a - b);
    if (!(apart <= tolerance)) mismatches++;
    if (apart > most) most = apart;
  }
  return { mismatches, most };
}
