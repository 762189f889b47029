/** What lies under the pointer: a household within 8 px, else a site, else the commune. */
import type { MapGeoJSONFeature, Map as MapLibre, Point } from "maplibre-gl";
import type { LonLat } from "../core/units.ts";
import { CLUSTER_LAYERS } from "./layers/clusters.ts";
import { HOUSEHOLD_LAYERS } from "./layers/household-marks.ts";
import { SITE_LAYERS } from "./layers/sites.ts";
import type { Picked } from "./plan-map.ts";

/** Reach of a click around a household's middle, CSS pixels. */
export const PICK_REACH_PX = 8;
/** How far a click on a cluster goes in, zoom levels. */
const CLUSTER_ZOOM = 2;

export type Hit = Picked | { readonly kind: "cluster"; readonly at: LonLat; readonly zoom: number };

function pointOf(feature: MapGeoJSONFeature): LonLat | null {
  if (feature.geometry.type !== "Point") return null;
  const [lon, lat] = feature.geometry.coordinates;
  return [lon!, lat!];
}

/** The nearest point feature of `layers` within `reach` pixels of `point`. */
function nearest(
  map: MapLibre,
  point: Point,
  layers: readonly string[],
  reach: number,
): MapGeoJSONFeature | null {
  const known = layers.filter((layer) => map.getLayer(layer));
  const box: [[number, number], [number, number]] = [
    [point.x - reach, point.y - reach],
    [point.x + reach, point.y + reach],
  ];
  let best: MapGeoJSONFeature | null = null;
  let bestDistance = reach;
  for (const feature of map.queryRenderedFeatures(box, { layers: known })) {
    const at = pointOf(feature);
    if (!at) continue;
    const distance = map.project([at[0], at[1]]).dist(point);
    if (distance <= bestDistance) {
      bestDistance = distance;
      best = feature;
    }
  }
  return best;
}

/** What is hit at a place of the screen, null over bare ground. */
export function pick(map: MapLibre, point: Point): Hit | null {
  const { lng, lat } = map.unproject(point);
  const deeper = (at: LonLat): Hit => ({ kind: "cluster", at, zoom: map.getZoom() + CLUSTER_ZOOM });
  const household = nearest(map, point, HOUSEHOLD_LAYERS, PICK_REACH_PX);
  if (household) {
    const at = pointOf(household) ?? [lng, lat];
    const { id } = household.properties;
    // Without an id it stands for several on one spot: closer in they are told apart.
    return id === undefined ? deeper(at) : { kind: "household", id: String(id), at };
  }
  const under = (layers: readonly string[]) =>
    map.queryRenderedFeatures(point, { layers: layers.filter((layer) => map.getLayer(layer)) })[0];
  const cluster = under(CLUSTER_LAYERS);
  if (cluster) return deeper(pointOf(cluster) ?? [lng, lat]);
  const site = under(SITE_LAYERS);
  if (site) return { kind: "site", id: String(site.properties.id), at: [lng, lat] };
  const unit = under(["unit-ground"]);
  if (unit) return { kind: "unit", code: String(unit.properties.code), at: [lng, lat] };
  return null;
}
