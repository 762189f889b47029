/**
 * The functions that the spatial index of the GeoPackage standard calls from its triggers (OGC 12-128r17,
 * annex F.3): QGIS and GDAL add such an index to a plan, and without them no shape could be written any more.
 */
import type { Bbox } from "../core/units.ts";
import { indexBounds } from "./spatial-index-bounds.ts";
import type { Database } from "./sqlite.ts";

const EDGES: readonly (readonly [name: string, edge: (box: Bbox) => number])[] = [
  ["ST_MinX", (box) => box[0]],
  ["ST_MinY", (box) => box[1]],
  ["ST_MaxX", (box) => box[2]],
  ["ST_MaxY", (box) => box[3]],
];

/** Makes them known to an open plan. An empty shape has no edges; null stays null. */
export function addShapeFunctions(db: Database): void {
  const known = { arity: 1, deterministic: true, innocuous: true } as const;
  const ask = (answer: (box: Bbox | null) => number | null) => (_context: number, blob: unknown) =>
    blob instanceof Uint8Array ? answer(indexBounds(blob)) : null;
  db.createFunction({ ...known, name: "ST_IsEmpty", xFunc: ask((box) => (box ? 0 : 1)) });
  for (const [name, edge] of EDGES) {
    db.createFunction({ ...known, name, xFunc: ask((box) => (box ? edge(box) : null)) });
  }
}
