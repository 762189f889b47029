/** How many neighbours a household has, who has few, and who hangs together with whom, in the plane. */
import { clusters } from "../../src/core/geometry/clusters.ts";
import { fewNeighbours } from "../../src/core/geometry/few-neighbours.ts";
import { neighbourCounts } from "../../src/core/geometry/neighbour-counts.ts";
import { type PointColumns, pointColumns } from "../../src/core/geometry/point-columns.ts";
import { everyOf } from "./areas.ts";
import { type Bench, type Contest, copyFloor } from "./contest.ts";
import { type Province, provinceOf } from "./data/index.ts";
import { kdbushClusters, kdbushCounts, kdbushFew } from "./peers/kdbush.ts";

/** Metres within which neighbours are counted, and which link two households. */
export const RADIUS_M = 200;
/** A household with fewer neighbours than this is scattered. */
export const FEWER_THAN = 5;
/** kdbush is asked of no more points than this, and joins no more. */
const MOST_FOR_KDBUSH = 100_000;

/** `scatter` */
export const scatter: Bench = {
  name: "scatter",
  n: 1_000_000,
  prepare({ seed, n }) {
    const province = provinceOf(seed, n);
    return { data: scatterData(province), contests: scatterContests(province) };
  },
};

/** What is counted. */
export function scatterData({ households }: Province): string[] {
  return [`${households.count} households; neighbours and links of at most ${RADIUS_M} m; plane metres`];
}

/** Counts, few or enough, and clusters. */
export function scatterContests({ households }: Province): Contest[] {
  const { x, y, count } = households;
  const every = Math.max(1, Math.ceil(count / MOST_FOR_KDBUSH));
  const sample = { x: everyOf(x, every), y: everyOf(y, every), every };
  let kept: PointColumns | null = null;
  const ready = () => {
    kept ??= pointColumns(x, y, "plane");
  };
  const floor = copyFloor("copying x and y", [x, y]);
  let counts: Int32Array = new Int32Array(0);
  let few: Uint8Array = new Uint8Array(0);
  let group: Int32Array = new Int32Array(0);
  return [
    {
      key: "scatter.clusters",
      title: `clusters of households at most ${RADIUS_M} m apart: from coordinates to groups`,
      ours: {
        name: "ours",
        run() {
          group = clusters(pointColumns(x, y, "plane"), RADIUS_M).group;
        },
        answers: () => [group],
      },
      peers: count <= MOST_FOR_KDBUSH ? [kdbushClusters(x, y, RADIUS_M)] : [],
      floor,
    },
    {
      key: "scatter.neighbours",
      title: `neighbours within ${RADIUS_M} m: columns kept`,
      ours: {
        name: "ours",
        ready,
        run() {
          counts = neighbourCounts(kept!, RADIUS_M);
        },
        answers: () => [counts],
      },
      peers: [kdbushCounts(x, y, sample, RADIUS_M)],
      floor,
    },
    {
      key: "scatter.few",
      title: `fewer than ${FEWER_THAN} neighbours within ${RADIUS_M} m: columns kept`,
      ours: {
        name: "ours",
        ready,
        run() {
          few = fewNeighbours(kept!, RADIUS_M, FEWER_THAN);
        },
        answers: () => [Int32Array.from(few)],
      },
      peers: [kdbushFew(x, y, sample, { radiusM: RADIUS_M, fewerThan: FEWER_THAN })],
      floor,
    },
  ];
}
