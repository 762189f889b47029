/** The kind of a forest or hazard polygon: one of ours, or the reason why the polygon cannot be taken. */
import type { Problem } from "../../outcome.ts";
import type { FileProblem } from "../../problem-codes/files.ts";
import { textOf } from "../values.ts";
import type { FeatureDesk } from "./collect.ts";
import { type Words, wordOf } from "./words.ts";

/**
 * Reads `column` with `words`. No kind at all is `feature.kind-missing`, one we do not know is `unknownKind`;
 * both name the kinds that are allowed. A word that is not ours is taken with a note.
 */
export function kindOf<W extends string>(
  desk: FeatureDesk,
  column: string | null,
  words: Words<W>,
  unknownKind: FileProblem,
): { readonly kind: W } | { readonly refused: Problem } {
  const given = desk.value(column);
  const allowed = Object.keys(words).join(", ");
  const found = wordOf(words, given);
  if (found === null) {
    return { refused: desk.problem("feature.kind-missing", { wanted: "kind", allowed }, column ?? "kind") };
  }
  if (found === undefined) {
    return { refused: desk.problem(unknownKind, { given: textOf(given), allowed }, column) };
  }
  if (!found.exact) desk.note("row.word-taken", { given: textOf(given), as: found.word }, column);
  return { kind: found.word };
}
