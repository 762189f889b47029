/** Problems of what a file means: places, columns, values, and what the check finds. */

/** Problems of coordinate systems and coordinates. */
export type PlaceProblem =
  | "place.crs-refused"
  | "place.crs-unknown"
  | "place.number"
  | "place.number-letter"
  | "place.number-ambiguous"
  | "place.half"
  | "place.zero"
  | "place.swapped"
  | "place.degrees"
  | "place.metres"
  | "place.outside";

/** Problems of columns and their values. */
export type MeaningProblem =
  | "meaning.value-unknown"
  | "meaning.more-unknown"
  | "meaning.syntax"
  | "meaning.missing"
  | "meaning.type"
  | "meaning.choice"
  | "meaning.unknown-key"
  | "meaning.field-not-of"
  | "meaning.field-twice"
  | "meaning.column-twice"
  | "meaning.column-missing"
  | "meaning.word"
  | "meaning.place-column"
  | "meaning.column-added"
  | "meaning.column-gone"
  | "meaning.value-new";

/** What the check of a file finds. */
export type CheckProblem =
  | "check.same-id"
  | "check.id-damaged"
  | "check.same-head"
  | "check.same-point"
  | "check.more"
  | "check.unlocated"
  | "check.zero"
  | "check.swapped"
  | "check.outside"
  | "check.outside-units"
  | "check.declared"
  | "check.commune-open"
  | "check.commune-unknown"
  | "check.members"
  | "check.measure"
  | "check.year"
  | "check.no-head"
  | "check.no-degrees"
  | "check.ring-open"
  | "check.repeated-vertices"
  | "check.winding"
  | "check.spike"
  | "check.self-crossing"
  | "check.self-touch"
  | "check.overlap"
  | "check.gap"
  | "check.not-compared"
  | "check.undecoded";

/** Problems of bringing files in. */
export type IntakeProblem =
  | "intake.tool-missing"
  | "intake.unreadable"
  | "intake.unused"
  | "intake.gone"
  | "intake.left-out"
  | "intake.too-large"
  | "intake.not-readable-now";
