/** How many rows of each table would come in without a question. */
import type { MergePreview } from "../protocol.ts";
import { TABLE_NAMES } from "../rows.ts";
import type { MergePlan } from "./plan-merge.ts";

export function countsOf({ plain, inserts }: MergePlan): MergePreview["counts"] {
  return TABLE_NAMES.flatMap((table) => {
    const counts = plain.get(table) ?? { inserted: 0, updated: 0, removed: 0 };
    const fresh = inserts
      .filter((list) => list.table === table)
      .reduce((sum, { keys }) => sum + keys.length, 0);
    const inserted = counts.inserted + fresh;
    if (inserted + counts.updated + counts.removed === 0) return [];
    return [{ table, inserted, updated: counts.updated, removed: counts.removed }];
  });
}
