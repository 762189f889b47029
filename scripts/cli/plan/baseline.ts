/** `ancu plan baseline`: freezes the households that are to move, lists what is frozen, adds those found since. */
import { randomUUID } from "node:crypto";
import type { Baseline, BaselineTarget } from "../../../src/core/model/event.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import { formatDate } from "../../../src/text/numbers.ts";
import type { ExitCode } from "../command.ts";
import type { Options, WrongUsage } from "../options.ts";
import { changePlan, lookAtPlan, type Saved } from "./open-plan.ts";
import { missing, type PlanCommand, pointless, WRITING, wrongChoice, wrongDate } from "./plan-command.ts";
import { screenedPlan, toMove } from "./screened-plan.ts";
import type { Speaker } from "./speaker.ts";

export const BASELINE_TARGETS = ["relocation", "migrants"] as const satisfies readonly BaselineTarget[];

/**
 * `--json` of a freeze: `{ "id", "name", "target", "on", "households", "unknown", "included", "excluded",
 * "revision" }`; `unknown` households are left out because it is not known whether they are to move. Of
 * `--extend`: `{ "id", "name", "on", "added", "unknown", "revision" }`. Of `--list`: `[{ "id", "name", "target",
 * "on", "households", "added" }]`.
 */
export const planBaseline: PlanCommand = {
  name: "baseline",
  usage: "cli.plan.baseline.usage",
  options: {
    ...WRITING,
    name: "value",
    on: "value",
    target: "value",
    list: "flag",
    extend: "value",
    document: "value",
  },
  files: 1,
  wrong,
  run,
};

function wrong(options: Options): WrongUsage | null {
  if (options.has("list")) {
    return pointless(options, ["name", "on", "target", "extend", "document", "author"], "--list");
  }
  const wrongTarget = wrongChoice(options, "target", BASELINE_TARGETS) ?? wrongDate(options, "on");
  if (options.has("extend")) {
    return pointless(options, ["name", "target"], "--extend") ?? missing(options, "on") ?? wrongTarget;
  }
  return pointless(options, ["document"], "--name") ?? missing(options, "name", "on") ?? wrongTarget;
}

function run([file]: readonly string[], options: Options, speaker: Speaker): Promise<ExitCode> {
  if (options.has("list")) return lookAtPlan(file!, speaker, (store) => list(store, options, speaker));
  return changePlan(file!, options, speaker, (store) =>
    options.has("extend") ? extend(store, options, speaker) : freeze(store, options, speaker),
  );
}

function freeze(store: PlanStore, options: Options, speaker: Speaker): Saved {
  const target = BASELINE_TARGETS.find((one) => one === options.value("target")) ?? "relocation";
  const { ids, unknown, included, excluded } = toMove(screenedPlan(store.snapshot()), target);
  const id = randomUUID();
  const [name, on] = [options.value("name")!, options.value("on")!];
  const done = store.run("baseline.freeze", { id, name, target, on, householdIds: ids });
  if (!done.ok) return speaker.refuse(done.problem);
  return () => {
    const { revision } = done.value.info;
    const report = { id, name, target, on, households: ids.length, unknown, included, excluded, revision };
    speaker.tell(`cli.plan.baseline.frozen.${target}`, { ...report, on: formatDate(on) });
    if (options.has("json")) speaker.json(report);
  };
}

function extend(store: PlanStore, options: Options, speaker: Speaker): Saved {
  const wanted = options.value("extend")!.normalize("NFC").trim();
  const baseline = named(store.baselines(), wanted);
  if (!baseline) return speaker.stop("cli.plan.baseline.missing", { name: wanted });
  const { ids, unknown } = toMove(screenedPlan(store.snapshot()), baseline.target);
  const there = new Set([
    ...baseline.householdIds,
    ...baseline.additions.map(({ householdId }) => householdId),
  ]);
  const found = ids.filter((id) => !there.has(id));
  if (found.length === 0) return speaker.stop("cli.plan.baseline.nobody", { name: baseline.name });
  const on = options.value("on")!;
  const done = store.run("baseline.extend", {
    baselineId: baseline.id,
    on,
    document: options.value("document"),
    householdIds: found,
  });
  if (!done.ok) return speaker.refuse(done.problem);
  return () => {
    const { revision } = done.value.info;
    const report = { id: baseline.id, name: baseline.name, on, added: found.length, unknown, revision };
    speaker.tell("cli.plan.baseline.extended", { ...report, on: formatDate(on) });
    if (options.has("json")) speaker.json(report);
  };
}

function list(store: PlanStore, options: Options, speaker: Speaker): ExitCode {
  const rows = store.baselines().map(({ id, name, target, on, householdIds, additions }) => {
    return { id, name, target, on, households: householdIds.length, added: additions.length };
  });
  if (options.has("json")) speaker.json(rows);
  else if (rows.length === 0) speaker.tell("cli.plan.baseline.none");
  else {
    speaker.lines(
      rows.map((row) =>
        speaker.say("cli.plan.baseline.row", {
          ...row,
          on: formatDate(row.on),
          target: speaker.say(`target.${row.target}`),
        }),
      ),
    );
  }
  return 0;
}

/** A baseline by its name, as a person writes it, or by its id. */
export function named(baselines: readonly Baseline[], wanted: string): Baseline | null {
  const lower = wanted.normalize("NFC").trim().toLowerCase();
  return (
    baselines.find(({ name }) => name.toLowerCase() === lower) ??
    baselines.find(({ id }) => id === wanted) ??
    null
  );
}
