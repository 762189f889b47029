/** `ancu plan assign`: sends the households that must move to the sites of a plan. */
import { DONE_KINDS, type HouseholdEvent } from "../../../src/core/model/event.ts";
import type { PlanSnapshot } from "../../../src/core/model/snapshot.ts";
import { lookupOf, textOf } from "../../../src/core/model/text-column.ts";
import { type Assignment, assign, LEFT_REASONS } from "../../../src/core/siting/assignment/assign.ts";
import { villagesSplit } from "../../../src/core/siting/assignment/villages.ts";
import { statusOf } from "../../../src/core/targets/status.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import { formatDistance } from "../../../src/text/numbers.ts";
import type { Options, WrongUsage } from "../options.ts";
import { changePlan, lookAtPlan, type Saved } from "./open-plan.ts";
import { missing, type PlanCommand, WRITING, wrongDate } from "./plan-command.ts";
import { screenedPlan, toMove } from "./screened-plan.ts";
import { checked } from "./sites.ts";
import type { Speaker } from "./speaker.ts";

/**
 * `--json`: `{ "assigned", "left", "leftWhy": { reason: count }, "distanceM", "boundM", "bySite": [{ "id", "capacity",
 * "blocked", "households" }], "villagesSplit", "unknown", "rows": [{ "household", "site", "distanceM", "fixed" }],
 * "revision" }`.
 * `distanceM` and `boundM` speak of households that were not fixed by hand; `revision` is null after a dry run.
 */
export const planAssign: PlanCommand = {
  name: "assign",
  usage: "cli.plan.assign.usage",
  options: {
    ...WRITING,
    "max-distance": "value",
    "include-blocked": "flag",
    on: "value",
    "dry-run": "flag",
  },
  files: 1,
  wrong(options): WrongUsage | null {
    const given = options.value("max-distance");
    if (given !== null && !(Number(given) > 0)) return { key: "cli.plan.assign.distance", values: { given } };
    return wrongDate(options, "on") ?? (options.has("dry-run") ? null : missing(options, "on"));
  },
  async run([plan], options, speaker) {
    if (!options.has("dry-run")) {
      return changePlan(plan!, options, speaker, (store) => carryOut(store, options, speaker));
    }
    return lookAtPlan(plan!, speaker, (store) => {
      report(workOut(store, options), null, options, speaker);
      speaker.tell("cli.plan.assign.dry");
      return 0;
    });
  },
};

function carryOut(store: PlanStore, options: Options, speaker: Speaker): Saved {
  const worked = workOut(store, options);
  const rows = worked.rows.filter(({ fixed }) => !fixed);
  const done = store.run("assignments.set", {
    rows: rows.map(({ household, site }) => ({ householdId: household, siteId: site })),
    on: options.value("on")!,
  });
  if (!done.ok) return speaker.refuse(done.problem);
  return () => report(worked, done.value.info.revision, options, speaker);
}

interface AssignedRow {
  readonly household: string;
  readonly site: string;
  readonly distanceM: number | null;
  readonly fixed: boolean;
}

interface WorkedOut {
  readonly assignment: Assignment;
  readonly rows: readonly AssignedRow[];
  readonly sites: readonly {
    readonly id: string;
    readonly name: string;
    readonly capacity: number | null;
    readonly blocked: boolean;
  }[];
  readonly villagesSplit: number;
  /** Households of which it is not known whether they must move. */
  readonly unknown: number;
}

