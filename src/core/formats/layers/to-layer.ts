/** Accepted features to the layers that screening and checks work on. */
import { lineSetOf, polygonSetOf } from "../../geometry/polygon-set.ts";
import type { LineGeometry, PointGeometry } from "../../model/geometry.ts";
import type { ArealLayer, Centre, CentreLayer, Coverage, Road, RoadLayer } from "../../model/layers.ts";
import type { IsoDate } from "../../units.ts";
import type { LayerFeature } from "./layer-reader.ts";

/** What a layer is called and how old its data is, as far as known. */
export interface LayerHead {
  readonly name: string;
  readonly date: IsoDate | null;
}

/** Units, forests or hazards, in the order of the features. */
export function arealLayer<A>(
  features: readonly LayerFeature<A>[],
  coverage: Coverage,
  { name, date }: LayerHead,
): ArealLayer<A> {
  const shapes = polygonSetOf(features.map(({ geometry }) => geometry));
  return { name, date, coverage, shapes, attributes: features.map(({ attributes }) => attributes) };
}

/** Roads, in the order of the features. */
export function roadLayer(
  features: readonly LayerFeature<Road, LineGeometry>[],
  { name, date }: LayerHead,
): RoadLayer {
  const shapes = lineSetOf(features.map(({ geometry }) => geometry));
  return { name, date, shapes, attributes: features.map(({ attributes }) => attributes) };
}

/** Centres, in the order of the features. */
export function centreLayer(
  features: readonly LayerFeature<Centre, PointGeometry>[],
  { name, date }: LayerHead,
): CentreLayer {
  return {
    name,
    date,
    lon: Float64Array.from(features, ({ geometry }) => geometry.coordinates[0]),
    lat: Float64Array.from(features, ({ geometry }) => geometry.coordinates[1]),
    attributes: features.map(({ attributes }) => attributes),
  };
}
