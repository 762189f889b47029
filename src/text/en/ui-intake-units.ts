import type { uiIntakeUnits as vi } from "../vi/ui-intake-units.ts";

export const uiIntakeUnits: Record<keyof typeof vi, string> = {
  "intake.units.title": "Commune codes converted",
  "intake.units.lists":
    "The file has codes {from}; the plan has codes {to}. What the file says is kept in a column of its own.",
  "intake.units.one": "{n} of {of} rows convert to exactly one unit",
  "intake.units.ambiguous":
    "{n} {n:row is|rows are} of {units} former {units:unit that became|units that each became} several; {open} {open:row stays|rows stay} open",
  "intake.units.unknown": "{n} {n:row has a code|rows have codes} not in the file's list: {codes}",
  "intake.units.unknown.code": "{code} ({n})",
  "intake.units.unknown.more": "and {n} more {n:code|codes}",
  "intake.units.from": "Unit in the file",
  "intake.units.to": "Can be",
  "intake.units.rows": "Rows",
  "intake.units.decided": "Decided",
  "intake.units.ask": "Rows without a point",
  "intake.units.rest": "{n} {n:row|rows}:",
  "intake.units.none-left": "nothing left to ask",
  "intake.units.unit": "{name} ({code})",
  "intake.units.by-point": "{n} by point",
  "intake.units.by-village": "{n} by village",
  "intake.units.by-choice": "{n} by choice",
  "intake.units.open": "{n} open",
  "intake.units.choose": "Unit of the {n} {n:row|rows} of {name} without a point",
  "intake.units.leave-open": "not known, stays open",
  "intake.units.more": "and {n} more {n:unit|units}",
};
