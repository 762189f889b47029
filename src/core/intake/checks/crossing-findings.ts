/** Shapes whose outline crosses or touches itself. */
import { areaM2 } from "../../geometry/ellipsoid.ts";
import { polygonsOf } from "../../geometry/polygon-set.ts";
import { selfCrossing } from "../../geometry/self-crossing.ts";
import { untangle } from "../../geometry/untangle.ts";
import type { ArealGeometry } from "../../model/geometry.ts";
import type { LonLat } from "../../units.ts";
import { type CheckedShapes, placeOfShape } from "./checked-shapes.ts";
import type { CheckFinding } from "./finding.ts";
import { Listed } from "./listed.ts";
import { touchesItself } from "./rings.ts";

/** `crossing`: the shapes that cross themselves; their inside is what the even-odd rule says. */
export function crossingFindings(
  shapes: CheckedShapes,
  usable: readonly number[],
): { readonly findings: readonly CheckFinding[]; readonly crossing: ReadonlySet<number> } {
  const crosses = new Listed("self-crossing", shapes);
  const touches = new Listed("self-touch", shapes, { code: "untangle" });
  const crossing = new Set<number>();
  for (const i of usable) {
    const geometry = shapes.geometry(i)!;
    const row = shapes.rowNumber(i);
    const at = selfCrossing(geometry);
    if (at) {
      crossing.add(i);
      crosses.add(row, () => {
        const mended = untangle(geometry);
        return {
          problem: {
            code: "check.self-crossing",
            ...placeOfShape(shapes, i),
            values: {
              ...where(at),
              beforeM2: Math.round(areaM2(geometry)),
              afterM2: mended === null ? null : Math.round(areaM2(mended)),
            },
          },
          rows: [row],
          at,
          weight: "ask",
          // Nothing is inside, or too tangled to say: only its source can tell what was meant.
          repair: mended === null ? null : { code: "untangle" },
        };
      });
      continue;
    }
    const touch = firstTouch(geometry);
    if (!touch) continue;
    touches.add(row, () => ({
      problem: { code: "check.self-touch", ...placeOfShape(shapes, i), values: where(touch) },
      rows: [row],
      at: touch,
      weight: "ask",
      repair: { code: "untangle" },
    }));
  }
  return { findings: [...crosses.findings(), ...touches.findings()], crossing };
}

function firstTouch(geometry: ArealGeometry): LonLat | null {
  for (const ring of polygonsOf(geometry).flat()) {
    const at = touchesItself(ring);
    if (at) return at;
  }
  return null;
}

function where([lon, lat]: LonLat): { readonly lon: string; readonly lat: string } {
  return { lon: String(lon), lat: String(lat) };
}
