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

/** Opens a file and weighs, for each layer, how telling its columns are with how much could be read. */
export function describe(bytes: Uint8Array, file: string): Outcome<FileDescription> {
  const opened = openTable(bytes, file);
  if (!opened.ok) return opened;
  return ok({ table: opened.value, possible: possibleLayers(opened.value) });
}

/** The same for a table that is already open. */
export function possibleLayers(table: RawTable): FileDescription["possible"] {
  const features = table.features.slice(0, SAMPLE);
  const sample: RawTable = { ...table, features, rejected: [], read: features.length };
  return Object.values(LAYER_READERS)
    .map((reader) => {
      const likeness = reader.likeness(table);
      if (likeness === 0 || sample.read === 0) return { as: reader.as, score: 0 };
      return { as: reader.as, score: likeness * (reader.read(sample).accepted.length / sample.read) };
    })
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score);
}
