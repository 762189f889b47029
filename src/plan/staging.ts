/** Files that were read and wait for a person to say what they are. Nothing of them is in the plan yet. */
import {
  acceptedCount,
  describe,
  type FileDescription,
  LAYER_READERS,
  openTable,
  type ReadAs,
  type Reading,
  type RegisterReading,
} from "../core/formats/index.ts";
import { ofOrigin } from "../core/formats/of-origin.ts";
import { type Outcome, ok, type Problem, type ReadResult } from "../core/outcome.ts";
import type { FileOrigin, StagedFile, StagedReading } from "./protocol.ts";

export interface Staged {
  readonly id: string;
  readonly file: string;
  readonly format: StagedFile["format"];
  /** The file it was made from, null when it was in our words already. */
  readonly origin: FileOrigin | null;
  /** Size of the file. */
  readonly bytes: number;
  /** One way to read it, with everything that was accepted; null when it cannot be read so. */
  reading<As extends ReadAs>(as: As): Reading<As> | null;
}

/** A person works with a handful of files at a time; older ones are let go and must be opened again. */
const KEPT = 8;

export class Staging {
  private readonly files = new Map<string, Staged>();

  /**
   * Reads a file in every way that is possible, best first; one that was made from another file only as what it was
   * made for. `id` names it from now on.
   */
  read(id: string, file: string, bytes: Uint8Array, origin: FileOrigin | null = null): Outcome<StagedFile> {
    const described = origin === null ? describe(bytes, file) : asMade(bytes, file, origin);
    if (!described.ok) return described;
    const { table, possible } = described.value;
    const results = new Map<ReadAs, ReadResult<unknown>>();
    for (const { as } of possible) results.set(as, LAYER_READERS[as].read(table));
    const format = origin?.format ?? table.format;
    this.files.set(id, {
      id,
      file,
      format,
      origin,
      bytes: bytes.length,
      reading: <As extends ReadAs>(as: As) => (results.get(as) as Reading<As> | undefined) ?? null,
    });
    for (const old of [...this.files.keys()].slice(0, -KEPT)) this.files.delete(old);
    const readings = possible.map(({ as }) => summary(as, results.get(as)!, origin));
    return ok({ staged: id, file, format, as: bestOf(possible), readings }, described.notes);
  }

  get(id: string): Staged | null {
    return this.files.get(id) ?? null;
  }

  /** Lets a file go once it is in the plan. */
  forget(id: string): void {
    this.files.delete(id);
  }
}

/** Two readings that are about as likely are a question for the person. */
const CLEARLY_BETTER = 0.1;

function bestOf(possible: readonly { readonly as: ReadAs; readonly score: number }[]): ReadAs | null {
  const [first, second] = possible;
  if (!first || (second && first.score - second.score < CLEARLY_BETTER)) return null;
  return first.as;
}

function summary(as: ReadAs, result: ReadResult<unknown>, origin: FileOrigin | null): StagedReading {
  const before: readonly Problem[] = origin?.rejected ?? [];
  return {
    as,
    read: result.read + before.length,
    accepted: acceptedCount(result),
    rejected: [...before, ...result.rejected],
    notes: [...(origin?.notes ?? []), ...result.notes],
    located: as === "households" ? (result as RegisterReading).located : null,
  };
}

/** A file in our words: what it is was decided already. */
function asMade(bytes: Uint8Array, file: string, { as, rows, rowIs }: FileOrigin): Outcome<FileDescription> {
  const opened = openTable(bytes, file);
  if (!opened.ok) return opened;
  return ok({ table: ofOrigin(opened.value, rows, { rowIs }), possible: [{ as, score: 1 }] });
}
