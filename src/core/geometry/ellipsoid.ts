/**
 * Lengths and areas on the WGS 84 ellipsoid (a 6 378 137 m, 1/f 298.257223563), from degrees.
 * VN-2000 uses the same ellipsoid, so figures agree with those taken from Vietnamese maps.
 */
import type { ArealGeometry, LineGeometry } from "../model/geometry.ts";
import type { LonLat } from "../units.ts";
import { polygonsOf } from "./polygon-set.ts";

const A = 6_378_137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const E = Math.sqrt(E2);
const RAD = Math.PI / 180;

/** Metres in a degree of longitude at a latitude: radius of the parallel. */
export function metresPerDegreeLon(lat: number): number {
  const s = Math.sin(lat * RAD);
  return (A / Math.sqrt(1 - E2 * s * s)) * Math.cos(lat * RAD) * RAD;
}

/** Metres in a degree of latitude at a latitude: radius of curvature of the meridian. */
export function metresPerDegreeLat(lat: number): number {
  const s = Math.sin(lat * RAD);
  const w = 1 - E2 * s * s;
  return ((A * (1 - E2)) / (w * Math.sqrt(w))) * RAD;
}

/**
 * Distance in metres between two positions in degrees. Gauss's mid-latitude method: the exact spherical
 * half-angle identity with the ellipsoid's two radii at the middle latitude. Within 1e-6 of the geodesic up
 * to 200 km (checked against GeographicLib). Symmetric: swapping the ends gives the same bits.
 */
export function distanceM(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const mid = (lat1 + lat2) / 2;
  const halfLon = ((lon2 - lon1) / 2) * RAD;
  const halfLat = ((lat2 - lat1) / 2) * RAD;
  const s = Math.sin(mid * RAD);
  const w = 1 - E2 * s * s;
  const n = A / Math.sqrt(w);
  const m = (n * (1 - E2)) / w;
  const x = n * Math.cos(mid * RAD) * Math.sin(halfLon);
  const y = m * Math.sin(halfLat) * Math.cos(halfLon);
  const halfChord = Math.sqrt(x * x + y * y);
  if (halfChord === 0) return 0;
  // From chord to arc with the radius in the direction of travel.
  const radius = (halfChord * halfChord) / ((x * x) / n + (y * y) / m);
  return 2 * radius * Math.asin(Math.min(1, halfChord / radius));
}

/** Distance in metres between two positions. */
export function distanceBetween(a: LonLat, b: LonLat): number {
  return distanceM(a[0], a[1], b[0], b[1]);
}

/**
 * Area in square metres: outer rings less their holes, whatever way round they run. Edges are straight in
 * longitude and latitude, as RFC 7946 says and as the point-in-polygon test reads them.
 */
export function areaM2(geometry: ArealGeometry): number {
  let sum = 0;
  for (const part of polygonsOf(geometry)) {
    part.forEach((ring, r) => {
      sum += r === 0 ? ringAreaM2(ring) : -ringAreaM2(ring);
    });
  }
  return Math.max(0, sum);
}

/** Length in metres of every ring, holes included. */
export function perimeterM(geometry: ArealGeometry): number {
  let sum = 0;
  for (const part of polygonsOf(geometry)) for (const ring of part) sum += lineM(ring, true);
  return sum;
}

/** Length in metres of a line or of all its parts. */
export function lengthM(geometry: LineGeometry): number {
  if (geometry.type === "LineString") return lineM(geometry.coordinates, false);
  return geometry.coordinates.reduce((sum, part) => sum + lineM(part, false), 0);
}

function lineM(positions: readonly LonLat[], close: boolean): number {
  let sum = 0;
  for (let i = 1; i < positions.length; i++) sum += distanceBetween(positions[i - 1]!, positions[i]!);
  if (close && positions.length > 1) sum += distanceBetween(positions[positions.length - 1]!, positions[0]!);
  return sum;
}

/** Nodes and weights of the three-point Gauss–Legendre rule on 0…1. */
const NODES = [0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)] as const;
const WEIGHTS = [5 / 18, 4 / 9, 5 / 18] as const;

/**
 * Green's theorem on the authalic cylinder: the area south of an edge is the integral of q(latitude) over
 * longitude. Taken relative to the ring's first latitude, so that small plots keep their digits.
 */
function ringAreaM2(ring: readonly LonLat[]): number {
  const first = ring[0];
  if (!first) return 0;
  const q0 = authalic(first[1]);
  let sum = 0;
  let [lon, lat] = ring[ring.length - 1]!;
  for (const [nextLon, nextLat] of ring) {
    const width = nextLon - lon;
    if (width !== 0) {
      const rise = nextLat - lat;
      let mean = 0;
      for (let k = 0; k < 3; k++) mean += WEIGHTS[k]! * (authalic(lat + NODES[k]! * rise) - q0);
      sum += width * mean;
    }
    lon = nextLon;
    lat = nextLat;
  }
  return Math.abs(sum) * RAD * A * A * 0.5;
}

/** Snyder's q: twice the area between the equator and a latitude, per radian of longitude and a². */
function authalic(lat: number): number {
  const s = Math.sin(lat * RAD);
  const es = E * s;
  return (1 - E2) * (s / (1 - es * es) + Math.atanh(es) / E);
}
