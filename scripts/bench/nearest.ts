/** How far it is to the nearest hazard edge and to the nearest road vertex, in the plane. */
import { placeOrder } from "../../src/core/geometry/place-order.ts";
import { nearestDistances, type SegmentIndex, segmentIndex } from "../../src/core/geometry/segment-index.ts";
import type { LineSet, PolygonSet } from "../../src/core/model/geometry.ts";
import { everyOf, gathered, inFileOrder } from "./areas.ts";
import { type Bench, type Contest, type Contestant, copyFloor } from "./contest.ts";
import { type Province, provinceOf, verticesIn } from "./data/index.ts";
import { geosNearest, loadGeos } from "./peers/geos.ts";
import { wkbOfRings, wkbOfVertices } from "./peers/wkb.ts";

/** Nothing farther is looked for: beyond, a household is remote whatever the figure. */
export const MOST_M = 2000;
/** Two ways of computing the same distance may differ in the last bits. */
export const TOLERANCE_M = 1e-6;
/** GEOS takes several microseconds a point. */
const MOST_FOR_GEOS = 50_000;

/** `nearest` */
export const nearest: Bench = {
  name: "nearest",
  n: 1_000_000,
  async prepare({ seed, n }) {
    const province = provinceOf(seed, n);
    return { data: nearestData(province), contests: await nearestContests(province) };
  },
};

/** What distances are measured to. */
export function nearestData({ households, hazards, roads }: Province): string[] {
  return [
    `${households.count} households; ${verticesIn(hazards.plane)} vertices of hazard zones, ` +
      `${verticesIn(roads.plane)} of roads; nothing beyond ${MOST_M} m; plane metres`,
  ];
}

/** Edges and vertices, each with the index kept and with the index built. */
export async function nearestContests(province: Province): Promise<Contest[]> {
  const { households, hazards, roads } = province;
  const { count, lon, lat } = households;
  const { order } = placeOrder(lon, lat);
  const points = { x: gathered(households.x, order), y: gathered(households.y, order), order };
  const every = Math.max(1, Math.ceil(count / MOST_FOR_GEOS));
  const sampled = placeOrder(everyOf(lon, every), everyOf(lat, every)).order;
  const sample = {
    x: gathered(everyOf(households.x, every), sampled),
    y: gathered(everyOf(households.y, every), sampled),
    order: sampled,
    maxM: MOST_M,
    every,
  };
  const geos = await loadGeos();
  const floor = copyFloor("copying x and y", [points.x, points.y]);
  const vertices = verticesAlone(roads.plane);
  const common = { floor, toleranceM: TOLERANCE_M };
  return [
    {
      key: "nearest.edges",
      title: "nearest edge of a hazard zone: index kept, points in place order",
      ours: oursKept(hazards.plane, points),
      peers: [geosNearest(geos, wkbOfRings(hazards.plane), sample)],
      ...common,
    },
    {
      key: "nearest.roads",
      title: "nearest road vertex: index kept, points in place order",
      ours: oursKept(vertices, points),
      peers: [geosNearest(geos, wkbOfVertices(roads.plane), sample)],
      ...common,
    },
    {
      key: "nearest.roads.once",
      title: "nearest road vertex: index built and all points asked",
      ours: oursBuilt(vertices, points),
      peers: [],
      ...common,
    },
    {
      key: "nearest.edges.build",
      title: "the index of the edges alone",
      ours: { name: "ours", run: () => void indexOf(hazards.plane, points) },
      peers: [],
    },
  ];
}

/** Points in place order, and how they stand in the file. */
interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly order: Uint32Array;
}

const indexOf = (set: PolygonSet | LineSet, { x }: Points): SegmentIndex =>
  segmentIndex(set, { metric: "plane", points: x.length });

function oursKept(set: PolygonSet | LineSet, points: Points): Contestant {
  let index: SegmentIndex | null = null;
  const out = new Float64Array(points.x.length);
  return {
    name: "ours",
    ready() {
      index = indexOf(set, points);
    },
    run: () => void nearestDistances(index!, points.x, points.y, { maxM: MOST_M, out }),
    answers: () => [inFileOrder(out, points.order)],
  };
}

function oursBuilt(set: PolygonSet | LineSet, points: Points): Contestant {
  const out = new Float64Array(points.x.length);
  return {
    name: "ours",
    run: () => void nearestDistances(indexOf(set, points), points.x, points.y, { maxM: MOST_M, out }),
    answers: () => [inFileOrder(out, points.order)],
  };
}

/** Every vertex as a part of its own: the nearest edge is then the nearest vertex. */
export function verticesAlone({ xy }: LineSet): LineSet {
  const count = xy.length / 2;
  const upTo = Uint32Array.from({ length: count + 1 }, (_, v) => v);
  return { count, featurePart: upTo, partVertex: upTo, xy };
}
