import type { problemsPlan as vi } from "../vi/problems-plan.ts";

export const problemsPlan: Record<keyof typeof vi, string> = {
  "problem.plan.missing": "There is no plan {id} in this browser. Open another plan or a .gpkg file.",
  "problem.plan.damaged":
    "The file {file} is damaged or cut short and cannot be opened. Open another copy of the plan.",
  "problem.plan.not-a-plan":
    "The file {file} is not an An Cư plan. Open a .gpkg saved by An Cư; other data files are brought in under Data.",
  "problem.plan.newer":
    "This plan was saved by a newer version of An Cư, so it can only be viewed. Update the program to edit it.",
  "problem.plan.read-only": "The plan is open for viewing only. Save a copy to edit the copy.",
  "problem.plan.other-tab":
    "The plan is being edited in another tab of this browser, so here it can only be viewed. Close the other tab and open the plan again to edit it.",
  "problem.plan.no-storage":
    "This browser does not allow data to be kept: changes are in memory only and are lost when the tab closes. Save a copy of the plan to keep them.",
  "problem.plan.full":
    "The browser has no room left, so the last change was not saved. Save a copy of the plan, free some space and open it again.",
  "problem.plan.write-failed":
    "The browser's storage could not be written, so the last change was not saved and editing has stopped. Save a copy of the plan and open the program again.",
  "problem.plan.not-fetched":
    "The program's demonstration file could not be read. Check that the program has started completely and load the page again.",
  "problem.plan.open": "This plan is open. Open another plan before removing it.",
  "problem.plan.none-open": "No plan is open. Open or create a plan first.",
  "problem.plan.nothing-to-undo": "There is nothing left to undo.",
  "problem.plan.nothing-to-redo": "There is nothing left to redo.",
  "problem.command.unknown": "The program has no command {command}.",
  "problem.command.input": "The value of {field} is missing or not valid. Correct it and try again.",
  "problem.layer.missing": "Layer {id} is no longer in the plan.",
  "problem.household.missing": "There is no household {id} in the plan. Check the household's identifier.",
  "problem.event.date":
    "The date {on} of household {id} is not a real day from 1976 to today. Enter the date again (in a file it is written as 2026-10-15).",
  "problem.event.order":
    "Household {id} cannot have an event on {on}, because its case ended or it left on {before}. Check the two dates.",
  "problem.event.return":
    "Household {id} cannot have returned on {on}: nothing says that it had moved, settled or left before. Record that first.",
  "problem.event.repeated": "The event of household {id} on {on} is already recorded.",
  "problem.events.date": "The date {on} is not a real day between 1976 and today. Enter the date again.",
  "problem.events.nobody":
    "None of the {count} chosen households can take this event. Choose other households or check the date.",
  "problem.event.missing": "Event {id} is no longer in the plan.",
  "problem.baseline.missing": "The plan has no such baseline. Freeze a baseline before measuring progress.",
  "problem.baseline.name-taken": "There is already a baseline named {name}. Choose another name.",
  "problem.baseline.empty": "Baseline {name} has no households yet, so it cannot be frozen.",
  "problem.baseline.date":
    "The baseline's date {on} is not a real day from 1976 to today. Enter the date again (in a file it is written as 2026-10-15).",
  "problem.import.expired": "The chosen file is no longer waiting to be brought in. Open the file again.",
  "problem.import.nothing-accepted":
    "Nothing in the file {file} could be read in the chosen way. Choose another way or correct the file.",
  "problem.import.id-taken":
    "The file {file} has {count} household {count:identifier|identifiers} already in the plan, for example {id}. Replace the whole register or leave those out.",
  "problem.import.unit-taken":
    "The unit code {code} is already in the plan. Replace the layer of communes or leave that unit out.",
  "problem.import.left-behind":
    "{count} {count:household|households} with events or in a baseline {count:is|are} not in the new register, for example {id}; events and baselines are kept.",
};
