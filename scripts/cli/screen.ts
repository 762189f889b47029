/** `ancu screen`: who must move. */
import { prepareScreening } from "../../src/core/screening/prepare.ts";
import { screen } from "../../src/core/screening/screen.ts";
import { totalsOf } from "../../src/core/screening/totals.ts";
import { type Language, say } from "../../src/text/say.ts";
import type { Command, ExitCode } from "./command.ts";
import { hasFolder, newestOf, sameFile, writeAll } from "./files.ts";
import type { Options } from "./options.ts";
import { REFUSED } from "./read-layer.ts";
import { COVERAGES, INPUTS, readInputs } from "./screen-inputs.ts";
import { outputPieces, replacedColumns } from "./screen-output.ts";
import { screenSummary } from "./screen-summary.ts";
import type { Terminal } from "./terminal.ts";

export const screenCommand: Command = {
  name: "screen",
  usage: "cli.screen.usage",
  options: {
    units: "value",
    households: "value",
    forests: "value",
    "forest-coverage": "value",
    hazards: "values",
    "hazard-coverage": "value",
    roads: "value",
    centres: "value",
    rules: "value",
    out: "value",
    summary: "value",
    "skip-bad": "flag",
    json: "flag",
  },
  run,
};

async function run(options: Options, terminal: Terminal, language: Language): Promise<ExitCode> {
  const wrong = wrongUsage(options, language);
  if (wrong !== null) {
    terminal.tell(wrong);
    terminal.tell(say(language, "cli.screen.usage"));
    return 2;
  }
  const out = options.value("out");
  const summaryFile = options.value("summary");
  const refused = badOutputs(options, language);
  if (refused !== null) {
    terminal.tell(refused);
    return 1;
  }
  const inputs = readInputs(options, terminal, language);
  if (inputs === REFUSED) return 1;
  const { households, layers, rules } = inputs;
  const { count, columns } = households.result;

  terminal.tell(say(language, "cli.screening", { households: count }));
  const prepared = prepareScreening(columns, layers);
  const screening = screen(prepared, rules);
  const totals = totalsOf(prepared, screening);
  const replaced = out === null ? [] : replacedColumns(households.columns);
  if (replaced.length > 0) terminal.tell(say(language, "cli.replaced", { columns: replaced.join(", ") }));

  const summary = screenSummary(inputs, totals);
  const summaryText = `${JSON.stringify(summary, null, 2)}\n`;
  const at = newestOf(inputFiles(options));
  const failed = writeAll([
    ...(out === null
      ? []
      : [{ file: out, pieces: await outputPieces(out, inputs, prepared, screening, at) }]),
    ...(summaryFile === null ? [] : [{ file: summaryFile, pieces: [summaryText] }]),
  ]);
  if (failed) {
    terminal.tell(say(language, "cli.cannot-write", { ...failed }));
    return 1;
  }
  const { yes, unknown, no } = totals.total;
  const rejected = households.result.rejected.length;
  const figures = { households: count, eligible: yes, unknown, no, rejected };
  terminal.tell(say(language, "cli.screen.done", figures));
  for (const { file, count } of inputs.skipped) terminal.tell(say(language, "cli.skipped", { file, count }));
  for (const file of [out, summaryFile]) {
    if (file !== null) terminal.tell(say(language, "cli.screen.written", { file }));
  }
  if (options.has("json")) terminal.out(summaryText);
  return 0;
}

/** The first thing typed wrong, in words. */
function wrongUsage(options: Options, language: Language): string | null {
  for (const name of ["units", "households"]) {
    if (options.value(name) === null) return say(language, "cli.missing-option", { option: `--${name}` });
  }
  // Counts alone are a result too; without any of the three the work would be for nothing.
  if (options.value("out") === null && options.value("summary") === null && !options.has("json")) {
    return say(language, "cli.missing-option", { option: "--out" });
  }
  for (const name of ["forest-coverage", "hazard-coverage"]) {
    const given = options.value(name);
    if (given !== null && !COVERAGES.some((coverage) => coverage === given)) {
      return say(language, "cli.option-choice", {
        option: `--${name}`,
        given,
        allowed: COVERAGES.join(", "),
      });
    }
  }
  const [unexpected] = options.rest;
  if (unexpected === undefined) return null;
  const detail = say(language, "cli.unexpected", { given: unexpected });
  return say(language, "cli.wrong-usage", { detail });
}

/** Why the results could not be written, found before anything is read. */
function badOutputs(options: Options, language: Language): string | null {
  const out = options.value("out");
  const summary = options.value("summary");
  if (out !== null && !/\.(geojson|json|csv|gpkg)$/i.test(out))
    return say(language, "cli.out-ending", { file: out });
  if (out !== null && summary !== null && sameFile(out, summary))
    return say(language, "cli.out-twice", { file: out });
  const inputs = inputFiles(options);
  for (const file of [out, summary]) {
    if (file === null) continue;
    if (inputs.some((input) => sameFile(input, file))) return say(language, "cli.out-is-input", { file });
    if (!hasFolder(file)) return say(language, "cli.no-folder", { file });
  }
  return null;
}

function inputFiles(options: Options): readonly string[] {
  return INPUTS.flatMap((name) => options.values(name));
}
