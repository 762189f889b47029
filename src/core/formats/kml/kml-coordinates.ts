/** The text of `<coordinates>`: `lon,lat[,height]` with spaces between positions. */
import type { Xy } from "../collect-shapes.ts";

const AROUND_COMMA = /\s*,\s*/g;

/** Positions without heights, or the first piece that is none. */
export function kmlPositions(text: string): readonly Xy[] | string {
  const out: Xy[] = [];
  for (const piece of text.replace(AROUND_COMMA, ",").trim().split(/\s+/)) {
    if (piece === "") continue;
    const [lon, lat] = piece.split(",");
    const at: Xy = [number(lon), number(lat)];
    if (!Number.isFinite(at[0]) || !Number.isFinite(at[1])) return piece.slice(0, 60);
    out.push(at);
  }
  return out;
}

function number(text: string | undefined): number {
  return text === undefined || text === "" ? Number.NaN : Number(text);
}
