/**
 * Expected failure is a value. Everything that can go wrong because of data or of what a person asked
 * returns an `Outcome`; a fault in our own code throws. Plain objects, so they cross a worker boundary.
 */
import type { FileProblem, GeoFormatProblem, ShapefileProblem, SheetProblem } from "./problem-codes/files.ts";
import type { CheckProblem, IntakeProblem, MeaningProblem, PlaceProblem } from "./problem-codes/intake.ts";
import type {
  MergeProblem,
  OutsideProblem,
  PlanProblem,
  RecordProblem,
  StorageProblem,
} from "./problem-codes/plan.ts";
import type { ComputeProblem, RuleProblem, SiteProblem } from "./problem-codes/work.ts";

/** A value that a sentence names. Numbers are formatted in the reader's manner when the sentence is said. */
export type ProblemValue = string | number | null;

/**
 * One thing that is wrong or worth knowing: a code, the place it concerns and the values its sentence names.
 * `file` is the file's name, `row` counts from 1 as the person who made the file counts (the header of a
 * table is row 1; the first feature of a collection is 1), `field` is the name written in the file.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly file?: string;
  readonly row?: number;
  /** Set when `row` counts the features of a collection, not the lines of a table. */
  readonly rowIs?: "feature";
  readonly field?: string;
  readonly values?: Readonly<Record<string, ProblemValue>>;
}

/** Done, with what is worth knowing; or refused, with the one reason. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

/** Says that something was done. */
export function ok<T>(value: T, notes: readonly Problem[] = []): Outcome<T> {
  return { ok: true, value, notes };
}

/** Refuses, naming the reason. */
export function fail(
  code: ProblemCode,
  values?: Problem["values"],
  place: Pick<Problem, "file" | "row" | "field"> = {},
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: values ? { code, values, ...place } : { code, ...place } };
}

/**
 * What every reader of data returns. Nothing vanishes: `read` is the number of rows or features found in
 * the input and `read = accepted.length + rejected.length` always holds. `notes` tell what was changed or
 * looks wrong in rows that were accepted, or in the file as a whole.
 */
export interface ReadResult<T> {
  readonly read: number;
  readonly accepted: readonly T[];
  readonly rejected: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** Every problem code, grouped by where it arises. Each has a sentence `problem.<code>` in `src/text`. */
export type ProblemCode =
  | FileProblem
  | RuleProblem
  | PlanProblem
  | RecordProblem
  | MergeProblem
  | StorageProblem
  | OutsideProblem
  | SiteProblem
  | ComputeProblem
  | SheetProblem
  | ShapefileProblem
  | GeoFormatProblem
  | PlaceProblem
  | MeaningProblem
  | CheckProblem
  | IntakeProblem;
