/** Forests or hazard zones of all layers as one set, with what the rules do not change. */
import { allFeatures, arealIndex, type Containments } from "../geometry/areal-index.ts";
import { joinPolygonSets } from "../geometry/polygon-set.ts";
import { type SegmentIndex, segmentIndex } from "../geometry/segment-index.ts";
import type { PolygonSet } from "../model/geometry.ts";
import type { ArealLayer, Coverage } from "../model/layers.ts";
import type { Bbox } from "../units.ts";

export interface Zones<A> {
  readonly shapes: PolygonSet;
  /** One per feature of `shapes`. */
  readonly attributes: readonly A[];
  /** What being outside every polygon means: `all` only when every layer says so; null without a layer. */
  readonly coverage: Coverage | null;
  /** Features that contain each located point (boundary included), by point number. */
  readonly containing: Containments;
  /** Built when first asked for: only tolerance and distances need it. */
  readonly edges: () => SegmentIndex;
}

/** Joins the layers and finds which features contain each located point. */
export function zonesOf<A>(
  layers: readonly ArealLayer<A>[],
  lon: Float64Array,
  lat: Float64Array,
  bounds: Bbox | null,
): Zones<A> {
  const shapes = joinPolygonSets(layers.map((layer) => layer.shapes));
  const covered = layers.every((layer) => layer.coverage === "all");
  let edges: SegmentIndex | null = null;
  return {
    shapes,
    attributes: layers.flatMap((layer) => layer.attributes),
    coverage: layers.length === 0 ? null : covered ? "all" : "zones",
    containing: allFeatures(arealIndex(shapes, { bounds }), lon, lat),
    edges: () => {
      edges ??= segmentIndex(shapes);
      return edges;
    },
  };
}

/** One byte per feature: 1 for those that count under a rule. */
export function countingMask<A>(zones: Zones<A>, counts: (attribute: A) => boolean): Uint8Array {
  return Uint8Array.from(zones.attributes, (attribute) => (counts(attribute) ? 1 : 0));
}

/** Features that contain point `p`. */
export function containingAt<A>(zones: Zones<A>, p: number): Uint32Array {
  return zones.containing.feature.subarray(zones.containing.start[p]!, zones.containing.start[p + 1]!);
}
