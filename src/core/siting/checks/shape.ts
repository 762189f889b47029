/** An outline that crosses itself: no other check can be made of it. */
import { selfCrossing } from "../../geometry/self-crossing.ts";
import { type Check, line } from "../context.ts";

/** Blocked where it crosses; nothing to say when it does not. */
export const shapeCheck: Check = ({ geometry }) => {
  const at = selfCrossing(geometry);
  if (!at) return [];
  const values = { lon: String(Number(at[0].toFixed(7))), lat: String(Number(at[1].toFixed(7))) };
  return [line("shape", "blocked", "shape-crosses", { values })];
};
