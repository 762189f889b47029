/**
 * Tiles of households. Below zoom 9 every commune is one mark (`mark-units.ts`). From 9 to 11 the cells of
 * `clusters.ts`: those with few members are drawn one by one. From 12 to 13 households that would lie on each
 * other are one mark (`mark-thinning.ts`). From 14 on everybody is drawn.
 *
 * Points and cells do not change with the answers: for a new picture only those are read again. Nothing is kept
 * from tile to tile but the communes' counts.
 */
import { remember } from "../remember.ts";
import { CLUSTER_MIN, cellList, listCells } from "./clusters.ts";
import { classColumn, classesOf, type MarkColumns, type MarkSource } from "./household-marks.ts";
import { countRun, partsOf } from "./mark-counts.ts";
import { thinList, thinMarks } from "./mark-thinning.ts";
import { type UnitMark, unitMarkWriter } from "./mark-units.ts";
import { beginClusters, beginHouseholds, writeCluster, writeHousehold } from "./mark-writer.ts";
import { type TileRun, tileRun } from "./places.ts";
import { PointTileWriter } from "./point-writer.ts";

/** Below this zoom every commune is one mark. */
const COMMUNE_BELOW = 9;
/** From this zoom on there are no clusters. */
export const SINGLE_FROM = 12;
/** From this zoom on every household has a mark of its own. */
export const ALL_FROM = 14;

/** Cuts the tiles of households. Everything is drawn without a buffer: each mark is in exactly one tile. */
export interface HouseholdTiles {
  /** A tile of one picture, null when it is empty. `units` stays the same while the communes do. */
  cut(
    source: MarkSource,
    columns: MarkColumns,
    units: () => readonly UnitMark[],
    z: number,
    x: number,
    y: number,
  ): Uint8Array | null;
}

/** Tiles of one plan after another. */
export function householdTiles(): HouseholdTiles {
  const writer = new PointTileWriter();
  const communes = unitMarkWriter();
  const cells = cellList();
  const thin = thinList();
  const classes = { findings: remember(classColumn), statuses: remember(classColumn) };

  function writeCells(source: MarkSource, columns: MarkColumns, tile: TileRun, classOf: Uint8Array) {
    const { count, part } = classesOf(source);
    const counts = new Uint32Array(count);
    listCells(columns.places, tile, cells);
    beginClusters(writer, source);
    for (let c = 0; c < cells.count; c++) {
      const from = cells.from[c]!;
      const to = cells.to[c]!;
      if (to - from < CLUSTER_MIN) continue;
      countRun(columns.places.householdOf, from, to, classOf, counts);
      writeCluster(writer, cells.cell[c]!, cells.x[c]!, cells.y[c]!, partsOf(counts, part));
    }
    writer.endLayer();
    beginHouseholds(writer, source);
    for (let c = 0; c < cells.count; c++) {
      const from = cells.from[c]!;
      const to = cells.to[c]!;
      if (to - from < CLUSTER_MIN) writeAll(source, columns, tile, classOf, from, to);
    }
    writer.endLayer();
  }

  function writeThinned(source: MarkSource, columns: MarkColumns, tile: TileRun, classOf: Uint8Array) {
    thinMarks(columns.places, tile, classOf, classesOf(source).count, thin);
    beginHouseholds(writer, source);
    for (let k = 0; k < thin.count; k++) {
      const p = thin.point[k]!;
      const each = classOf[columns.places.householdOf[p]!]!;
      writeHousehold(writer, source, columns, tile, p, each, thin.n[k]!);
    }
    writer.endLayer();
  }

  function writeAll(
    source: MarkSource,
    columns: MarkColumns,
    tile: TileRun,
    classOf: Uint8Array,
    from: number,
    to: number,
  ) {
    for (let p = from; p < to; p++) {
      const each = classOf[columns.places.householdOf[p]!]!;
      writeHousehold(writer, source, columns, tile, p, each, 1);
    }
  }

  return {
    cut(source, columns, units, z, x, y) {
      const classOf = () => classes[source](source, columns);
      if (z < COMMUNE_BELOW) {
        communes.write(writer, source, columns, classOf(), units, { z, x, y });
        return writer.finish();
      }
      const tile = tileRun(columns.places, z, x, y);
      if (tile.from === tile.to) return null;
      if (z < SINGLE_FROM) writeCells(source, columns, tile, classOf());
      else if (z < ALL_FROM) writeThinned(source, columns, tile, classOf());
      else {
        beginHouseholds(writer, source);
        writeAll(source, columns, tile, classOf(), tile.from, tile.to);
        writer.endLayer();
      }
      return writer.finish();
    },
  };
}
