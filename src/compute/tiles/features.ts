import type { Feature, Geometry as GeoJsonGeometry } from "geojson";
import { pointInside } from "../../core/geometry/point-inside.ts";
import { geometryOf } from "../../core/geometry/polygon-set.ts";
import type { Geometry, LineSet, PolygonSet } from "../../core/model/geometry.ts";
import type { Bbox, LonLat } from "../../core/units.ts";

/** Values a tile can carry. Not known is left out: a vector tile has no null. */
type Tags = Readonly<Record<string, string | number | null>>;

/** A feature for cutting; `id` is its position in the layer. */
export function tileFeature(id: number, geometry: Geometry, tags: Tags): Feature {
  const properties = Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== null));
  return { type: "Feature", id, properties, geometry: geometry as unknown as GeoJsonGeometry };
}

/** Every feature of a set that has vertices, with its tags; ids count on from `firstId`. */
export function setFeatures(set: PolygonSet | LineSet, tags: (f: number) => Tags, firstId = 0): Feature[] {
  const features: Feature[] = [];
  for (let f = 0; f < set.count; f++) {
    if (set.featurePart[f] === set.featurePart[f + 1]) continue;
    features.push(tileFeature(firstId + f, geometryOf(set as PolygonSet, f), tags(f)));
  }
  return features;
}

/** A label's place: a point certainly inside feature `f` of a set, null when it has no vertex. */
export function labelPoint(set: PolygonSet, f: number): LonLat | null {
  return set.featurePart[f] === set.featurePart[f + 1] ? null : pointInside(geometryOf(set, f));
}

/** A point feature. */
export function pointFeature(id: number, at: LonLat, tags: Tags): Feature {
  return tileFeature(id, { type: "Point", coordinates: at }, tags);
}

/** A box as a polygon, nothing without one. */
export function boxFeature(box: Bbox | null): Feature[] {
  if (!box) return [];
  const [west, south, east, north] = box;
  const ring: LonLat[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return [tileFeature(0, { type: "Polygon", coordinates: [ring] }, {})];
}

/** Features of several layers as one, ids counting on from layer to layer. */
export function joinedFeatures<L extends { readonly shapes: PolygonSet }>(
  layers: readonly L[],
  tags: (layer: L, f: number) => Tags,
): Feature[] {
  let firstId = 0;
  return layers.flatMap((layer) => {
    const features = setFeatures(layer.shapes, (f) => tags(layer, f), firstId);
    firstId += layer.shapes.count;
    return features;
  });
}
