/** F: inside forest of a kind that counts. A buffer zone is never special-use forest. */
import type { ForestKind } from "../../model/layers.ts";
import { criterion } from "../criterion.ts";
import type { Prepared } from "../prepare.ts";
import { zoneFindings } from "../zone-findings.ts";
import { countingMask } from "../zones.ts";

/** Which forest features count. */
export function forestMask(prepared: Prepared, kinds: readonly ForestKind[]): Uint8Array {
  return prepared.memo.remember("mask:forest", kinds, () =>
    countingMask(prepared.forests, (forest) => kinds.includes(forest.kind)),
  );
}

export const forest = criterion("forest", (prepared, { kinds, toleranceM }) =>
  zoneFindings(prepared, prepared.forests, forestMask(prepared, kinds), toleranceM),
);
