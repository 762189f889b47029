/** `ancu plan new`: a plan file from layers, a register and rules. */
import path from "node:path";
import { type Coverage, LAYER_KINDS, type LayerKind } from "../../../src/core/model/layers.ts";
import { DEFAULT_RULES } from "../../../src/core/screening/rule-set.ts";
import { createPlan } from "../../../src/plan/node.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import type { ExitCode } from "../command.ts";
import type { Options } from "../options.ts";
import { REFUSED } from "../read-layer.ts";
import { COVERAGES, rulesOfFile } from "../screen-inputs.ts";
import { save, whyNotMade } from "./open-plan.ts";
import { authorOf, missing, type PlanCommand, WRITING, wrongChoice } from "./plan-command.ts";
import type { Speaker } from "./speaker.ts";
import { type FileToTake, type TakenFile, takeIn } from "./take-in.ts";

/** Layers that say what they cover, and the option for it. */
const COVERAGE_OPTION = { forests: "forest-coverage", hazards: "hazard-coverage" } as const;

/**
 * `--json`: `{ "file", "id", "name", "revision", "imported": [TakenFile], "skipped": [{ "file", "count" }] }`.
 * `skipped` are layers with features left out by `--skip-bad`.
 */
export const planNew: PlanCommand = {
  name: "new",
  usage: "cli.plan.new.usage",
  options: {
    ...WRITING,
    units: "value",
    forests: "values",
    "forest-coverage": "value",
    hazards: "values",
    "hazard-coverage": "value",
    roads: "value",
    centres: "value",
    households: "value",
    rules: "value",
    name: "value",
    "skip-bad": "flag",
  },
  files: 1,
  wrong: (options) =>
    missing(options, "units") ??
    wrongChoice(options, "forest-coverage", COVERAGES) ??
    wrongChoice(options, "hazard-coverage", COVERAGES),
  run,
};

async function run([file]: readonly string[], options: Options, speaker: Speaker): Promise<ExitCode> {
  const refused = whyNotMade(file!, speaker);
  if (refused !== null) return refused;
  const rules = rulesOfFile(options.value("rules"), speaker.terminal, speaker.language);
  if (rules === REFUSED) return 1;
  const name = options.value("name") ?? path.basename(file!).replace(/\.gpkg$/i, "");
  const store = await createPlan({ name: name.normalize("NFC").trim() });
  try {
    store.author = authorOf(options);
    const imported: (TakenFile | null)[] = [];
    // One after the other: the communes come first, and places of the others are proved by them.
    for (const what of filesOf(options, speaker)) imported.push(await takeIn(store, what, speaker));
    if (imported.includes(null)) return 1;
    if (rules !== DEFAULT_RULES) {
      const set = store.run("rules.set", { rules });
      if (!set.ok) return speaker.refuse(set.problem);
    }
    const failed = whyNotMade(file!, speaker) ?? (await save(file!, file!, store, speaker));
    if (failed !== null) return failed;
    report(file!, store, imported as TakenFile[], options, speaker);
    return 0;
  } finally {
    store.close();
  }
}

function filesOf(options: Options, speaker: Speaker): FileToTake[] {
  const skipBad = options.has("skip-bad");
  const layers = LAYER_KINDS.flatMap((as) =>
    options.values(as).map((file): FileToTake => {
      return { as, file, replace: false, skipBad, coverage: () => coverageOf(as, file, options, speaker) };
    }),
  );
  const households = options.values("households").map((file): FileToTake => {
    return { as: "households", file, replace: false };
  });
  return [...layers, ...households];
}

function coverageOf(as: LayerKind, file: string, options: Options, speaker: Speaker): Coverage {
  if (as !== "forests" && as !== "hazards") return "all";
  return coverageGiven(options, COVERAGE_OPTION[as], file, speaker);
}

/** What was said, or zones only: nobody said that the rest was looked at. */
export function coverageGiven(options: Options, option: string, file: string, speaker: Speaker): Coverage {
  const given = COVERAGES.find((coverage) => coverage === options.value(option));
  if (given === undefined) speaker.tell("cli.coverage-assumed", { file: path.basename(file), option });
  return given ?? "zones";
}

function report(
  file: string,
  store: PlanStore,
  imported: readonly TakenFile[],
  options: Options,
  speaker: Speaker,
): void {
  const { id, name, revision } = store.info();
  const households = imported.find(({ as }) => as === "households")?.accepted ?? 0;
  speaker.tell("cli.plan.new.done", { file, layers: store.layers().length, households });
  if (!options.has("json")) return;
  speaker.json({ file, id, name, revision, imported, skipped: skippedOf(imported) });
}

/** Layers of which features were left out. */
export function skippedOf(imported: readonly TakenFile[]) {
  return imported
    .filter(({ as, rejected }) => as !== "households" && rejected > 0)
    .map(({ file, rejected }) => ({ file, count: rejected }));
}
