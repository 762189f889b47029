/** Roads: wandering lines with a vertex every 15 to 65 m. */
import type { LineStringGeometry } from "../../../src/core/model/geometry.ts";
import { randomOf } from "../../demo/random.ts";
import { HEIGHT_M, type PlanePoint, toCentimetre, WIDTH_M } from "./plane.ts";

/** Lines in metres until they have `vertices` in all. */
export function roadLines(seed: number, vertices: number): LineStringGeometry[] {
  const random = randomOf(seed, "roads");
  const lines: LineStringGeometry[] = [];
  for (let total = 0; total < vertices; ) {
    const most = 50 + random.index(600);
    let x = random.next() * WIDTH_M;
    let y = random.next() * HEIGHT_M;
    let heading = random.next() * 2 * Math.PI;
    const line: PlanePoint[] = [];
    while (line.length < most && x >= 0 && y >= 0 && x <= WIDTH_M && y <= HEIGHT_M) {
      line.push([toCentimetre(x), toCentimetre(y)]);
      heading += random.normal() * 0.18;
      const step = random.between(15, 65);
      x += Math.cos(heading) * step;
      y += Math.sin(heading) * step;
    }
    if (line.length < 2) continue;
    lines.push({ type: "LineString", coordinates: line });
    total += line.length;
  }
  return lines;
}
