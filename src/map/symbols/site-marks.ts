/** Small marks around sites and places: far-away square, midpoint of an edge, school, health post. */
import { TOKENS } from "../tokens.ts";
import { type MapSymbol, paintPath } from "./map-symbol.ts";

/** A site seen from far: a square its capacity is written into. */
const square: MapSymbol = {
  id: "site:square",
  width: 30,
  height: 22,
  draw(context) {
    context.beginPath();
    context.rect(3, 3, 24, 16);
    paintPath(context, { fill: "#fff", stroke: "#fff", width: 5 });
    paintPath(context, { fill: "#fff", stroke: TOKENS.action, width: 2 });
  },
};

/** Where a new vertex can be pulled out of an edge. */
const midpoint: MapSymbol = {
  id: "sketch:midpoint",
  width: 12,
  height: 12,
  draw(context) {
    context.beginPath();
    context.moveTo(6, 1.8);
    context.lineTo(10.2, 6);
    context.lineTo(6, 10.2);
    context.lineTo(1.8, 6);
    context.closePath();
    paintPath(context, { fill: "#fff", stroke: TOKENS.action, width: 1.3 });
  },
};

function building(context: CanvasRenderingContext2D): void {
  context.beginPath();
  context.rect(2.5, 2.5, 9, 9);
  paintPath(context, { fill: "#fff", stroke: TOKENS["ink-2"], width: 1.1 });
}

/** School: a flag in a box. */
const school: MapSymbol = {
  id: "place:school",
  width: 14,
  height: 14,
  draw(context) {
    building(context);
    context.beginPath();
    context.moveTo(5.5, 10);
    context.lineTo(5.5, 4.5);
    context.lineTo(9.5, 6);
    context.lineTo(5.5, 7.5);
    paintPath(context, { stroke: TOKENS["ink-2"], width: 1.1 });
  },
};

/** Health post: a cross in a box. */
const health: MapSymbol = {
  id: "place:health",
  width: 14,
  height: 14,
  draw(context) {
    building(context);
    context.beginPath();
    context.moveTo(7, 4.5);
    context.lineTo(7, 9.5);
    context.moveTo(4.5, 7);
    context.lineTo(9.5, 7);
    paintPath(context, { stroke: TOKENS["ink-2"], width: 1.6 });
  },
};

export const SITE_MARKS: readonly MapSymbol[] = [square, midpoint, school, health];
