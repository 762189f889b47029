/** A rules file that was dropped: tried at once, saved only when asked. */
import { readRules } from "../../core/screening/rules-file.ts";
import { showTab } from "./look.ts";
import { tryRules } from "./screen.ts";
import { tellDone, tellProblem } from "./tell.ts";

/** Tries the rules of a file, or says what is wrong with them. */
export function takeRules(text: string, file: string): void {
  const outcome = readRules(text, file);
  if (!outcome.ok) {
    tellProblem(outcome.problem);
    return;
  }
  showTab("screening");
  tryRules(outcome.value);
  tellDone("screening.rules-read", { file });
}
