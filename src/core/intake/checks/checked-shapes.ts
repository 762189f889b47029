/** Areas to be checked: communes, forests, zones, as the file draws them (WGS 84), before anything is mended. */
import type { ArealGeometry } from "../../model/geometry.ts";
import type { Problem } from "../../outcome.ts";
import type { LonLat } from "../../units.ts";

export interface CheckedShapes {
  readonly count: number;
  readonly rowIs: "row" | "feature";
  /** For sentences. */
  readonly file?: string;
  /**
   * True of communes: together they cover the ground once, overlaps and gaps are faults. Forests and zones may overlap.
   */
  readonly partition: boolean;
  /** Rings as drawn: open, repeated vertices, either way round. Null: no area, another check's matter. */
  geometry(i: number): ArealGeometry | null;
  /** What people call it; null: its row is said. */
  name(i: number): string | null;
  /** As people count. */
  rowNumber(i: number): number;
}

/** The part of a problem that says where it is. */
export function placeOfShape(shapes: CheckedShapes, i: number): Pick<Problem, "row"> {
  return {
    ...(shapes.file === undefined ? {} : { file: shapes.file }),
    row: shapes.rowNumber(i),
    ...(shapes.rowIs === "feature" ? { rowIs: "feature" as const } : {}),
  };
}

/** True when every position is a longitude and a latitude. */
export function allDegrees(parts: readonly (readonly (readonly LonLat[])[])[]): boolean {
  return parts.every((rings) =>
    // False for NaN too.
    rings.every((ring) => ring.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90)),
  );
}
