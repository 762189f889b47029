/**
 * Marks of statuses. How full the disc is says how far a household has come: ring (nothing recorded), dot
 * (identified), quarter (planned), half (land allocated), three quarters (moved), full with a tick (settled),
 * square with a tick (stabilised in place), × (left).
 */
import type { HouseholdStatus } from "../../core/model/event.ts";
import { MAP_INK, TOKENS } from "../tokens.ts";
import { disc, type MapSymbol, paintPath } from "./map-symbol.ts";

/** Radius of a mark, CSS pixels. */
const RADIUS = 4.8;
const BOX = 18;
const MIDDLE = BOX / 2;
const HALO = { fill: "#fff", stroke: "#fff", width: 3 };

function pie(context: CanvasRenderingContext2D, share: number, ink: string): void {
  disc(context, MIDDLE, MIDDLE, RADIUS, HALO);
  disc(context, MIDDLE, MIDDLE, RADIUS, { fill: "#fff", stroke: ink, width: 1.6 });
  if (share === 0) return;
  context.beginPath();
  context.moveTo(MIDDLE, MIDDLE);
  context.arc(MIDDLE, MIDDLE, RADIUS, -Math.PI / 2, (share * 2 - 0.5) * Math.PI);
  context.closePath();
  paintPath(context, { fill: ink });
}

function tick(context: CanvasRenderingContext2D): void {
  context.beginPath();
  context.moveTo(MIDDLE - RADIUS * 0.48, MIDDLE + RADIUS * 0.02);
  context.lineTo(MIDDLE - RADIUS * 0.12, MIDDLE + RADIUS * 0.4);
  context.lineTo(MIDDLE + RADIUS * 0.5, MIDDLE - RADIUS * 0.4);
  context.lineCap = "round";
  paintPath(context, { stroke: "#fff", width: 1.5 });
}

function settled(context: CanvasRenderingContext2D): void {
  disc(context, MIDDLE, MIDDLE, RADIUS, HALO);
  disc(context, MIDDLE, MIDDLE, RADIUS, {
    fill: TOKENS["st-settled"],
    stroke: MAP_INK.settledEdge,
    width: 1,
  });
  tick(context);
}

function stabilised(context: CanvasRenderingContext2D): void {
  const half = RADIUS * 0.92;
  const square = () => {
    context.beginPath();
    context.rect(MIDDLE - half, MIDDLE - half, 2 * half, 2 * half);
  };
  square();
  paintPath(context, HALO);
  square();
  paintPath(context, { fill: TOKENS["st-inplace"], stroke: MAP_INK.settledEdge, width: 1 });
  tick(context);
}

function left(context: CanvasRenderingContext2D): void {
  const reach = RADIUS * 0.72;
  context.beginPath();
  context.moveTo(MIDDLE - reach, MIDDLE - reach);
  context.lineTo(MIDDLE + reach, MIDDLE + reach);
  context.moveTo(MIDDLE + reach, MIDDLE - reach);
  context.lineTo(MIDDLE - reach, MIDDLE + reach);
  context.lineCap = "round";
  paintPath(context, { stroke: "#fff", width: 5 });
  paintPath(context, { stroke: TOKENS["st-left"], width: 2 });
}

const DRAW: Record<HouseholdStatus, MapSymbol["draw"]> = {
  none: (context) => pie(context, 0, TOKENS["st-identified"]),
  identified: (context) => {
    pie(context, 0, TOKENS["st-identified"]);
    disc(context, MIDDLE, MIDDLE, RADIUS * 0.3, { fill: TOKENS["st-identified"] });
  },
  planned: (context) => pie(context, 0.25, TOKENS["st-planned"]),
  "land-allocated": (context) => pie(context, 0.5, TOKENS["st-land"]),
  moved: (context) => pie(context, 0.75, TOKENS["st-moved"]),
  settled,
  "stabilised-in-place": stabilised,
  left,
};

/** Name of the mark of a status. */
export const statusId = (status: HouseholdStatus): string => `status:${status}`;

export const STATUS_MARKS: readonly MapSymbol[] = (Object.keys(DRAW) as HouseholdStatus[]).map((status) => ({
  id: statusId(status),
  width: BOX,
  height: BOX,
  draw: DRAW[status],
}));
