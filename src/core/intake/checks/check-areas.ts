/** Everything that is checked of areas before they go in. Nothing is mended or left out by it. */
import { polygonsOf } from "../../geometry/polygon-set.ts";
import { allDegrees, type CheckedShapes, placeOfShape } from "./checked-shapes.ts";
import { crossingFindings } from "./crossing-findings.ts";
import type { CheckFinding } from "./finding.ts";
import { Listed } from "./listed.ts";
import { partitionFindings } from "./partition-findings.ts";
import { ringFindings } from "./ring-findings.ts";

/** Findings check by check, those that stop a shape first. The same shapes give the same ids. */
export function checkAreas(shapes: CheckedShapes): readonly CheckFinding[] {
  const broken = new Listed("no-degrees", shapes);
  const usable: number[] = [];
  for (let i = 0; i < shapes.count; i++) {
    const geometry = shapes.geometry(i);
    if (geometry === null) continue;
    if (allDegrees(polygonsOf(geometry))) {
      usable.push(i);
      continue;
    }
    const row = shapes.rowNumber(i);
    broken.add(row, () => ({
      problem: { code: "check.no-degrees", ...placeOfShape(shapes, i) },
      rows: [row],
      at: null,
      weight: "stops",
      repair: { code: "leave-out-row" },
    }));
  }
  const { findings, crossing } = crossingFindings(shapes, usable);
  return [
    ...broken.findings(),
    ...findings,
    ...ringFindings(shapes, usable, crossing),
    ...(shapes.partition ? partitionFindings(shapes, usable) : []),
  ];
}
