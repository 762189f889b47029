/** `ancu plan sites`: the resettlement sites of a plan, checked, listed, and added from a file. */
import type { Site, SiteCheckResult } from "../../../src/core/model/site.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import { checkSite } from "../../../src/core/siting/check-site.ts";
import { prepareSiteLayers } from "../../../src/core/siting/site-layers.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import { checkLines } from "../../../src/text/check-lines.ts";
import { formatHectares } from "../../../src/text/numbers.ts";
import type { ExitCode } from "../command.ts";
import type { Options, WrongUsage } from "../options.ts";
import { changePlan, lookAtPlan, type Saved } from "./open-plan.ts";
import { type PlanCommand, pointless, WRITING } from "./plan-command.ts";
import { readSitesFile } from "./sites-file.ts";
import type { Speaker } from "./speaker.ts";

const ACTS = ["list", "check", "add"] as const;

/**
 * `--json` of `list`: `[{ "id", "name", "form", "status", "capacity", "areaM2", "at" }]`; of `check`: `[{ "id", "name",
 * "form", "at", "areaM2", "capacity", "checks": [{ "code", "state", "areaM2", "share", "distanceM", "text" }] }]`;
 * of `add`: `{ "file", "added": [id], "revision" }`. `at` is WGS 84, areas are on the ellipsoid.
 */
export const planSites: PlanCommand = {
  name: "sites",
  usage: "cli.plan.sites.usage",
  options: { ...WRITING, file: "value" },
  files: 2,
  wrong(options): WrongUsage | null {
    const given = options.rest[1]!;
    if (!ACTS.some((act) => act === given)) {
      return { key: "cli.option-choice", values: { option: "sites", given, allowed: ACTS.join(", ") } };
    }
    if (given !== "add") return pointless(options, ["file", "author"], given);
    return options.has("file") ? null : { key: "cli.missing-option", values: { option: "--file" } };
  },
  run: ([plan, act], options, speaker) =>
    act === "add"
      ? changePlan(plan!, options, speaker, (store) => add(store, options, speaker))
      : lookAtPlan(plan!, speaker, (store) => (act === "list" ? list : check)(store, options, speaker)),
};

function list(store: PlanStore, options: Options, speaker: Speaker): ExitCode {
  const rows = checked(store).map(({ site, result }) => ({
    ...facts(site),
    status: site.status,
    areaM2: result.ok ? result.value.areaM2 : null,
    at: result.ok ? result.value.at : null,
  }));
  if (options.has("json")) speaker.json(rows);
  else tellNone(rows, speaker) || speaker.lines(rows.map((row) => titleOf(row, row.areaM2, speaker)));
  return 0;
}

function check(store: PlanStore, options: Options, speaker: Speaker): ExitCode {
  const sites = checked(store);
  if (options.has("json")) {
    speaker.json(sites.map(({ site, result }) => checkedJson(site, result, speaker)));
    return 0;
  }
  if (tellNone(sites, speaker)) return 0;
  for (const { site, result } of sites) {
    speaker.lines([titleOf(facts(site), result.ok ? result.value.areaM2 : null, speaker)]);
    if (!result.ok) speaker.refuse(result.problem);
    else speaker.lines(checkLines(speaker.language, result.value.checks).map(lineText));
  }
  return 0;
}

function add(store: PlanStore, options: Options, speaker: Speaker): Saved {
  const file = options.value("file")!;
  const sites = readSitesFile(file, store, speaker);
  if (sites === null) return 1;
  for (const site of sites) {
    const done = store.run("site.add", site, "sites");
    if (!done.ok) return speaker.refuse(done.problem);
  }
  return () => {
    speaker.tell("cli.plan.sites.added", { count: sites.length, file });
    const { revision } = store.info();
    if (options.has("json")) speaker.json({ file, added: sites.map(({ id }) => id), revision });
  };
}

interface CheckedSite {
  readonly site: Site;
  readonly result: Outcome<SiteCheckResult>;
}

/** Every site with the answer of the same checks that the map shows. */
export function checked(store: PlanStore): readonly CheckedSite[] {
  const { layers, rules, sites } = store.snapshot();
  const prepared = prepareSiteLayers(layers);
  return sites.map((site) => ({
    site,
    result: checkSite({ geometry: site.geometry, exceptId: site.id }, prepared, rules, sites),
  }));
}

function checkedJson(site: Site, result: Outcome<SiteCheckResult>, { language }: Speaker) {
  if (!result.ok) return { ...facts(site), at: null, areaM2: null, checks: [], problem: result.problem.code };
  const { at, areaM2, checks } = result.value;
  return {
    ...facts(site),
    at,
    areaM2,
    checks: checkLines(language, checks).map(
      ({ check: { code, state, areaM2, share, distanceM }, title }) => ({
        code,
        state,
        areaM2,
        share,
        distanceM,
        text: title,
      }),
    ),
  };
}

function facts({ id, name, form, capacity }: Site) {
  return { id, name, form, capacity };
}

function titleOf(
  { id, name, capacity }: ReturnType<typeof facts>,
  areaM2: number | null,
  speaker: Speaker,
): string {
  const area = areaM2 === null ? "–" : formatHectares(speaker.language, areaM2);
  return capacity === null
    ? speaker.say("cli.plan.sites.title-open", { id, name, area })
    : speaker.say("cli.plan.sites.title", { id, name, area, capacity });
}

function lineText({ title, more, measure }: ReturnType<typeof checkLines>[number]): string {
  return more === null ? `  ${measure}: ${title}` : `  ${measure}: ${title} (${more})`;
}

function tellNone(sites: readonly unknown[], speaker: Speaker): boolean {
  if (sites.length === 0) speaker.tell("cli.plan.sites.none");
  return sites.length === 0;
}
