/**
 * The file of `plan merge --conflicts`: what copies say differently, for a person to choose.
 *
 * `{ "conflicts": [{ "id", "kind", "table", "key", "field", "name", "says", "base", "sides": [{ "index", "file",
 * "value", "removed", "at", "author" }], "choose": null }] }`. A person puts the index or the file of one side in the
 * place of `null`. Everything else is only read by people: ids name the conflicts.
 */
import fs from "node:fs";
import type { Json } from "../../../src/core/model/household.ts";
import type { MergeChoices, MergeConflict, MergeSide } from "../../../src/plan/protocol.ts";
import { problemText } from "../../../src/text/problem-text.ts";
import type { Speaker } from "./speaker.ts";

export interface ConflictInFile extends Omit<MergeConflict, "sides" | "problem"> {
  /** Why rows cannot stand together; null for another kind of conflict. */
  readonly says: string | null;
  readonly sides: readonly (Omit<MergeSide, "file"> & { readonly index: number; readonly file: string })[];
  readonly choose: number | string | null;
}

/** A conflict as it stands in the file; `base` is the name of the plan the copies come into. */
export function inFile(
  { sides, problem, ...conflict }: MergeConflict,
  base: string,
  speaker: Speaker,
): ConflictInFile {
  return {
    ...conflict,
    says: problem && problemText(speaker.language, problem),
    sides: sides.map((side, index) => ({ index, ...side, file: side.file ?? base })),
    choose: null,
  };
}

/** The whole file. */
export function conflictsText(conflicts: readonly ConflictInFile[]): string {
  return `${JSON.stringify({ conflicts }, null, 2)}\n`;
}

/** The choices that a file makes of these conflicts; null when it cannot be taken, and every reason was told. */
export function readChoices(
  file: string,
  conflicts: readonly ConflictInFile[],
  speaker: Speaker,
): MergeChoices | null {
  const given = choicesIn(file, speaker);
  if (given === null) return null;
  const known = new Map(conflicts.map((conflict) => [conflict.id, conflict]));
  const choices: Record<string, number> = {};
  let refused = 0;
  const refuse = (...[key, values]: Parameters<Speaker["tell"]>) => {
    speaker.tell(key, values);
    refused++;
  };
  for (const [id, choose] of given) {
    const conflict = known.get(id);
    if (choose === null) continue;
    if (!conflict) {
      refuse("cli.plan.merge.unknown-conflict", { file, id });
      continue;
    }
    const side = conflict.sides.find(({ index, file: name }) => choose === index || choose === name);
    const sides = conflict.sides.map(({ index, file: name }) => `${index} ${name}`).join(", ");
    if (side) choices[id] = side.index;
    else refuse("cli.plan.merge.no-side", { file, id, choose: JSON.stringify(choose), sides });
  }
  for (const { id } of conflicts) {
    const isChosen = id in choices || (given.get(id) ?? null) !== null;
    if (!isChosen)
      refuse(given.has(id) ? "cli.plan.merge.not-chosen" : "cli.plan.merge.not-listed", { file, id });
  }
  return refused > 0 ? null : choices;
}

/** `choose` by conflict id. */
function choicesIn(file: string, speaker: Speaker): ReadonlyMap<string, Json> | null {
  const unreadable = () => {
    speaker.tell("cli.plan.merge.no-choices", { file });
    return null;
  };
  let data: unknown;
  try {
    data = JSON.parse(fs.readFileSync(file, "utf8").replace(/^\ufeff/, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError || (error instanceof Error && "code" in error))) throw error;
    return unreadable();
  }
  const list = typeof data === "object" && data !== null && "conflicts" in data ? data.conflicts : null;
  if (!Array.isArray(list)) return unreadable();
  const choices = new Map<string, Json>();
  for (const one of list as readonly unknown[]) {
    if (typeof one !== "object" || one === null || !("id" in one) || typeof one.id !== "string")
      return unreadable();
    choices.set(one.id, "choose" in one ? (one.choose as Json) : null);
  }
  return choices;
}
