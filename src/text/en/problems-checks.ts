/** What the check of a file finds. */
import type { problemsChecks as vi } from "../vi/problems-checks.ts";

export const problemsChecks: Record<keyof typeof vi, string> = {
  "problem.check.same-id":
    "Household code {id} is the same as in row {other}. Every household needs a code of its own.",
  "problem.check.same-head":
    "Head {head} in {village} has the same name as in row {other}. See whether one household was written twice.",
  "problem.check.same-point":
    "{count} {count:household|households} at the same coordinates (first in row {row}). They may share a house, or the point is the village's.",
  "problem.check.more":
    "{count} more {count:row has|rows have} the same fault as the {listed} listed. Download the list of rows to see all.",
  "problem.check.unlocated":
    "{count} {count:household has|households have} no coordinates. Kept; place them on the map later.",
  "problem.check.zero":
    "{count} {count:household has|households have} the coordinates 0; 0, which means not measured. Keep them without a place.",
  "problem.check.swapped": "Longitude {lon} and latitude {lat} are swapped. Exchange the two numbers.",
  "problem.check.outside":
    "Coordinates {lon}; {lat} are far from the province. Check the coordinate system or the numbers.",
  "problem.check.outside-units":
    "Coordinates {lon}; {lat} are outside every commune of the plan. Check where the household is.",
  "problem.check.declared":
    "Declared in {declaredName} ({declared}) but placed in {containingName} ({containing}), {metres} m from the border of {declaredName}. Correct the commune code or the place.",
  "problem.check.commune-open":
    "{name} ({code}) is now {units}; which one {count} {count:household lies|households lie} in is not known. Choose it under “Commune codes converted”, or add coordinates and import again.",
  "problem.check.commune-unknown":
    "Commune code {code} of {count} {count:household|households} is not in the plan's communes. Check the code and its list (before or since 1 July 2025).",
  "problem.check.id-damaged":
    "The ids of {count} {count:household were|households were} changed by a spreadsheet into rounded numbers or dates, {given} for one. Take them from the source again, with the column formatted as text.",
  "problem.check.members": "{given} cannot be a number of members (a whole number from 1 to {most}).",
  "problem.check.measure": "{given} cannot be right (a number from 0 up is needed).",
  "problem.check.year": "{given} is not a year.",
  "problem.check.undecoded":
    "{count} {count:row|rows} with letters that could not be read. Check the encoding of the column, or mend them in the file.",
  "problem.check.no-head":
    "{count} {count:household names|households name} no head. Taken in all the same; add the names later.",
  "problem.check.no-degrees":
    "The shape has vertices that are no longitude and latitude. Check the coordinate system, or get it again from its source.",
  "problem.check.ring-open":
    "{count} {count:ring is|rings are} not closed. Close by joining the end to the beginning.",
  "problem.check.repeated-vertices":
    "{count} {count:vertex repeats|vertices repeat} the one before, in {shapes} {shapes:shape|shapes}. Leave them out; nothing else changes.",
  "problem.check.winding":
    "{count} {count:ring runs|rings run} the wrong way round, in {shapes} {shapes:shape|shapes}. Turn round; the inside stays the same.",
  "problem.check.spike":
    "The outline has a spike at {lon}; {lat}, {metres} m long. Cut it off and look at the area again.",
  "problem.check.self-crossing":
    "The outline crosses itself at {lon}; {lat}. Untangle it: area before {beforeM2} m², after {afterM2} m².",
  "problem.check.self-touch":
    "The outline touches itself at {lon}; {lat}. Split the ring there; the inside stays the same.",
  "problem.check.overlap":
    "{first} and {second} overlap by {areaM2} m² in {places} {places:place|places}. Compare with the boundary map and correct.",
  "problem.check.gap":
    "Gap of {areaM2} m² between {around}. Households here belong to no commune; compare with the boundary map and correct.",
  "problem.check.not-compared":
    "The outlines cannot be compared with each other because they are too tangled. Repair those that cross themselves first, then check again.",
};
