/** The last look before anything is written: every area has ground and none crosses itself. */
import { areaM2 } from "../../src/core/geometry/ellipsoid.ts";
import { geometryOf } from "../../src/core/geometry/polygon-set.ts";
import { selfCrossing } from "../../src/core/geometry/self-crossing.ts";
import type { PolygonSet } from "../../src/core/model/geometry.ts";
import type { ReferenceLayers } from "../../src/core/model/layers.ts";

/** Throws with the layer, the feature and the place. */
export function checkGeometry({ units, forests, hazards }: ReferenceLayers): void {
  if (units) check("units", units.shapes);
  for (const { shapes } of forests) check("forests", shapes);
  for (const { shapes } of hazards) check("hazards", shapes);
}

function check(name: string, shapes: PolygonSet): void {
  for (let f = 0; f < shapes.count; f++) {
    const geometry = geometryOf(shapes, f);
    const at = selfCrossing(geometry);
    if (at) throw new Error(`${name}: feature ${f} crosses itself at ${at.join(", ")}`);
    if (!(areaM2(geometry) > 0)) throw new Error(`${name}: feature ${f} has no area`);
  }
}
