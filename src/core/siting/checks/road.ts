/** How far the next road is. */
import { type Check, line } from "../context.ts";
import { outlineDistance } from "../outline-distance.ts";

/** A reminder when it is farther than the limit; unknown without a layer. Straight distance from the outline. */
export const roadCheck: Check = (context) => {
  const { roads } = context.layers;
  if (!roads || roads.shapes.count === 0) return [line("road", "unknown", "road-missing")];
  const nearest = outlineDistance(context, roads, new Uint8Array(roads.shapes.count).fill(1));
  const { roadM: limitM } = context.limits;
  const near = nearest !== null && nearest.distanceM <= limitM;
  return [
    line("road", near ? "passed" : "warning", near ? "road-near" : "road-far", {
      distanceM: nearest?.distanceM ?? null,
      values: { limitM },
    }),
  ];
};
