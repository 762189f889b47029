/** Features of the page's own sources: what is chosen and what is blocked. Text stays text. */
import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { ArealGeometry, PolygonGeometry } from "../core/model/geometry.ts";
import type { LonLat } from "../core/units.ts";
import { formatDistance } from "../text/numbers.ts";
import type { Language } from "../text/say.ts";
import { groundCircle } from "./camera.ts";
import type { Selected } from "./map-state.ts";

export type PageFeature = Feature<Geometry, Record<string, string | number>>;
const asGeoJson = (geometry: unknown) => geometry as Geometry;

/** A feature with plain properties. */
export function feature(geometry: unknown, properties: Record<string, string | number>): PageFeature {
  return { type: "Feature", geometry: asGeoJson(geometry), properties };
}
export function collection(features: readonly PageFeature[]): FeatureCollection {
  return { type: "FeatureCollection", features: [...features] };
}

/** Ring, radius and names of the chosen household; nothing for units and sites (their layers know). */
export function selectionFeatures(selected: Selected | null, language: Language): PageFeature[] {
  if (selected?.kind !== "household") return [];
  const { at, radiusM, label } = selected;
  const features = [feature({ type: "Point", coordinates: at }, { role: "household", label })];
  if (radiusM !== null && radiusM > 0) {
    const ring = groundCircle(at, radiusM);
    const south = ring.reduce((low, point) => (point[1] < low[1] ? point : low));
    features.push(feature({ type: "LineString", coordinates: ring }, { role: "radius" }));
    features.push(
      feature(
        { type: "Point", coordinates: south },
        { role: "radius-label", label: formatDistance(language, radiusM) },
      ),
    );
  }
  return features;
}

/** Twice the signed area of a ring in square degrees; only for comparing parts. */
function turn(ring: readonly LonLat[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length]!;
    return sum + x * ny - nx * y;
  }, 0);
}

function polygonsOf(geometry: ArealGeometry): PolygonGeometry["coordinates"][] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : [...geometry.coordinates];
}

/** Where the label of a part stands: the westernmost vertex of its largest polygon, so it lies beside it. */
export function labelPoint(geometry: ArealGeometry): LonLat {
  const rings = polygonsOf(geometry).map((polygon) => polygon[0]!);
  const ring = rings.reduce((best, next) => (Math.abs(turn(next)) > Math.abs(turn(best)) ? next : best));
  return ring.reduce((west, point) => (point[0] < west[0] ? point : west));
}

/** The blocked parts with their labels. */
export function blockedFeatures(
  parts: readonly { readonly geometry: ArealGeometry; readonly label: string }[],
): PageFeature[] {
  return parts.flatMap(({ geometry, label }) => [
    feature(geometry, { label }),
    feature({ type: "Point", coordinates: labelPoint(geometry) }, { label }),
  ]);
}
