/** `ancu plan merge`: brings copies of one plan together in a new file; what they say differently a person chooses. */
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { MergeChoices, MergePreview } from "../../../src/plan/protocol.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import type { ExitCode } from "../command.ts";
import { hasFolder, readBytes, sameFile, writeAll } from "../files.ts";
import type { Options } from "../options.ts";
import { type ConflictInFile, conflictsText, inFile, readChoices } from "./conflicts-file.ts";
import { lookAtPlan, save, whyNotMade, whyNotOpen } from "./open-plan.ts";
import { authorOf, missing, type PlanCommand, WRITING } from "./plan-command.ts";
import type { Speaker } from "./speaker.ts";

/**
 * `--json`: `{ "out", "revision", "sources": [{ "file", "name", "entries", "from", "to" }], "counts": [{ "table",
 * "inserted", "updated", "removed" }], "conflicts": [conflict] }`. Merged: `conflicts` are those that were chosen.
 * Refused for want of choices: `out` and `revision` are null, and the same is printed. A conflict is as in the file
 * of `--conflicts`: see `conflicts-file.ts`.
 */
export const planMerge: PlanCommand = {
  name: "merge",
  usage: "cli.plan.merge.usage",
  options: { ...WRITING, out: "value", conflicts: "value" },
  files: "many",
  wrong: (options) => missing(options, "out"),
  run,
};

async function run(files: readonly string[], options: Options, speaker: Speaker): Promise<ExitCode> {
  const [base, ...others] = files;
  const out = options.value("out")!;
  const list = options.value("conflicts");
  const refused = await whyNot(files, out, list, speaker);
  if (refused !== null) return refused;
  const names = namesOf(files);
  const copies = others.map((file, i) => ({ name: names[i + 1]!, bytes: readBytes(file) }));
  const unread = copies.findIndex(({ bytes }) => bytes === null);
  if (unread >= 0) return speaker.stop("cli.no-file", { file: others[unread]! });
  return lookAtPlan(base!, speaker, async (store) => {
    store.author = authorOf(options);
    const staged = randomUUID();
    const looked = store.lookMerge(
      staged,
      copies.map(({ name, bytes }) => ({ name, bytes: bytes! })),
    );
    if (!looked.ok) return speaker.refuse(looked.problem);
    for (const note of looked.notes) speaker.refuse(note);
    const preview = looked.value;
    const conflicts = preview.conflicts.map((conflict) => inFile(conflict, names[0]!, speaker));
    const choices = choose(preview, conflicts, list, speaker);
    if (choices === null) {
      report(null, null, preview, conflicts, options, speaker);
      return 1;
    }
    const refused = take(store, staged, preview, choices, speaker) ?? whyNotMade(out, speaker);
    if (refused !== null) return refused;
    const failed = await save(out, out, store, speaker);
    if (failed !== null) return failed;
    report(out, store.info().revision, preview, chosen(conflicts, choices), options, speaker);
    return 0;
  });
}

/** What stands in the way before anything is read. */
async function whyNot(
  files: readonly string[],
  out: string,
  list: string | null,
  speaker: Speaker,
): Promise<ExitCode | null> {
  for (const file of files) {
    const refused = await whyNotOpen(file, speaker);
    if (refused !== null) return refused;
  }
  if (list !== null) {
    if (sameFile(list, out)) return speaker.stop("cli.out-twice", { file: list });
    if (!hasFolder(list)) return speaker.stop("cli.no-folder", { file: list });
  }
  return whyNotMade(out, speaker);
}

/** Names without folders as long as they tell the files apart. */
function namesOf(files: readonly string[]): readonly string[] {
  const short = files.map((file) => path.basename(file));
  return new Set(short).size === files.length ? short : files;
}

/** The choices of a person; null when there are conflicts without one, and that was told. */
function choose(
  { conflicts }: MergePreview,
  shown: readonly ConflictInFile[],
  list: string | null,
  speaker: Speaker,
): MergeChoices | null {
  const isThere = list !== null && fs.existsSync(list);
  if (isThere) return readChoices(list, shown, speaker);
  if (conflicts.length === 0) return {};
  for (const conflict of shown) tellConflict(conflict, speaker);
  speaker.tell("cli.plan.merge.conflicts", { count: conflicts.length });
  if (list === null) {
    speaker.tell("cli.plan.merge.no-list");
    return null;
  }
  const failed = writeAll([{ file: list, pieces: [conflictsText(shown)] }]);
  if (failed) speaker.stop("cli.cannot-write", { ...failed });
  else speaker.tell("cli.plan.merge.listed", { file: list });
  return null;
}

function tellConflict({ id, table, key, field, name, says, sides }: ConflictInFile, speaker: Speaker): void {
  const what = [table, key, field, name].filter((part) => part !== null && part !== "").join(" · ");
  speaker.tell("cli.plan.merge.conflict", { id, what: says === null ? what : `${what}: ${says}` });
  for (const { index, file, value, removed, at, author } of sides) {
    const said = removed ? speaker.say("cli.plan.merge.removed") : JSON.stringify(value);
    const who = author ?? speaker.say("cli.plan.history.nobody");
    speaker.tell("cli.plan.merge.side", { index, file, value: said, at: at ?? "–", author: who });
  }
}

/** Takes the copies in; a plan that knows all of them already is right as it is. */
function take(
  store: PlanStore,
  staged: string,
  { sources }: MergePreview,
  choices: MergeChoices,
  speaker: Speaker,
): ExitCode | null {
  if (sources.every(({ entries }) => entries === 0)) {
    speaker.tell("cli.plan.merge.nothing");
    return null;
  }
  const done = store.merge(staged, choices);
  if (!done.ok) return speaker.refuse(done.problem);
  for (const note of done.notes) speaker.refuse(note);
  return null;
}

function chosen(conflicts: readonly ConflictInFile[], choices: MergeChoices): readonly ConflictInFile[] {
  return conflicts.map((conflict) => ({ ...conflict, choose: choices[conflict.id] ?? null }));
}

function report(
  out: string | null,
  revision: number | null,
  { sources, counts }: MergePreview,
  conflicts: readonly ConflictInFile[],
  options: Options,
  speaker: Speaker,
): void {
  for (const { file, name, entries } of sources)
    speaker.tell("cli.plan.merge.source", { file, name, entries });
  if (out !== null) speaker.tell("cli.plan.merge.done", { file: out, count: conflicts.length });
  if (options.has("json")) speaker.json({ out, revision, sources, counts, conflicts });
}
