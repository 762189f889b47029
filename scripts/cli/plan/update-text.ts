/** What a newer list changes in the register, told to a person. */
import type { RegisterUpdate } from "../../../src/plan/protocol.ts";
import type { Speaker } from "./speaker.ts";

/** So many households of each kind are named; the others are counted. */
const NAMED = 5;

/** Counts first; then who is new, who is gone and who seems to have come back under another id. */
export function tellUpdate(update: RegisterUpdate, speaker: Speaker): void {
  const { added, changed, same, gone, alike } = update;
  speaker.tell("cli.plan.import.update", { added, changed, same, gone });
  if (added > 0) speaker.tell("cli.plan.import.update-added", { ids: some(update.addedIds, added) });
  if (changed > 0) {
    const ids = update.changes.map(({ id }) => id);
    speaker.tell("cli.plan.import.update-changed", { ids: some(ids, changed) });
  }
  if (gone > 0) speaker.tell("cli.plan.import.update-gone", { ids: some(update.goneIds, gone) });
  if (alike > 0) {
    const pairs = update.alikes.map(({ id, goneId, head }) => `${goneId} → ${id} (${head})`);
    speaker.tell("cli.plan.import.update-alike", { pairs: some(pairs, alike) });
  }
}

function some(names: readonly string[], count: number): string {
  const shown = names.slice(0, NAMED).join(", ");
  return count > NAMED ? `${shown} …` : shown;
}
