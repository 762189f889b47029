/** What an accepted repair does. Pure: the value given stays as it is, a new one comes back. */
import { areaM2 } from "../../geometry/ellipsoid.ts";
import { polygonsOf } from "../../geometry/polygon-set.ts";
import { untangle } from "../../geometry/untangle.ts";
import type { ArealGeometry } from "../../model/geometry.ts";
import type { Json } from "../../model/household.ts";
import type { CheckFinding, Repair } from "./finding.ts";
import { closed, type Ring, runsWrong, turned, withoutRepeats, withoutSpikes } from "./rings.ts";

/** A row in our words, by field name. */
export type RowValues = Readonly<Record<string, Json>>;

/** A mended shape; areas on the ellipsoid, m², so that a change can be told. */
export interface RepairedShape {
  readonly geometry: ArealGeometry;
  readonly beforeM2: number;
  readonly afterM2: number;
}

/** Rows an accepted repair changes, as people count: the row of the problem, or all when the problem names none. */
export function rowsRepaired({ problem, rows, repair }: CheckFinding): readonly number[] {
  if (repair === null) return [];
  return problem.row === undefined ? rows : [problem.row];
}

/** The row after the repair; null when it is left out. A repair of shapes leaves a row as it is. */
export function repairRow(repair: Repair, row: RowValues): RowValues | null {
  switch (repair.code) {
    case "leave-out-row":
      return null;
    case "keep-unlocated":
      return { ...row, lon: null, lat: null };
    case "swap-coordinates":
      return { ...row, lon: row.lat ?? null, lat: row.lon ?? null };
    case "set-value": {
      const field = repair.values?.field;
      if (typeof field !== "string") throw new Error("set-value names no field");
      return { ...row, [field]: repair.values?.to ?? null };
    }
    default:
      return row;
  }
}

/**
 * The shape after the repair; null when it is left out. Only `cut-spike` and the rounding
 * of crossings in `untangle` change what is inside; a repair of rows leaves a shape as it is.
 */
export function repairShape(repair: Repair, geometry: ArealGeometry): RepairedShape | null {
  const mended = mend(repair, geometry);
  if (mended === null) return null;
  return { geometry: mended, beforeM2: areaM2(geometry), afterM2: areaM2(mended) };
}

function mend(repair: Repair, geometry: ArealGeometry): ArealGeometry | null {
  switch (repair.code) {
    case "leave-out-row":
      return null;
    case "untangle":
      // What cannot be drawn anew stays: only a person leaves a shape out.
      return untangle(geometry) ?? geometry;
    case "close-ring":
      return eachRing(geometry, closed);
    case "drop-repeated-vertices":
      return eachRing(geometry, withoutRepeats);
    case "turn-ring":
      return eachRing(geometry, (ring, isHole) => (runsWrong(ring, isHole) ? turned(ring) : ring));
    case "cut-spike":
      return eachRing(geometry, (ring) => withoutSpikes(ring) ?? ring);
    default:
      return geometry;
  }
}

function eachRing(geometry: ArealGeometry, change: (ring: Ring, isHole: boolean) => Ring): ArealGeometry {
  const parts = polygonsOf(geometry).map((rings) => rings.map((ring, r) => change(ring, r > 0)));
  return geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: parts[0]! }
    : { type: "MultiPolygon", coordinates: parts };
}
