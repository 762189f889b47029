/** What a `plan` command says: results on standard output, everything else on standard error, in one language. */
import type { Problem } from "../../../src/core/outcome.ts";
import { groupTexts, problemText, withoutFile } from "../../../src/text/problem-text.ts";
import { type Language, say, type TextKey, type TextValues } from "../../../src/text/say.ts";
import type { ExitCode } from "../command.ts";
import type { Terminal } from "../terminal.ts";

export class Speaker {
  constructor(
    readonly terminal: Terminal,
    readonly language: Language,
    /** How the command is used, told after wrong usage. */
    private readonly usage: TextKey,
  ) {}

  /** The sentence, not yet told to anybody. */
  say(key: TextKey, values?: TextValues): string {
    return say(this.language, key, values);
  }

  /** One line on standard error. */
  tell(key: TextKey, values?: TextValues): void {
    this.terminal.tell(this.say(key, values));
  }

  /** Problems of the rows of one file, those of one kind in one line. */
  list(problems: readonly Problem[]): void {
    for (const text of groupTexts(this.language, problems.map(withoutFile))) this.terminal.tell(`  ${text}`);
  }

  /** Refuses by a sentence of the command line. */
  stop(key: TextKey, values?: TextValues): ExitCode {
    this.tell(key, values);
    return 1;
  }

  /** Refuses by a problem that core or the plan found. */
  refuse(problem: Problem): ExitCode {
    this.terminal.tell(problemText(this.language, problem));
    return 1;
  }

  /** Says what was typed wrong and how it is done. */
  wrong(key: TextKey, values?: TextValues): ExitCode {
    this.tell(key, values);
    this.tell(this.usage);
    return 2;
  }

  /** A result for machines: indented JSON and nothing else. */
  json(value: unknown): void {
    this.terminal.out(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** Lines for a person. */
  lines(lines: readonly string[]): void {
    this.terminal.out(`${lines.join("\n")}\n`);
  }
}
