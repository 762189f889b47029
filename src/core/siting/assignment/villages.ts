/** Villages that an assignment takes apart. */
import type { HouseholdColumns } from "../../model/household.ts";

/**
 * How many villages are split: some of their households go to one site and some to another, or some stay behind.
 * `rows` are households of the register that must move, `site` where each of them goes (-1: nowhere). Villages of one
 * name in two communes are two; a household whose village is not known splits none.
 */
export function villagesSplit(
  { village, communeCode }: Pick<HouseholdColumns, "village" | "communeCode">,
  rows: readonly number[],
  site: ArrayLike<number>,
): number {
  const first = new Map<string, number>();
  const split = new Set<string>();
  rows.forEach((row, h) => {
    if (village.index[row]! < 0) return;
    const key = `${communeCode.index[row]} ${village.index[row]}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, site[h]!);
    else if (known !== site[h]) split.add(key);
  });
  return split.size;
}
