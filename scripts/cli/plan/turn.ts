/** `ancu plan undo` and `ancu plan redo`: turn the last command round, and say which it was. */
import type { JournalLabel } from "../../../src/plan/protocol.ts";
import { entryText } from "./entry-text.ts";
import { changePlan } from "./open-plan.ts";
import { type PlanCommand, WRITING } from "./plan-command.ts";

/**
 * `--json`: `{ "turned": { "seq", "command", "text", "values", "at", "author", "group" }, "revision", "undo",
 * "redo" }`: what was undone or redone, and what the next undo and redo would do (as `turned`, or null).
 */
function turn(name: "undo" | "redo"): PlanCommand {
  return {
    name,
    usage: `cli.plan.${name}.usage`,
    options: WRITING,
    files: 1,
    run: ([file], options, speaker) =>
      changePlan(file!, options, speaker, (store) => {
        const done = store[name]();
        if (!done.ok) return speaker.refuse(done.problem);
        const told = (label: JournalLabel | null) => label && { ...label, text: entryText(label, speaker) };
        return () => {
          const { info, label } = done.value;
          speaker.tell(`cli.plan.${name}.done`, { what: entryText(label, speaker) });
          if (!options.has("json")) return;
          const { revision, undo, redo } = info;
          speaker.json({ turned: told(label), revision, undo: told(undo), redo: told(redo) });
        };
      }),
  };
}

export const planUndo = turn("undo");
export const planRedo = turn("redo");
