/** The nearest feature of some kind over several layers. */
import type { CheckContext } from "./context.ts";
import { outlineDistance } from "./outline-distance.ts";
import type { IndexedLayer } from "./site-layers.ts";

/** Distance from the outline and the attributes of the feature it leads to, null when there is none. */
export function nearestOf<A>(
  context: CheckContext,
  sources: readonly IndexedLayer<A>[],
  counts: (attributes: A) => boolean,
): { readonly distanceM: number; readonly attributes: A } | null {
  let best: { distanceM: number; attributes: A } | null = null;
  for (const source of sources) {
    const asked = Uint8Array.from(source.layer.attributes, (attributes) => (counts(attributes) ? 1 : 0));
    if (!asked.includes(1)) continue;
    const found = outlineDistance(context, source, asked);
    if (found && (!best || found.distanceM < best.distanceM)) {
      best = { distanceM: found.distanceM, attributes: source.layer.attributes[found.feature]! };
    }
  }
  return best;
}
