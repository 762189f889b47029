/** Compares copies of the open plan with it, and takes them in once everything is chosen. */
import type { MergeChoices, MergePreview } from "../../plan/protocol.ts";
import { services } from "../services.ts";
import { setView, view } from "../store.ts";
import { lookWhenComputed } from "./look.ts";
import { tell, tellDone, tellProblem } from "./tell.ts";

/** Looks at files and opens the dialog that shows what would come in. Refused files are said, and nothing changes. */
export async function lookAtCopies(files: readonly File[]): Promise<void> {
  if (files.length === 0 || !view().plan || view().plan?.readOnly) return;
  tell("merge.looking");
  setView({ mergeLooking: true });
  try {
    const given = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const outcome = await services().plan.lookMerge(given);
    if (outcome.ok) setView({ notice: null, merge: outcome.value, dialog: "merge" });
    else tellProblem(outcome.problem);
  } finally {
    setView({ mergeLooking: false });
  }
}

/** Takes in what waits. True when it is in the plan; else why not is said and the dialog stays. */
export async function mergeCopies(preview: MergePreview, choices: MergeChoices): Promise<boolean> {
  const { computed } = view();
  const outcome = await services().plan.merge(preview.staged, choices);
  if (!outcome.ok) {
    tellProblem(outcome.problem);
    return false;
  }
  const sum = (count: "inserted" | "updated" | "removed") =>
    preview.counts.reduce((all, table) => all + table[count], 0);
  tellDone(preview.conflicts.length > 0 ? "merge.done.asked" : "merge.done", {
    files: preview.sources.map(({ file }) => file).join(", "),
    n: preview.conflicts.length,
    inserted: sum("inserted"),
    updated: sum("updated"),
    removed: sum("removed"),
  });
  setView({ dialog: null, merge: null });
  lookWhenComputed(computed);
  return true;
}
