/**
 * Fonts of the map: our own Noto Sans, cut so that it holds Vietnamese and the letters of Ê Đê and Mnông
 * (U+0306 included). MapLibre draws names straight from the files; no glyph server exists.
 */
import type { StyleSpecification } from "maplibre-gl";

const FILES = {
  "Noto Sans 400": "NotoSans-400.woff2",
  "Noto Sans 400 italic": "NotoSans-400i.woff2",
  "Noto Sans 500": "NotoSans-500.woff2",
  "Noto Sans 600": "NotoSans-600.woff2",
} as const;
export type MapFont = keyof typeof FILES;

/** The style's `font-faces`. `fontsUrl` is absolute: the font loader knows no base address. */
export function fontFaces(fontsUrl: string): NonNullable<StyleSpecification["font-faces"]> {
  return Object.fromEntries(
    Object.entries(FILES).map(([name, file]) => [name, new URL(file, fontsUrl).href]),
  );
}
