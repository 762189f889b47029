/** Reads the options of `npm run bench`, runs the bench and tells what was found. */
import { say } from "../../src/text/say.ts";
import type { ExitCode } from "../cli/command.ts";
import { Options, parseOptions } from "../cli/options.ts";
import type { Terminal } from "../cli/terminal.ts";
import type { Bench } from "./contest.ts";
import { BENCHES } from "./index.ts";
import { thisMachine } from "./machine.ts";
import { processClocks } from "./measure.ts";
import { reportOf } from "./report.ts";
import { runContests } from "./run-contests.ts";
import { tableOf } from "./table.ts";

const namesOf = (benches: readonly Bench[]): string => benches.map(({ name }) => name).join("|");
const usageOf = (
  benches: readonly Bench[],
) => `Usage: npm run bench -- ${namesOf(benches)} [--n 1000000] [--seed 1] [--repeats 7] [--json]
  --n        number of households (each bench has its own when left out)
  --seed     of the made-up province; the same seed gives the same bytes
  --repeats  counted calls of everything that is timed (a slow peer gets fewer)
  --json     the report as JSON on standard output
Exit status: 0 done, 1 answers differ between tools, 2 wrong usage.`;

const LEAST_HOUSEHOLDS = 100;
const MOST_HOUSEHOLDS = 20_000_000;
const USUAL_SEED = 1;
const USUAL_REPEATS = 7;
/** Milliseconds for all calls of one contestant; the first call is always made whole. */
const BUDGET_MS = 8000;

/** Runs the bench that is named, of those there are. */
export async function runBench(
  argv: readonly string[],
  terminal: Terminal,
  benches: readonly Bench[] = BENCHES,
): Promise<ExitCode> {
  const asked = readArguments(argv, benches);
  if (typeof asked === "string") {
    terminal.tell(asked);
    terminal.tell(usageOf(benches));
    return 2;
  }
  if (asked === null) {
    terminal.out(`${usageOf(benches)}\n`);
    return 0;
  }
  const { bench, n, seed, repeats, json } = asked;
  terminal.tell(`${bench.name}: ${n} households, seed ${seed}`);
  const prepared = await bench.prepare({ seed, n });
  try {
    const { results, missing } = await runContests(prepared, {
      repeats,
      budgetMs: BUDGET_MS,
      ...processClocks,
      tell: (line) => terminal.tell(`  ${line} …`),
      tidy: () => globalThis.gc?.(),
    });
    const head = { bench: bench.name, n, seed, machine: thisMachine() };
    const report = reportOf(head, prepared, results, missing);
    terminal.out(json ? `${JSON.stringify(report, null, 2)}\n` : tableOf(report));
    return report.identical ? 0 : 1;
  } finally {
    await prepared.close?.();
  }
}

interface Asked {
  readonly bench: Bench;
  readonly n: number;
  readonly seed: number;
  readonly repeats: number;
  readonly json: boolean;
}

/** What is asked for; a sentence when it was typed wrong, null when help is wanted. */
function readArguments(argv: readonly string[], benches: readonly Bench[]): Asked | string | null {
  const spec = { n: "value", seed: "value", repeats: "value", json: "flag", help: "flag" } as const;
  const options = parseOptions(argv, spec);
  if (!(options instanceof Options)) {
    return say("en", "cli.wrong-usage", { detail: say("en", options.key, options.values) });
  }
  if (options.has("help")) return null;
  const [name, ...more] = options.rest;
  if (name === undefined) return `Which bench? One of ${namesOf(benches)}.`;
  const bench = benches.find((known) => known.name === name);
  if (!bench) return `There is no bench “${name}”. There are ${namesOf(benches)}.`;
  if (more.length > 0)
    return say("en", "cli.wrong-usage", { detail: say("en", "cli.unexpected", { given: more[0]! }) });
  const n = wholeNumber(options, "n", bench.n, LEAST_HOUSEHOLDS, MOST_HOUSEHOLDS);
  if (typeof n === "string") return n;
  const seed = wholeNumber(options, "seed", USUAL_SEED, 0, 2 ** 31);
  if (typeof seed === "string") return seed;
  const repeats = wholeNumber(options, "repeats", USUAL_REPEATS, 1, 1000);
  if (typeof repeats === "string") return repeats;
  return { bench, n, seed, repeats, json: options.has("json") };
}

/** The number an option gives, the usual one without it, or the sentence that says what is wrong with it. */
function wholeNumber(
  options: Options,
  name: string,
  usual: number,
  least: number,
  most: number,
): number | string {
  const given = options.value(name);
  if (given === null) return usual;
  const number = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (number >= least && number <= most) return number;
  return `--${name} says “${given}”; wanted is a whole number from ${least} to ${most}.`;
}
