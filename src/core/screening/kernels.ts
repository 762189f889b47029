/** The work over many points that can be split between threads, by name: a name and its arguments cross to a worker. */
import { type ArealIndex, firstFeatures } from "../geometry/areal-index.ts";
import { fewNeighbours } from "../geometry/few-neighbours.ts";
import type { PointColumns } from "../geometry/point-columns.ts";
import type { PointGrid } from "../geometry/point-grid.ts";
import { highestRanks, type RankIndex } from "../geometry/rank-index.ts";
import { nearestDistances, type SegmentIndex } from "../geometry/segment-index.ts";

interface At {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** Arguments of each kernel: plain objects and typed arrays, one number of `out` for each point. */
export interface KernelArgs {
  readonly firstFeatures: At & { readonly index: ArealIndex; readonly out: Int32Array };
  readonly highestRanks: At & { readonly index: RankIndex; readonly out: Uint32Array };
  readonly nearestDistances: At & { readonly index: SegmentIndex; readonly out: Float64Array };
  readonly fewNeighbours: {
    readonly points: PointColumns;
    readonly radiusM: number;
    readonly fewerThan: number;
    readonly grid: PointGrid;
    readonly out: Uint8Array;
  };
}
export type KernelName = keyof KernelArgs;

/** Each fills `out` from point `from` up to `to` and touches nothing else. */
export const KERNELS: {
  readonly [K in KernelName]: (args: KernelArgs[K], from: number, to: number) => void;
} = {
  firstFeatures: ({ index, lon, lat, out }, from, to) => void firstFeatures(index, lon, lat, out, from, to),
  highestRanks: ({ index, lon, lat, out }, from, to) => void highestRanks(index, lon, lat, out, from, to),
  nearestDistances: ({ index, lon, lat, out }, from, to) =>
    void nearestDistances(index, lon, lat, { out, from, to }),
  fewNeighbours: ({ points, radiusM, fewerThan, grid, out }, from, to) =>
    void fewNeighbours(points, radiusM, fewerThan, { grid, out, from, to }),
};
