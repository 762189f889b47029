/**
 * Hatches of hazard zones, fill and lines in one seamless picture. Landslide: lines falling to the right;
 * flash flood: level waves; pipe flood: small V's pointing down the valley. A higher level is closer,
 * heavier and darker, so that level and kind are read without colour.
 */
import { HAZARD_KINDS, type HazardKind } from "../../core/model/layers.ts";
import { HAZARD_OPACITY, HAZARD_TINT, hazardFamily, MAP_INK } from "../tokens.ts";
import { type MapSymbol, withAlpha } from "./map-symbol.ts";

/** Distance between lines and their width by level 1…5, CSS pixels. */
const LAND = [
  [15, 0.6],
  [12, 0.8],
  [9, 1],
  [6.5, 1.5],
  [4.5, 1.9],
] as const;
const FLASH = [
  [14, 0.6],
  [12, 0.8],
  [9, 1],
  [6.5, 1.3],
  [4.6, 1.6],
] as const;
const PIPE = [
  [13, 0.7],
  [11, 1],
  [9, 1.3],
  [7, 1.7],
  [6, 2.2],
] as const;
/** Length of one wave. */
const WAVE = 12;
/**
 * Steps between two whole zooms. MapLibre stretches patterns from 1 to 2 between whole zooms; hatches are
 * drawn once per step, smaller by as much, so lines keep their pixels within 9 %.
 */
export const HATCH_STEPS = 4;

/** Name of the hatch of a kind and level for a step 0…3 of the zoom. */
export function hatchId(kind: HazardKind, level: number, step: number): string {
  return `hatch:${kind}:${level}:${step}`;
}

/** The step of a zoom: which quarter of the way to the next whole zoom it lies in. */
export function hatchStepOf(zoom: number): number {
  return Math.min(HATCH_STEPS - 1, Math.floor((zoom - Math.floor(zoom)) * HATCH_STEPS));
}

function landLines(context: CanvasRenderingContext2D, period: number, width: number, ink: string): void {
  context.strokeStyle = withAlpha(ink, 0.8);
  context.lineWidth = width;
  context.beginPath();
  for (const shift of [-period, 0, period]) {
    context.moveTo(-period, shift - period);
    context.lineTo(2 * period, shift + 2 * period);
  }
  context.stroke();
}

function waves(context: CanvasRenderingContext2D, gap: number, width: number, ink: string): void {
  const rise = 2 * Math.min(1.9, gap * 0.26);
  const quarter = WAVE / 4;
  context.strokeStyle = withAlpha(ink, 0.85);
  context.lineWidth = width;
  context.beginPath();
  for (const middle of [-gap / 2, gap / 2, gap * 1.5]) {
    context.moveTo(-WAVE, middle);
    for (let x = -WAVE; x < 2 * WAVE; x += WAVE) {
      context.quadraticCurveTo(x + quarter, middle - rise, x + 2 * quarter, middle);
      context.quadraticCurveTo(x + 3 * quarter, middle + rise, x + WAVE, middle);
    }
  }
  context.stroke();
}

function vees(context: CanvasRenderingContext2D, gap: number, width: number, ink: string): void {
  context.strokeStyle = ink;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(gap * 0.18, gap * 0.3);
  context.lineTo(gap * 0.5, gap * 0.68);
  context.lineTo(gap * 0.82, gap * 0.3);
  context.stroke();
}

function hatch(kind: HazardKind, level: number, step: number): MapSymbol {
  const family = hazardFamily(kind);
  const shrink = 2 ** (-(step + 0.5) / HATCH_STEPS);
  const [gap, width] = (kind === "landslide" ? LAND : kind === "flash-flood" ? FLASH : PIPE)[level - 1]!;
  const periodX = kind === "landslide" ? gap * Math.SQRT2 : kind === "flash-flood" ? WAVE : gap;
  const periodY = kind === "landslide" ? periodX : gap;
  const ink = MAP_INK[family][level - 1]!;
  return {
    id: hatchId(kind, level, step),
    width: periodX * shrink,
    height: periodY * shrink,
    pattern: true,
    draw(context) {
      context.scale(shrink, shrink);
      context.fillStyle = withAlpha(HAZARD_TINT[family][level - 1]!, HAZARD_OPACITY[family][level - 1]!);
      context.fillRect(-1, -1, periodX + 2, periodY + 2);
      if (kind === "landslide") landLines(context, periodX, width, ink);
      else if (kind === "flash-flood") waves(context, gap, width, ink);
      else vees(context, gap, width, ink);
    },
  };
}

/** One hatch per kind, level and zoom step. */
export const HATCHES: readonly MapSymbol[] = HAZARD_KINDS.flatMap((kind) =>
  [1, 2, 3, 4, 5].flatMap((level) =>
    Array.from({ length: HATCH_STEPS }, (_, step) => hatch(kind, level, step)),
  ),
);
