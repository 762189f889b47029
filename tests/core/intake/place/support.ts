/** Tables, communes and points for the tests of places. */
import { PROVINCE } from "../../../../src/core/crs/areas.ts";
import type { CrsCode } from "../../../../src/core/crs/definitions.ts";
import { crsTransform } from "../../../../src/core/crs/transform.ts";
import { arealIndex, firstFeatureAt } from "../../../../src/core/geometry/areal-index.ts";
import { polygonSetOf } from "../../../../src/core/geometry/polygon-set.ts";
import { type DeclaredCrs, recordTable, type SourceTable } from "../../../../src/core/intake/dataset.ts";
import type { ArealGeometry } from "../../../../src/core/model/geometry.ts";
import type { Json } from "../../../../src/core/model/household.ts";
import type { ArealLayer, Unit } from "../../../../src/core/model/layers.ts";
import type { LonLat } from "../../../../src/core/units.ts";

/** Numbers from 0 to 1 that are the same every time. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function sheet(
  columns: readonly string[],
  rows: readonly (readonly Json[])[],
  name = "",
): SourceTable {
  const head = { format: "csv", file: "diem.csv", name, text: "unicode", rowIs: "row", crs: null } as const;
  const records = rows.map((values, i) => ({ row: i + 2, values, geometry: null }));
  return recordTable({ ...head, columns, rejected: [], notes: [] }, records);
}

export function shapes(geometries: readonly Json[], crs: DeclaredCrs | null): SourceTable {
  const head = {
    format: "shapefile",
    file: "xa.shp",
    name: "",
    text: "bytes",
    rowIs: "feature",
    crs,
  } as const;
  const records = geometries.map((geometry, i) => ({ row: i + 1, values: [], geometry }));
  return recordTable({ ...head, columns: [], rejected: [], notes: [] }, records);
}

/** Every position of a geometry changed. */
export function moved(geometry: ArealGeometry, change: (x: number, y: number) => readonly number[]): Json {
  const walk = (value: unknown): Json =>
    typeof (value as unknown[])[0] === "number"
      ? [...change(...(value as [number, number]))]
      : (value as unknown[]).map(walk);
  return { type: geometry.type, coordinates: walk(geometry.coordinates) };
}

export function layerOf(geometries: readonly ArealGeometry[], codes: readonly string[]): ArealLayer<Unit> {
  return {
    name: "xa",
    date: null,
    coverage: "all",
    shapes: polygonSetOf(geometries),
    attributes: codes.map((code) => ({ code, name: code, district: null })),
  };
}

/** Communes of about 16 by 13 km with crooked borders over the whole province. */
export function lattice(): {
  readonly geometries: readonly ArealGeometry[];
  readonly layer: ArealLayer<Unit>;
} {
  const random = randomFrom(11);
  const [west, south, east, north] = PROVINCE;
  const side = 13;
  const corner = Array.from({ length: side + 1 }, (_, i) =>
    Array.from({ length: side + 1 }, (_, j): LonLat => {
      const dx = ((random() - 0.5) * (east - west)) / side / 2;
      const dy = ((random() - 0.5) * (north - south)) / side / 2;
      return [west + ((east - west) * i) / side + dx, south + ((north - south) * j) / side + dy];
    }),
  );
  const geometries: ArealGeometry[] = [];
  for (let i = 0; i < side; i++) {
    for (let j = 0; j < side; j++) {
      const ring = [
        corner[i]![j]!,
        corner[i + 1]![j]!,
        corner[i + 1]![j + 1]!,
        corner[i]![j + 1]!,
        corner[i]![j]!,
      ];
      geometries.push({ type: "Polygon", coordinates: [ring] });
    }
  }
  return {
    geometries,
    layer: layerOf(
      geometries,
      geometries.map((_, i) => `6${String(i).padStart(4, "0")}`),
    ),
  };
}

/** Points in communes and the code of each. */
export function pointsIn(
  layer: ArealLayer<Unit>,
  count: number,
  random: () => number,
  [west, south, east, north] = PROVINCE,
): readonly { readonly at: LonLat; readonly code: string }[] {
  const index = arealIndex(layer.shapes);
  const out: { at: LonLat; code: string }[] = [];
  while (out.length < count) {
    const at: LonLat = [west + random() * (east - west), south + random() * (north - south)];
    const feature = firstFeatureAt(index, ...at);
    if (feature >= 0) out.push({ at, code: layer.attributes[feature]!.code });
  }
  return out;
}

/** In the numbers of a system. */
export function numbersIn(
  crs: CrsCode,
  points: readonly { readonly at: LonLat }[],
): (readonly [number, number])[] {
  const { forward } = crsTransform(crs);
  return points.map(({ at }) => forward(...at));
}
