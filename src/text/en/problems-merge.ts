/** Problems of merging copies of a plan: `problem.<code>`. */
import type { problemsMerge as vi } from "../vi/problems-merge.ts";

export const problemsMerge: Record<keyof typeof vi, string> = {
  "problem.merge.expired":
    "The plan was changed since the preview, so nothing was merged. Choose the files again to look once more.",
  "problem.merge.no-files": "No file was chosen to merge.",
  "problem.merge.other-origin":
    "File {file} is not a copy of the plan {name}, so it cannot be merged. Only copies saved from one plan can be merged.",
  "problem.merge.newer":
    "File {file} was written by a later version of An Cư. Update the program, then merge again.",
  "problem.merge.no-history":
    "File {file} parted from the plan {name} before its history was shortened, so it is not known who changed what. Import its data instead of merging.",
  "problem.merge.nothing": "The plan already has every change in these files; there is nothing to merge.",
  "problem.merge.unresolved":
    "{count} {count:difference|differences} {count:is|are} not decided yet. Decide all of them, then merge.",
  "problem.merge.unit-code-twice":
    "Each side imported a layer of administrative units with the code {code}. Keep the layer of one side.",
};
