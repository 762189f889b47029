/** Reads one input file as one layer and tells what happened to its rows. */
import path from "node:path";
import {
  acceptedCount,
  openTable,
  possibleLayers,
  type ReadAs,
  type Reading,
  readerFor,
} from "../../src/core/formats/index.ts";
import type { Problem } from "../../src/core/outcome.ts";
import { groupTexts, problemText, withoutFile } from "../../src/text/problem-text.ts";
import { type Language, say } from "../../src/text/say.ts";
import { readBytes } from "./files.ts";
import type { Terminal } from "./terminal.ts";

/** A reading this good is worth naming when a file was given as something else. */
const CLEAR_SCORE = 0.4;

/** The command goes no further: the reason was told. */
export const REFUSED = Symbol("refused");
export type Refused = typeof REFUSED;

export interface ReadFile<As extends ReadAs> {
  /** Name without folders, as it stands in every output. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly result: Reading<As>;
}

/**
 * The rows of a file as a layer. Refused: a file that cannot be opened, and one of which nothing can be used.
 * What to do about single rows that cannot be read is for the caller to say.
 */
export function readLayer<As extends ReadAs>(
  file: string,
  as: As,
  terminal: Terminal,
  language: Language,
): ReadFile<As> | Refused {
  const name = path.basename(file);
  terminal.tell(say(language, "cli.reading", { file }));
  const bytes = readBytes(file);
  if (bytes === null) return refuse(say(language, "cli.no-file", { file }), terminal);
  const opened = openTable(bytes, name);
  if (!opened.ok) return refuse(problemText(language, opened.problem), terminal);
  const table = opened.value;
  const result = readerFor(as).read(table) as Reading<As>;
  const { read, rejected } = result;
  const accepted = acceptedCount(result);
  const values = { read, accepted, rejected: rejected.length };
  terminal.tell(say(language, "cli.read", values));
  for (const problems of [result.notes, rejected]) {
    for (const text of groupTexts(language, problems.map(withoutFile))) terminal.tell(`  ${text}`);
  }
  if (accepted === 0) {
    const looks = possibleLayers(table).find((other) => other.as !== as && other.score >= CLEAR_SCORE)?.as;
    const wrong: Problem | null = looks
      ? { code: "file.wrong-layer", file: name, values: { wanted: as, looks } }
      : null;
    const wanted = say(language, `word.layer.${as}`);
    const text = wrong
      ? problemText(language, wrong)
      : say(language, "cli.nothing-accepted", { file: name, wanted });
    return refuse(text, terminal);
  }
  return { name, columns: table.columns, result };
}

function refuse(text: string, terminal: Terminal): Refused {
  terminal.tell(text);
  return REFUSED;
}
