/** Scale and resolution of what is seen, and circles on the ground. */
import type { LonLat } from "../core/units.ts";

/** Radius of the sphere Web Mercator is drawn on (EPSG:3857), metres. */
const MERCATOR_RADIUS_M = 6_378_137;
/** Side of the world at zoom 0, CSS pixels. */
const WORLD_PX = 512;
/** A CSS pixel at 96 dpi, metres (CSS Values and Units, 96 px = 2.54 cm). */
const PIXEL_M = 0.0254 / 96;
const RAD = Math.PI / 180;

/** Metres on the ground per CSS pixel at a zoom and latitude. */
export function metresPerPixel(zoom: number, lat: number): number {
  return (Math.cos(lat * RAD) * 2 * Math.PI * MERCATOR_RADIUS_M) / (WORLD_PX * 2 ** zoom);
}

/** The n of scale 1 : n on a screen of 96 dpi. */
export function scaleOf(zoom: number, lat: number): number {
  return metresPerPixel(zoom, lat) / PIXEL_M;
}

/** WGS 84 semi-major axis in metres and first eccentricity squared. */
const A = 6_378_137;
const E2 = 0.00669437999014;

/**
 * A circle of `radiusM` metres about a place, closed, for drawing. Radii of curvature of the ellipsoid at the
 * centre; for radii up to some kilometres the error stays below a pixel.
 */
export function groundCircle(at: LonLat, radiusM: number, points = 72): LonLat[] {
  const sin = Math.sin(at[1] * RAD);
  const root = Math.sqrt(1 - E2 * sin * sin);
  const metresPerLon = (A / root) * Math.cos(at[1] * RAD) * RAD;
  const metresPerLat = ((A * (1 - E2)) / root ** 3) * RAD;
  const ring: LonLat[] = Array.from({ length: points }, (_, i) => {
    const turn = (i / points) * 2 * Math.PI;
    return [
      at[0] + (Math.sin(turn) * radiusM) / metresPerLon,
      at[1] + (Math.cos(turn) * radiusM) / metresPerLat,
    ];
  });
  ring.push(ring[0]!);
  return ring;
}
