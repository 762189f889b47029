/** Where a point would fall by the likeliest mistake. */
import { TOKENS } from "../tokens.ts";
import { type MapSymbol, paintPath } from "./map-symbol.ts";

const cross: MapSymbol = {
  id: "proof:cross",
  width: 10,
  height: 10,
  draw(context) {
    context.beginPath();
    context.moveTo(2, 2);
    context.lineTo(8, 8);
    context.moveTo(8, 2);
    context.lineTo(2, 8);
    paintPath(context, { stroke: TOKENS.error, width: 1.4 });
  },
};

export const PROOF_MARKS: readonly MapSymbol[] = [cross];
