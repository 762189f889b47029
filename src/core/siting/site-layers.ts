/** What site checks need of the reference layers, built once per plan and asked on every move of a vertex. */
import type { ArealIndex } from "../geometry/areal-index.ts";
import { bboxOfFeature } from "../geometry/polygon-set.ts";
import { type SegmentIndex, segmentIndex } from "../geometry/segment-index.ts";
import type { LineSet, PolygonSet } from "../model/geometry.ts";
import type { ArealLayer, Forest, Hazard, ReferenceLayers, Unit } from "../model/layers.ts";
import { unitIndex } from "../screening/unit-index.ts";
import type { Bbox } from "../units.ts";

/** Shapes with the bounds of each feature and an index of their edges. */
export interface IndexedShapes<S extends PolygonSet | LineSet = PolygonSet> {
  readonly shapes: S;
  /** Null for a feature without a vertex. */
  readonly bounds: readonly (Bbox | null)[];
  readonly edges: SegmentIndex;
}
export interface IndexedLayer<A> extends IndexedShapes {
  readonly layer: ArealLayer<A>;
}
export interface SiteLayers {
  readonly units: (IndexedLayer<Unit> & { readonly containing: ArealIndex }) | null;
  readonly forests: readonly IndexedLayer<Forest>[];
  readonly hazards: readonly IndexedLayer<Hazard>[];
  readonly roads: IndexedShapes<LineSet> | null;
}

/** Builds the indexes. Units are asked in the order of their codes: on a shared border the smallest decides. */
export function prepareSiteLayers({ units, forests, hazards, roads }: ReferenceLayers): SiteLayers {
  return {
    units: units && {
      ...indexed(units.shapes),
      layer: units,
      containing: unitIndex(units),
    },
    forests: forests.map((layer) => ({ ...indexed(layer.shapes), layer })),
    hazards: hazards.map((layer) => ({ ...indexed(layer.shapes), layer })),
    roads: roads && indexed(roads.shapes),
  };
}

function indexed<S extends PolygonSet | LineSet>(shapes: S): IndexedShapes<S> {
  const bounds = Array.from({ length: shapes.count }, (_, f) => bboxOfFeature(shapes, f));
  return { shapes, bounds, edges: segmentIndex(shapes) };
}
