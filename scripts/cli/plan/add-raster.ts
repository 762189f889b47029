/** A raster from a file into a plan, by the same way as in the wizard. */
import { randomUUID } from "node:crypto";
import { type CrsCode, crsDefinition } from "../../../src/core/crs/definitions.ts";
import type { RasterKind } from "../../../src/core/formats/raster/raster-kind.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import type { RasterResult } from "../../../src/intake/protocol.ts";
import type { IntakeSession } from "../../../src/intake/session.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import { openSources } from "../intake/open-sources.ts";
import type { Options } from "../options.ts";
import type { Saved } from "./open-plan.ts";
import { tellAll } from "./rasters.ts";
import type { Speaker } from "./speaker.ts";

/** Takes in `--add`. Where the file does not say its system beyond doubt, `--crs` has to. */
export async function addRaster(
  store: PlanStore,
  plan: string,
  options: Options,
  speaker: Speaker,
): Promise<Saved> {
  const file = options.value("add")!;
  const opened = await openSources([file], null, speaker.terminal, speaker.language);
  if (!opened) return 1;
  const { session, items, refused } = opened;
  for (const problem of refused) speaker.refuse(problem);
  await session.setContext({ ...store.intakeKnowledge(), remembered: [] });
  const [item] = items;
  if (!item) return 1;
  const made = await ready(session, item.id, options, speaker);
  if (made === null) return 1;
  if (!made.ok) return speaker.refuse(made.problem);
  const { sourceCrs, name, ...raster } = made.value;
  const [provider, licence] = [options.value("provider"), options.value("licence")];
  const done = store.run("raster.import", {
    ...raster,
    id: randomUUID(),
    name: options.value("name") ?? name,
    verticalDatum: options.value("datum"),
    date: options.value("date"),
    provenance: { sourceCrs, ...(provider && { provider }), ...(licence && { licence }) },
  });
  if (!done.ok) return speaker.refuse(done.problem);
  return () => {
    speaker.tell("cli.plan.rasters.added", { file, plan, kind: speaker.say(`raster.kind.${raster.kind}`) });
    if (options.has("json")) tellAll(store, speaker);
  };
}

/** Null: refused, and why was told. */
async function ready(
  session: IntakeSession,
  id: string,
  options: Options,
  speaker: Speaker,
): Promise<Outcome<RasterResult> | null> {
  let view = await session.view(id);
  if (!view.ok) return view;
  const { file } = view.value.item;
  const found = view.value.raster;
  if (!found) {
    speaker.stop("cli.plan.rasters.no-raster", { file });
    return null;
  }
  const raster = (options.value("as") as RasterKind | null) ?? found.guess;
  view = await session.change(id, { kind: "raster", raster });
  const crs = options.value("crs");
  if (crs !== null) {
    const definition = crsDefinition(crs as CrsCode);
    if (!definition) {
      speaker.stop("cli.plan.rasters.crs", { given: crs });
      return null;
    }
    view = await session.change(id, {
      kind: "place",
      place: { kind: "geometry", crs: crs as CrsCode, axes: "xy" },
    });
  }
  if (!view.ok) return view;
  if (view.value.questions.length > 0) {
    const guesses = view.value.places.slice(0, 3).map(({ value }) => value.crs);
    speaker.stop("cli.plan.rasters.place", { file, guesses: guesses.join(", ") });
    return null;
  }
  return session.raster(id);
}
