/** Problems of coordinate systems and coordinates. */
import type { problemsPlace as vi } from "../vi/problems-place.ts";

export const problemsPlace: Record<keyof typeof vi, string> = {
  "problem.place.crs-refused":
    "The coordinate system {crs} is deprecated (its origin is swapped) and cannot be used. Ask the sender for the right one.",
};
