/** Forests or hazard zones of all layers as one set, laid over the points: what the rules do not change. */
import { type ArealIndex, arealIndex } from "../geometry/areal-index.ts";
import { joinPolygonSets } from "../geometry/polygon-set.ts";
import { highestRanks, rankIndex } from "../geometry/rank-index.ts";
import { type SegmentIndex, segmentIndex } from "../geometry/segment-index.ts";
import type { PolygonSet } from "../model/geometry.ts";
import type { ArealLayer, Coverage } from "../model/layers.ts";
import type { Crew } from "./crew.ts";
import { type IndexedZones, type NearEdges, nearEdges, nearEdgesOf, replaceNear } from "./near-edges.ts";
import type { Place } from "./place.ts";
import { touchedPoints } from "./touched-points.ts";
import { NOT_KNOWN, type Ranks, type ZoneRank } from "./zone-rank.ts";
import { ZoneSet } from "./zone-set.ts";

export interface Zones<A> {
  readonly shapes: PolygonSet;
  /** One per feature of `shapes`. */
  readonly attributes: readonly A[];
  /** Group and rank of each feature. */
  readonly set: ZoneSet;
  /**
   * What being outside every polygon means: `all` only when every layer says so and it is known of every zone
   * what it is; null without a layer.
   */
  readonly coverage: Coverage | null;
  /** Of each point, over the features that contain it (boundary included). */
  readonly ranks: Ranks;
  /** Points whose ranks were found again since `before`, ascending; null when all were. */
  readonly touched: Uint32Array | null;
  /** Which features contain a position; built when first asked for. */
  readonly containing: () => ArealIndex;
  /** Built when first asked for: only tolerance and distances need it. */
  readonly edges: () => SegmentIndex;
  /** Edges near each point, at least as far as `maxM`; found when first asked for. */
  readonly near: (maxM: number) => NearEdges;
  /** What `near` found so far, null when it was not asked. */
  readonly nearNow: () => NearEdges | null;
}

/** A tolerance is looked for at least this far, so that moving it is a pass over what was found. */
const NEAR_LEAST_M = 100;

/**
 * Joins the layers and lays them over the points. With `before`, made for the same points, only points that a
 * changed feature can touch are asked again; the result is the same.
 */
export function zonesOf<A>(
  layers: readonly ArealLayer<A>[],
  rankOf: (attribute: A) => ZoneRank,
  place: Place,
  { crew, before }: { readonly crew: Crew; readonly before: Zones<A> | null },
): Zones<A> {
  const shapes = joinPolygonSets(layers.map((layer) => layer.shapes));
  const attributes = layers.flatMap((layer) => layer.attributes);
  const set = new ZoneSet(shapes, attributes.map(rankOf));
  const covered = layers.every((layer) => layer.coverage === "all") && !set.rank.includes(NOT_KNOWN.rank);
  const coverage = layers.length === 0 ? null : covered ? "all" : "zones";
  const touched = before && touchedPoints(before.set, set, place, 0);
  const ranks = touched ? ranksAfter(before!.ranks, set, place, touched) : ranksOf(set, place, crew);

  let index: ArealIndex | null = null;
  let edgeIndex: SegmentIndex | null = null;
  const containing = () => {
    index ??= arealIndex(shapes);
    return index;
  };
  const edges = () => {
    edgeIndex ??= segmentIndex(shapes, { points: place.points.count });
    return edgeIndex;
  };
  return {
    shapes,
    attributes,
    set,
    coverage,
    ranks,
    touched,
    containing,
    edges,
    ...nearOf({ set, containing, edges }, place, before && knownNear(before)),
  };
}

/** Near edges that were found for an earlier set. */
interface KnownNear {
  readonly set: ZoneSet;
  readonly near: NearEdges;
}

function knownNear({ set, nearNow }: Zones<unknown>): KnownNear | null {
  const near = nearNow();
  return near && { set, near };
}

/**
 * Finds near edges when they are asked for, and keeps them. `known` is let go of then, and nothing else here may
 * hold on to what was before: each edit would keep the whole province of the one before it.
 */
function nearOf(
  zones: IndexedZones,
  place: Place,
  known: KnownNear | null,
): Pick<Zones<unknown>, "near" | "nearNow"> {
  let found: NearEdges | null = null;
  let last = known;
  return {
    near(maxM) {
      if (!found || found.maxM < maxM) found = findNear(zones, place, maxM, last);
      last = null;
      return found;
    },
    nearNow: () => found,
  };
}

function findNear(zones: IndexedZones, place: Place, maxM: number, last: KnownNear | null): NearEdges {
  const reachM = last && last.near.maxM >= maxM ? last.near.maxM : 0;
  const again = reachM > 0 ? touchedPoints(last!.set, zones.set, place, reachM) : null;
  if (!again) return nearEdges(zones, place, Math.max(maxM, NEAR_LEAST_M));
  return replaceNear(last!.near, again, nearEdgesOf(again, zones.set, place, reachM));
}

function ranksOf(set: ZoneSet, { points, bounds }: Place, crew: Crew): Ranks {
  const { lon, lat, count } = points;
  const out = new Uint32Array(crew.allocate(4 * count));
  if (set.shapes.count === 0) return out;
  const { group, rank } = set;
  const index = rankIndex(set.shapes, { group, rank, bounds, points: count, allocate: crew.allocate });
  return crew.run("highestRanks", { index, lon, lat, out }, count);
}

/** The ranks before, with those of the touched points found again among the features that can reach them. */
function ranksAfter(before: Ranks, set: ZoneSet, { points }: Place, touched: Uint32Array): Ranks {
  if (touched.length === 0) return before;
  const ranks = before.slice();
  const lon = Float64Array.from(touched, (p) => points.lon[p]!);
  const lat = Float64Array.from(touched, (p) => points.lat[p]!);
  const near = set.around(lon, lat);
  const { group, rank } = near;
  const index = rankIndex(near.shapes, { group, rank, points: touched.length });
  const found = highestRanks(index, lon, lat);
  touched.forEach((p, k) => {
    ranks[p] = found[k]!;
  });
  return ranks;
}
