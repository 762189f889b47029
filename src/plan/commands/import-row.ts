/** What every import leaves behind: which file it was, and what became of each of its rows. */
import { acceptedCount, type ReadAs } from "../../core/formats/index.ts";
import type { Problem, ReadResult } from "../../core/outcome.ts";
import type { Rows } from "../rows.ts";
import type { Staged } from "../staging.ts";
import type { Question } from "./command.ts";

/** Why a staged file cannot be taken in as this, or null. */
export function stagedProblem(plan: Question, id: string, as: ReadAs): Problem | null {
  const file = plan.staged(id);
  if (!file || plan.read("import", id)) return { code: "import.expired" };
  const reading = file.reading(as);
  if (reading && acceptedCount(reading) > 0) return null;
  return { code: "import.nothing-accepted", file: file.file, values: { file: file.file } };
}

/** The row that says what was read, accepted and refused. Every refusal is kept. */
export function importRow(
  file: Staged,
  as: ReadAs,
  reading: ReadResult<unknown>,
  at: string,
): Rows["import"] {
  // Rows that never came into our words are refused rows of the file like the others.
  const before = file.origin?.rejected ?? [];
  return {
    id: file.id,
    file: file.file,
    format: file.origin?.format ?? file.format,
    taken_as: as,
    read: reading.read + before.length,
    accepted: acceptedCount(reading),
    rejected: before.length + reading.rejected.length,
    problems: JSON.stringify([
      ...before,
      ...reading.rejected,
      ...(file.origin?.notes ?? []),
      ...reading.notes,
    ]),
    at,
    sender: file.origin?.sender ?? null,
    meaning: file.origin ? JSON.stringify(file.origin.meaning) : null,
  };
}
