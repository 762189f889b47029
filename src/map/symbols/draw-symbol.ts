/** Turns symbols into pixels. */
import type { MapPattern, MapSymbol } from "./map-symbol.ts";

/** Pixels of a symbol and how many of them make one CSS pixel. */
export interface SymbolPixels {
  readonly image: ImageData;
  /** A whole number: MapLibre cuts the fraction of a pattern's ratio off. */
  readonly pixelRatio: number;
}

/** A pattern is repeated in its picture until it is this long, so that fitting it to pixels shifts it little. */
const LEAST_PATTERN_PX = 32;

function contextOf(
  width: number,
  height: number,
  canvas: HTMLCanvasElement = document.createElement("canvas"),
): CanvasRenderingContext2D {
  // Also takes away what was drawn and set before.
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext("2d", { willReadFrequently: true })!;
}

/** Draws a picture for a screen with `devicePixelRatio`; on `canvas` when one is kept for many pictures. */
export function drawMark(
  symbol: MapSymbol,
  devicePixelRatio: number,
  canvas?: HTMLCanvasElement,
): SymbolPixels {
  const pixelRatio = Math.max(1, Math.ceil(devicePixelRatio));
  const [width, height] = [symbol.width * pixelRatio, symbol.height * pixelRatio];
  const context = contextOf(width, height, canvas);
  context.scale(pixelRatio, pixelRatio);
  symbol.draw(context);
  return { image: context.getImageData(0, 0, width, height), pixelRatio };
}

/** Draws whole periods of a pattern, fitted to whole pixels, so no seam shows. */
export function drawPattern(pattern: MapPattern, devicePixelRatio: number): SymbolPixels {
  const pixelRatio = Math.max(2, Math.ceil(devicePixelRatio));
  const size = pixelRatio * pattern.shrink;
  const across = Math.ceil(LEAST_PATTERN_PX / (pattern.width * size));
  const down = Math.ceil(LEAST_PATTERN_PX / (pattern.height * size));
  const width = Math.round(pattern.width * size * across);
  const height = Math.round(pattern.height * size * down);
  const context = contextOf(width, height);
  if (pattern.ground) {
    context.fillStyle = pattern.ground;
    context.fillRect(0, 0, width, height);
  }
  context.scale(width / (pattern.width * across), height / (pattern.height * down));
  context.beginPath();
  // One period more on every side: lines reach over their own period by half their width.
  for (let x = -1; x <= across; x++) {
    for (let y = -1; y <= down; y++) {
      context.save();
      context.translate(x * pattern.width, y * pattern.height);
      pattern.trace(context);
      context.restore();
    }
  }
  const { fill, stroke, width: line } = pattern.ink;
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }
  if (stroke && line) {
    context.strokeStyle = stroke;
    context.lineWidth = line;
    context.stroke();
  }
  return { image: context.getImageData(0, 0, width, height), pixelRatio };
}
