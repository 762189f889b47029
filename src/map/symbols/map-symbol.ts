/** What a drawn symbol is. Sizes are CSS pixels; the context is already scaled for the screen. */

/** A picture that stands alone. */
export interface MapSymbol {
  /** Name used by the style. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Draws into a box from 0,0 to width,height. */
  draw(context: CanvasRenderingContext2D): void;
}

/** An area that repeats without a seam; width and height are those of one period. */
export interface MapPattern {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Everything is drawn this much smaller; see `HATCH_STEPS`. */
  readonly shrink: number;
  /** Colour under the ink, null for none. */
  readonly ground: string | null;
  readonly ink: { readonly stroke?: string; readonly width?: number; readonly fill?: string };
  /** Adds one period's lines to the path, in the period's own pixels before shrinking. */
  trace(context: CanvasRenderingContext2D): void;
}

const TURN = 2 * Math.PI;

/** Fills and strokes a circle about the middle of what is drawn. */
export function disc(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  paint: { fill?: string; stroke?: string; width?: number },
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  paintPath(context, paint);
}

/** Fills and strokes the current path. */
export function paintPath(
  context: CanvasRenderingContext2D,
  paint: { fill?: string; stroke?: string; width?: number },
): void {
  context.lineJoin = "round";
  if (paint.fill) {
    context.fillStyle = paint.fill;
    context.fill();
  }
  if (paint.stroke && paint.width) {
    context.strokeStyle = paint.stroke;
    context.lineWidth = paint.width;
    context.stroke();
  }
}

/** `#RRGGBB` with an opacity 0…1 as a CSS colour. */
export function withAlpha(hex: string, alpha: number): string {
  const value = Number.parseInt(hex.slice(1), 16);
  return `rgba(${value >> 16},${(value >> 8) & 255},${value & 255},${alpha})`;
}
