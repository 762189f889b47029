/** Patterns of other areas: special-use forest (sparse small trees), barrier tape, not surveyed. */
import { MAP_INK } from "../tokens.ts";
import { HATCH_STEPS } from "./hatches.ts";
import { type MapSymbol, withAlpha } from "./map-symbol.ts";

/** Name of a ground pattern for a step 0…3 of the zoom (see `hatches.ts`). */
export function groundId(name: "trees" | "tape" | "not-surveyed", step: number): string {
  return `ground:${name}:${step}`;
}

function stepped(
  name: "trees" | "tape" | "not-surveyed",
  period: number,
  draw: (context: CanvasRenderingContext2D) => void,
): MapSymbol[] {
  return Array.from({ length: HATCH_STEPS }, (_, step) => {
    const shrink = 2 ** (-(step + 0.5) / HATCH_STEPS);
    return {
      id: groundId(name, step),
      width: period * shrink,
      height: period * shrink,
      pattern: true,
      draw(context: CanvasRenderingContext2D) {
        context.scale(shrink, shrink);
        draw(context);
      },
    };
  });
}

function trees(context: CanvasRenderingContext2D): void {
  context.fillStyle = withAlpha(MAP_INK.tree, 0.3);
  context.beginPath();
  for (const [x, y] of [
    [6, 11],
    [23, 28],
  ] as const) {
    context.moveTo(x, y);
    context.lineTo(x + 2.5, y - 5.4);
    context.lineTo(x + 5, y);
    context.closePath();
  }
  context.fill();
}

/** Red and white bars of 5.5 px rising to the right, against the lines of a landslide. */
const TAPE = 11 * Math.SQRT2;
function tape(context: CanvasRenderingContext2D): void {
  context.fillStyle = "rgba(255,255,255,0.9)";
  context.fillRect(-1, -1, TAPE + 2, TAPE + 2);
  context.strokeStyle = MAP_INK.tape;
  context.lineWidth = 5.5;
  context.beginPath();
  for (const shift of [0, TAPE, 2 * TAPE]) {
    context.moveTo(shift + TAPE, -TAPE);
    context.lineTo(shift - 2 * TAPE, 2 * TAPE);
  }
  context.stroke();
}

function crosses(context: CanvasRenderingContext2D): void {
  context.strokeStyle = withAlpha(MAP_INK.notSurveyed, 0.75);
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(3, 3);
  context.lineTo(7, 7);
  context.moveTo(7, 3);
  context.lineTo(3, 7);
  context.stroke();
}

export const GROUNDS: readonly MapSymbol[] = [
  ...stepped("trees", 34, trees),
  ...stepped("tape", TAPE, tape),
  ...stepped("not-surveyed", 12, crosses),
];
