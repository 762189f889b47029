/** What is wrong with the outlines of single shapes. */
import { polygonsOf } from "../../geometry/polygon-set.ts";
import type { CheckProblem } from "../../problem-codes/intake.ts";
import type { LonLat } from "../../units.ts";
import { type CheckedShapes, placeOfShape } from "./checked-shapes.ts";
import type { CheckFinding, RepairCode } from "./finding.ts";
import { Listed, together } from "./listed.ts";
import { firstSpike, isOpen, type Ring, repeatedVertices, runsWrong, type Spike } from "./rings.ts";

/** Open rings, repeated vertices, rings that run the wrong way round, spikes; `crossing` shapes have no way round. */
export function ringFindings(
  shapes: CheckedShapes,
  usable: readonly number[],
  crossing: ReadonlySet<number>,
): readonly CheckFinding[] {
  const open = new Listed("ring-open", shapes, { code: "close-ring" });
  const repeats = new Everywhere();
  const winding = new Everywhere();
  const spikes = new Listed("spike", shapes, { code: "cut-spike" });
  for (const i of usable) {
    const parts = polygonsOf(shapes.geometry(i)!);
    const row = shapes.rowNumber(i);
    const place = placeOfShape(shapes, i);
    const openRings = parts.flat().filter(isOpen);
    if (openRings.length > 0) {
      open.add(row, () => ({
        problem: { code: "check.ring-open", ...place, values: { count: openRings.length } },
        rows: [row],
        at: openRings[0]![0]!,
        weight: "ask",
        repair: { code: "close-ring" },
      }));
    }
    const repeated = repeatsOf(parts.flat());
    if (repeated.at !== null) repeats.add(row, repeated.count, repeated.at);
    const wrong = crossing.has(i)
      ? []
      : parts.flatMap((rings) => rings.filter((ring, r) => runsWrong(ring, r > 0)));
    if (wrong.length > 0) winding.add(row, wrong.length, wrong[0]![0]!);
    const spike = spikeOf(parts.flat());
    if (spike) {
      spikes.add(row, () => ({
        problem: {
          code: "check.spike",
          ...place,
          values: {
            lon: String(spike.at[0]),
            lat: String(spike.at[1]),
            metres: Math.round(spike.metres * 10) / 10,
          },
        },
        rows: [row],
        at: spike.at,
        weight: "ask",
        repair: { code: "cut-spike" },
      }));
    }
  }
  return [
    ...open.findings(),
    ...spikes.findings(),
    ...winding.findings(shapes, "check.winding", "turn-ring"),
    ...repeats.findings(shapes, "check.repeated-vertices", "drop-repeated-vertices"),
  ];
}

/** What changes nothing inside and comes by the layer: one finding for all its shapes, at the first of them. */
class Everywhere {
  private readonly rows: number[] = [];
  private count = 0;
  private at: LonLat | null = null;

  add(row: number, count: number, at: LonLat): void {
    this.rows.push(row);
    this.count += count;
    this.at ??= at;
  }

  findings(shapes: CheckedShapes, code: CheckProblem, repair: RepairCode): readonly CheckFinding[] {
    const { rows, count, at } = this;
    const file = shapes.file === undefined ? {} : { file: shapes.file };
    return together(code, rows, (many) => ({
      problem: { code, ...file, values: { count, shapes: many } },
      at,
      weight: "tell",
      repair: { code: repair },
    }));
  }
}

function repeatsOf(rings: readonly Ring[]): { readonly count: number; readonly at: LonLat | null } {
  let count = 0;
  let at: LonLat | null = null;
  for (const ring of rings) {
    const found = repeatedVertices(ring);
    count += found.count;
    at ??= found.at;
  }
  return { count, at };
}

function spikeOf(rings: readonly Ring[]): Spike | null {
  for (const ring of rings) {
    const spike = firstSpike(ring);
    if (spike) return spike;
  }
  return null;
}
