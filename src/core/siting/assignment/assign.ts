/**
 * Which household goes to which site: as many as there is room for and, among all ways of doing that, the least total
 * straight distance from home to site (on the ellipsoid). Exact, with its proof (`transport.ts`).
 */
import { distanceM } from "../../geometry/ellipsoid.ts";
import type { LonLat } from "../../units.ts";
import { solveTransport, type TransportProblem, transportBound } from "./transport.ts";

/** Households that must move and sites that can take them. Lists of households have n entries, WGS 84. */
export interface AssignmentRequest {
  /** Home of each household; null: not known. */
  readonly homes: readonly (LonLat | null)[];
  /** Site that a person chose, by its place in `sites`, or -1. It stays, whether or not there is room. */
  readonly fixed: ArrayLike<number>;
  /** Where room is short the higher is served first; whole numbers from 0. Null: all alike. */
  readonly urgency: ArrayLike<number> | null;
  readonly sites: readonly AssignableSite[];
  /** Nobody is sent farther than this, metres; null: no limit. Fixed households are. */
  readonly maxDistanceM: number | null;
}

export interface AssignableSite {
  /** A point certainly inside the site. */
  readonly at: LonLat;
  /** Households it can take; null: not known, then it takes none but those fixed. */
  readonly capacity: number | null;
  /** False where something forbids building: then it takes none but those fixed. */
  readonly open: boolean;
}

/**
 * Why a household has no site: its home is not known; no open site has a known capacity; every one is too far; or
 * there is no room.
 */
export const LEFT_REASONS = ["no-home", "no-site", "too-far", "no-room"] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

/** `assigned + left = households`. */
export interface Assignment {
  /** Site of each household by its place in `sites`, or -1. */
  readonly site: Int32Array;
  /** Null where it has a site. */
  readonly left: readonly (LeftReason | null)[];
  /** From home to site in metres; NaN where one is not known. */
  readonly distanceM: Float64Array;
  /** Households at each site, fixed ones too. Can exceed the capacity only by fixed ones. */
  readonly load: Int32Array;
  /** Households whose site was not fixed: the sum of their distances, and a proven lower bound of it. */
  readonly totalM: number;
  readonly boundM: number;
}

/** Costs are whole millimetres, rounded down: sums are exact and the bound holds for the true distances. */
const PER_METRE = 1000;

export function assign(request: AssignmentRequest): Assignment {
  const { homes, fixed, sites } = request;
  const site = Int32Array.from({ length: homes.length }, (_, h) => fixed[h]!);
  const load = new Int32Array(sites.length);
  for (const s of site) if (s >= 0) load[s]!++;
  const free = homes.flatMap((home, h) => (site[h]! < 0 && home !== null ? [h] : []));
  const distances = free.map((h) => sites.map(({ at }) => between(homes[h]!, at)));
  const problem = problemOf(request, free, distances, load);
  const solved = solveTransport(problem);
  let totalM = 0;
  free.forEach((h, i) => {
    const taken = sites.findIndex((_, s) => solved.flow[i * sites.length + s]! > 0);
    if (taken < 0) return;
    site[h] = taken;
    load[taken]!++;
    totalM += distances[i]![taken]!;
  });
  const allowed = new Map(free.map((h, i) => [h, mayGo(problem, i)]));
  return {
    site,
    left: homes.map((home, h) => (site[h]! >= 0 ? null : reasonOf(request, home, allowed.get(h) ?? false))),
    distanceM: Float64Array.from(homes, (home, h) =>
      site[h]! < 0 || home === null ? Number.NaN : between(home, sites[site[h]!]!.at),
    ),
    load,
    totalM,
    boundM: (transportBound(problem, solved.price) - solved.leaving) / PER_METRE,
  };
}

function problemOf(
  { sites, urgency, maxDistanceM }: AssignmentRequest,
  free: readonly number[],
  distances: readonly (readonly number[])[],
  load: Int32Array,
): TransportProblem {
  const k = sites.length;
  const cost = new Float64Array(free.length * k).fill(Number.POSITIVE_INFINITY);
  distances.forEach((row, i) => {
    row.forEach((metres, s) => {
      if (!takes(sites[s]!) || metres > (maxDistanceM ?? Number.POSITIVE_INFINITY)) return;
      cost[i * k + s] = Math.floor(metres * PER_METRE);
    });
  });
  return {
    supply: new Uint8Array(free.length).fill(1),
    capacity: sites.map((one, s) => (takes(one) ? Math.max(0, one.capacity! - load[s]!) : 0)),
    cost,
    urgency: urgency && free.map((h) => urgency[h]!),
  };
}

function takes({ capacity, open }: AssignableSite): boolean {
  return open && capacity !== null;
}

function mayGo({ cost, capacity }: TransportProblem, i: number): boolean {
  const k = capacity.length;
  for (let s = 0; s < k; s++) if (cost[i * k + s] !== Number.POSITIVE_INFINITY) return true;
  return false;
}

function reasonOf({ sites }: AssignmentRequest, home: LonLat | null, allowed: boolean): LeftReason {
  if (home === null) return "no-home";
  if (!sites.some(takes)) return "no-site";
  return allowed ? "no-room" : "too-far";
}

function between(home: LonLat, at: LonLat): number {
  return distanceM(home[0], home[1], at[0], at[1]);
}
