/** Borders of communes with every stretch once, so that a dash drawn on them is not drawn twice. */
import type { Feature } from "geojson";
import type { PolygonSet } from "../../core/model/geometry.ts";
import type { LonLat } from "../../core/units.ts";
import { tileFeature } from "./features.ts";

/** Numbers vertices: the same coordinates get the same number. Numbers run below `xy.length / 2`. */
function vertexNumbers(xy: Float64Array): Int32Array {
  const columns = new Map<number, Map<number, number>>();
  const numbers = new Int32Array(xy.length / 2);
  let next = 0;
  for (let v = 0; v < numbers.length; v++) {
    const [x, y] = [xy[2 * v]!, xy[2 * v + 1]!];
    let column = columns.get(x);
    if (!column) {
      column = new Map();
      columns.set(x, column);
    }
    let number = column.get(y);
    if (number === undefined) {
      number = next++;
      column.set(y, number);
    }
    numbers[v] = number;
  }
  return numbers;
}

/**
 * Lines `{outer}`: 1 where only one unit has the stretch (the edge of the whole), 0 where two have it. Only
 * stretches with the same vertices on both sides are known to be one; others are drawn for each unit.
 */
export function unitLineFeatures(set: PolygonSet): Feature[] {
  const { xy, ringVertex } = set;
  const numbers = vertexNumbers(xy);
  const keyOf = (v: number): number => {
    const [a, b] = [numbers[v]!, numbers[v + 1]!];
    return Math.min(a, b) * numbers.length + Math.max(a, b);
  };
  const uses = new Map<number, number>();
  eachEdge(ringVertex, (v) => {
    const key = keyOf(v);
    uses.set(key, (uses.get(key) ?? 0) + 1);
  });
  const features: Feature[] = [];
  const done = new Set<number>();
  let line: LonLat[] = [];
  let lineOuter = 0;
  let end = -1;
  const finish = () => {
    if (line.length > 1) {
      const geometry = { type: "LineString", coordinates: line } as const;
      features.push(tileFeature(features.length, geometry, { outer: lineOuter }));
    }
    line = [];
  };
  eachEdge(ringVertex, (v) => {
    const key = keyOf(v);
    const outer = uses.get(key) === 1 ? 1 : 0;
    if (done.has(key) || numbers[v] === numbers[v + 1]) return;
    done.add(key);
    if (v !== end || outer !== lineOuter) {
      finish();
      line = [[xy[2 * v]!, xy[2 * v + 1]!]];
      lineOuter = outer;
    }
    line.push([xy[2 * v + 2]!, xy[2 * v + 3]!]);
    end = v + 1;
  });
  finish();
  return features;
}

/** Calls with the first vertex of every edge; the next vertex of the same ring ends it. */
function eachEdge(ringVertex: Uint32Array, call: (v: number) => void): void {
  for (let r = 0; r + 1 < ringVertex.length; r++) {
    for (let v = ringVertex[r]!; v + 1 < ringVertex[r + 1]!; v++) call(v);
  }
}
