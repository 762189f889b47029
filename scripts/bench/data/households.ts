/** Where households are: mostly in hamlets, some along roads, few scattered, a handful exactly on borders. */
import type { LineSet, PolygonSet } from "../../../src/core/model/geometry.ts";
import { type Random, randomOf } from "../../demo/random.ts";
import { HEIGHT_M, latOf, lonOf, type PlanePoint, toCentimetre, WIDTH_M, within } from "./plane.ts";

const IN_HAMLETS = 0.8;
const ALONG_ROADS = 0.12;
/** Share that lies on an edge or a vertex of a polygon, where tools that round disagree. */
const PLANTED = 0.002;
const ROAD_SPREAD_M = 60;
/** A hamlet's weight may not swallow the province. */
const MOST_WEIGHT = 25;

/** Columns of places in both coordinate systems. */
export interface HouseholdPlaces {
  readonly count: number;
  /** The plane, metres. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The same places in degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** The last so many are planted. */
  readonly planted: number;
}

/** A polygon layer in both coordinate systems, vertex for vertex. */
export interface TiedLayer {
  readonly plane: PolygonSet;
  readonly degrees: PolygonSet;
}

/** `count` places; hamlets lie on `roads` (plane), planted ones on the polygons of `tied` in turn. */
export function householdPlaces(
  seed: number,
  count: number,
  roads: LineSet,
  tied: readonly TiedLayer[],
): HouseholdPlaces {
  const random = randomOf(seed, "households");
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const hamlets = hamletsOf(seed, count, roads);
  for (let i = 0; i < count; i++) {
    const kind = random.next();
    const [px, py] =
      kind < IN_HAMLETS
        ? spread(hamlets.pick(random), random)
        : kind < IN_HAMLETS + ALONG_ROADS
          ? spread({ at: vertexOf(roads, random), spreadM: ROAD_SPREAD_M }, random)
          : [random.next() * WIDTH_M, random.next() * HEIGHT_M];
    x[i] = toCentimetre(within(px, WIDTH_M));
    y[i] = toCentimetre(within(py, HEIGHT_M));
  }
  const places: HouseholdPlaces = {
    count,
    x,
    y,
    lon: x.map(lonOf),
    lat: y.map(latOf),
    planted: Math.floor(count * PLANTED),
  };
  plant(places, tied, randomOf(seed, "households.planted"));
  return places;
}

interface Hamlet {
  readonly at: PlanePoint;
  readonly spreadM: number;
}

/** Hamlets on roads; a few are far larger than the rest. */
function hamletsOf(seed: number, households: number, roads: LineSet) {
  const random = randomOf(seed, "hamlets");
  const count = Math.max(20, Math.round(6000 * Math.sqrt(households / 1_000_000)));
  const upTo = new Float64Array(count);
  let total = 0;
  const hamlets = Array.from({ length: count }, (_, h): Hamlet => {
    total += Math.min(MOST_WEIGHT, (1 - random.next()) ** -0.6);
    upTo[h] = total;
    return { at: vertexOf(roads, random), spreadM: 80 + random.next() * random.next() * 700 };
  });
  return {
    pick(from: Random): Hamlet {
      const wanted = from.next() * total;
      let [low, high] = [0, count - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (upTo[middle]! <= wanted) low = middle + 1;
        else high = middle;
      }
      return hamlets[low]!;
    },
  };
}

function vertexOf({ xy }: LineSet, random: Random): PlanePoint {
  const v = random.index(xy.length / 2);
  return [xy[2 * v]!, xy[2 * v + 1]!];
}

function spread({ at, spreadM }: Hamlet, random: Random): PlanePoint {
  return [at[0] + random.normal() * spreadM, at[1] + random.normal() * spreadM];
}

/** Moves the last households onto borders: a third each onto a vertex, a middle, and anywhere along an edge. */
function plant(
  { count, planted, x, y, lon, lat }: HouseholdPlaces,
  tied: readonly TiedLayer[],
  random: Random,
) {
  for (let k = 0; k < planted; k++) {
    const i = count - planted + k;
    const { plane, degrees } = tied[k % tied.length]!;
    const ring = random.index(plane.ringVertex.length - 1);
    const first = plane.ringVertex[ring]!;
    const v = first + random.index(plane.ringVertex[ring + 1]! - 1 - first);
    const way = Math.floor(k / tied.length) % 3;
    const along = way === 0 ? 0 : way === 1 ? 0.5 : random.next();
    [x[i], y[i]] = alongEdge(plane.xy, v, along);
    [lon[i], lat[i]] = alongEdge(degrees.xy, v, along);
  }
}

/** A position on edge `v`: the last bit is rounded, so most lie beside the edge by less than an atom. */
function alongEdge(xy: Float64Array, v: number, along: number): PlanePoint {
  const [ax, ay, bx, by] = xy.subarray(2 * v, 2 * v + 4);
  if (along === 0) return [ax!, ay!];
  return [ax! + (bx! - ax!) * along, ay! + (by! - ay!) * along];
}
