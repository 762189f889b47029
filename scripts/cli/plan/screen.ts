/** `ancu plan screen`: who must move, of what is in a plan. */
import type { Json } from "../../../src/core/model/household.ts";
import { totalsOf } from "../../../src/core/screening/totals.ts";
import type { LayerRow } from "../../../src/plan/protocol.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import type { ExitCode } from "../command.ts";
import { hasFolder, newestOf, sameFile, writeAll } from "../files.ts";
import type { Options } from "../options.ts";
import { REFUSED } from "../read-layer.ts";
import { rulesOfFile } from "../screen-inputs.ts";
import { lookAtPlan } from "./open-plan.ts";
import type { PlanCommand } from "./plan-command.ts";
import { screenRows } from "./screen-rows.ts";
import { type ScreenedPlan, screenedPlan, toMove } from "./screened-plan.ts";
import type { Speaker } from "./speaker.ts";

/**
 * `--json` and `--summary`: as `ancu screen`, over the households in the plan; `rejected` are the rows of the
 * register's files that could not be read when they were taken in. Further: `plan` `{ "id", "name", "revision" }`
 * and `decided` `{ "included", "excluded", "toMove", "unknown" }`, what decisions change of the proposal.
 */
export const planScreen: PlanCommand = {
  name: "screen",
  usage: "cli.plan.screen.usage",
  options: { out: "value", summary: "value", rules: "value" },
  files: 1,
  run,
};

function run([file]: readonly string[], options: Options, speaker: Speaker): ExitCode | Promise<ExitCode> {
  const refused = badOutputs(file!, options, speaker);
  if (refused !== null) return refused;
  const given = options.value("rules");
  const rules = given === null ? undefined : rulesOfFile(given, speaker.terminal, speaker.language);
  if (rules === REFUSED) return 1;
  return lookAtPlan(file!, speaker, async (store) => {
    const plan = store.snapshot();
    speaker.tell("cli.screening", { households: plan.households.count });
    const screened = screenedPlan(plan, rules);
    const skipped = skippedOf(store.layers());
    const summary = summaryOf(store, screened, skipped);
    const text = `${JSON.stringify(summary, null, 2)}\n`;
    const [out, summaryFile] = [options.value("out"), options.value("summary")];
    const at = store.info().savedAt ?? newestOf([file!]);
    const failed = writeAll([
      ...(out === null ? [] : [{ file: out, pieces: await screenRows(out, screened, skipped, at) }]),
      ...(summaryFile === null ? [] : [{ file: summaryFile, pieces: [text] }]),
    ]);
    if (failed) return speaker.stop("cli.cannot-write", { ...failed });
    report(summary, speaker);
    for (const name of [out, summaryFile]) {
      if (name !== null) speaker.tell("cli.screen.written", { file: name });
    }
    if (options.has("json")) speaker.terminal.out(text);
    return 0;
  });
}

/** Layers in the plan that lack features of their file. */
function skippedOf(layers: readonly LayerRow[]) {
  return layers
    .filter(({ skipped }) => skipped > 0)
    .map(({ source, name, skipped }) => ({ file: source ?? name, count: skipped }));
}

function summaryOf(
  store: PlanStore,
  screened: ScreenedPlan,
  skipped: readonly { readonly file: string; readonly count: number }[],
) {
  const { plan, prepared, screening, rules } = screened;
  const { units, forests, hazards, roads, centres } = plan.layers;
  const totals = totalsOf(prepared, screening);
  const rejectedRows = store.registerImports().flatMap(({ rejectedRows }) => rejectedRows);
  const { id, name, revision } = store.info();
  const { ids, unknown, included, excluded } = toMove(screened, "relocation");
  const areal = ({ name, coverage }: { readonly name: string; readonly coverage: string }) => ({
    name,
    coverage,
  });
  return {
    read: plan.households.count + rejectedRows.length,
    located: totals.located,
    rejected: rejectedRows.length,
    byUnit: totals.byUnit.map(({ code, name, households, yes, unknown }) => ({
      code,
      name,
      households,
      eligible: yes,
      unknown,
    })),
    eligible: totals.total.yes,
    unknown: totals.total.unknown,
    rules: rules as unknown as Json,
    layers: {
      units: units?.name ?? null,
      forests: forests.map(areal),
      hazards: hazards.map(areal),
      roads: roads?.name ?? null,
      centres: centres?.name ?? null,
    },
    skipped,
    rejectedRows: rejectedRows.map(({ row, field, code }) => ({
      row: row ?? null,
      field: field ?? null,
      code,
    })),
    plan: { id, name, revision },
    decided: { included, excluded, toMove: ids.length, unknown },
  };
}

function report(summary: ReturnType<typeof summaryOf>, speaker: Speaker): void {
  const { read, rejected, eligible, unknown, decided, skipped } = summary;
  const households = read - rejected;
  const no = households - eligible - unknown;
  speaker.tell("cli.screen.done", { households, eligible, unknown, no, rejected });
  if (decided.included + decided.excluded > 0) speaker.tell("cli.plan.screen.decided", decided);
  for (const { file, count } of skipped) speaker.tell("cli.skipped", { file, count });
}

/** Why the results could not be written, found before anything is read. */
function badOutputs(plan: string, options: Options, speaker: Speaker): ExitCode | null {
  const [out, summary] = [options.value("out"), options.value("summary")];
  if (out !== null && !/\.(geojson|json|csv|gpkg)$/i.test(out))
    return speaker.stop("cli.out-ending", { file: out });
  if (out !== null && summary !== null && sameFile(out, summary)) {
    return speaker.stop("cli.out-twice", { file: out });
  }
  const rules = options.value("rules");
  for (const file of [out, summary]) {
    if (file === null) continue;
    const isInput = sameFile(plan, file) || (rules !== null && sameFile(rules, file));
    if (isInput) return speaker.stop("cli.out-is-input", { file });
    if (!hasFolder(file)) return speaker.stop("cli.no-folder", { file });
  }
  return null;
}
