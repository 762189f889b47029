/** Finds our fields among the names a file uses: canonical names first, then plain synonyms. */
import { foldText } from "../model/fold-text.ts";
import type { Problem } from "../outcome.ts";
import type { RawTable } from "./raw.ts";

/** Our field → other names that mean the same and nothing else, folded (`Mã hộ` and `MA_HO` are `ma_ho`). */
export type Synonyms<F extends string> = Readonly<Record<F, readonly string[]>>;

export interface Fields<F extends string> {
  /** Name in the file of each of our fields, null where the file has none. */
  readonly name: Readonly<Record<F, string | null>>;
  /** Which columns were taken for what when the name is not ours, and which were passed over. */
  readonly notes: readonly Problem[];
}

/** Letters and digits only, without marks: `Ma ho`, `MÃ_HỘ` and `mã-hộ` are one name. */
export function foldName(name: string): string {
  return foldText(name.replace(/([a-z])([A-Z])/g, "$1_$2"))
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}

/**
 * Looks every field up. A canonical name wins over any synonym, without a word; of two synonyms the one that
 * stands first in our list wins, with a note. Of `Level` and `level` the one written exactly so wins, with a note.
 * In a table that was written in our words only our own names count: the person has said what the others are not.
 */
export function fieldsOf<F extends string>(table: RawTable, synonyms: Synonyms<F>): Fields<F> {
  const folded = table.columns.map((column) => ({ column, folded: foldName(column) }));
  const name = {} as Record<F, string | null>;
  const notes: Problem[] = [];
  const file = table.file;
  if (table.origin !== null) {
    for (const field of Object.keys(synonyms) as F[]) {
      name[field] = table.columns.includes(field) ? field : null;
    }
    return { name, notes };
  }
  for (const field of Object.keys(synonyms) as F[]) {
    const names = [field, ...synonyms[field]].map(foldName);
    const found = names.flatMap((wanted) => folded.filter((item) => item.folded === wanted));
    const exact = found.find(({ column }) => column === field);
    const chosen = (exact ?? found[0])?.column ?? null;
    name[field] = chosen;
    if (chosen === null) continue;
    const canonical = foldName(chosen) === foldName(field);
    if (!canonical) notes.push({ code: "file.column-taken", file, field: chosen, values: { as: field } });
    const other = found.find(
      ({ column, folded: also }) => column !== chosen && (!canonical || also === foldName(field)),
    );
    if (other) {
      const values = { used: chosen, as: field };
      notes.push({ code: "file.column-twice", file, field: other.column, values });
    }
  }
  return { name, notes };
}
