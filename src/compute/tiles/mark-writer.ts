/** Marks as features of a tile. Layers and properties: `index.ts`. */
import { HOUSEHOLD_STATUSES } from "../../core/model/event.ts";
import { ELIGIBLE_NAMES } from "../../core/screening/finding.ts";
import { answerOf, classesOf, type MarkColumns, type MarkSource, statusOf } from "./household-marks.ts";
import {
  type Places,
  stepsEast,
  stepsPerUnit,
  stepsSouth,
  type TileRun,
  unitsEast,
  unitsSouth,
} from "./places.ts";
import type { PointTileWriter } from "./point-writer.ts";

/** From this zoom on a mark stands where the coordinates say, not where its cell of the lattice lies. */
const EXACT_FROM = 14;

/** Keys of layer `households`, in the order of their numbers. */
const ANSWER = 0;
const ID = 1;
const NUMBER = 2;
const STATUS = 3;
const HOUSEHOLD_KEYS = ["eligible", "id", "n", "status"] as const;

/** Begins layer `households`: the values of all classes come first. */
export function beginHouseholds(writer: PointTileWriter, source: MarkSource): void {
  writer.beginLayer("households", source === "findings" ? HOUSEHOLD_KEYS.slice(0, STATUS) : HOUSEHOLD_KEYS);
  for (const name of ELIGIBLE_NAMES) writer.text(name);
  if (source === "statuses") for (const name of HOUSEHOLD_STATUSES) writer.text(name);
}

/**
 * Writes the mark of point `p`, which stands for `n` households of class `each`: with the household's id when
 * it stands for itself alone, else with `n`.
 */
export function writeHousehold(
  writer: PointTileWriter,
  source: MarkSource,
  { places, id }: MarkColumns,
  tile: TileRun,
  p: number,
  each: number,
  n: number,
): void {
  const i = places.householdOf[p]!;
  const value = n > 1 ? writer.whole(n) : writer.utf8(id.bytes, id.start[i]!, id.start[i + 1]!);
  writer.begin(i);
  writer.tag(ANSWER, answerOf(each));
  if (source === "statuses") writer.tag(STATUS, ELIGIBLE_NAMES.length + statusOf(each));
  writer.tag(n > 1 ? NUMBER : ID, value);
  endAt(writer, places, tile, p);
}

function endAt(writer: PointTileWriter, { code, points }: Places, tile: TileRun, p: number): void {
  if (tile.z >= EXACT_FROM) {
    writer.end(unitsEast(points.lon[p]!, tile), unitsSouth(points.lat[p]!, tile));
    return;
  }
  const perUnit = stepsPerUnit(tile.z);
  const within = code[p]! - tile.first;
  writer.end(
    Math.round((stepsEast(within) + 0.5) / perUnit),
    Math.round((stepsSouth(within) + 0.5) / perUnit),
  );
}

/** Begins layer `clusters`. */
export function beginClusters(writer: PointTileWriter, source: MarkSource): void {
  writer.beginLayer("clusters", [...classesOf(source).counts, "code", "name"]);
}

/** Writes a mark with its counts, and with a code and name when it is a commune's. */
export function writeCluster(
  writer: PointTileWriter,
  id: number,
  x: number,
  y: number,
  counts: readonly [all: number, first: number, second: number],
  named: { readonly code: string; readonly name: string } | null = null,
): void {
  const values = counts.map((count) => writer.whole(count));
  if (named) values.push(writer.text(named.code), writer.text(named.name));
  writer.begin(id);
  for (let key = 0; key < values.length; key++) writer.tag(key, values[key]!);
  writer.end(x, y);
}
