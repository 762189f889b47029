/** What most shapes of a table are. */

import { isRecord } from "../core/formats/normalise.ts";
import type { SourceTable } from "../core/intake/dataset.ts";
import type { IntakeItem } from "./protocol.ts";

type Kind = IntakeItem["shapes"];

const KIND_OF: Readonly<Record<string, Kind>> = {
  Point: "point",
  MultiPoint: "point",
  LineString: "line",
  MultiLineString: "line",
  Polygon: "area",
  MultiPolygon: "area",
};
/** From this share on a table is of one kind. */
const MOST = 0.8;

/** Looks at the rows given (from 0). `none`: no shape among them. */
export function shapesOf(table: SourceTable, rows: Uint32Array): Kind {
  const counts = new Map<Kind, number>();
  let all = 0;
  for (const row of rows) {
    const geometry = table.geometry(row);
    if (!isRecord(geometry)) continue;
    const kind = KIND_OF[String(geometry.type)] ?? "mixed";
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    all++;
  }
  if (all === 0) return "none";
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best && best[1] >= MOST * all ? best[0] : "mixed";
}
