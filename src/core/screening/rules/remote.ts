/** R: far from a road or from the centre of its own unit. Straight distances, which flatter in hills. */
import { and, or } from "../combine.ts";
import { criterion } from "../criterion.ts";
import { CLEAR, HIT, UNKNOWN } from "../finding.ts";

/**
 * More than the threshold is a hit; a test whose layer, unit or centre is missing is unknown; a threshold left
 * out is not tested, and with none tested a located household is clear.
 */
export const remote = criterion("remote", (prepared, { roadM, centreM, combine }) => {
  const join = combine === "any" ? or : and;
  const tests: (readonly [distance: Float64Array, threshold: number])[] = [];
  if (typeof roadM === "number") tests.push([prepared.roadM, roadM]);
  if (typeof centreM === "number") tests.push([prepared.centreM, centreM]);
  const out = new Uint8Array(prepared.households.count);
  for (let i = 0; i < out.length; i++) {
    const states = tests.map(([distance, threshold]) => farther(distance[i]!, threshold));
    out[i] = prepared.pointOf[i]! < 0 ? UNKNOWN : states.length === 0 ? CLEAR : states.reduce(join);
  }
  return out;
});

function farther(metres: number, threshold: number): number {
  if (Number.isNaN(metres)) return UNKNOWN;
  return metres > threshold ? HIT : CLEAR;
}
