/**
 * Hatches of hazard zones, fill and lines in one seamless picture. Landslide: lines falling to the right;
 * flash flood: level waves; pipe flood: small V's pointing down the valley. A higher level is closer,
 * heavier and darker, so that level and kind are read without colour.
 */
import { HAZARD_KINDS, type HazardKind } from "../../core/model/layers.ts";
import { HAZARD_OPACITY, HAZARD_TINT, hazardFamily, MAP_INK } from "../tokens.ts";
import { type MapPattern, withAlpha } from "./map-symbol.ts";

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
/** Distance between lines and their width (CSS pixels) by kind and level 1…5: the legend draws the same. */
export const HATCH_LINES: Record<HazardKind, readonly (readonly [gap: number, line: number])[]> = {
  landslide: LAND,
  "flash-flood": FLASH,
  "pipe-flood": PIPE,
};
/** Length of one wave. */
const WAVE = 12;
/**
 * Steps between two whole zooms. MapLibre stretches patterns from 1 to 2 between whole zooms; hatches are
 * drawn once per step, smaller by as much, so lines keep their pixels within 9 %.
 */
export const HATCH_STEPS = 4;

/** How much smaller a pattern is drawn in a step: MapLibre stretches it by as much on average. */
export function shrinkOf(step: number): number {
  return 2 ** (-(step + 0.5) / HATCH_STEPS);
}

/** Name of the hatch of a kind and level for a step 0…3 of the zoom. */
export function hatchId(kind: HazardKind, level: number, step: number): string {
  return `hatch:${kind}:${level}:${step}`;
}

/** The step of a zoom: which quarter of the way to the next whole zoom it lies in. */
export function hatchStepOf(zoom: number): number {
  return Math.min(HATCH_STEPS - 1, Math.floor((zoom - Math.floor(zoom)) * HATCH_STEPS));
}

function landLine(context: CanvasRenderingContext2D, period: number): void {
  context.moveTo(0, 0);
  context.lineTo(period, period);
}

function wave(context: CanvasRenderingContext2D, gap: number): void {
  const rise = 2 * Math.min(1.9, gap * 0.26);
  const middle = gap / 2;
  context.moveTo(0, middle);
  context.quadraticCurveTo(WAVE / 4, middle - rise, WAVE / 2, middle);
  context.quadraticCurveTo((3 * WAVE) / 4, middle + rise, WAVE, middle);
}

function vee(context: CanvasRenderingContext2D, gap: number): void {
  context.moveTo(gap * 0.18, gap * 0.3);
  context.lineTo(gap * 0.5, gap * 0.68);
  context.lineTo(gap * 0.82, gap * 0.3);
}

/** Width, height and lines of one period of a kind and level. */
function period(kind: HazardKind, level: number) {
  if (kind === "landslide") {
    const [gap, line] = LAND[level - 1]!;
    // Lines at 45 degrees: their distance across is the period divided by the root of 2.
    const side = gap * Math.SQRT2;
    return { width: side, height: side, line, ink: 0.8, trace: landLine };
  }
  const [gap, line] = (kind === "flash-flood" ? FLASH : PIPE)[level - 1]!;
  return kind === "flash-flood"
    ? { width: WAVE, height: gap, line, ink: 0.85, trace: wave }
    : { width: gap, height: gap, line, ink: 1, trace: vee };
}

function hatch(kind: HazardKind, level: number, step: number): MapPattern {
  const family = hazardFamily(kind);
  const { width, height, line, ink, trace } = period(kind, level);
  return {
    id: hatchId(kind, level, step),
    width,
    height,
    shrink: shrinkOf(step),
    ground: withAlpha(HAZARD_TINT[family][level - 1]!, HAZARD_OPACITY[family][level - 1]!),
    ink: { stroke: withAlpha(MAP_INK[family][level - 1]!, ink), width: line },
    trace: (context) => trace(context, height),
  };
}

/** One hatch per kind, level and zoom step. */
export const HATCHES: readonly MapPattern[] = HAZARD_KINDS.flatMap((kind) =>
  [1, 2, 3, 4, 5].flatMap((level) =>
    Array.from({ length: HATCH_STEPS }, (_, step) => hatch(kind, level, step)),
  ),
);
