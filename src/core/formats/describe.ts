/** Says which of our layers a file can be. */
import { type Outcome, ok } from "../outcome.ts";
import { LAYER_READERS } from "./layers/index.ts";
import type { ReadAs } from "./layers/layer-reader.ts";
import { openTable } from "./open-table.ts";
import type { RawTable } from "./raw.ts";

export interface FileDescription {
  readonly table: RawTable;
  /** Every layer the file can be, best first; empty when it can be none. */
  readonly possible: readonly { readonly as: ReadAs; readonly score: number }[];
}

const SAMPLE = 200;
/** Below this a reading is a guess that helps nobody. */
const LEAST_SCORE = 0.1;
/** From here on the columns say what a file is meant to be, even when no row of it can be used. */
const TELLING = 0.4;

/** Opens a file and weighs, for each layer, how telling its columns are with how much could be read. */
export function describe(bytes: Uint8Array, file: string): Outcome<FileDescription> {
  const opened = openTable(bytes, file);
  if (!opened.ok) return opened;
  return ok({ table: opened.value, possible: possibleLayers(opened.value) });
}

/**
 * The same for a table that is already open. When no layer can take any row, the one that the columns speak
 * for is still named: its reading tells what is wrong (every hazard level unknown, all coordinates swapped).
 */
export function possibleLayers(table: RawTable): FileDescription["possible"] {
  const sample = table.first(SAMPLE);
  const weighed = Object.values(LAYER_READERS)
    .map((reader) => {
      const likeness = reader.likeness(table);
      const taken = likeness === 0 ? 0 : reader.read(sample).accepted.length;
      return { as: reader.as, likeness, score: sample.read === 0 ? 0 : likeness * (taken / sample.read) };
    })
    .sort((a, b) => b.score - a.score || b.likeness - a.likeness);
  const possible = weighed.filter(({ score }) => score >= LEAST_SCORE);
  const [meant] = weighed;
  if (possible.length > 0 || !meant || meant.likeness < TELLING) return possible.map(asScored);
  return [{ as: meant.as, score: LEAST_SCORE }];
}

function asScored({ as, score }: FileDescription["possible"][number]): FileDescription["possible"][number] {
  return { as, score };
}
