/** F: inside forest of a kind that counts. A buffer zone is never special-use forest. */
import { FOREST_KINDS } from "../../model/layers.ts";
import { criterion } from "../criterion.ts";
import type { Rules } from "../rule-set.ts";
import { zoneFindings } from "../zone-findings.ts";
import { type Thresholds, thresholdsOf } from "../zone-rank.ts";

/** Which forest counts; switched off: none. */
export function forestThresholds(setting: Rules["forest"]): Thresholds {
  return thresholdsOf(
    (setting?.kinds ?? []).map((kind) => FOREST_KINDS.indexOf(kind)),
    1,
  );
}

export const forest = criterion("forest", (prepared, setting) =>
  zoneFindings(prepared, "forests", forestThresholds(setting), setting.toleranceM),
);
