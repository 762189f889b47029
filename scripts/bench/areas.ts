/** What the overlay asks of every layer, the same of us and of every peer. */
import type { PolygonSet } from "../../src/core/model/geometry.ts";
import type { Column } from "./contest.ts";
import type { Province } from "./data/index.ts";

/**
 * Which polygon contains each point, a boundary counting as inside. Without `ranks` the answer is the smallest
 * number of a containing feature, -1 for none (Int32); with them byte `group` of the answer is the highest rank
 * of a containing feature of that group, 0 for none (Uint32).
 */
export interface AreaQuestion {
  readonly name: "coarse" | "communes" | "forests" | "hazards";
  /** Degrees. */
  readonly shapes: PolygonSet;
  readonly ranks: { readonly group: Uint8Array; readonly rank: Uint8Array } | null;
}

/** Communes, forests and hazards: what a province is screened against. */
export function areaQuestions({ communes, forests, hazards }: Province): AreaQuestion[] {
  return [
    { name: "communes", shapes: communes.degrees, ranks: null },
    { name: "forests", shapes: forests.degrees, ranks: null },
    { name: "hazards", shapes: hazards.degrees, ranks: { group: hazards.kind, rank: hazards.level } },
  ];
}

/** The communes with one vertex where the others have eight. */
export function coarseQuestion({ coarse }: Province): AreaQuestion {
  return { name: "coarse", shapes: coarse.degrees, ranks: null };
}

/** Room for the answers of `count` points, before any feature was looked at. */
export function emptyAnswers({ ranks }: AreaQuestion, count: number): Int32Array | Uint32Array {
  return ranks ? new Uint32Array(count) : new Int32Array(count).fill(-1);
}

/** Takes into the answers that feature `f` contains point `i`; features may come in any order. */
export function addFeature({ ranks }: AreaQuestion, answers: Int32Array | Uint32Array, i: number, f: number) {
  if (!ranks) {
    if (answers[i]! < 0 || answers[i]! > f) answers[i] = f;
    return;
  }
  const shift = 8 * ranks.group[f]!;
  const rank = ranks.rank[f]!;
  if (((answers[i]! >>> shift) & 255) < rank) answers[i] = (answers[i]! & ~(255 << shift)) | (rank << shift);
}

/** Answers given in another order, back in the order of the file: `order[k]` is the k-th point asked. */
export function inFileOrder<T extends Column>(answers: T, order: Uint32Array): T {
  const out = answers.slice() as T;
  for (let k = 0; k < order.length; k++) out[order[k]!] = answers[k]!;
  return out;
}

/** A column in another order: the k-th value is that of `order[k]`. */
export function gathered(column: Float64Array, order: Uint32Array): Float64Array {
  const out = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) out[k] = column[order[k]!]!;
  return out;
}

/** Every `every`th value from the first on. */
export function everyOf(column: Float64Array, every: number): Float64Array {
  return every === 1
    ? column
    : Float64Array.from({ length: Math.ceil(column.length / every) }, (_, k) => column[k * every]!);
}
