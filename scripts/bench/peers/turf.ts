/** turf's test behind an rbush tree of boxes: what most people who join in a browser write. */
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { MultiPolygon, Polygon } from "geojson";
import RBush from "rbush";
import { bboxOfFeature, geometryOf } from "../../../src/core/geometry/polygon-set.ts";
import type { PolygonSet } from "../../../src/core/model/geometry.ts";
import { type AreaQuestion, addFeature, emptyAnswers } from "../areas.ts";
import type { Column, Contestant } from "../contest.ts";
import { packageFact } from "./versions.ts";

/** The box of feature `f`, degrees. */
export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly f: number;
}

/** One shot: trees and answers. The GeoJSON is there before, as our flat sets are. */
export function turfOnce(
  questions: readonly AreaQuestion[],
  lon: Float64Array,
  lat: Float64Array,
  every: number,
): Contestant {
  const shapes = questions.map(({ shapes: set }) =>
    Array.from({ length: set.count }, (_, f) => geometryOf(set, f) as unknown as Polygon | MultiPolygon),
  );
  let answers: Column[] = [];
  return {
    name: `turf ${packageFact("@turf/boolean-point-in-polygon")} + rbush ${packageFact("rbush")}`,
    every,
    run() {
      answers = questions.map((question, k) => {
        const polygons = shapes[k]!;
        const tree = boxTreeOf(question.shapes);
        const out = emptyAnswers(question, lon.length);
        for (let i = 0; i < lon.length; i++) {
          const at = [lon[i]!, lat[i]!];
          const found = tree.search({ minX: at[0]!, minY: at[1]!, maxX: at[0]!, maxY: at[1]! });
          for (const { f } of found) {
            if (booleanPointInPolygon(at, polygons[f]!)) addFeature(question, out, i, f);
          }
        }
        return out;
      });
    },
    answers: () => answers,
  };
}

/** A tree of the boxes of all features. */
export function boxTreeOf(shapes: PolygonSet): RBush<Box> {
  const boxes = Array.from({ length: shapes.count }, (_, f): Box => {
    const [minX, minY, maxX, maxY] = bboxOfFeature(shapes, f)!;
    return { minX, minY, maxX, maxY, f };
  });
  return new RBush<Box>().load(boxes);
}
