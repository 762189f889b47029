/** What a command is: a question that can be asked before, and the change itself. */
import type { Category } from "../../core/model/household.ts";
import type { Problem } from "../../core/outcome.ts";
import type { CommandName, Commands, JournalLabel } from "../protocol.ts";
import type { Edit } from "../recorder.ts";
import type { Staged } from "../staging.ts";
import type { PlanReader } from "../table-reader.ts";

/** What a command may look at before it is run. */
export interface Question extends PlanReader {
  /** When it is asked or run, ISO 8601 in UTC. */
  readonly at: string;
  /** A file read before, or null when it is not there any more. */
  staged(id: string): Staged | null;
  /** Code of the unit that contains each position (WGS 84 degrees, NaN: none). */
  containingUnits(lon: Float64Array, lat: Float64Array): Category;
}
/** What a command may look at and do while it runs. */
export type Work = Question & Edit;

/** What a command says when it is done. */
export interface Done {
  /** Values of its sentence `command.<name>`. */
  readonly values: JournalLabel["values"];
  readonly notes?: readonly Problem[];
}

/** One command. `run` is only called when `blocked` has just answered null, in the same transaction. */
export interface Command<K extends CommandName> {
  readonly name: K;
  /** Null when the command would be accepted, else why not. Changes and loads nothing. */
  blocked(plan: Question, input: Commands[K]): Problem | null;
  run(plan: Work, input: Commands[K]): Done;
}

/** Ties the input of a command to its name. */
export function command<K extends CommandName>(definition: Command<K>): Command<K> {
  return definition;
}
