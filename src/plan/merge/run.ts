/** Takes copies in: the rows through the recorder as one entry, and the copies' own entries beside it. */
import type { Problem } from "../../core/outcome.ts";
import type { Done } from "../commands/command.ts";
import type { MergeChoices } from "../protocol.ts";
import type { Database } from "../sqlite.ts";
import type { Recording } from "../transaction.ts";
import { applyRows } from "./apply-rows.ts";
import { bringEntries, entriesToBring } from "./bring-entries.ts";
import { eventsProblem, lastEvent, newEventsProblem } from "./check-events.ts";
import { codesTwice, unitsProblem } from "./check-units.ts";
import { copyExports } from "./copy-exports.ts";
import type { PreparedMerge } from "./prepare.ts";

/** How many entries of the copies will be written before the entry of the merge itself. */
export function entriesBefore({ compared }: PreparedMerge): number {
  return entriesToBring(compared).length;
}

/**
 * Runs a merge inside the transaction of its entry, number `seq`; the entries of the copies take the numbers
 * before it. Refused: `merge.expired` (the plan was changed since the look), `merge.nothing` (all of it is known),
 * `merge.unresolved` (a conflict has no choice), or why what was chosen cannot stand together.
 */
export function runMerge(
  db: Database,
  merge: PreparedMerge,
  choices: MergeChoices,
  seq: number,
  work: Recording,
): Done | { readonly problem: Problem } {
  const { compared, plan, conflicts } = merge;
  const last = Number(db.selectValue("SELECT coalesce(max(seq), 0) FROM journal"));
  if (last !== merge.lastSeq) return { problem: { code: "merge.expired" } };
  const entries = entriesToBring(compared);
  if (entries.length === 0) return { problem: { code: "merge.nothing" } };
  const chosen = new Map<string, number>();
  for (const { conflict, sides } of conflicts) {
    const choice = Object.hasOwn(choices, conflict.id) ? choices[conflict.id] : undefined;
    const side = typeof choice === "number" ? sides[choice] : undefined;
    if (side !== undefined) chosen.set(conflict.id, side);
  }
  const open = conflicts.length - chosen.size;
  if (open > 0) return { problem: { code: "merge.unresolved", values: { count: open } } };
  const choose = (id: string) => chosen.get(id)!;
  const problem = eventsProblem(compared, plan, choose);
  if (problem) return { problem };
  const twice = codesTwice(db);
  const lastBefore = lastEvent(db);
  try {
    const placed = applyRows(compared, plan, choose, work.recorder);
    const apart = unitsProblem(db, twice) ?? newEventsProblem(compared, db, lastBefore);
    if (apart) return { problem: apart };
    bringEntries(compared, entries, placed, seq);
    for (const side of compared.sides.slice(1)) copyExports(side, db);
  } finally {
    compared.sides[0]!.sql.close();
  }
  return { values: { count: compared.sides.length - 1, files: filesOf(merge), conflicts: conflicts.length } };
}

function filesOf({ preview }: PreparedMerge): string {
  return preview.sources.map(({ file }) => file).join(", ");
}
