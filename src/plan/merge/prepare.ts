/** Opens copies of a plan, compares them with it, and says what would come in and what must be asked. */
import { fail, type Outcome, ok } from "../../core/outcome.ts";
import { factOf, isNewer, openBytes } from "../plan-file.ts";
import type { MergePreview } from "../protocol.ts";
import type { Database, Sqlite3Static } from "../sqlite.ts";
import { Comparison } from "./comparison.ts";
import { conflictsOf, type OpenConflict } from "./conflicts.ts";
import { countsOf } from "./counts.ts";
import { type MergePlan, planMerge } from "./plan-merge.ts";
import { Side } from "./side.ts";

/** A copy as it is given: the name of its file, and its bytes. */
export interface CopyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A merge that waits for a person's choices. */
export interface PreparedMerge {
  readonly preview: MergePreview;
  readonly compared: Comparison;
  readonly plan: MergePlan;
  readonly conflicts: readonly OpenConflict[];
  /** The last entry of the plan when it was looked at: after a further change the look is out of date. */
  readonly lastSeq: number;
  /** Lets go of the copies. May be called twice. */
  close(): void;
}

/**
 * Compares copies with the open plan; nothing is changed. The order of `files` does not matter. Refused, naming
 * the file: `plan.not-a-plan`, `plan.damaged`, `merge.newer`, `merge.other-origin` (another plan altogether),
 * `merge.no-history` (former rows that would be needed were dropped); and `merge.no-files`.
 */
export function prepareMerge(
  sqlite: Sqlite3Static,
  db: Database,
  staged: string,
  files: readonly CopyFile[],
): Outcome<PreparedMerge> {
  if (files.length === 0) return fail("merge.no-files");
  const opened: Side[] = [];
  const own = new Side(null, db);
  const close = () => {
    own.close();
    for (const side of opened.splice(0)) {
      side.close();
      side.db.close();
    }
  };
  try {
    for (const { name, bytes } of files) {
      const outcome = openCopy(sqlite, own, name, bytes);
      if (!outcome.ok) {
        close();
        return outcome;
      }
      opened.push(outcome.value);
    }
    const compared = new Comparison([own, ...inOrder(opened)]);
    const plan = planMerge(compared);
    const conflicts = conflictsOf(compared, plan);
    const preview: MergePreview = {
      staged,
      sources: compared.sides.slice(1).map((side) => sourceOf(own, side)),
      counts: countsOf(plan),
      conflicts: conflicts.map(({ conflict }) => conflict),
    };
    const lastSeq = own.entries.at(-1)?.seq ?? 0;
    own.sql.close();
    return ok({ preview, compared, plan, conflicts, lastSeq, close });
  } catch (error) {
    close();
    throw error;
  }
}

function openCopy(sqlite: Sqlite3Static, own: Side, file: string, bytes: Uint8Array): Outcome<Side> {
  const opened = openBytes(sqlite, bytes, file);
  if (!opened.ok) return opened;
  const db = opened.value;
  const refuse = (code: "merge.newer" | "merge.other-origin" | "merge.no-history") => {
    db.close();
    return fail(code, { file, name: own.name }, { file });
  };
  if (isNewer(db)) return refuse("merge.newer");
  if (factOf(db, "origin") !== factOf(own.db, "origin")) return refuse("merge.other-origin");
  const side = new Side(file, db);
  if (!own.hasRowsFor(side.known) || !side.hasRowsFor(own.known)) {
    side.close();
    return refuse("merge.no-history");
  }
  return ok(side);
}

/** Copies in an order that depends on what they hold, not on how they were given. */
function inOrder(sides: readonly Side[]): Side[] {
  const rank = ({ entries, file }: Side) => {
    const last = entries.at(-1);
    return `${last?.at ?? ""} ${last?.uid ?? ""} ${entries.length} ${file}`;
  };
  return [...sides].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function sourceOf(own: Side, side: Side): MergePreview["sources"][number] {
  const unknown = side.unknownTo(own.known);
  const times = unknown.map(({ at }) => at).sort();
  const authors = [...new Set(unknown.flatMap(({ author }) => author ?? []))].sort();
  return {
    file: side.file!,
    name: side.name,
    entries: unknown.length,
    from: times[0] ?? null,
    to: times.at(-1) ?? null,
    authors,
  };
}
