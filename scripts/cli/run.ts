/** Finds the command, reads its options and runs it. */
import { LANGUAGES, type Language, say } from "../../src/text/say.ts";
import type { Command, ExitCode } from "./command.ts";
import { COMMANDS, GROUPS } from "./index.ts";
import { type OptionSpec, Options, parseOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** Options that every command takes. */
const COMMON: OptionSpec = { lang: "value", help: "flag" };

/** Runs the command line. A fault in our own code throws; everything else is an exit code with its reason told. */
export async function runAncu(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const language = languageOf(argv);
  const found = commandOf(argv);
  if (!found) return withoutCommand(argv, terminal, language);
  const { command, args } = found;
  const options = parseOptions(args, { ...COMMON, ...command.options });
  if (!(options instanceof Options)) {
    const detail = say(language, options.key, options.values);
    terminal.tell(say(language, "cli.wrong-usage", { detail }));
    terminal.tell(say(language, command.usage));
    return 2;
  }
  if (options.has("help")) {
    terminal.out(say(language, command.usage));
    return 0;
  }
  const lang = options.value("lang");
  if (lang !== null && lang !== language) {
    const values = { option: "--lang", given: lang, allowed: LANGUAGES.join(", ") };
    terminal.tell(say(language, "cli.option-choice", values));
    return 2;
  }
  return command.run(options, terminal, language);
}

/** The command that the first words name: one word, or a group and a word. */
function commandOf(argv: readonly string[]): { command: Command; args: readonly string[] } | null {
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(" ");
    const command = COMMANDS.find((known) => known.name === name);
    if (command) return { command, args: argv.slice(words) };
  }
  return null;
}

/** Nothing to run: the usage was asked for, or is told because the first words are no command. */
function withoutCommand(argv: readonly string[], terminal: Terminal, language: Language): ExitCode {
  const [first] = argv;
  const group = GROUPS.find(({ name }) => name === first);
  const word = group ? argv[1] : first;
  const usage = say(language, group?.usage ?? "cli.usage");
  if (word === "--help") {
    terminal.out(usage);
    return 0;
  }
  if (word !== undefined && !(group && word.startsWith("--"))) {
    terminal.tell(say(language, "cli.unknown-command", { command: group ? `${group.name} ${word}` : word }));
  }
  terminal.tell(usage);
  return 2;
}

/** Known before anything else is read, because complaints about the rest are said in it. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.indexOf("--lang");
  const given =
    at >= 0 ? argv[at + 1] : argv.find((arg) => arg.startsWith("--lang="))?.slice("--lang=".length);
  return LANGUAGES.find((language) => language === given) ?? "vi";
}
