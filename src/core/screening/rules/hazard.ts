/** H: inside a hazard zone of a kind that counts, at or above the least level that counts. */
import { HAZARD_KINDS } from "../../model/layers.ts";
import { criterion } from "../criterion.ts";
import type { Rules } from "../rule-set.ts";
import { zoneFindings } from "../zone-findings.ts";
import { type Thresholds, thresholdsOf } from "../zone-rank.ts";

/** Which hazard zones count; switched off: none. */
export function hazardThresholds(setting: Rules["hazard"]): Thresholds {
  const kinds = setting?.kinds ?? [];
  return thresholdsOf(
    kinds.map((kind) => HAZARD_KINDS.indexOf(kind)),
    setting?.minLevel ?? 1,
  );
}

export const hazard = criterion("hazard", (prepared, setting) =>
  zoneFindings(prepared, "hazards", hazardThresholds(setting), setting.toleranceM),
);
