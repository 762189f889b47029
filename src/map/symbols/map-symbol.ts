/** What a drawn symbol is. Sizes are CSS pixels; the context is already scaled for the screen. */

export interface MapSymbol {
  /** Name used by the style. */
  readonly id: string;
  /** Width and height of the picture (for a pattern: of one period), CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Patterns repeat without a seam; pictures stand alone. */
  readonly pattern: boolean;
  /** Draws into a box from 0,0 to width,height. */
  draw(context: CanvasRenderingContext2D): void;
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
