/** A raster whose cells are kept: looked at, and made ready for the plan. */
import type { Raster } from "../core/formats/raster/raster.ts";
import { toDegrees } from "../core/formats/raster/raster-degrees.ts";
import { canBeHeights, type RasterKind } from "../core/formats/raster/raster-kind.ts";
import { tilesOf } from "../core/formats/raster/raster-tiles.ts";
import type { Meaning } from "../core/intake/meaning.ts";
import { fail, type Outcome, ok } from "../core/outcome.ts";
import type { CheckedTable, RasterResult } from "./protocol.ts";
import type { WaitingTable } from "./waiting-table.ts";

/** A raster is one thing: it comes in whole or not at all. Refused: `raster.not-heights`. */
export function checkCells(
  { opened, item: { file } }: WaitingTable,
  kind: RasterKind,
): Outcome<CheckedTable> {
  const { least, greatest } = opened.table.raster!.look;
  if (kind === "terrain" && !canBeHeights({ least, greatest }))
    return fail("raster.not-heights", { least, greatest }, { file });
  return ok({ read: 1, accepted: 1, unlocated: 0, rejected: [], findings: [], notes: [] });
}

/** In WGS 84 degrees and in tiles. Refused: as `checkCells` and `toDegrees`, `place.crs-unknown`, `raster.empty`. */
export function rasterResult(waiting: WaitingTable, { raster: kind, place }: Meaning): Outcome<RasterResult> {
  const { table } = waiting.opened;
  const { file } = table;
  if (!kind || !table.raster) return fail("raster.unreadable", undefined, { file });
  const checked = checkCells(waiting, kind);
  if (!checked.ok) return checked;
  if (place?.kind !== "geometry") return fail("place.crs-unknown", undefined, { file });
  const { raster } = table.raster;
  const turned = place.axes === "yx" ? swapped(raster) : raster;
  const moved = toDegrees(turned, place.crs, kind === "terrain" ? "bilinear" : "nearest", file);
  if (!moved.ok) return moved;
  const { grid, cellM, resampling } = moved.value;
  const tiles = tilesOf(grid);
  if (!tiles) return fail("raster.empty", undefined, { file });
  const name = file.replace(/\.[^.]+$/, "");
  return ok({ kind, name, file, raster: tiles, cellM, resampling, sourceCrs: place.crs });
}

/** The numbers of the file are north and east. */
function swapped(raster: Raster): Raster {
  const { x0, dx, rx, y0, ry, dy } = raster.place;
  return { ...raster, place: { x0: y0, dx: ry, rx: dy, y0: x0, ry: dx, dy: rx } };
}
