/** Communes as marks with the counts of everybody in them: below the zooms of clusters. */
import { LATTICE_SIDE } from "../../core/geometry/place-order.ts";
import { remember } from "../remember.ts";
import { EXTENT } from "./encode.ts";
import { classesOf, type MarkColumns, type MarkSource } from "./household-marks.ts";
import { countUnits, partsOf } from "./mark-counts.ts";
import { beginClusters, writeCluster } from "./mark-writer.ts";
import { mercatorX, mercatorY, tileOf } from "./mercator.ts";
import { type Places, stepsEast, stepsSouth } from "./places.ts";
import type { PointTileWriter } from "./point-writer.ts";

/** A commune as a mark: a point inside it (WGS 84 degrees). */
export interface UnitMark {
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/** Writes the communes' marks of a tile. Counts are made in one pass when an answer moved, then kept. */
export interface UnitMarkWriter {
  /** Layer `clusters` of tile `z/x/y`; `units` stays the same while the communes do. */
  write(
    writer: PointTileWriter,
    source: MarkSource,
    columns: MarkColumns,
    classOf: Uint8Array,
    units: () => readonly UnitMark[],
    tile: { readonly z: number; readonly x: number; readonly y: number },
  ): void;
}

/** Web Mercator, unit square. */
interface UnitPlace {
  readonly unit: UnitMark | null;
  readonly x: number;
  readonly y: number;
}

/** Remembers the counts of both pictures. */
export function unitMarkWriter(): UnitMarkWriter {
  const placesOf = remember(unitPlaces);
  const counted = { findings: remember(countUnits), statuses: remember(countUnits) };
  return {
    write(writer, source, columns, classOf, units, tile) {
      const { count, part } = classesOf(source);
      const places = placesOf(units, columns.places, columns.unit);
      const counts = counted[source](columns.places, columns.unit, places.length - 1, classOf, count);
      beginClusters(writer, source);
      for (let u = 0; u < places.length; u++) {
        const { unit, x, y } = places[u]!;
        if (tileOf(x, tile.z) !== tile.x || tileOf(y, tile.z) !== tile.y) continue;
        const sums = partsOf(counts.subarray(u * count, (u + 1) * count), part);
        if (sums[0] > 0)
          writeCluster(writer, u, unitsIn(x, tile.z, tile.x), unitsIn(y, tile.z, tile.y), sums, unit);
      }
      writer.endLayer();
    },
  };
}

/** Places of the communes' marks, and last of one for those in none: the middle of where they are. */
function unitPlaces(
  units: () => readonly UnitMark[],
  places: Places,
  unit: Int32Array,
): readonly UnitPlace[] {
  return [
    ...units().map((mark) => ({ unit: mark, x: mercatorX(mark.lon), y: mercatorY(mark.lat) })),
    { unit: null, ...middleOutside(places, unit) },
  ];
}

function middleOutside({ code, householdOf }: Places, unit: Int32Array): { x: number; y: number } {
  let n = 0;
  let east = 0;
  let south = 0;
  for (let p = 0; p < code.length; p++) {
    if (unit[householdOf[p]!]! >= 0) continue;
    n++;
    east += stepsEast(code[p]!);
    south += stepsSouth(code[p]!);
  }
  const steps = Math.max(1, n) * LATTICE_SIDE;
  return { x: east / steps, y: south / steps };
}

function unitsIn(coordinate: number, z: number, tile: number): number {
  return Math.round((coordinate * 2 ** z - tile) * EXTENT);
}
