/** Small helpers the layer files share. */
import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from "maplibre-gl";
import type { MapFont } from "../fonts.ts";

export const get = (name: string): ExpressionSpecification => ["get", name];
export const equals = (name: string, value: string | number): ExpressionSpecification => [
  "==",
  ["get", name],
  value,
];

/** `layout.visibility` of a switch. */
export const visible = (on: boolean): { visibility: "visible" | "none" } => ({
  visibility: on ? "visible" : "none",
});

/** A value that grows with the zoom: pairs of zoom and value. */
export function byZoom(...stops: number[]): ExpressionSpecification {
  return ["interpolate", ["linear"], ["zoom"], ...stops] as unknown as ExpressionSpecification;
}

/** Layout of a name: font, size in CSS pixels. */
export function name(font: MapFont, size: number): NonNullable<SymbolLayerSpecification["layout"]> {
  return { "text-font": [font], "text-size": size, "text-max-width": 9, "text-line-height": 1.25 };
}

/** A group of layers drawn together; `layers/index.ts` lists the groups from the ground up. */
export type LayerGroup = readonly LayerSpecification[];
