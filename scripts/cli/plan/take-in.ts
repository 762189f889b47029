/** Takes one file into an open plan, by the commands that the interface uses. */
import { randomUUID } from "node:crypto";
import path from "node:path";
import type { Coverage, LayerKind } from "../../../src/core/model/layers.ts";
import type { Problem } from "../../../src/core/outcome.ts";
import type { Commands } from "../../../src/plan/protocol.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import { readBytes } from "../files.ts";
import { REFUSED, readLayer } from "../read-layer.ts";
import type { Speaker } from "./speaker.ts";

export type FileToTake = { readonly file: string; readonly replace: boolean } & (
  | { readonly as: "households" }
  | {
      readonly as: LayerKind;
      /** Goes on when features cannot be read; the layer then says how many are missing. */
      readonly skipBad: boolean;
      readonly coverage: Coverage;
      readonly about?: Pick<Commands["layer.import"], "date" | "provenance"> & { readonly name?: string };
    }
);

/** What became of a file: `read = accepted + rejected`; of a layer `skipped` are those that were left out on request. */
export interface TakenFile {
  readonly as: LayerKind | "households";
  readonly file: string;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly rejectedRows: readonly { row: number | null; field: string | null; code: string }[];
  /** Households with coordinates; null for a layer. */
  readonly located: number | null;
  /** Of a layer. */
  readonly coverage: Coverage | null;
}

/** Null: refused, and the reason was told. Nothing of a refused file is in the plan. */
export function takeIn(store: PlanStore, what: FileToTake, speaker: Speaker): TakenFile | null {
  const { file, as } = what;
  const name = path.basename(file);
  const bytes = readBytes(file);
  const staged = randomUUID();
  const outcome = bytes && store.read(staged, name, bytes);
  const reading = outcome?.ok ? outcome.value.readings.find((one) => one.as === as) : null;
  if (!reading || reading.accepted === 0) {
    explain(file, as, speaker);
    return null;
  }
  const { read, accepted, rejected, notes, located } = reading;
  speaker.tell("cli.reading", { file });
  speaker.tell("cli.read", { read, accepted, rejected: rejected.length });
  speaker.list(notes);
  speaker.list(rejected);
  if (what.as !== "households" && rejected.length > 0 && !what.skipBad) {
    speaker.stop("cli.layer-refused", { file: name, count: rejected.length });
    return null;
  }
  const done = what.as === "households" ? household(store, what, staged) : layer(store, what, staged, name);
  if (!done.ok) {
    speaker.refuse(done.problem);
    return null;
  }
  // What the reading noted was told above; the command may have found more.
  speaker.list(done.notes.filter((note) => !notes.includes(note)));
  if (what.as !== "households" && rejected.length > 0) {
    speaker.tell("cli.skipped", { file: name, count: rejected.length });
  }
  return {
    as,
    file: name,
    read,
    accepted,
    rejected: rejected.length,
    rejectedRows: rejected.map(rowOf),
    located,
    coverage: what.as === "households" ? null : what.coverage,
  };
}

function household(store: PlanStore, { replace }: FileToTake, staged: string) {
  return store.run("households.import", { staged, replace });
}

function layer(
  store: PlanStore,
  what: Exclude<FileToTake, { readonly as: "households" }>,
  staged: string,
  file: string,
) {
  const { as: kind, coverage, replace, about } = what;
  return store.run("layer.import", { staged, kind, name: file, coverage, replace, ...about });
}

/** Says why a file cannot be taken in, as `ancu screen` says it. */
function explain(file: string, as: LayerKind | "households", speaker: Speaker): void {
  const { terminal, language } = speaker;
  if (readLayer(file, as, terminal, language) === REFUSED) return;
  const wanted = speaker.say(`word.layer.${as}`);
  speaker.tell("cli.plan.unlike", { file: path.basename(file), wanted });
}

function rowOf({ row, field, code }: Problem) {
  return { row: row ?? null, field: field ?? null, code };
}
