/** Problems of a plan: its storage, what is recorded in it, copies and other programs. */

/** Problems of the plan and its storage. */
export type PlanProblem =
  | "plan.missing"
  | "plan.damaged"
  | "plan.not-a-plan"
  | "plan.newer"
  | "plan.read-only"
  | "plan.other-tab"
  | "plan.no-storage"
  | "plan.full"
  | "plan.write-failed"
  | "plan.not-fetched"
  | "plan.open"
  | "plan.none-open"
  | "plan.nothing-to-undo"
  | "plan.nothing-to-redo"
  | "command.unknown"
  | "command.input"
  | "layer.missing"
  | "household.missing"
  | "event.date"
  | "event.order"
  | "event.return"
  | "event.repeated"
  | "event.missing"
  | "events.date"
  | "events.nobody"
  | "baseline.missing"
  | "baseline.name-taken"
  | "baseline.empty"
  | "baseline.date"
  | "import.expired"
  | "import.nothing-accepted"
  | "import.id-taken"
  | "import.unit-taken"
  | "import.left-behind";

/** Problems of what is recorded of households: facts, decisions, corrections, additions to a baseline. */
export type RecordProblem =
  | "household.exists"
  | "household.value"
  | "household.far"
  | "row.measure"
  | "row.measure-unclear"
  | "row.year"
  | "decision.reason"
  | "decision.date"
  | "decision.nobody"
  | "baseline.extend-date"
  | "baseline.extend-nobody"
  | "baseline.already"
  | "progress.not-known";

/** Problems of bringing copies of a plan together. */
export type MergeProblem =
  | "merge.expired"
  | "merge.no-files"
  | "merge.other-origin"
  | "merge.newer"
  | "merge.no-history"
  | "merge.nothing"
  | "merge.unresolved"
  | "merge.unit-code-twice";

/** Problems of copies, recovery and room. */
export type StorageProblem = "copy.missing" | "copy.unreadable" | "recover.nothing";

/** What another program did in the file. */
export type OutsideProblem =
  | "outside.adopted"
  | "outside.replaced"
  | "outside.more"
  | "outside.word"
  | "outside.number"
  | "outside.empty"
  | "outside.date"
  | "outside.reference"
  | "outside.json"
  | "outside.rules"
  | "outside.type"
  | "outside.ours"
  | "outside.needed"
  | "outside.key"
  | "outside.shape-unreadable"
  | "outside.shape-system"
  | "outside.shape-kind"
  | "outside.shape-position"
  | "outside.shape-crossing"
  | "outside.shape-missing"
  | "outside.table-refused"
  | "outside.table-missing"
  | "outside.column-missing"
  | "outside.unfinished";
