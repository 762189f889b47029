/** Gives the map its symbols, and draws clusters when tiles ask for them. */
import type { Map as MapLibre } from "maplibre-gl";
import { clusterSymbol } from "./clusters.ts";
import { drawMark, drawPattern, type SymbolPixels } from "./draw-symbol.ts";
import { MARKS, PATTERNS } from "./index.ts";

/** Cluster pictures kept before the oldest are let go; one still in use is drawn again when asked for. */
const MOST_CLUSTERS = 4000;

function add(map: MapLibre, id: string, pixels: (ratio: number) => SymbolPixels): void {
  if (map.hasImage(id)) return;
  const { image, pixelRatio } = pixels(window.devicePixelRatio || 1);
  map.addImage(id, image, { pixelRatio });
}

/** Adds every listed symbol now and clusters on demand. */
export function addSymbols(map: MapLibre): void {
  const clusters: string[] = [];
  const canvas = document.createElement("canvas");
  map.setMissingStyleImageResolver((id) => {
    const symbol = clusterSymbol(id);
    if (!symbol) return;
    add(map, id, (ratio) => drawMark(symbol, ratio, canvas));
    clusters.push(id);
    if (clusters.length <= MOST_CLUSTERS) return;
    for (const old of clusters.splice(0, MOST_CLUSTERS / 4)) if (map.hasImage(old)) map.removeImage(old);
  });
  for (const pattern of PATTERNS) add(map, pattern.id, (ratio) => drawPattern(pattern, ratio));
  for (const mark of MARKS) add(map, mark.id, (ratio) => drawMark(mark, ratio));
}
