/** S: few others live near. No official number exists; every parameter is a setting. */
import { clusters } from "../../geometry/clusters.ts";
import { neighbourCounts } from "../../geometry/neighbour-counts.ts";
import { criterion } from "../criterion.ts";
import { CLEAR, HIT, UNKNOWN } from "../finding.ts";
import type { Prepared } from "../prepare.ts";
import { DEFAULT_LINK_M, DEFAULT_RADIUS_M, type Rules } from "../rule-set.ts";

/** Neighbours and cluster of every household, -1 where not located. */
export interface ScatterFacts {
  readonly neighbours: Int32Array;
  readonly clusterSize: Int32Array;
}

/**
 * Both figures, whichever method decides: the one that does not is counted at its default distance, so that
 * evidence and files always show it. All located households count, whatever their ethnicity.
 */
export function scatterFacts(prepared: Prepared, setting: Rules["scattered"]): ScatterFacts {
  const radiusM = setting?.method === "neighbours" ? setting.radiusM : DEFAULT_RADIUS_M;
  const linkM = setting?.method === "cluster" ? setting.linkM : DEFAULT_LINK_M;
  const { memo, points } = prepared;
  return {
    neighbours: memo.remember("neighbours", radiusM, () =>
      byHousehold(prepared, neighbourCounts(points, radiusM)),
    ),
    clusterSize: memo.remember("clusters", linkM, () => byHousehold(prepared, clusters(points, linkM).size)),
  };
}

function byHousehold({ households, householdOf }: Prepared, byPoint: Int32Array): Int32Array {
  const out = new Int32Array(households.count).fill(-1);
  householdOf.forEach((i, p) => {
    out[i] = byPoint[p]!;
  });
  return out;
}

export const scattered = criterion("scattered", (prepared, setting) => {
  const facts = scatterFacts(prepared, setting);
  const figure = setting.method === "neighbours" ? facts.neighbours : facts.clusterSize;
  return Uint8Array.from(figure, (n) => (n < 0 ? UNKNOWN : n < setting.fewerThan ? HIT : CLEAR));
});
