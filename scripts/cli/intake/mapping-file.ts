/** The file of `--mapping`: what the columns mean, as `inspect --json` writes it. */
import path from "node:path";
import { readMeaning } from "../../../src/core/intake/columns/meaning-json.ts";
import type { Meaning } from "../../../src/core/intake/meaning.ts";
import { problemText } from "../../../src/text/problem-text.ts";
import { type Language, say } from "../../../src/text/say.ts";
import { readBytes } from "../files.ts";
import type { Terminal } from "../terminal.ts";

/** Null: it cannot be opened or says nothing that is understood; the reason was told. */
export function readMapping(file: string, terminal: Terminal, language: Language): Meaning | null {
  const bytes = readBytes(file);
  if (bytes === null) {
    terminal.tell(say(language, "cli.no-file", { file }));
    return null;
  }
  const read = readMeaning(new TextDecoder().decode(bytes), path.basename(file));
  if (read.ok) return read.value;
  terminal.tell(problemText(language, read.problem));
  return null;
}