function workOut(store: PlanStore, options: Options): WorkedOut {
  const screened = screenedPlan(store.snapshot());
  const { households } = screened.plan;
  const { ids, unknown } = toMove(screened, "relocation");
  const rowOf = lookupOf(households.id);
  const rows = ids.map(rowOf).filter(waitingOf(screened.plan));
  const sites = checked(store).map(({ site: { id, name, capacity }, result }) => ({
    id,
    name,
    capacity,
    // What cannot be checked is not known to be free.
    blocked: !result.ok || result.value.checks.some(({ state }) => state === "blocked"),
    at: result.ok ? result.value.at : null,
  }));
  const usable = sites.flatMap((site) => (site.at === null ? [] : [{ ...site, at: site.at }]));
  const siteOf = new Map(usable.map(({ id }, s) => [id, s]));
  const byHand = new Map(
    store.assignments().flatMap(({ householdId, siteId, fixed }) => (fixed ? [[householdId, siteId]] : [])),
  );
  const fixed = rows.map((row) => siteOf.get(byHand.get(textOf(households.id, row)!) ?? "") ?? -1);
  const limit = options.value("max-distance");
  const assignment = assign({
    homes: rows.map((row) =>
      Number.isNaN(households.lon[row]) ? null : [households.lon[row]!, households.lat[row]!],
    ),
    fixed,
    urgency: null,
    sites: usable.map(({ at, capacity, blocked }) => ({
      at,
      capacity,
      open: !blocked || options.has("include-blocked"),
    })),
    maxDistanceM: limit === null ? null : Number(limit),
  });
  return {
    assignment,
    rows: rows.flatMap((row, h): AssignedRow[] => {
      const s = assignment.site[h]!;
      if (s < 0) return [];
      const metres = assignment.distanceM[h]!;
      const distanceM = Number.isNaN(metres) ? null : metres;
      return [
        { household: textOf(households.id, row)!, site: usable[s]!.id, distanceM, fixed: fixed[h]! >= 0 },
      ];
    }),
    sites: usable,
    villagesSplit: villagesSplit(households, rows, assignment.site),
    unknown,
  };
}

/** True of households to which nothing has happened that counts as done or closes the case. */
function waitingOf({ households, events }: PlanSnapshot): (row: number) => boolean {
  const own = new Map<string, HouseholdEvent[]>();
  for (const event of events) {
    const list = own.get(event.householdId);
    if (list) list.push(event);
    else own.set(event.householdId, [event]);
  }
  return (row) => {
    const status = statusOf(own.get(textOf(households.id, row)!) ?? []);
    return status !== "left" && !DONE.includes(status);
  };
}

const DONE: readonly string[] = DONE_KINDS;

function report(worked: WorkedOut, revision: number | null, options: Options, speaker: Speaker): void {
  const { assignment, rows, sites, unknown } = worked;
  const { load, left, totalM, boundM } = assignment;
  const leftWhy = Object.fromEntries(
    LEFT_REASONS.map((reason) => [reason, left.filter((one) => one === reason).length] as const),
  );
  if (options.has("json")) {
    speaker.json({
      assigned: rows.length,
      left: left.length - rows.length,
      leftWhy,
      distanceM: totalM,
      boundM,
      bySite: sites.map(({ id, capacity, blocked }, s) => ({ id, capacity, blocked, households: load[s]! })),
      villagesSplit: worked.villagesSplit,
      unknown,
      rows,
      revision,
    });
  }
  tellSites(worked, options, speaker);
  tellTotals(worked, speaker);
  for (const reason of LEFT_REASONS) {
    const count = leftWhy[reason]!;
    if (count > 0) speaker.tell(`cli.plan.assign.left.${reason}`, { count });
  }
  if (worked.villagesSplit > 0) speaker.tell("cli.plan.assign.split", { count: worked.villagesSplit });
  if (unknown > 0) speaker.tell("cli.plan.assign.unknown", { count: unknown });
}

function tellSites({ sites, assignment: { load } }: WorkedOut, options: Options, speaker: Speaker): void {
  for (const [s, { name, capacity, blocked }] of sites.entries()) {
    const households = load[s]!;
    if (blocked && !options.has("include-blocked")) {
      speaker.tell("cli.plan.assign.site-blocked", { name, households });
    } else if (capacity === null) speaker.tell("cli.plan.assign.site-open", { name, households });
    else speaker.tell("cli.plan.assign.site", { name, households, capacity });
  }
}

function tellTotals({ rows, assignment: { left } }: WorkedOut, speaker: Speaker): void {
  const households = left.length;
  const measured = rows.flatMap(({ distanceM }) => distanceM ?? []);
  if (measured.length === 0) {
    speaker.tell("cli.plan.assign.nobody", { households });
    return;
  }
  const longest = measured.reduce((most, one) => Math.max(most, one), 0);
  const mean = measured.reduce((sum, one) => sum + one, 0) / measured.length;
  const [meanText, longestText] = [mean, longest].map((one) => formatDistance(speaker.language, one));
  speaker.tell("cli.plan.assign.done", {
    assigned: rows.length,
    households,
    mean: meanText!,
    longest: longestText!,
  });
  speaker.tell("cli.plan.assign.best");
}
