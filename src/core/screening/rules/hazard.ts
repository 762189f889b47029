/** H: inside a hazard zone of a kind that counts, at or above the least level that counts. */
import { criterion } from "../criterion.ts";
import type { Prepared } from "../prepare.ts";
import type { Rules } from "../rule-set.ts";
import { zoneFindings } from "../zone-findings.ts";
import { countingMask } from "../zones.ts";

/** Which hazard features count. */
export function hazardMask(
  prepared: Prepared,
  { kinds, minLevel }: Pick<NonNullable<Rules["hazard"]>, "kinds" | "minLevel">,
): Uint8Array {
  return prepared.memo.remember("mask:hazard", { kinds, minLevel }, () =>
    countingMask(prepared.hazards, (zone) => kinds.includes(zone.kind) && zone.level >= minLevel),
  );
}

export const hazard = criterion("hazard", (prepared, setting) =>
  zoneFindings(prepared, prepared.hazards, hazardMask(prepared, setting), setting.toleranceM),
);
