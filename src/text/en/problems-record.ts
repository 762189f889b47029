/** Problems of household facts, decisions and additions. */
import type { problemsRecord as vi } from "../vi/problems-record.ts";

export const problemsRecord: Record<keyof typeof vi, string> = {
  "problem.household.exists": "The plan already has a household {id}. Use another id or edit that household.",
  "problem.household.value":
    "The value of {field} of household {id} is not valid. Correct it and save again.",
  "problem.household.far":
    "The coordinates {lon}; {lat} of household {id} lie far from the province. Saved; to be checked.",
  "problem.row.measure": "“{given}” is not a number from 0 up; taken as not known and kept as written.",
  "problem.row.measure-unclear":
    "In “{given}” the mark may separate decimals or thousands; taken as not known and kept as written. Write 1500 or 1.5.",
  "problem.row.year": "“{given}” is not a year; taken as not known and kept as written.",
  "problem.decision.reason": "No reason is given for the decision. Give the reason and save again.",
  "problem.decision.date":
    "The date of the decision, {on}, is not valid. Enter a day from 1976 to today, as day/month/year.",
  "problem.decision.nobody": "No household is chosen for the decision.",
  "problem.baseline.extend-date":
    "The date {on} cannot be taken. Enter a day from the freezing of baseline {name} ({frozenOn}) up to today.",
  "problem.baseline.extend-nobody": "There is no household to add to baseline {name}.",
  "problem.baseline.already":
    "{count} {count:household is|households are} in baseline {name} already, {id} among them. Leave them out and try again.",
  "problem.progress.not-known":
    "The history of this plan begins on {from}; what was known before is not recorded. Choose a day from {from} on.",
};
