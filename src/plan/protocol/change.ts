/** What a command answers, and who could take what it would record. */

import type { Problem } from "../../core/outcome.ts";
import type { JournalLabel, PlanInfo } from "./plan-info.ts";

/** Which rows a command touched. `all` when naming them would be longer than reading the table again. */
export interface Touched {
  readonly table:
    | "household"
    | "layer"
    | "raster"
    | "site"
    | "event"
    | "baseline"
    | "decision"
    | "target"
    | "rule_set"
    | "plan";
  readonly ids: readonly string[] | "all";
}

/** The answer to every command, undo and redo: the plan as it now is, and what moved. */
export interface Change {
  readonly info: PlanInfo;
  readonly label: JournalLabel;
  readonly touched: readonly Touched[];
}

/** Who could take what `events.add` records: `can` and the refused are all of its households. */
export interface EventsCheck {
  /** What is wrong with the event itself; then nobody was asked. */
  readonly problem: Problem | null;
  readonly can: number;
  /** By reason: the first household's problem, how many there are, and the ids of the first few. */
  readonly refused: readonly {
    readonly first: Problem;
    readonly households: number;
    readonly ids: readonly string[];
  }[];
}
