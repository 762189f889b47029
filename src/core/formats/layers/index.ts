/** Every layer a file can be read as. */
import type { ReadResult } from "../../outcome.ts";
import { centres } from "./centres.ts";
import { forests } from "./forests.ts";
import { hazards } from "./hazards.ts";
import { households } from "./households.ts";
import type { ReadAs } from "./layer-reader.ts";
import type { RegisterReading } from "./register-reading.ts";
import { roads } from "./roads.ts";
import { units } from "./units.ts";

/** The list that describing, menus, the command line and tests read. */
export const LAYER_READERS = { households, units, forests, hazards, roads, centres } as const;

/** The reader for one layer, with the type of what it accepts. */
export function readerFor<As extends ReadAs>(as: As): (typeof LAYER_READERS)[As] {
  return LAYER_READERS[as];
}

/** What each reader accepts. */
export type Accepted<As extends ReadAs> = ReturnType<(typeof LAYER_READERS)[As]["read"]>["accepted"][number];

/** What each reader says of a file. */
export type Reading<As extends ReadAs> = ReturnType<(typeof LAYER_READERS)[As]["read"]>;

/** How many were accepted. A register knows it without making an object of each household. */
export function acceptedCount(reading: ReadResult<unknown>): number {
  return "count" in reading ? (reading as RegisterReading).count : reading.accepted.length;
}
