import { TOKENS } from "../tokens.ts";
import type { LayerGroup } from "./parts.ts";

/** The ground everything lies on. */
export function paperLayers(): LayerGroup {
  return [{ id: "paper", type: "background", paint: { "background-color": TOKENS.paper } }];
}
