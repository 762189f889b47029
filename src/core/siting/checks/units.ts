/** A site belongs to one commune: which ones does it lie in. */
import type { SiteCheck } from "../../model/site.ts";
import { type Check, type CheckContext, line } from "../context.ts";
import { candidatesOf, overlapWith } from "../overlap.ts";

/** A reminder when it crosses a border, naming the communes by code, or leaves the layer; unknown without a layer. */
export const unitCheck: Check = (context) => {
  const { units } = context.layers;
  if (!units) return [line("unit-border", "unknown", "unit-missing")];
  const touched = units.layer.attributes
    .map((unit, f) => ({
      unit,
      overlap: overlapWith(
        context,
        candidatesOf(units, (other) => other === f),
      ),
    }))
    .filter(({ overlap }) => overlap !== null)
    .sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1));
  const names = touched.map(({ unit }) => unit.name).join(", ");
  if (touched.length === 0) return [line("unit-border", "warning", "unit-outside")];
  if (touched.length > 1) return [answer("warning", "unit-border", names)];
  const outsideM2 = context.areaM2 * (1 - touched[0]!.overlap!.share);
  return outsideM2 > leastOutside(context)
    ? [answer("warning", "unit-partly-outside", names)]
    : [answer("passed", "unit-inside", names)];
};

/** Rounding of a clipped area: a millionth of the site on top of what counts as touching. */
function leastOutside({ limits, areaM2 }: CheckContext): number {
  return limits.leastOverlapM2 + areaM2 * 1e-6;
}

function answer(state: SiteCheck["state"], reason: string, units: string): SiteCheck {
  return line("unit-border", state, reason, { values: { units } });
}
