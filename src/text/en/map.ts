import type { map as vi } from "../vi/map.ts";

export const map: Record<keyof typeof vi, string> = {
  "map.canvas": "Map. Arrow keys pan, + and - zoom in and out, 0 shows the whole plan.",
  "map.canvas-drawing":
    "Map, drawing. Arrow keys pan, Space places a vertex at the middle of the map, Backspace removes the last vertex, Enter finishes, Esc cancels.",
  "map.site-capacity": "{n}\u00a0households",
  "map.no-webgl":
    "This browser cannot draw the map (WebGL 2 is missing: {detail}). Panels and tables still work. Update the browser or switch on graphics acceleration, then reload the page.",
  "map.tiles":
    "Part of the map data could not be read ({detail}). An empty place on the map does not mean it is safe. Reload the page; if it fails again, copy the tiles folder again.",
};
