/** Pieces of the map's symbols for the legend: the same patterns and marks, drawn the same way. */
import type { HazardKind } from "../core/model/layers.ts";
import { clusterSymbol } from "./symbols/clusters.ts";
import { drawPattern } from "./symbols/draw-symbol.ts";
import { groundId } from "./symbols/grounds.ts";
import { hatchId } from "./symbols/hatches.ts";
import { MARKS, PATTERNS } from "./symbols/index.ts";
import { hazardFamily, MAP_INK, TOKENS } from "./tokens.ts";

export type Swatch =
  | { readonly kind: "hazard"; readonly hazard: HazardKind; readonly level: number }
  | { readonly kind: "special-use" | "other-forest" | "buffer" | "blocked" | "not-surveyed" }
  /** A mark: `finding:yes`, `status:moved`, `donut:14:4:2`, `place:school`. */
  | { readonly kind: "mark"; readonly id: string };

function paintGround(context: CanvasRenderingContext2D, id: string, width: number, height: number): void {
  const pattern = PATTERNS.find((one) => one.id === id);
  if (!pattern) throw new Error(`No pattern ${id}`);
  const { image, pixelRatio } = drawPattern(pattern, window.devicePixelRatio || 1, false);
  const tile = document.createElement("canvas");
  tile.width = image.width;
  tile.height = image.height;
  tile.getContext("2d")!.putImageData(image, 0, 0);
  const repeated = context.createPattern(tile, "repeat")!;
  repeated.setTransform(new DOMMatrix([1 / pixelRatio, 0, 0, 1 / pixelRatio, 0, 0]));
  context.fillStyle = repeated;
  context.fillRect(0, 0, width, height);
}

/** Draws a swatch into a canvas of `width` × `height` CSS pixels (22 × 14 in the legend). */
export function drawSwatch(canvas: HTMLCanvasElement, swatch: Swatch, width: number, height: number): void {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext("2d")!;
  context.scale(ratio, ratio);
  const frame = (color: string, line: number) => {
    context.strokeStyle = color;
    context.lineWidth = line;
    context.strokeRect(line / 2, line / 2, width - line, height - line);
  };
  const fill = (color: string, opacity: number) => {
    context.globalAlpha = opacity;
    context.fillStyle = color;
    context.fillRect(0, 0, width, height);
    context.globalAlpha = 1;
  };
  if (swatch.kind === "mark") {
    const symbol = MARKS.find((one) => one.id === swatch.id) ?? clusterSymbol(swatch.id);
    if (!symbol) throw new Error(`No symbol ${swatch.id}`);
    const fit = Math.min(1, width / symbol.width, height / symbol.height);
    context.translate((width - symbol.width * fit) / 2, (height - symbol.height * fit) / 2);
    context.scale(fit, fit);
    symbol.draw(context);
    return;
  }
  fill("#FFFFFF", 1);
  if (swatch.kind === "hazard") {
    paintGround(context, hatchId(swatch.hazard, swatch.level, 0), width, height);
    frame(hazardFamily(swatch.hazard) === "land" ? MAP_INK.landEdge : MAP_INK.floodEdge, 1);
  } else if (swatch.kind === "special-use") {
    fill(TOKENS.forest, 0.42);
    paintGround(context, groundId("trees", 0), width, height);
    frame(TOKENS["forest-edge"], 1.5);
  } else if (swatch.kind === "other-forest") {
    fill(TOKENS.protect, 0.5);
    frame(TOKENS["protect-edge"], 0.8);
  } else if (swatch.kind === "buffer") {
    context.setLineDash([0.1, 4]);
    context.lineCap = "round";
    frame(MAP_INK.tree, 1.6);
  } else if (swatch.kind === "blocked") {
    paintGround(context, groundId("tape", 0), width, height);
    frame(MAP_INK.tapeEdge, 1.3);
  } else {
    paintGround(context, groundId("not-surveyed", 0), width, height);
    frame(MAP_INK.notSurveyed, 1);
  }
}
