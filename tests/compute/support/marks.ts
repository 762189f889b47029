/** Columns of marks made from places alone, and everything drawn of them at a zoom. */
import type { MarkColumns, MarkSource } from "../../../src/compute/tiles/household-marks.ts";
import type { HouseholdTiles } from "../../../src/compute/tiles/household-tiles.ts";
import type { UnitMark } from "../../../src/compute/tiles/mark-units.ts";
import { mercatorX, mercatorY, tileOf } from "../../../src/compute/tiles/mercator.ts";
import { placeOrder } from "../../../src/core/geometry/place-order.ts";
import { HOUSEHOLD_STATUSES } from "../../../src/core/model/event.ts";
import { textColumn } from "../../../src/core/model/text-column.ts";
import { type ReadFeature, readTile } from "./read-tile.ts";

export interface At {
  readonly lon: number;
  readonly lat: number;
}

/** Answers and statuses go round: every class comes up. Nobody is in a unit; coordinates may be NaN. */
export function marksAt(points: readonly At[]): MarkColumns {
  const located = points.flatMap(({ lon, lat }, i) => (Number.isNaN(lon) || Number.isNaN(lat) ? [] : [i]));
  const { order, code } = placeOrder(
    Float64Array.from(located, (i) => points[i]!.lon),
    Float64Array.from(located, (i) => points[i]!.lat),
  );
  const householdOf = Uint32Array.from(order, (k) => located[k]!);
  return {
    places: {
      code,
      householdOf,
      points: {
        lon: Float64Array.from(householdOf, (i) => points[i]!.lon),
        lat: Float64Array.from(householdOf, (i) => points[i]!.lat),
      },
    },
    id: textColumn(points.map((_, i) => `Hộ ${i}`)),
    eligible: Uint8Array.from(points, (_, i) => (i * 7) % 3),
    status: Uint8Array.from(points, (_, i) => (i % 5 < 2 ? (i * 3) % HOUSEHOLD_STATUSES.length : 0)),
    unit: new Int32Array(points.length).fill(-1),
  };
}

/** A feature and the tile it was found in. */
export interface DrawnMark extends ReadFeature {
  readonly tile: string;
}

/** Marks of every tile of a zoom in which someone lies, and of those around them. */
export function drawnMarks(
  tiles: HouseholdTiles,
  source: MarkSource,
  columns: MarkColumns,
  z: number,
  units: () => readonly UnitMark[] = () => [],
): { clusters: DrawnMark[]; households: DrawnMark[] } {
  const { lon, lat } = columns.places.points;
  const n = 2 ** z;
  const wanted = new Set<string>();
  const at = Array.from(lon, (each, p): [number, number] => [mercatorX(each), mercatorY(lat[p]!)]);
  // The mark of those outside every commune stands in the middle of them, where nobody may live.
  const middle = (k: 0 | 1) => at.reduce((sum, each) => sum + each[k] / at.length, 0);
  for (const [east, south] of [...at, [middle(0), middle(1)] as const]) {
    const [x, y] = [tileOf(east, z), tileOf(south, z)];
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        if (x + dx >= 0 && x + dx < n && y + dy >= 0 && y + dy < n) wanted.add(`${x + dx} ${y + dy}`);
      }
    }
  }
  const found = { clusters: [] as DrawnMark[], households: [] as DrawnMark[] };
  for (const tile of wanted) {
    const [x, y] = tile.split(" ").map(Number) as [number, number];
    const {
      clusters = [],
      households = [],
      ...others
    } = readTile(tiles.cut(source, columns, units, z, x, y));
    if (Object.keys(others).length > 0) throw new Error(`unexpected layers ${Object.keys(others)}`);
    for (const each of clusters) found.clusters.push({ ...each, tile });
    for (const each of households) found.households.push({ ...each, tile });
  }
  return found;
}
