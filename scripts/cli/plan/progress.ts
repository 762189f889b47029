/** `ancu plan progress`: how far we are on a day, against a baseline. */

import type { Outcome } from "../../../src/core/outcome.ts";
import { prepareScreening } from "../../../src/core/screening/prepare.ts";
import { type PlanProgressRequest, planProgress } from "../../../src/core/targets/plan-progress.ts";
import type { ProgressReport } from "../../../src/core/targets/progress.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import { formatDate } from "../../../src/text/numbers.ts";
import type { ExitCode } from "../command.ts";
import type { Options } from "../options.ts";
import { auditLines } from "./audit-lines.ts";
import { BASELINE_TARGETS, named } from "./baseline.ts";
import { byProvince } from "./by-province.ts";
import { lookAtPlan } from "./open-plan.ts";
import { missing, type PlanCommand, wrongChoice, wrongDate } from "./plan-command.ts";
import { progressTable } from "./progress-table.ts";
import type { Speaker } from "./speaker.ts";

const BY = ["unit", "district", "province"] as const;

/**
 * `--json`: the report of `progressOf` (`{ "asOf", "target", "baseline", "rows", "total", … }`, percent as a
 * plain number), with `plan` `{ "id", "name", "revision" }`, `knownOn` (null: as recorded by now) and, with
 * `--audit`, `audit`: what was changed after the day of what had happened up to it.
 */
export const planProgressCommand: PlanCommand = {
  name: "progress",
  usage: "cli.plan.progress.usage",
  options: {
    "as-of": "value",
    by: "value",
    baseline: "value",
    target: "value",
    "known-on": "value",
    audit: "flag",
  },
  files: 1,
  wrong: (options) =>
    missing(options, "as-of") ??
    wrongDate(options, "as-of") ??
    wrongDate(options, "known-on") ??
    wrongChoice(options, "by", BY) ??
    wrongChoice(options, "target", BASELINE_TARGETS),
  run: ([file], options, speaker): Promise<ExitCode> =>
    lookAtPlan(file!, speaker, (store) => run(store, options, speaker)),
};

function run(store: PlanStore, options: Options, speaker: Speaker): ExitCode {
  const request = requestOf(store, options, speaker);
  if (request === null) return 1;
  const knownOn = options.value("known-on");
  const outcome = knownOn === null ? asRecordedNow(store, request) : store.progressKnownOn(request, knownOn);
  if (!outcome.ok) return speaker.refuse(outcome.problem);
  const isByProvince = options.value("by") === "province";
  const report = isByProvince ? byProvince(outcome.value, store.provinces()) : outcome.value;
  const audit = options.has("audit") ? store.audit(request.asOf) : null;
  if (options.has("json")) {
    const { id, name, revision } = store.info();
    speaker.json({ ...report, plan: { id, name, revision }, knownOn, ...(audit && { audit }) });
    return 0;
  }
  speaker.lines([
    ...headOf(report, knownOn, speaker),
    "",
    ...progressTable(report, isByProvince ? "cli.plan.progress.no-province" : "unit.none", speaker),
    ...(audit === null ? [] : ["", ...auditLines(audit, speaker)]),
  ]);
  return 0;
}

/** What the figures are of: without it they are no evidence. */
function headOf(
  { target, asOf, baseline }: ProgressReport,
  knownOn: string | null,
  speaker: Speaker,
): string[] {
  const { name, on, households, added, places } = baseline;
  const lines = [
    speaker.say("cli.plan.progress.head", {
      target: speaker.say(`target.${target}`),
      asOf: formatDate(asOf),
      name,
      on: formatDate(on),
      count: households,
    }),
  ];
  if (added > 0) lines.push(speaker.say("cli.plan.progress.added", { count: added }));
  if (places === "present") lines.push(speaker.say("cli.plan.progress.present"));
  if (knownOn !== null) lines.push(speaker.say("cli.plan.progress.known-on", { on: formatDate(knownOn) }));
  return lines;
}

/** Null: refused, and the reason was told. */
function requestOf(store: PlanStore, options: Options, speaker: Speaker): PlanProgressRequest | null {
  const asOf = options.value("as-of")!;
  const by = options.value("by") === "district" ? "district" : "unit";
  const target = BASELINE_TARGETS.find((one) => one === options.value("target")) ?? null;
  const wanted = options.value("baseline");
  if (wanted === null) return { asOf, by, target: target ?? "relocation" };
  const baseline = named(store.baselines(), wanted);
  if (baseline && (target ?? baseline.target) === baseline.target) {
    return { asOf, by, target: baseline.target, baselineId: baseline.id };
  }
  speaker.stop("cli.plan.baseline.missing", { name: wanted });
  return null;
}

function asRecordedNow(store: PlanStore, request: PlanProgressRequest): Outcome<ProgressReport> {
  const plan = store.snapshot();
  const { units } = plan.layers;
  return planProgress(plan, prepareScreening(plan.households, { ...NO_LAYERS, units }).unit, request);
}

/** Only the containing units are asked for. */
const NO_LAYERS = { units: null, forests: [], hazards: [], roads: null, centres: null } as const;
