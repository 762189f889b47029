/** Sends commands to the plan, undoes and redoes. The answer comes back through the plan's events too. */
import type { Outcome } from "../../core/outcome.ts";
import type { Change, CommandName, Commands, EntryName, JournalLabel } from "../../plan/protocol.ts";
import { hasText, say } from "../../text/say.ts";
import { services } from "../services.ts";
import { setView, view } from "../store.ts";
import { tell, tellProblem } from "./tell.ts";

/**
 * Runs one command. What it did; null when it was refused, and that is shown. `group`: several commands of one
 * intention, undone together.
 */
export async function run<K extends CommandName>(
  name: K,
  input: Commands[K],
  group?: string,
): Promise<Change | null> {
  return taken(await services().plan.run(name, input, group));
}

/** Undoes the last command and says which. */
export async function undo(): Promise<void> {
  const label = view().plan?.undo;
  if (!label || view().plan?.readOnly) return;
  if (taken(await services().plan.undo())) tell("shell.undone", { what: turnText(label) });
}

/** Does again what was undone last and says which. */
export async function redo(): Promise<void> {
  const label = view().plan?.redo;
  if (!label || view().plan?.readOnly) return;
  if (taken(await services().plan.redo())) tell("shell.redone", { what: turnText(label) });
}

/** What undo or redo would do, with how many commands of its group go along. */
export function turnText(label: JournalLabel): string {
  const what = commandText(label);
  return label.more ? say(view().language, "history.with-more", { what, n: label.more }) : what;
}

/** The sentence of a journal entry: what undo and redo name. */
export function commandText(label: { command: EntryName; values: Change["label"]["values"] }): string {
  const key = `command.${label.command}`;
  if (!hasText(key)) return label.command;
  const kind = `event.${label.values.kind}`;
  const choice = `decision.choice.${label.values.choice}`;
  const spoken = {
    ...label.values,
    ...(hasText(kind) && { kind: say(view().language, kind) }),
    ...(hasText(choice) && { choice: say(view().language, choice) }),
  };
  return say(view().language, key, spoken);
}

function taken(outcome: Outcome<Change>): Change | null {
  if (!outcome.ok) {
    // Once a write has failed the band across the top says it, and stays.
    if (view().save.state !== "not-saved") tellProblem(outcome.problem);
    return null;
  }
  setView({ notice: null });
  return outcome.value;
}
