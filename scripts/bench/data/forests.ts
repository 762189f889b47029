/** Forests: few, large, of several parts, with clearings. */
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import { randomOf } from "../../demo/random.ts";
import { fractalBlob } from "./fractal.ts";
import { HEIGHT_M, type PlanePoint, WIDTH_M } from "./plane.ts";

const COLUMNS = 5;
const ROWS = 4;
const ROUGH = 0.08;
/** Distance of the smaller parts from the middle: clear of the main part, which ends at 10 km. */
const PART_OFFSET_M = 13_500;

/** 20 multipolygons in metres, `vertices` of them in all (about), 3 to 10 holes in the main part of each. */
export function forestPolygons(seed: number, vertices: number): ArealGeometry[] {
  const random = randomOf(seed, "forests");
  const forests: ArealGeometry[] = [];
  for (let f = 0; f < COLUMNS * ROWS; f++) {
    const middle: PlanePoint = [
      (((f % COLUMNS) + 0.5) * WIDTH_M) / COLUMNS + random.between(-4000, 4000),
      ((Math.floor(f / COLUMNS) + 0.5) * HEIGHT_M) / ROWS + random.between(-3000, 3000),
    ];
    const own = (vertices / (COLUMNS * ROWS)) * random.between(0.5, 1.5);
    const radiusM = random.between(7000, 10_000);
    const main = [fractalBlob({ middle, radiusM, vertices: own * 0.7, rough: ROUGH }, random)];
    const holes = 3 + random.index(8);
    for (let h = 0; h < holes; h++) {
      const at = around(middle, (h / holes) * 2 * Math.PI, radiusM * 0.33);
      const hole = { middle: at, radiusM: radiusM * 0.06, vertices: (own * 0.2) / holes, rough: ROUGH };
      main.push(fractalBlob(hole, random).reverse());
    }
    const parts = [main];
    const more = random.index(4);
    for (let p = 0; p < more; p++) {
      const at = around(middle, ((p + random.next() * 0.1) / more) * 2 * Math.PI, PART_OFFSET_M);
      const part = { middle: at, radiusM: random.between(700, 1500), vertices: own * 0.08, rough: ROUGH };
      parts.push([fractalBlob(part, random)]);
    }
    forests.push({ type: "MultiPolygon", coordinates: parts });
  }
  return forests;
}

function around(middle: PlanePoint, angle: number, distanceM: number): PlanePoint {
  return [middle[0] + distanceM * Math.cos(angle), middle[1] + distanceM * Math.sin(angle)];
}
