/** Keys of the focused map: arrows pan, + and - zoom (MapLibre's own), 0 shows everything. */
import type { Map as MapLibre } from "maplibre-gl";
import { type Language, say } from "../text/say.ts";

/** Names the map for screen readers and says how it is worked. */
export function nameCanvas(map: MapLibre, language: Language, drawing: boolean): void {
  const canvas = map.getCanvas();
  canvas.setAttribute("aria-label", say(language, drawing ? "map.canvas-drawing" : "map.canvas"));
  canvas.setAttribute("role", "application");
}

/** Listens for 0 while the map has focus; returns how to stop. */
export function listenForHome(map: MapLibre, goHome: () => void): () => void {
  const canvas = map.getCanvas();
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "0" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    goHome();
  };
  canvas.addEventListener("keydown", onKey);
  return () => canvas.removeEventListener("keydown", onKey);
}
