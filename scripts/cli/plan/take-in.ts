/** Takes one file into an open plan, by the commands that the interface uses. */
import { randomUUID } from "node:crypto";
import path from "node:path";
import type { PlaceMeaning } from "../../../src/core/intake/meaning.ts";
import type { UnitsReport } from "../../../src/core/intake/unit-conversion.ts";
import type { Coverage, LayerKind } from "../../../src/core/model/layers.ts";
import type { Outcome, Problem } from "../../../src/core/outcome.ts";
import type { Change, Commands, RegisterUpdate, StagedReading } from "../../../src/plan/protocol.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import { readBytes } from "../files.ts";
import { openSources } from "../intake/open-sources.ts";
import { REFUSED, readLayer } from "../read-layer.ts";
import { ownReading } from "./own-words.ts";
import { NOTHING_SAID, readSource, type SaidOfSource, type SourceRead } from "./read-source.ts";
import type { Speaker } from "./speaker.ts";
import { tellUpdate } from "./update-text.ts";

type As = LayerKind | "households";

export interface FileToTake {
  readonly file: string;
  /** Null: what the file turns out to be. */
  readonly as: As | null;
  readonly replace: boolean;
  /** Households only: laid over the register there is. */
  readonly update?: boolean;
  /** What a person says of the file beforehand. */
  readonly said?: SaidOfSource;
  /** Of a layer: goes on when features cannot be read; the layer then says how many are missing. */
  readonly skipBad?: boolean;
  /** Of a layer; asked once it is known which. */
  coverage?(kind: LayerKind): Coverage;
  readonly about?: Pick<Commands["layer.import"], "date" | "provenance"> & { readonly name?: string };
}

/** What became of a file: `read = accepted + rejected`; of a layer `skipped` are those that were left out on request. */
export interface TakenFile {
  readonly as: As;
  readonly file: string;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly rejectedRows: readonly { row: number | null; field: string | null; code: string }[];
  /** Households with coordinates; null for a layer. */
  readonly located: number | null;
  /** Of a layer. */
  readonly coverage: Coverage | null;
  /** Of a file that had to be explained: where its rows lie, and the sender's earlier file it was read like. */
  readonly place?: PlaceMeaning | null;
  readonly from?: string | null;
  /** What became of its commune codes; null where they are of the plan's list. */
  readonly units?: UnitsReport | null;
  /** Of a newer list: what it changes. */
  readonly update?: RegisterUpdate;
}

/** A file that was read, by whichever way. */
interface Read extends Pick<SourceRead, "reading" | "file" | "table"> {
  /** Null: it was in our words. */
  readonly source: SourceRead | null;
}

/** Null: refused, and the reason was told. Nothing of a refused file is in the plan. */
export async function takeIn(
  store: PlanStore,
  what: FileToTake,
  speaker: Speaker,
): Promise<TakenFile | null> {
  const staged = randomUUID();
  const found = await read(store, staged, what, speaker);
  if (found === null) return null;
  const { reading, file, source } = found;
  const { as, accepted, rejected, notes, located } = reading;
  speaker.tell("cli.reading", { file: what.file });
  speaker.tell("cli.read", { read: reading.read, accepted, rejected: rejected.length });
  speaker.list(notes);
  speaker.list(rejected);
  if (accepted === 0) {
    speaker.stop("cli.nothing-accepted", { file, wanted: speaker.say(`word.layer.${as}`) });
    return null;
  }
  if (as !== "households" && rejected.length > 0 && !what.skipBad) {
    speaker.stop("cli.layer-refused", { file, count: rejected.length });
    return null;
  }
  if (as !== "households" && what.update) {
    speaker.stop("cli.plan.import.update-layer", { file, layer: speaker.say(`word.layer.${as}`) });
    return null;
  }
  const update = what.update ? store.compareRegister(staged) : null;
  if (update && !update.ok) {
    speaker.refuse(update.problem);
    return null;
  }
  const coverage = as === "households" ? null : (what.coverage?.(as) ?? "all");
  const done =
    as === "households" ? register(store, what, staged) : layer(store, what, staged, as, coverage!, found);
  if (!done.ok) {
    speaker.refuse(done.problem);
    return null;
  }
  if (update) tellUpdate(update.value, speaker);
  // What the reading noted was told above; the command may have found more.
  speaker.list(done.notes.filter((note) => !notes.includes(note)));
  if (as !== "households" && rejected.length > 0) {
    speaker.tell("cli.skipped", { file, count: rejected.length });
  }
  return {
    as,
    file,
    read: reading.read,
    accepted,
    rejected: rejected.length,
    rejectedRows: rejected.map(rowOf),
    located,
    coverage,
    ...(source && { place: source.place, from: source.from?.file ?? null, units: source.units }),
    ...(update && { update: update.value }),
  };
}

/** As it is when it is in our words and nothing was said of it, else by the way of any other file. */
async function read(
  store: PlanStore,
  staged: string,
  what: FileToTake,
  speaker: Speaker,
): Promise<Read | null> {
  const { file, as, said = NOTHING_SAID } = what;
  const name = path.basename(file);
  const bytes = readBytes(file);
  if (bytes === null) {
    speaker.stop("cli.no-file", { file });
    return null;
  }
  if (said.more.length === 0 && !said.table && !said.crs && !said.mapping && !said.sender) {
    const outcome = store.read(staged, name, bytes);
    const own = outcome.ok ? ownReading(outcome.value, as, bytes) : null;
    if (own && (own.sure || !(await hasPlaces(file, speaker)))) {
      return { reading: own.reading, file: name, table: name, source: null };
    }
    if (!own && outcome.ok && as !== null && isOther(outcome.value.readings, outcome.value.as, as)) {
      explain(file, as, speaker);
      return null;
    }
  }
  const source = await readSource(store, staged, what, said, speaker);
  return source && { ...source, source };
}

/** Whether numbers that can be coordinates stand in it under names that are not ours. */
async function hasPlaces(file: string, { language }: Speaker): Promise<boolean> {
  const opened = await openSources([file], null, { out: () => {}, tell: () => {} }, language);
  const [item] = opened?.items ?? [];
  const view = item && (await opened?.session.view(item.id));
  return view?.ok === true && view.value.places.length > 0;
}

/** Clearly another of ours. */
function isOther(readings: readonly StagedReading[], best: As | null, as: As): boolean {
  return best !== null && best !== as && readings.some((one) => one.as === best && one.accepted > 0);
}

function register(store: PlanStore, { replace, update }: FileToTake, staged: string): Outcome<Change> {
  return update
    ? store.run("households.update", { staged })
    : store.run("households.import", { staged, replace });
}

function layer(
  store: PlanStore,
  { replace, about }: FileToTake,
  staged: string,
  kind: LayerKind,
  coverage: Coverage,
  { table, source }: Read,
): Outcome<Change> {
  const place = source?.place?.crs;
  const provenance = { ...about?.provenance, ...(place && { sourceCrs: place }) };
  const input = { staged, kind, name: table, coverage, replace, ...about };
  return store.run("layer.import", place ? { ...input, provenance } : input);
}

/** Says why a file cannot be taken in, as `ancu screen` says it. */
function explain(file: string, as: As, speaker: Speaker): void {
  const { terminal, language } = speaker;
  if (readLayer(file, as, terminal, language) === REFUSED) return;
  const wanted = speaker.say(`word.layer.${as}`);
  speaker.tell("cli.plan.unlike", { file: path.basename(file), wanted });
}

function rowOf({ row, field, code }: Problem) {
  return { row: row ?? null, field: field ?? null, code };
}
