/** R: far from a road or from the centre of its own unit. Straight distances, which flatter in hills. */
import { and, or } from "../combine.ts";
import { criterion } from "../criterion.ts";
import { CLEAR, HIT, UNKNOWN } from "../finding.ts";

/**
 * More than the threshold is a hit; a test whose layer, unit or centre is missing is unknown; a threshold left
 * out is not tested, and with none tested a located household is clear.
 */
export const remote = criterion("remote", (prepared, { roadM, centreM, combine }) => {
  const { pointOf } = prepared.place;
  const road = typeof roadM === "number" ? roadM : null;
  const centre = typeof centreM === "number" ? centreM : null;
  const out = new Uint8Array(prepared.households.count);
  if (road !== null && centre !== null) {
    const join = combine === "any" ? or : and;
    fartherThanBoth(prepared.roadM, road, prepared.centreM, centre, answersOf(join), out);
  } else if (road !== null) fartherThan(prepared.roadM, road, out);
  else if (centre !== null) fartherThan(prepared.centreM, centre, out);
  else for (let i = 0; i < out.length; i++) out[i] = pointOf[i]! < 0 ? UNKNOWN : CLEAR;
  // A household that is not located has no distances, and unknown joined with unknown is unknown.
  return out;
});

/** NaN is not known: it compares as neither. Sums of 0 and 1 instead of branches, which would often be guessed wrong. */
function fartherThan(metres: Float64Array, threshold: number, out: Uint8Array): void {
  for (let i = 0; i < out.length; i++) {
    const m = metres[i]!;
    out[i] = (m > threshold ? HIT : CLEAR) + (Number.isNaN(m) ? UNKNOWN : CLEAR);
  }
}

function fartherThanBoth(
  roadM: Float64Array,
  road: number,
  centreM: Float64Array,
  centre: number,
  answers: Uint8Array,
  out: Uint8Array,
): void {
  for (let i = 0; i < out.length; i++) {
    const r = roadM[i]!;
    const c = centreM[i]!;
    const byRoad = (r > road ? HIT : CLEAR) + (Number.isNaN(r) ? UNKNOWN : CLEAR);
    const byCentre = (c > centre ? HIT : CLEAR) + (Number.isNaN(c) ? UNKNOWN : CLEAR);
    out[i] = answers[3 * byRoad + byCentre]!;
  }
}

/** Answer of every pair of states. */
function answersOf(join: (a: number, b: number) => number): Uint8Array {
  return Uint8Array.from({ length: 9 }, (_, pair) => join(Math.floor(pair / 3), pair % 3));
}
