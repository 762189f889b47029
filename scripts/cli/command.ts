/** What a command of the command line is. */
import type { Language, TextKey } from "../../src/text/say.ts";
import type { OptionSpec, Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** 0 done; 1 refused, with the reason told; 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  /** One word, or the word of a group and its own: `plan new`. */
  readonly name: string;
  /** The sentence that says how it is used. */
  readonly usage: TextKey;
  readonly options: OptionSpec;
  run(options: Options, terminal: Terminal, language: Language): ExitCode | Promise<ExitCode>;
}
