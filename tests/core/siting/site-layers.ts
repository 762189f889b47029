/** Small layers for site tests. */
import { lineSetOf, polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import type {
  ArealLayer,
  Coverage,
  Forest,
  Hazard,
  ReferenceLayers,
  Unit,
} from "../../../src/core/model/layers.ts";
import type { Site } from "../../../src/core/model/site.ts";
import { DEFAULT_RULES, type Rules } from "../../../src/core/screening/rule-set.ts";
import { checkSite } from "../../../src/core/siting/check-site.ts";
import { prepareSiteLayers } from "../../../src/core/siting/site-layers.ts";
import type { LonLat } from "../../../src/core/units.ts";

export function box(west: number, south: number, east: number, north: number): ArealGeometry {
  const ring: LonLat[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Polygon", coordinates: [ring] };
}

export function layer<A>(
  features: readonly (readonly [A, ArealGeometry])[],
  coverage: Coverage = "all",
): ArealLayer<A> {
  return {
    name: "layer",
    date: null,
    coverage,
    shapes: polygonSetOf(features.map(([, geometry]) => geometry)),
    attributes: features.map(([attributes]) => attributes),
  };
}

export const hazards = (...zones: readonly (readonly [Hazard["kind"], Hazard["level"], ArealGeometry])[]) =>
  layer<Hazard>(zones.map(([kind, level, geometry]) => [{ kind, level }, geometry]));
export const forests = (...areas: readonly (readonly [Forest["kind"], string | null, ArealGeometry])[]) =>
  layer<Forest>(areas.map(([kind, name, geometry]) => [{ kind, name, subzone: null }, geometry]));
export const units = (...areas: readonly (readonly [string, ArealGeometry])[]) =>
  layer<Unit>(areas.map(([code, geometry]) => [{ code, name: `Xã ${code}`, district: null }, geometry]));
export const roads = (...lines: LonLat[][]) => ({
  name: "roads",
  date: null,
  shapes: lineSetOf(lines.map((coordinates) => ({ type: "LineString" as const, coordinates }))),
  attributes: lines.map(() => ({ name: null, roadClass: null })),
});

const NONE: ReferenceLayers = { units: null, forests: [], hazards: [], roads: null, centres: null };

/** The checks of a shape by code; refused shapes throw. */
export function check(
  geometry: ArealGeometry,
  layers: Partial<ReferenceLayers> = {},
  {
    rules = DEFAULT_RULES,
    sites = [],
    exceptId = null,
  }: { rules?: Rules; sites?: readonly Site[]; exceptId?: string | null } = {},
) {
  const outcome = checkSite({ geometry, exceptId }, prepareSiteLayers({ ...NONE, ...layers }), rules, sites);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return { ...outcome.value, byCode: new Map(outcome.value.checks.map((item) => [item.code, item])) };
}
