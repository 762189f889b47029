/** Small layers and registers for tests of screening. Positions near 108°E 12.5°N; 0.01° is about 1.1 km. */
import { lineSetOf, polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import { columnsFrom } from "../../../src/core/model/columns.ts";
import type { ArealGeometry, LineGeometry } from "../../../src/core/model/geometry.ts";
import type { Household, HouseholdColumns } from "../../../src/core/model/household.ts";
import type {
  CentreLayer,
  Coverage,
  Forest,
  ForestLayer,
  Hazard,
  HazardLayer,
  ReferenceLayers,
  RoadLayer,
  Unit,
  UnitLayer,
} from "../../../src/core/model/layers.ts";
import type { Rules } from "../../../src/core/screening/rule-set.ts";
import type { LonLat } from "../../../src/core/units.ts";

export const NO_LAYERS: ReferenceLayers = {
  units: null,
  forests: [],
  hazards: [],
  roads: null,
  centres: null,
};

export const OFF: Rules = {
  reading: "strict",
  minority: null,
  scattered: null,
  forest: null,
  hazard: null,
  remote: null,
};

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

const head = { name: "layer", date: null };

export function units(...list: readonly (readonly [code: string, shape: ArealGeometry])[]): UnitLayer {
  const attributes = list.map(([code]): Unit => ({ code, name: `Xã ${code}`, district: null }));
  return { ...head, coverage: "all", shapes: polygonSetOf(list.map(([, shape]) => shape)), attributes };
}

export function forests(
  coverage: Coverage,
  ...list: readonly (readonly [forest: Partial<Forest>, shape: ArealGeometry])[]
): ForestLayer {
  const attributes = list.map(
    ([forest]): Forest => ({ name: null, kind: "special-use", subzone: null, ...forest }),
  );
  return { ...head, coverage, shapes: polygonSetOf(list.map(([, shape]) => shape)), attributes };
}

export function hazards(
  coverage: Coverage,
  ...list: readonly (readonly [hazard: Hazard, shape: ArealGeometry])[]
): HazardLayer {
  const attributes = list.map(([hazard]) => hazard);
  return { ...head, coverage, shapes: polygonSetOf(list.map(([, shape]) => shape)), attributes };
}

export function roads(...list: readonly LineGeometry[]): RoadLayer {
  return { ...head, shapes: lineSetOf(list), attributes: list.map(() => ({ name: null, roadClass: null })) };
}

export function centres(...list: readonly (readonly [code: string, at: LonLat])[]): CentreLayer {
  return {
    ...head,
    lon: Float64Array.from(list, ([, at]) => at[0]),
    lat: Float64Array.from(list, ([, at]) => at[1]),
    attributes: list.map(([code]) => ({ code, name: null })),
  };
}

export function register(...list: readonly Partial<Household>[]): HouseholdColumns {
  return columnsFrom(
    list.map((household, i) => ({
      id: `H${i}`,
      head: null,
      ethnicity: null,
      members: null,
      poverty: null,
      migrant: null,
      village: null,
      communeCode: null,
      lon: null,
      lat: null,
      properties: {},
      ...household,
    })),
  );
}

export function at(...points: readonly LonLat[]): HouseholdColumns {
  return register(...points.map(([lon, lat]) => ({ lon, lat })));
}
