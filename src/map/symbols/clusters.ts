/**
 * Rings of clusters, drawn when the map asks for them: `donut:RADIUS:YES:UNKNOWN` for findings,
 * `share:RADIUS:DONE:OPEN` for statuses, shares in steps of the ring. A cluster without anyone to move or to
 * check is a thin grey circle, `quiet:RADIUS`, so that the eye finds the others. The number is written by the
 * map, not into the picture: a few hundred pictures then serve every count.
 */
import { MAP_INK, TOKENS } from "../tokens.ts";
import { disc, type MapSymbol } from "./map-symbol.ts";

/** Steps of a whole ring: 11° each, so that the least share is seen on the smallest ring. */
export const SHARE_STEPS = 32;

/**
 * Radii in CSS pixels by the least count they are used for, wide enough for the number. Up to 999 a ring fits
 * its cell of 32 pixels, from 1000 on one of 64 (`compute/tiles/clusters.ts`).
 */
export const CLUSTER_RADII: readonly { readonly from: number; readonly radius: number }[] = [
  { from: 0, radius: 11 },
  { from: 12, radius: 12 },
  { from: 20, radius: 13 },
  { from: 33, radius: 14 },
  { from: 100, radius: 15 },
  { from: 1000, radius: 19 },
  { from: 10_000, radius: 23 },
];
export const QUIET_RADII: typeof CLUSTER_RADII = [
  { from: 0, radius: 9 },
  { from: 20, radius: 10 },
  { from: 100, radius: 12 },
  { from: 1000, radius: 17 },
  { from: 10_000, radius: 21 },
];

const TURN = 2 * Math.PI;
const RING = 4;

/** A stretch of the ring in steps, its colour, and the ink of its stripes. */
interface Slice {
  readonly steps: number;
  readonly fill: string;
  readonly stripe: string | null;
}

function quiet(id: string, radius: number): MapSymbol {
  const size = Math.ceil(radius * 2 + 4);
  return {
    id,
    width: size,
    height: size,
    draw(context) {
      disc(context, size / 2, size / 2, radius, {
        fill: "rgba(255,255,255,0.92)",
        stroke: TOKENS["line-strong"],
        width: 1.1,
      });
    },
  };
}

function ring(id: string, radius: number, slices: readonly Slice[]): MapSymbol {
  const size = Math.ceil(radius * 2 + 6);
  const middle = size / 2;
  return {
    id,
    width: size,
    height: size,
    draw(context) {
      disc(context, middle, middle, radius + 1.6, { fill: "#fff" });
      disc(context, middle, middle, radius - 1.6, { stroke: TOKENS["no-bar"], width: RING });
      let from = -TURN / 4;
      for (const { steps, fill, stripe } of slices) {
        if (steps <= 0) continue;
        const to = from + (steps / SHARE_STEPS) * TURN;
        context.lineWidth = RING;
        context.strokeStyle = fill;
        context.beginPath();
        context.arc(middle, middle, radius - 1.6, from, to);
        context.stroke();
        if (stripe) {
          context.strokeStyle = stripe;
          context.setLineDash([1, 2.2]);
          context.stroke();
          context.setLineDash([]);
        }
        from = to;
      }
      disc(context, middle, middle, radius + 0.5, { stroke: MAP_INK.clusterEdge, width: 0.8 });
    },
  };
}

/** The symbol a cluster's name stands for, null when it is not the name of a cluster. */
export function clusterSymbol(id: string): MapSymbol | null {
  const match = /^(?:quiet:(\d+)|(donut|share):(\d+):(\d+):(\d+))$/.exec(id);
  if (!match) return null;
  if (match[1]) return quiet(id, Number(match[1]));
  const [radius, first, second] = [Number(match[3]), Number(match[4]), Number(match[5])];
  // Both shares were rounded up: together they may be a step too long, which the larger one gives.
  const over = Math.max(0, first + second - SHARE_STEPS);
  const [one, two] = first > second ? [first - over, second] : [first, second - over];
  return match[2] === "donut"
    ? ring(id, radius, [
        { steps: one, fill: TOKENS.yes, stripe: null },
        { steps: two, fill: TOKENS.unknown, stripe: TOKENS["unknown-edge"] },
      ])
    : ring(id, radius, [
        { steps: one, fill: TOKENS["st-settled"], stripe: null },
        { steps: two, fill: "#FFFFFF", stripe: TOKENS["st-planned"] },
      ]);
}
