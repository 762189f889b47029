/** Crosshair in the middle of the map, seen while a shape is drawn by keyboard. */
import { TOKENS } from "../tokens.ts";

const SVG = "http://www.w3.org/2000/svg";
const LINES = "M20 4V16M20 24V36M4 20H16M24 20H36";

export interface Crosshair {
  show(on: boolean): void;
  remove(): void;
}

export function createCrosshair(container: HTMLElement): Crosshair {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("width", "40");
  svg.setAttribute("height", "40");
  svg.setAttribute("aria-hidden", "true");
  Object.assign(svg.style, {
    position: "absolute",
    left: "calc(50% - 20px)",
    top: "calc(50% - 20px)",
    pointerEvents: "none",
    display: "none",
  });
  for (const [color, width] of [
    ["#fff", "5"],
    [TOKENS["ink-1"], "2"],
  ] as const) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", LINES);
    path.setAttribute("stroke", color);
    path.setAttribute("stroke-width", width);
    svg.append(path);
  }
  container.append(svg);
  return {
    show(on) {
      svg.style.display = on ? "block" : "none";
    },
    remove() {
      svg.remove();
    },
  };
}
