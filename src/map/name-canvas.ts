import type { Map as MapLibre } from "maplibre-gl";
import { type Language, say } from "../text/say.ts";

/** Names the map for screen readers and says how it is worked. */
export function nameCanvas(map: MapLibre, language: Language, drawing: boolean): void {
  const canvas = map.getCanvas();
  canvas.setAttribute("aria-label", say(language, drawing ? "map.canvas-drawing" : "map.canvas"));
  canvas.setAttribute("role", "application");
}
