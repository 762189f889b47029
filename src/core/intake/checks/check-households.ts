/** Everything that is checked of households before they go in. Nothing is changed or left out by it. */
import { arealIndex, firstFeatures } from "../../geometry/areal-index.ts";
import { bboxOfSet } from "../../geometry/polygon-set.ts";
import type { CheckContext, CheckedRows } from "./checked-rows.ts";
import { damagedIds } from "./damaged-ids.ts";
import { declaredCommunes } from "./declared-commune.ts";
import type { CheckFinding } from "./finding.ts";
import { householdPlaces } from "./household-places.ts";
import { householdValues } from "./household-values.ts";
import { repeatedHeads, repeatedIds } from "./repeated-households.ts";
import { sharedPoints } from "./shared-points.ts";

/** Findings check by check, those that stop a row first. The same rows give the same ids. */
export function checkHouseholds(rows: CheckedRows, context: CheckContext): readonly CheckFinding[] {
  const { units } = context;
  const findings: CheckFinding[] = [...repeatedIds(rows), ...damagedIds(rows)];
  if (units === null) findings.push(...householdPlaces(rows, null));
  else {
    const lon = new Float64Array(rows.count);
    const lat = new Float64Array(rows.count);
    for (let i = 0; i < rows.count; i++) {
      lon[i] = rows.lon(i) ?? Number.NaN;
      lat[i] = rows.lat(i) ?? Number.NaN;
    }
    const index =
      context.index ?? arealIndex(units.shapes, { points: rows.count, bounds: bboxOfSet(units.shapes) });
    const feature = firstFeatures(index, lon, lat);
    findings.push(...householdPlaces(rows, feature));
    findings.push(...declaredCommunes(rows, context, units, index, feature));
  }
  findings.push(...householdValues(rows), ...repeatedHeads(rows), ...sharedPoints(rows));
  return findings;
}
