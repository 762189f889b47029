/** Who was to move at the end of 2021, and which unplanned migrants were known. */
import type { Baseline } from "../../src/core/model/event.ts";
import type { Household } from "../../src/core/model/household.ts";
import { HIT, type Screening } from "../../src/core/screening/finding.ts";
import type { Commune } from "./area.ts";
import { randomOf } from "./random.ts";

export const BASELINE_DAY = "2021-12-31";

/** A baseline as `baselines.json` has it; where its households are counted is set when the plan freezes it. */
export type BaselineFile = Pick<Baseline, "id" | "name" | "target" | "on" | "householdIds">;

export interface Baselines {
  readonly relocation: BaselineFile;
  readonly migrants: BaselineFile;
  /** Households that are to move and were found after 2021. */
  readonly later: readonly string[];
}

/** Share of the households to move that was known in 2021. */
const KNOWN = 0.86;

/**
 * The households that the rules say are to move, without those found later. A commune's count is cut so that
 * its promised share can be reached exactly, or missed by as little as a household allows.
 */
export function baselinesOf(
  seed: number,
  households: readonly Household[],
  screening: Screening,
  communes: readonly Commune[],
): Baselines {
  const random = randomOf(seed, "baselines");
  const known = new Set<string>();
  const later: string[] = [];
  communes.forEach((commune, u) => {
    const own = households.filter((_, i) => screening.unit[i] === u && screening.eligible[i] === HIT);
    const shuffled = random.shuffled(own.map(({ id }) => id));
    const count = fitting(Math.round(shuffled.length * KNOWN), commune.pace);
    for (const id of shuffled.slice(0, count)) known.add(id);
    later.push(...shuffled.slice(count));
  });
  const inOrder = (ids: (household: Household) => boolean) => households.filter(ids).map(({ id }) => id);
  return {
    relocation: {
      id: "goc-2021",
      name: "Danh sách gốc 2021",
      target: "relocation",
      on: BASELINE_DAY,
      householdIds: inOrder(({ id }) => known.has(id)),
    },
    migrants: {
      id: "di-cu-2021",
      name: "Hộ di cư không theo quy hoạch 2021",
      target: "migrants",
      on: BASELINE_DAY,
      householdIds: inOrder(({ migrant }) => migrant === true),
    },
    later,
  };
}

/** Pace of the commune that misses 60 % by the smallest part of a household. */
export const NEARLY = 0.597;
/** Pace of the commune that reaches 60 % exactly. */
export const EXACTLY = 0.6;

/** A number of households at most `count` of which the pace can be shown. */
function fitting(count: number, pace: number): number {
  // 60 % of 5 k + 2 is 3 k + 1.2: one household below it is nearest from below.
  const rest = pace === EXACTLY ? 0 : pace === NEARLY ? 2 : null;
  if (rest === null || count < 7) return count;
  return count - ((count - rest + 5) % 5);
}
