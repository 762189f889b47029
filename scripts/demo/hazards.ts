/** The three hazard layers as polygons by kind and level, over the communes and a little beyond. */
import type { HazardKind } from "../../src/core/model/layers.ts";
import { type Band, bandsOf } from "./bands.ts";
import { distanceToM } from "./distance.ts";
import { FLASH_FLOOD_LEVELS, flashFloodField, PIPE_FLOOD_LEVELS, pipeFloodField } from "./floods.ts";
import { type Frame, halved } from "./grid.ts";
import type { Land } from "./land.ts";
import { landslideField } from "./landslides.ts";
import { smoothStep } from "./noise.ts";

export interface HazardField {
  readonly kind: HazardKind;
  readonly frame: Frame;
  readonly values: Float32Array;
  /** Lower bounds of the levels 1 to 5. */
  readonly thresholds: readonly number[];
  readonly bands: readonly Band[];
}

/** Chosen so that each level covers about half the ground of the one below it. */
const THRESHOLDS: Readonly<Record<HazardKind, readonly number[]>> = {
  landslide: [11.5, 15, 18.5, 23, 28],
  "flash-flood": FLASH_FLOOD_LEVELS,
  "pipe-flood": PIPE_FLOOD_LEVELS,
};
/** The survey ends this far outside the communes. */
const MARGIN_M = 900;

export function hazardsOf(land: Land, coarse: Frame, communes: Int16Array): HazardField[] {
  const outsideM = distanceToM((c) => communes[c] > 0, coarse);
  const share = (c: number) => smoothStep(MARGIN_M, 150, outsideM[c]);
  const { frame } = land;
  const fine = (values: Float32Array) =>
    values.map((v, c) => {
      const row = Math.floor(c / frame.nx) >> 1;
      return v * share(row * coarse.nx + ((c % frame.nx) >> 1));
    });
  const slides = halved(landslideField(land), frame, coarse).map((v, c) => v * share(c));
  const fieldOf = (
    kind: HazardKind,
    on: Frame,
    values: Float32Array,
    leastM2: number,
    toleranceM: number,
  ) => ({
    kind,
    frame: on,
    values,
    thresholds: THRESHOLDS[kind],
    bands: bandsOf(values, on, { thresholds: THRESHOLDS[kind], leastM2, toleranceM, smoothing: 1 }),
  });
  return [
    fieldOf("landslide", coarse, slides, 60_000, 7),
    fieldOf("flash-flood", frame, fine(flashFloodField(land)), 25_000, 4),
    fieldOf("pipe-flood", frame, fine(pipeFloodField(land)), 12_000, 4),
  ];
}

/** Level 0 (none) to 5 of a field at a position in degrees, by the field itself. */
export function levelAt({ frame, values, thresholds }: HazardField, lon: number, lat: number): number {
  const x = Math.floor((lon - frame.west) / frame.step);
  const y = Math.floor((frame.north - lat) / frame.step);
  if (x < 0 || y < 0 || x >= frame.nx || y >= frame.ny) return 0;
  const v = values[y * frame.nx + x];
  let level = 0;
  while (level < thresholds.length && v >= thresholds[level]) level++;
  return level;
}
