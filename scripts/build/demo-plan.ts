/** Makes the demo plan from its source files by the same commands a planner uses, with a fixed clock. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openTable } from "../../src/core/formats/index.ts";
import type { EventKind } from "../../src/core/model/event.ts";
import type { ArealGeometry } from "../../src/core/model/geometry.ts";
import { type Coverage, LAYER_KINDS, type LayerKind } from "../../src/core/model/layers.ts";
import type { SiteForm, SiteStatus } from "../../src/core/model/site.ts";
import type { Outcome } from "../../src/core/outcome.ts";
import { readRules } from "../../src/core/screening/rules-file.ts";
import { countedUids, createPlan } from "../../src/plan/node.ts";
import type { CommandName, Commands } from "../../src/plan/protocol.ts";
import type { PlanStore } from "../../src/plan/store.ts";
import { problemText } from "../../src/text/problem-text.ts";
import type { BaselineFile } from "../demo/baselines.ts";

/** The day on which the made-up area is looked at; fixed, so that the same sources give the same bytes. */
const DAY = "2026-10-15T02:00:00.000Z";

/** `plan.json` beside the sources. */
interface DemoPlan {
  readonly name: string;
  readonly layers: Readonly<
    Record<LayerKind, { readonly name: string; readonly coverage: Coverage; readonly date?: string | null }>
  >;
}

/**
 * Reads the sources in a folder (`data/demo`, described in its README) into a plan whose starting point is
 * the finished demo: the history names every step, undo does not reach behind it. Throws on any refusal,
 * even of a single row, since the sources are made by a program of ours.
 */
export async function demoPlan(folder: string): Promise<PlanStore> {
  const json = async <T>(file: string) => JSON.parse(await readFile(join(folder, file), "utf8")) as T;
  const { name, layers } = await json<DemoPlan>("plan.json");
  const store = await createPlan({ id: "demo", name, demo: true }, () => DAY, {
    newUid: countedUids("demo"),
  });
  const run = <K extends CommandName>(command: K, input: Commands[K]) => good(store.run(command, input));

  for (const kind of LAYER_KINDS) {
    const staged = await stage(store, folder, `${kind}.geojson`, kind);
    run("layer.import", { staged, kind, ...layers[kind], replace: false });
  }
  const staged = await stage(store, folder, "households.csv", "households");
  run("households.import", { staged, replace: false });
  run("rules.set", {
    rules: good(readRules(await readFile(join(folder, "rules.json"), "utf8"), "rules.json")),
  });
  for (const baseline of await json<readonly BaselineFile[]>("baselines.json"))
    run("baseline.freeze", baseline);
  run("events.import", { file: "events.csv", events: await readEvents(folder) });
  for (const site of await readSites(folder)) {
    run("site.add", site);
    run("site.describe", site);
  }
  store.beginHere();
  return store;
}

async function stage(
  store: PlanStore,
  folder: string,
  file: string,
  as: LayerKind | "households",
): Promise<string> {
  const id = `demo-${as}`;
  const read = good(store.read(id, file, await readFile(join(folder, file))));
  const reading = read.readings.find((one) => one.as === as);
  if (!reading) throw new Error(`${file} cannot be read as ${as}`);
  const [refused] = reading.rejected;
  if (refused) throw new Error(problemText("en", refused));
  return id;
}

async function readEvents(folder: string): Promise<Commands["event.add"][]> {
  const file = "events.csv";
  const table = good(openTable(await readFile(join(folder, file)), file));
  return table.features.map(({ properties }, i) => {
    const text = (column: string) => {
      const value = properties[column];
      return value === undefined || value === null || value === "" ? null : String(value);
    };
    return {
      id: `demo-event-${i + 1}`,
      householdId: text("household") ?? "",
      kind: text("kind") as EventKind,
      on: text("on") ?? "",
      document: text("document"),
      note: text("note"),
    };
  });
}

interface DemoSite {
  readonly id: string;
  readonly name: string;
  readonly form: SiteForm;
  readonly status: SiteStatus;
  readonly capacity: number | null;
  readonly note: string | null;
}

async function readSites(folder: string): Promise<(DemoSite & { readonly geometry: ArealGeometry })[]> {
  const file = "sites.geojson";
  const table = good(openTable(await readFile(join(folder, file)), file));
  return table.features.map(({ properties, geometry }) => ({
    ...(properties as unknown as DemoSite),
    geometry: geometry as unknown as ArealGeometry,
  }));
}

function good<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(problemText("en", outcome.problem));
  return outcome.value;
}
