/**
 * Clusters, drawn when the map asks for them: the count inside, the ring split. `donut:n:yes:unknown` for
 * findings, `share:n:done:open` for statuses. A cluster without anyone to move or to check is a thin grey
 * circle, so that the eye finds the others.
 */
import { MAP_INK, TOKENS } from "../tokens.ts";
import { disc, type MapSymbol } from "./map-symbol.ts";

/** Family under which the count's font is registered (see `../fonts.ts`). */
export const COUNT_FONT = "An Cu count";
const TURN = 2 * Math.PI;
const RING = 4;

/** A stretch of the ring: share of the whole, its colour, and the ink of its stripes. */
interface Slice {
  readonly share: number;
  readonly fill: string;
  readonly stripe: string | null;
}

function count(
  context: CanvasRenderingContext2D,
  text: string,
  middle: number,
  font: string,
  ink: string,
): void {
  context.font = `${font} "${COUNT_FONT}", sans-serif`;
  context.fillStyle = ink;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillText(text, middle, middle + 3.9);
}

function quiet(id: string, n: number): MapSymbol {
  const radius = Math.min(22, Math.max(7.5 + Math.sqrt(n) * 0.55, 4 + String(n).length * 3.1));
  const size = Math.ceil(radius * 2 + 4);
  return {
    id,
    width: size,
    height: size,
    draw(context) {
      disc(context, size / 2, size / 2, radius, {
        fill: "rgba(255,255,255,0.92)",
        stroke: TOKENS["line-strong"],
        width: 1.1,
      });
      count(context, String(n), size / 2, "400 10.5px", TOKENS["ink-3"]);
    },
  };
}

function ring(id: string, n: number, slices: readonly Slice[]): MapSymbol {
  // Larger rings would hide each other: clusters gather what lies within 22 px.
  const radius = Math.min(23, 9 + Math.sqrt(n) * 1.05);
  const size = Math.ceil(radius * 2 + 8);
  const middle = size / 2;
  return {
    id,
    width: size,
    height: size,
    draw(context) {
      disc(context, middle, middle, radius + 1.6, { fill: "#fff" });
      disc(context, middle, middle, radius - 1.6, { stroke: TOKENS["no-bar"], width: RING });
      let from = -TURN / 4;
      for (const slice of slices) {
        if (slice.share <= 0) continue;
        const to = from + slice.share * TURN;
        context.lineWidth = RING;
        context.strokeStyle = slice.fill;
        context.beginPath();
        context.arc(middle, middle, radius - 1.6, from, to);
        context.stroke();
        if (slice.stripe) {
          context.strokeStyle = slice.stripe;
          context.setLineDash([1, 2.2]);
          context.stroke();
          context.setLineDash([]);
        }
        from = to;
      }
      disc(context, middle, middle, radius + 0.5, { stroke: MAP_INK.clusterEdge, width: 0.8 });
      count(context, String(n), middle, "600 11px", TOKENS["ink-1"]);
    },
  };
}

/** The symbol a cluster's name stands for, null when it is not the name of a cluster. */
export function clusterSymbol(id: string): MapSymbol | null {
  const match = /^(donut|share):(\d+):(\d+):(\d+)$/.exec(id);
  if (!match) return null;
  const [n, first, second] = [Number(match[2]), Number(match[3]), Number(match[4])];
  if (n === 0 || (first === 0 && second === 0)) return quiet(id, n);
  return match[1] === "donut"
    ? ring(id, n, [
        { share: first / n, fill: TOKENS.yes, stripe: null },
        { share: second / n, fill: TOKENS.unknown, stripe: TOKENS["unknown-edge"] },
      ])
    : ring(id, n, [
        { share: first / n, fill: TOKENS["st-settled"], stripe: null },
        { share: second / n, fill: "#FFFFFF", stripe: TOKENS["st-planned"] },
      ]);
}
