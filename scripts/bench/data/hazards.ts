/** Hazard zones: many, small, along ridges, lying over one another; of three kinds and five levels. */
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import { type Random, randomOf } from "../../demo/random.ts";
import { fractalBlob } from "./fractal.ts";
import { HEIGHT_M, type PlanePoint, WIDTH_M, within } from "./plane.ts";

/** Kind of a zone by its number in `HAZARD_KINDS`, and how often it comes. */
const KINDS = [
  [0, 0.6],
  [1, 0.3],
  [2, 0.1],
] as const;
const HIGHEST_LEVEL = 5;
const ROUGH = 0.08;
const RIDGES = 60;
/** Distance a zone's middle keeps from the border, and its greatest radius. */
const BORDER_M = 3000;
const MOST_RADIUS_M = 3500;
const USUAL_RADIUS_M = 450;

/** Shapes with what they say. */
export interface HazardZones {
  /** Metres. */
  readonly polygons: readonly ArealGeometry[];
  /** One per polygon. */
  readonly kind: Uint8Array;
  readonly level: Uint8Array;
}

interface Ridge {
  readonly middle: PlanePoint;
  readonly lengthM: number;
  readonly direction: number;
}

/** Zones of about 110 vertices each; every twelfth or so has a hole. */
export function hazardZones(seed: number, count: number): HazardZones {
  const random = randomOf(seed, "hazards");
  const ridges = Array.from({ length: RIDGES }, (): Ridge => {
    const middle: PlanePoint = [random.next() * WIDTH_M, random.next() * HEIGHT_M];
    return { middle, lengthM: random.between(4000, 16_000), direction: random.next() * Math.PI };
  });
  const kind = new Uint8Array(count);
  const level = new Uint8Array(count);
  const polygons = Array.from({ length: count }, (_, i): ArealGeometry => {
    kind[i] = random.weighted(KINDS);
    level[i] = 1 + Math.floor(random.next() ** 1.6 * HIGHEST_LEVEL);
    return zone(random.pick(ridges), random);
  });
  return { polygons, kind, level };
}

function zone(ridge: Ridge, random: Random): ArealGeometry {
  const middle = random.chance(0.75) ? onRidge(ridge, random) : anywhere(random);
  const radiusM = Math.min(MOST_RADIUS_M, USUAL_RADIUS_M * Math.exp(random.normal() * 0.6));
  const vertices = Math.min(1024, Math.max(24, (radiusM / USUAL_RADIUS_M) * 90));
  const stretch = random.between(1, 1.6);
  const outer = { middle, radiusM, vertices, rough: ROUGH, stretch, direction: ridge.direction };
  const rings = [fractalBlob(outer, random)];
  if (radiusM > 400 && random.chance(0.16)) {
    const hole = { middle, radiusM: radiusM * 0.08, vertices: 16, rough: ROUGH };
    rings.push(fractalBlob(hole, random).reverse());
  }
  return { type: "Polygon", coordinates: rings };
}

function onRidge({ middle, lengthM, direction }: Ridge, random: Random): PlanePoint {
  const along = random.normal() * lengthM;
  const across = random.normal() * lengthM * 0.35;
  return inland(
    middle[0] + along * Math.cos(direction) - across * Math.sin(direction),
    middle[1] + along * Math.sin(direction) + across * Math.cos(direction),
  );
}

const anywhere = (random: Random): PlanePoint => inland(random.next() * WIDTH_M, random.next() * HEIGHT_M);

const inland = (x: number, y: number): PlanePoint => [
  BORDER_M + within(x - BORDER_M, WIDTH_M - 2 * BORDER_M),
  BORDER_M + within(y - BORDER_M, HEIGHT_M - 2 * BORDER_M),
];
