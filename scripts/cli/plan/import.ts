/** `ancu plan import`: a register or a layer into a plan that is there, from any file the program reads. */
import { parseCrsCode } from "../../../src/core/crs/parse-code.ts";
import { LAYER_KINDS, type LayerKind } from "../../../src/core/model/layers.ts";
import type { ExitCode } from "../command.ts";
import { readMapping } from "../intake/mapping-file.ts";
import type { Options, WrongUsage } from "../options.ts";
import { COVERAGES } from "../screen-inputs.ts";
import { coverageGiven, skippedOf } from "./new.ts";
import { changePlan, lookAtPlan } from "./open-plan.ts";
import { type PlanCommand, pointless, WRITING, wrongChoice, wrongDate } from "./plan-command.ts";
import type { SaidOfSource } from "./read-source.ts";
import type { Speaker } from "./speaker.ts";
import { type FileToTake, type TakenFile, takeIn } from "./take-in.ts";

const OF_LAYERS = ["coverage", "name", "date", "provider", "licence", "skip-bad"] as const;
/** Kinds of layers whose outside means something. */
const WITH_COVERAGE: readonly string[] = ["forests", "hazards"];
const KINDS = ["households", ...LAYER_KINDS] as const;

/**
 * `--json`: a `TakenFile` with `"revision"`, `"households"` in the plan now and `"skipped"` as of `plan new`; with
 * `--dry-run` also `"dryRun": true`, and `"revision"` is the one the plan would have.
 */
export const planImport: PlanCommand = {
  name: "import",
  usage: "cli.plan.import.usage",
  options: {
    ...WRITING,
    as: "value",
    households: "value",
    layer: "value",
    table: "value",
    crs: "value",
    mapping: "value",
    sender: "value",
    update: "flag",
    "dry-run": "flag",
    replace: "flag",
    coverage: "value",
    name: "value",
    date: "value",
    provider: "value",
    licence: "value",
    "skip-bad": "flag",
  },
  // Files beyond the first belong to it: the `.dbf` of a `.shp`.
  files: (options) => Math.max(options.rest.length, options.has("households") ? 1 : 2),
  wrong,
  run,
};

function wrong(options: Options): WrongUsage | null {
  const register = options.has("households");
  const as = register ? "households" : (options.value("as") ?? options.value("layer"));
  return (
    (register ? pointless(options, ["as", "layer"], "--households") : null) ??
    (options.has("layer") ? pointless(options, ["as"], "--layer") : null) ??
    wrongChoice(options, "as", KINDS) ??
    wrongChoice(options, "layer", LAYER_KINDS) ??
    (as === "households" ? pointless(options, OF_LAYERS, "--households") : null) ??
    (as !== null && as !== "households" ? pointless(options, ["update"], `--layer ${as}`) : null) ??
    (options.has("update") ? pointless(options, ["replace"], "--update") : null) ??
    wrongChoice(options, "coverage", COVERAGES) ??
    (as === null || WITH_COVERAGE.includes(as) ? null : pointless(options, ["coverage"], `--layer ${as}`)) ??
    wrongDate(options, "date")
  );
}

async function run(
  [plan, ...rest]: readonly string[],
  options: Options,
  speaker: Speaker,
): Promise<ExitCode> {
  const [file, ...more] = [...options.values("households"), ...rest];
  const said = saidOf(more, options, speaker);
  if (said === null) return 1;
  const what = whatOf(file!, said, options, speaker);
  if (options.has("dry-run")) {
    return lookAtPlan(plan!, speaker, async (store) => {
      const taken = await takeIn(store, what, speaker);
      if (taken === null) return 1;
      speaker.tell("cli.plan.import.dry-run", { file: taken.file, accepted: taken.accepted, plan: plan! });
      tellJson(taken, { revision: store.info().revision, dryRun: true }, options, speaker);
      return 0;
    });
  }
  return changePlan(plan!, options, speaker, async (store) => {
    const taken = await takeIn(store, what, speaker);
    if (taken === null) return 1;
    return () => {
      speaker.tell("cli.plan.import.done", { file: taken.file, accepted: taken.accepted, plan: plan! });
      tellJson(taken, { revision: store.info().revision }, options, speaker);
    };
  });
}

function tellJson(
  taken: TakenFile,
  more: { readonly revision: number; readonly dryRun?: true },
  options: Options,
  speaker: Speaker,
): void {
  if (options.has("json")) speaker.json({ ...taken, skipped: skippedOf([taken]), ...more });
}

/** Null: a coordinate system or a mapping that is not understood; it was told. */
function saidOf(more: readonly string[], options: Options, speaker: Speaker): SaidOfSource | null {
  const code = options.value("crs");
  const crs = code === null ? null : parseCrsCode(code);
  if (crs && !crs.ok) {
    speaker.refuse(crs.problem);
    return null;
  }
  const file = options.value("mapping");
  const mapping = file === null ? null : readMapping(file, speaker.terminal, speaker.language);
  if (file !== null && mapping === null) return null;
  const sender = options.value("sender")?.normalize("NFC").trim() || null;
  return { more, table: options.value("table"), crs: crs?.value ?? null, mapping, sender };
}

function whatOf(file: string, said: SaidOfSource, options: Options, speaker: Speaker): FileToTake {
  const as = options.has("households")
    ? "households"
    : (KINDS.find((kind) => kind === (options.value("as") ?? options.value("layer"))) ?? null);
  const [provider, licence, name] = ["provider", "licence", "name"].map((key) => options.value(key));
  const provenance = { ...(provider && { provider }), ...(licence && { licence }) };
  return {
    as,
    file,
    said,
    replace: options.has("replace"),
    update: options.has("update"),
    skipBad: options.has("skip-bad"),
    coverage: (kind: LayerKind) =>
      WITH_COVERAGE.includes(kind) ? coverageGiven(options, "coverage", file, speaker) : "all",
    about: { date: options.value("date"), provenance, ...(name && { name }) },
  };
}
