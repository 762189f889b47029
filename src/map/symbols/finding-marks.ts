/** Marks of findings: disc must move, amber diamond unknown, hollow ring not concerned. White halo 1.5 px. */
import { TOKENS } from "../tokens.ts";
import { disc, type MapSymbol, paintPath } from "./map-symbol.ts";

/** Radius of the disc, CSS pixels. */
const RADIUS = 4.4;
const BOX = 16;
const HALO = { fill: "#fff", stroke: "#fff", width: 3 };

function yes(context: CanvasRenderingContext2D): void {
  disc(context, BOX / 2, BOX / 2, RADIUS, HALO);
  disc(context, BOX / 2, BOX / 2, RADIUS, { fill: TOKENS.yes, stroke: TOKENS["yes-edge"], width: 1 });
}

/** Amber alone has too little contrast on paper; the dark edge carries it. */
export function drawUnknown(context: CanvasRenderingContext2D): void {
  const reach = RADIUS * 1.28;
  const middle = BOX / 2;
  const path = () => {
    context.beginPath();
    context.moveTo(middle, middle - reach);
    context.lineTo(middle + reach, middle);
    context.lineTo(middle, middle + reach);
    context.lineTo(middle - reach, middle);
    context.closePath();
  };
  path();
  paintPath(context, HALO);
  path();
  paintPath(context, { fill: TOKENS.unknown, stroke: TOKENS["unknown-edge"], width: 1.3 });
}

function no(context: CanvasRenderingContext2D): void {
  disc(context, BOX / 2, BOX / 2, 2.5, { fill: TOKENS.no, stroke: TOKENS["no-edge"], width: 1.2 });
}

const mark = (name: string, draw: MapSymbol["draw"]): MapSymbol => ({
  id: `finding:${name}`,
  width: BOX,
  height: BOX,
  draw,
});

export const FINDING_MARKS: readonly MapSymbol[] = [
  mark("yes", yes),
  mark("unknown", drawUnknown),
  mark("no", no),
];
