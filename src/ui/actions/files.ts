/** Files that were chosen or dropped: plans are opened, everything else waits in the queue for a decision. */

import { decodeText } from "../../core/formats/decode-text.ts";
import type { Coverage } from "../../core/model/layers.ts";
import type { IsoDate } from "../../core/units.ts";
import type { Provenance, StagedReading } from "../../plan/protocol.ts";
import { isRulesFile } from "../rules-text.ts";
import { services } from "../services.ts";
import { type QueuedFile, setView, view } from "../store.ts";
import { lookWhenComputed, showTab } from "./look.ts";
import { createPlan, openPlanFile } from "./open.ts";
import { takeRules } from "./rules-file.ts";
import { run } from "./run.ts";
import { tell, tellDone } from "./tell.ts";

const RULES_AT_MOST_BYTES = 100_000;
let nextKey = 1;

/** Takes in files in the order given. Without an open plan a new one is made, named `planName`. */
export async function takeFiles(files: readonly File[], planName: string): Promise<void> {
  const plans = files.filter((file) => file.name.toLowerCase().endsWith(".gpkg"));
  const others = files.filter((file) => !plans.includes(file));
  if (plans[0]) await openPlanFile(plans[0]);
  if (others.length === 0) return;
  if (!view().plan && !(await createPlan(planName))) return;
  if (view().plan?.readOnly) return;
  showTab("data");
  const queued = others.map((file) => ({ file, key: nextKey++ }));
  setView({
    queue: [
      ...view().queue,
      ...queued.map(({ file, key }): QueuedFile => {
        return { key, name: file.name, state: "reading", staged: null, problem: null };
      }),
    ],
  });
  for (const { file, key } of queued) await readOne(file, key);
}

async function readOne(file: File, key: number): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length < RULES_AT_MOST_BYTES) {
    // A file that is not UTF-8 is no rule file; reading it below says what is wrong with it.
    const text = decodeText(bytes, file.name);
    if (text.ok && isRulesFile(text.value)) {
      leaveFile(key);
      return takeRules(text.value, file.name);
    }
  }
  const outcome = await services().plan.read(file.name, bytes);
  replace(
    key,
    outcome.ok
      ? { state: "ready", staged: outcome.value, problem: null }
      : { state: "refused", staged: null, problem: outcome.problem },
  );
  tell(outcome.ok ? "data.read.done" : "data.read.refused", { file: file.name });
}

function replace(key: number, change: Partial<QueuedFile>): void {
  setView({ queue: view().queue.map((item) => (item.key === key ? { ...item, ...change } : item)) });
}

/** Takes a file out of the queue; nothing of it was in the plan. */
export function leaveFile(key: number): void {
  setView({ queue: view().queue.filter((item) => item.key !== key) });
}

/** What a person decided about a file that was read. */
export interface ImportChoice {
  readonly as: StagedReading["as"];
  readonly name: string;
  readonly coverage: Coverage;
  readonly replace: boolean;
  /** Date of the data and where a layer comes from, as far as known. */
  readonly date: IsoDate | null;
  readonly provenance: Provenance;
}

/** Puts a file that was read into the plan. */
export async function importFile(item: QueuedFile, choice: ImportChoice): Promise<boolean> {
  const staged = item.staged?.staged;
  if (!staged) return false;
  const { computed } = view();
  const done =
    choice.as === "households"
      ? await run("households.import", { staged, replace: choice.replace })
      : await run("layer.import", {
          staged,
          kind: choice.as,
          name: choice.name,
          coverage: choice.coverage,
          replace: choice.replace,
          date: choice.date,
          provenance: choice.provenance,
        });
  if (!done) return false;
  leaveFile(item.key);
  tellDone("data.import.done", { file: item.name });
  lookWhenComputed(computed);
  return true;
}
