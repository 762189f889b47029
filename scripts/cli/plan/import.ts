/** `ancu plan import`: a register or a layer into a plan that is there. */
import { LAYER_KINDS, type LayerKind } from "../../../src/core/model/layers.ts";
import type { ExitCode } from "../command.ts";
import type { Options, WrongUsage } from "../options.ts";
import { COVERAGES } from "../screen-inputs.ts";
import { coverageGiven, skippedOf } from "./new.ts";
import { changePlan } from "./open-plan.ts";
import { type PlanCommand, pointless, WRITING, wrongChoice, wrongDate } from "./plan-command.ts";
import type { Speaker } from "./speaker.ts";
import { type FileToTake, takeIn } from "./take-in.ts";

const OF_LAYERS = ["coverage", "name", "date", "provider", "licence", "skip-bad"] as const;
/** Kinds of layers whose outside means something. */
const WITH_COVERAGE: readonly string[] = ["forests", "hazards"];

/** `--json`: a `TakenFile` with `"revision"`, `"households"` in the plan now and `"skipped"` as of `plan new`. */
export const planImport: PlanCommand = {
  name: "import",
  usage: "cli.plan.import.usage",
  options: {
    ...WRITING,
    households: "value",
    layer: "value",
    replace: "flag",
    coverage: "value",
    name: "value",
    date: "value",
    provider: "value",
    licence: "value",
    "skip-bad": "flag",
  },
  files: (options) => (options.has("layer") ? 2 : 1),
  wrong,
  run,
};

function wrong(options: Options): WrongUsage | null {
  if (options.has("households")) {
    return pointless(options, ["layer", ...OF_LAYERS], "--households");
  }
  const layer = options.value("layer");
  return (
    (layer === null ? ({ key: "cli.plan.import.what", values: {} } as const) : null) ??
    wrongChoice(options, "layer", LAYER_KINDS) ??
    wrongChoice(options, "coverage", COVERAGES) ??
    (WITH_COVERAGE.includes(layer!) ? null : pointless(options, ["coverage"], `--layer ${layer}`)) ??
    wrongDate(options, "date")
  );
}

function run([plan, file]: readonly string[], options: Options, speaker: Speaker): Promise<ExitCode> {
  return changePlan(plan!, options, speaker, (store) => {
    const taken = takeIn(store, whatOf(file, options, speaker), speaker);
    if (taken === null) return 1;
    return () => {
      const { revision } = store.info();
      speaker.tell("cli.plan.import.done", { file: taken.file, accepted: taken.accepted, plan: plan! });
      if (options.has("json")) speaker.json({ ...taken, skipped: skippedOf([taken]), revision });
    };
  });
}

function whatOf(file: string | undefined, options: Options, speaker: Speaker): FileToTake {
  const replace = options.has("replace");
  const register = options.value("households");
  if (register !== null) return { as: "households", file: register, replace };
  const as = options.value("layer") as LayerKind;
  const coverage = WITH_COVERAGE.includes(as) ? coverageGiven(options, "coverage", file!, speaker) : "all";
  const [provider, licence, name] = ["provider", "licence", "name"].map((key) => options.value(key));
  const provenance = { ...(provider && { provider }), ...(licence && { licence }) };
  const about = { date: options.value("date"), provenance, ...(name && { name }) };
  return { as, file: file!, replace, skipBad: options.has("skip-bad"), coverage, about };
}
