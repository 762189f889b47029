/** Writes a province into a folder, for peers that run outside this process, and reads their answers back. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { placeOrder } from "../../../src/core/geometry/place-order.ts";
import type { PolygonSet } from "../../../src/core/model/geometry.ts";
import { areaQuestions } from "../areas.ts";
import type { Column } from "../contest.ts";
import type { Province } from "../data/index.ts";
import type { MeasureOptions } from "../measure.ts";
import { MOST_M } from "../nearest.ts";
import { FEWER_THAN, RADIUS_M } from "../scatter.ts";
import { wkbOfPolygons } from "./wkb.ts";

/** A new folder that every user of this machine may read: a database runs under its own. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "an-cu-bench-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** Takes it away with everything in it. */
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/**
 * Columns as raw little-endian numbers: `lon`, `lat`, `x`, `y` and `road-vertices` (interleaved) float64,
 * `order` uint32 (place order). Layers as `NAME.wkb`: for each feature its length (uint32) and its bytes;
 * `hazards.ranks`: all groups, then all ranks, a byte each; `hazards-plane.wkb` in metres.
 */
export function handOver(folder: string, province: Province): void {
  const { households, roads, hazards } = province;
  const write = (name: string, column: ArrayBufferView) =>
    writeFileSync(join(folder, name), new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  for (const name of ["lon", "lat", "x", "y"] as const) write(`${name}.f64`, households[name]);
  write("order.u32", placeOrder(households.lon, households.lat).order);
  write("road-vertices.f64", roads.plane.xy);
  for (const { name, shapes, ranks } of areaQuestions(province)) {
    writeFileSync(join(folder, `${name}.wkb`), sized(shapes));
    if (ranks) writeFileSync(join(folder, `${name}.ranks`), Buffer.concat([ranks.group, ranks.rank]));
  }
  writeFileSync(join(folder, "hazards-plane.wkb"), sized(hazards.plane));
  mkdirSync(join(folder, "answers"));
}

/** What is asked and how often, as `task.json`. */
export function writeTask(folder: string, { repeats, budgetMs }: MeasureOptions): void {
  const task = {
    repeats,
    budgetMs,
    mostM: MOST_M,
    radiusM: RADIUS_M,
    fewerThan: FEWER_THAN,
  };
  writeFileSync(join(folder, "task.json"), JSON.stringify(task));
}

function sized(shapes: PolygonSet): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let f = 0; f < shapes.count; f++) {
    const wkb = wkbOfPolygons(shapes, f);
    pieces.push(new Uint8Array(Uint32Array.of(wkb.length).buffer), wkb);
  }
  return Buffer.concat(pieces);
}

/** A column that a peer wrote as raw numbers; the ending says of which kind. */
export function readColumn(file: string): Column {
  const bytes = Uint8Array.from(readFileSync(file));
  if (file.endsWith(".f64")) return new Float64Array(bytes.buffer);
  if (file.endsWith(".u32")) return new Uint32Array(bytes.buffer);
  if (file.endsWith(".i32")) return new Int32Array(bytes.buffer);
  throw new Error(`what is in ${file}?`);
}
