/** The communes of the plan, made ready to be asked many times. */
import { type ArealIndex, allFeatures, arealIndex } from "../../geometry/areal-index.ts";
import { geometryOf, pickPolygons } from "../../geometry/polygon-set.ts";
import { nearestEdgeM, type SegmentIndex, segmentIndex } from "../../geometry/segment-index.ts";
import type { ArealLayer, Unit } from "../../model/layers.ts";
import { centroidOf } from "./numbers-of.ts";

/** Farther borders than this are not the same border. */
const REACH_M = 2000;

export interface Communes {
  readonly layer: ArealLayer<Unit>;
  /** Features of the layer by code. */
  readonly featureOf: ReadonlyMap<string, number>;
  /** Centroid in WGS 84 degrees of a feature. */
  centroid(feature: number): readonly [lon: number, lat: number];
  /** Metres to the boundary of one feature. */
  toFeatureM(feature: number, lon: number, lat: number): number;
  /** Metres to the nearest boundary of any, NaN beyond 2 km. */
  toBorderM(lon: number, lat: number): number;
  readonly index: ArealIndex;
}

/** Reads nothing before it is asked. */
export function communesOf(layer: ArealLayer<Unit>, points: number): Communes {
  const { shapes, attributes } = layer;
  const single = new Map<number, SegmentIndex>();
  let all: SegmentIndex | null = null;
  return {
    layer,
    featureOf: new Map(attributes.map(({ code }, feature) => [code, feature])),
    centroid: (feature) => centroidOf(geometryOf(shapes, feature)),
    toFeatureM(feature, lon, lat) {
      let own = single.get(feature);
      if (!own) {
        own = segmentIndex(pickPolygons(shapes, [feature]));
        single.set(feature, own);
      }
      return nearestEdgeM(own, lon, lat);
    },
    toBorderM(lon, lat) {
      all ??= segmentIndex(shapes);
      return nearestEdgeM(all, lon, lat, { maxM: REACH_M });
    },
    index: arealIndex(shapes, { points }),
  };
}

/** Of each point whether it is in any commune, and in the commune wanted (-1: none is). */
export function inCommunes(
  { index }: Communes,
  lon: Float64Array,
  lat: Float64Array,
  wanted: Int32Array,
): { readonly any: Uint8Array; readonly own: Uint8Array } {
  const { start, feature } = allFeatures(index, lon, lat);
  const any = new Uint8Array(lon.length);
  const own = new Uint8Array(lon.length);
  for (let i = 0; i < lon.length; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      any[i] = 1;
      if (feature[k] === wanted[i]) own[i] = 1;
    }
  }
  return { any, own };
}
