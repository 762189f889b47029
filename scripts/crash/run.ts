/** Reads the options of the crash rounds, runs them and prints what came of it. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { BROWSER_ARGS, findBrowser } from "../browser/find-browser.ts";
import { runBrowserRounds } from "./browser-rounds.ts";
import { runCliRounds } from "./cli-rounds.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const HELP = `Usage: npm run crash -- [options]
  --rounds N    how often the program is killed (200)
  --seed N      the same seed draws the same changes (1); when the kill hits is left to the machine
  --seconds N   no further round after so long (1800)
  --merges N    how many of a hundred steps are merges (5)
  --whole       kill only when a round is done, as a comparison
  --dist DIR    the built program (dist)
  --cli         the command line instead of the browser
  --quiet       only the result`;

/** Exit status: 0 nothing was lost and nothing was half done, 1 something was, 2 wrong usage. */
export async function runCrash(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (!options) {
    process.stderr.write(`${HELP}\n`);
    return 2;
  }
  const { rounds, seed, atMostSeconds, merges, midway, dist, cli, quiet } = options;
  const say = (line: string) => void (quiet || process.stderr.write(`${line}\n`));
  const began = Date.now();
  let report: Awaited<ReturnType<typeof runBrowserRounds>>;
  if (cli) report = await runCliRounds({ rounds, seed, atMostSeconds, say });
  else {
    const { executablePath } = await findBrowser();
    if (!executablePath) throw new Error("Set CHROME_BIN to the program file of the browser.");
    const browser = { path: executablePath, args: BROWSER_ARGS };
    report = await runBrowserRounds({
      dist,
      browser,
      rounds,
      seed,
      atMostSeconds,
      say,
      largeEvery: 10,
      largeHouseholds: 20_000,
      merges,
      midway,
    });
  }
  const { insideChange, insideAndKept, acknowledged, byKind, copies, wrong } = report;
  const lines = [
    `rounds ${report.rounds} of ${rounds}, seed ${seed}, ${((Date.now() - began) / 1000).toFixed(0)} s`,
    `kills inside a change ${insideChange}: it was whole afterwards ${insideAndKept}, not there at all ${insideChange - insideAndKept - wrong.length}`,
    `acknowledged changes looked for ${acknowledged}: ${Object.entries(byKind)
      .sort()
      .map(([kind, n]) => `${kind} ${n}`)
      .join(", ")}`,
    ...(cli ? [] : [`automatic copies opened ${copies}`]),
    `wrong ${wrong.length}`,
    ...wrong,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return wrong.length === 0 && report.rounds > 0 ? 0 : 1;
}

function optionsOf(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        rounds: { type: "string", default: "200" },
        seed: { type: "string", default: "1" },
        seconds: { type: "string", default: "1800" },
        merges: { type: "string", default: "5" },
        whole: { type: "boolean", default: false },
        dist: { type: "string", default: "dist" },
        cli: { type: "boolean", default: false },
        quiet: { type: "boolean", default: false },
      },
    });
    const [rounds, seed, atMostSeconds] = [values.rounds, values.seed, values.seconds].map(Number);
    if (![rounds, seed, atMostSeconds].every((n) => Number.isSafeInteger(n) && n! > 0)) return null;
    const merges = Number(values.merges) / 100;
    if (!(merges >= 0 && merges <= 1)) return null;
    const { cli, quiet } = values;
    return {
      rounds: rounds!,
      seed: seed!,
      atMostSeconds: atMostSeconds!,
      merges,
      midway: !values.whole,
      dist: resolve(ROOT, values.dist),
      cli,
      quiet,
    };
  } catch {
    return null; // an option that is not known: the usage says which are
  }
}
