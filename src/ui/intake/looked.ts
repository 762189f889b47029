/** A line of the check that is looked at on the map: asked of the worker, kept with its table. */
import type { Geometry } from "../../core/model/geometry.ts";
import type { Bbox, LonLat } from "../../core/units.ts";
import { setTable, tableOf } from "./read.ts";
import type { RowLine } from "./row-list.ts";
import type { Looked } from "./waiting.ts";
import { intake, intakeTurn } from "./worker-link.ts";

/** Around one point so much ground is shown to every side, degrees. */
const AROUND = 0.004;
/** Of a large shape only the ground around its fault is shown, degrees to every side. */
const AROUND_FAULT = 0.03;
/** Two places farther apart than this are not shown together, degrees. */
const TOGETHER = 1;

/** Looks at a line; the line that is looked at already is let go. */
export async function lookAtLine(key: number, line: RowLine): Promise<void> {
  const table = tableOf(key);
  if (!table?.item) return;
  if (table.looked?.line.key === line.key) return setTable(key, { looked: null });
  const turn = intakeTurn();
  const rows = rowsOf(line);
  const look = await intake().lookAt(table.item.id, rows, line.finding?.id ?? null);
  if (turn !== intakeTurn() || !look || !tableOf(key)) return;
  setTable(key, { looked: { line, look } });
}

/** Rows of a line, as people count. */
export function rowsOf({ problem, finding }: RowLine): readonly number[] {
  const rows = finding?.rows ?? [];
  if (problem.row === undefined || rows.includes(problem.row)) return rows;
  return [problem.row, ...rows];
}

/** The ground to show; null when it is nowhere. */
export function boundsOfLooked({ line, look }: Looked): Bbox | null {
  const at = line.finding?.at ?? null;
  const after = positionsOf(look.after);
  const all = [...positionsOf(look.before), ...after, ...(at ? [at] : [])].filter(onEarth);
  if (all.length === 0) return null;
  const whole = boxOf(all);
  const spread = Math.max(whole[2] - whole[0], whole[3] - whole[1]);
  // What a fault threw far away is not what a person wants to see.
  if (spread > TOGETHER && after.length > 0) return wider(boxOf(after));
  if (!at || spread <= 2 * AROUND_FAULT) return wider(whole);
  return [at[0] - AROUND_FAULT, at[1] - AROUND_FAULT, at[0] + AROUND_FAULT, at[1] + AROUND_FAULT];
}

function wider([west, south, east, north]: Bbox): Bbox {
  const x = Math.max(0, AROUND - (east - west) / 2);
  const y = Math.max(0, AROUND - (north - south) / 2);
  return [west - x, south - y, east + x, north + y];
}

function boxOf(all: readonly LonLat[]): Bbox {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of all) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

function positionsOf(shapes: readonly Geometry[]): LonLat[] {
  const out: LonLat[] = [];
  const take = (list: unknown): void => {
    if (!Array.isArray(list)) return;
    if (typeof list[0] === "number") out.push(list as unknown as LonLat);
    else for (const each of list) take(each);
  };
  for (const { coordinates } of shapes) take(coordinates);
  return out;
}

function onEarth([lon, lat]: LonLat): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 85;
}
