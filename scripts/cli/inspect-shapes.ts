/** What `inspect` tells beside the readings: kinds of shapes, and why a layer is out of the question. */
import { LAYER_READERS, type RawTable, type ReadAs } from "../../src/core/formats/index.ts";
import type { Problem } from "../../src/core/outcome.ts";

/** How many features have which kind of geometry, the commonest first; null is none. */
export function geometryKinds(
  table: RawTable,
): readonly { readonly kind: string | null; readonly count: number }[] {
  const counts = new Map<string | null, number>();
  for (const { geometry } of table.features) {
    const typed =
      typeof geometry === "object" && geometry !== null && "type" in geometry ? geometry.type : null;
    const kind = typeof typed === "string" ? typed : null;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}

const KINDS = {
  area: ["Polygon", "MultiPolygon", "GeometryCollection"],
  line: ["LineString", "MultiLineString", "GeometryCollection"],
  point: ["Point", "MultiPoint"],
} as const;

export interface WhyNot {
  readonly as: ReadAs;
  readonly wants: "area" | "line" | "point";
  /** Null when no shape of the file is of the kind that is wanted; else the first row that was refused. */
  readonly problem: Problem | null;
}

/** For each layer why the file cannot be it. */
export function whyNot(table: RawTable): readonly WhyNot[] {
  const kinds = geometryKinds(table).map(({ kind }) => kind);
  return Object.values(LAYER_READERS).flatMap((reader): WhyNot[] => {
    const { as, wants } = reader;
    const wanted: readonly string[] = KINDS[wants];
    const places = wants === "point" && kinds.includes(null);
    if (!places && !kinds.some((kind) => kind !== null && wanted.includes(kind))) {
      return [{ as, wants, problem: null }];
    }
    const [problem] = reader.read(table).rejected;
    return problem ? [{ as, wants, problem }] : [];
  });
}
