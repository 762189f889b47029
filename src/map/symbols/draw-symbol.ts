/** Turns a symbol into pixels, for the map and for the legend. */
import type { MapSymbol } from "./map-symbol.ts";

/** Pixels of a symbol and how many of them make one CSS pixel. */
export interface SymbolPixels {
  readonly image: ImageData;
  readonly pixelRatio: number;
}

/**
 * Draws a symbol for a screen with `devicePixelRatio`. A pattern is fitted to whole pixels, so its period
 * stays exact and no seam shows; the ratio given back is the one that makes it its true size again.
 */
export function drawSymbol(symbol: MapSymbol, devicePixelRatio: number): SymbolPixels {
  const density = symbol.pattern ? Math.max(2, devicePixelRatio) : Math.max(1, devicePixelRatio);
  const width = Math.max(1, Math.round(symbol.width * density));
  const height = Math.max(1, Math.round(symbol.height * density));
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.scale(width / symbol.width, height / symbol.height);
  symbol.draw(context);
  return { image: context.getImageData(0, 0, width, height), pixelRatio: width / symbol.width };
}
