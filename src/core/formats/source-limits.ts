/** How much of a file is taken apart. Beyond these a file is refused with a sentence, never read half. */
import { fail, type Outcome, ok } from "../outcome.ts";

/** Text is held in one piece while it is taken apart; engines end at 512 million signs. */
export const MOST_TEXT_BYTES = 400_000_000;
/** A file of the offices has 10 to 100. Beyond this nobody can say what they mean. */
export const MOST_COLUMNS = 2_000;
/** A multi-polygon in a collection needs 12. What is nested without end breaks whatever walks down into it. */
export const MOST_XML_DEPTH = 100;
/** Features that cannot be read before the file counts as broken as a whole. */
export const MOST_BROKEN = 10_000;

/** Bytes of the files of one dataset, in millions: it has to fit into memory several times over. */
export const MOST_SOURCE_MB = 1_000;

const MB = 1_000_000;

/** Whether files of these sizes are read at all; asked before a byte of them is. */
export function sizesFit(sizes: readonly number[]): boolean {
  return sizes.reduce((sum, size) => sum + size, 0) <= MOST_SOURCE_MB * MB;
}

/** Refused: `format.too-large`. */
export function textFits(bytes: Uint8Array, file: string): Outcome<void> {
  if (bytes.length <= MOST_TEXT_BYTES) return ok(undefined);
  return fail("format.too-large", { limit: MOST_TEXT_BYTES / MB }, { file });
}

/** Refused: `format.columns`. */
export function columnsFit(count: number, file: string): Outcome<void> {
  if (count <= MOST_COLUMNS) return ok(undefined);
  return fail("format.columns", { count, most: MOST_COLUMNS }, { file });
}
