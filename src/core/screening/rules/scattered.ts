/** S: few others live near. No official number exists; every parameter is a setting. */
import { clusters, smallClusters } from "../../geometry/clusters.ts";
import { fewGrid } from "../../geometry/few-neighbours.ts";
import { neighbourCounts } from "../../geometry/neighbour-counts.ts";
import { gridRoom } from "../../geometry/point-grid.ts";
import { criterion } from "../criterion.ts";
import { UNKNOWN } from "../finding.ts";
import type { Prepared } from "../prepare.ts";
import { DEFAULT_LINK_M, DEFAULT_RADIUS_M, type Rules } from "../rule-set.ts";

/** Neighbours and cluster of every household, -1 where not located. */
export interface ScatterFacts {
  readonly neighbours: Int32Array;
  readonly clusterSize: Int32Array;
}

/**
 * Both figures, whichever method decides: the one that does not is counted at its default distance, so that
 * evidence and files always show it. All located households count, whatever their ethnicity. Screening itself
 * does not need them: deciding "fewer than" is much less work than counting.
 */
export function scatterFacts(prepared: Prepared, setting: Rules["scattered"]): ScatterFacts {
  const radiusM = radiusOf(setting);
  const neighbours = prepared.householdMemo.remember("neighbours", radiusM, () =>
    byHousehold(prepared, neighbourCounts(prepared.place.points, radiusM)),
  );
  return { neighbours, clusterSize: scatterClusters(prepared, setting) };
}

/** Members of the cluster of every household, -1 where not located. */
export function scatterClusters(prepared: Prepared, setting: Rules["scattered"]): Int32Array {
  const linkM = linkOf(setting);
  return prepared.householdMemo.remember("clusters", linkM, () =>
    byHousehold(prepared, clusters(prepared.place.points, linkM).size),
  );
}

/** Radius within which neighbours are counted: the rule's, else the default. */
export function radiusOf(setting: Rules["scattered"]): number {
  return setting?.method === "neighbours" ? setting.radiusM : DEFAULT_RADIUS_M;
}

/** Distance by which clusters are joined: the rule's, else the default. */
function linkOf(setting: Rules["scattered"]): number {
  return setting?.method === "cluster" ? setting.linkM : DEFAULT_LINK_M;
}

function byHousehold({ households, place }: Prepared, byPoint: Int32Array): Int32Array {
  const out = new Int32Array(households.count).fill(-1);
  const { householdOf } = place;
  for (let p = 0; p < householdOf.length; p++) out[householdOf[p]!] = byPoint[p]!;
  return out;
}

export const scattered = criterion("scattered", findScattered, "householdMemo");

function findScattered(prepared: Prepared, setting: NonNullable<Rules["scattered"]>): Uint8Array {
  const { crew, households, householdMemo, place } = prepared;
  const { points, householdOf } = place;
  const out = new Uint8Array(households.count).fill(UNKNOWN);
  // 1 is `HIT`, 0 is `CLEAR`.
  spread(few(), householdOf, out);
  return out;

  function few(): Uint8Array {
    if (setting.method === "cluster") return smallClusters(points, setting.linkM, setting.fewerThan);
    const found = new Uint8Array(crew.allocate(points.count));
    const { radiusM, fewerThan } = setting;
    // The same memory for every radius of a drag: new memory costs more than the grid that is made in it.
    const room = householdMemo.remember("grid room", null, () => gridRoom(points.count, crew.allocate));
    const grid = fewGrid(points, radiusM, fewerThan, room);
    return crew.run("fewNeighbours", { points, radiusM, fewerThan, grid, out: found }, points.count);
  }
}

function spread(byPoint: Uint8Array, householdOf: Uint32Array, out: Uint8Array): void {
  for (let p = 0; p < byPoint.length; p++) out[householdOf[p]!] = byPoint[p]!;
}
