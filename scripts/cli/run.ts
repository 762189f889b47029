/** Finds the command, reads its options and runs it. */
import { LANGUAGES, type Language, say } from "../../src/text/say.ts";
import type { ExitCode } from "./command.ts";
import { COMMANDS } from "./index.ts";
import { type OptionSpec, Options, parseOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** Options that every command takes. */
const COMMON: OptionSpec = { lang: "value", help: "flag" };

/** Runs the command line. A fault in our own code throws; everything else is an exit code with its reason told. */
export async function runAncu(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const language = languageOf(argv);
  const [name, ...args] = argv;
  if (name === undefined || name === "--help") {
    (name ? terminal.out : terminal.tell)(say(language, "cli.usage"));
    return name ? 0 : 2;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) {
    terminal.tell(say(language, "cli.unknown-command", { command: name }));
    terminal.tell(say(language, "cli.usage"));
    return 2;
  }
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

/** Known before anything else is read, because complaints about the rest are said in it. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.indexOf("--lang");
  const given =
    at >= 0 ? argv[at + 1] : argv.find((arg) => arg.startsWith("--lang="))?.slice("--lang=".length);
  return LANGUAGES.find((language) => language === given) ?? "vi";
}
