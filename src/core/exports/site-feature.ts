import type { WriteFeature } from "../formats/geojson/geojson-write.ts";
import { areaM2 } from "../geometry/ellipsoid.ts";
import { bboxOfGeometry } from "../geometry/polygon-set.ts";
import type { Site } from "../model/site.ts";
import type { PlacedSite } from "./placed-sites.ts";

/** A site as a feature, with its ellipsoidal area (whole square metres) and the unit its inside lies in. */
export function siteFeature({ site, unit }: PlacedSite): WriteFeature {
  const geometry = bboxOfGeometry(site.geometry) === null ? null : site.geometry;
  return { id: site.id, properties: { ...describe(site), ...unitOf(unit) }, geometry };
}

function describe({ id, name, form, status, capacity, note, geometry }: Site) {
  return { id, name, form, status, capacity, note, area_m2: Math.round(areaM2(geometry)) };
}

function unitOf(unit: PlacedSite["unit"]) {
  return { unit_code: unit?.code ?? null, unit_name: unit?.name ?? null };
}
