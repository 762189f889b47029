/** Patterns of other areas: special-use forest (sparse small trees), barrier tape, ground nobody surveyed. */
import { MAP_INK, TOKENS } from "../tokens.ts";
import { HATCH_STEPS, shrinkOf } from "./hatches.ts";
import { type MapPattern, withAlpha } from "./map-symbol.ts";

type GroundName = "trees" | "tape" | "not-surveyed";

/** Name of a ground pattern for a step 0…3 of the zoom (see `hatches.ts`). */
export function groundId(name: GroundName, step: number): string {
  return `ground:${name}:${step}`;
}

function trees(context: CanvasRenderingContext2D): void {
  for (const [x, y] of [
    [6, 11],
    [23, 28],
  ] as const) {
    context.moveTo(x, y);
    context.lineTo(x + 2.5, y - 5.4);
    context.lineTo(x + 5, y);
    context.closePath();
  }
}

/** A cross every 12 px, 4.4 px across. */
const CROSS_GAP = 12;
function cross(context: CanvasRenderingContext2D): void {
  const [from, to] = [CROSS_GAP / 2 - 2.2, CROSS_GAP / 2 + 2.2];
  context.moveTo(from, from);
  context.lineTo(to, to);
  context.moveTo(to, from);
  context.lineTo(from, to);
}

/** Bars of 5.5 px and gaps of 5.5 px, rising to the right, against the lines of a landslide. */
const TAPE = 11 * Math.SQRT2;
function bar(context: CanvasRenderingContext2D): void {
  context.moveTo(0, TAPE);
  context.lineTo(TAPE, 0);
}

const PATTERNS: Record<GroundName, Pick<MapPattern, "ground" | "ink" | "trace"> & { period: number }> = {
  trees: { period: 34, ground: null, ink: { fill: withAlpha(MAP_INK.tree, 0.3) }, trace: trees },
  tape: {
    period: TAPE,
    ground: "rgba(255,255,255,0.9)",
    ink: { stroke: MAP_INK.tape, width: 5.5 },
    trace: bar,
  },
  "not-surveyed": {
    period: CROSS_GAP,
    ground: null,
    ink: { stroke: withAlpha(TOKENS["line-strong"], 0.55), width: 0.9 },
    trace: cross,
  },
};

export const GROUNDS: readonly MapPattern[] = (Object.keys(PATTERNS) as GroundName[]).flatMap((name) =>
  Array.from({ length: HATCH_STEPS }, (_, step) => {
    const { period, ...look } = PATTERNS[name];
    return { id: groundId(name, step), width: period, height: period, shrink: shrinkOf(step), ...look };
  }),
);
