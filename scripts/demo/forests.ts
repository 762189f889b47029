/** Forests: a special-use forest on the massif with its subzones, an enclave and a buffer zone; others elsewhere. */
import type { ForestKind, ForestSubzone } from "../../src/core/model/layers.ts";
import { evened } from "./communes.ts";
import { distanceToM } from "./distance.ts";
import { blurred, type Frame, halved, quantile } from "./grid.ts";
import type { Land } from "./land.ts";
import type { LabelPolygon } from "./mesh.ts";
import { fractal, noiseOf } from "./noise.ts";
import { largestPiece, pieceAt } from "./pieces.ts";

/** Labels of the forest grid; 0 is no forest. */
export const FOREST_LABELS: readonly (readonly [kind: ForestKind, subzone: ForestSubzone | null])[] = [
  ["special-use", "strict"],
  ["special-use", "recovery"],
  ["special-use", "service"],
  ["buffer", null],
  ["protection", null],
  ["production", null],
];
const STRICT = 1;
const RECOVERY = 2;
const SERVICE = 3;
const BUFFER = 4;
const PROTECTION = 5;
const PRODUCTION = 6;

export interface Forests {
  /** Label by cell of the coarse frame. */
  readonly labels: Int16Array;
  /** The middle of the enclave, a cell of the coarse frame: a village lives there. */
  readonly enclave: number;
}

/** `communes` says which cells belong to the area (above 0). */
export function forestsOf(land: Land, coarse: Frame, communes: Int16Array): Forests {
  const { nx, cellM } = coarse;
  const wave = noiseOf(land.seed, "forest");
  const height = halved(land.height, land.frame, coarse);
  const slope = halved(land.evenSlope, land.frame, coarse);
  const wide = blurred(height, coarse, 12, 3);
  const score = wide.map(
    (h, c) => h + 110 * fractal(wave, ((c % nx) * cellM) / 5200, (Math.floor(c / nx) * cellM) / 5200, 2),
  );
  const inside = [...score.keys()].filter((c) => communes[c] > 0);
  const limit = quantile(
    inside.map((c) => score[c]),
    0.83,
  );
  const reserve = largestPiece((c) => communes[c] > 0 && score[c] > limit, coarse);
  const toEdge = distanceToM((c) => reserve[c] === 0, coarse);
  const members = inside.filter((c) => reserve[c] > 0);
  const enclave = enclaveOf(members, toEdge, slope, height);
  const labels = new Int16Array(score.length);
  const core = quantile(
    members.map((c) => score[c]),
    0.58,
  );
  for (const c of members) labels[c] = score[c] > core && toEdge[c] > 700 ? STRICT : RECOVERY;
  const gate = gateOf(members, toEdge, height);
  const radius = (c: number, middle: number) =>
    Math.hypot((c % nx) - (middle % nx), Math.floor(c / nx) - Math.floor(middle / nx)) * cellM;
  for (const c of members) {
    const ragged = 260 * fractal(wave, (c % nx) / 14, Math.floor(c / nx) / 14, 2);
    if (radius(c, gate) < 1700 + ragged) labels[c] = SERVICE;
    if (radius(c, enclave) < 820 + ragged) labels[c] = 0;
  }
  const toReserve = distanceToM((c) => reserve[c] > 0, coarse);
  const rest = inside.filter((c) => reserve[c] === 0);
  const wooded = Float32Array.from(score, (s, c) => s * 0.55 + 1500 * slope[c]);
  const even = blurred(wooded, coarse, 7, 2);
  const shares = rest.map((c) => even[c]);
  const steep = quantile(shares, 0.87);
  const hilly = quantile(shares, 0.72);
  for (const c of rest) {
    const ragged = 500 * fractal(wave, (c % nx) / 40 + 9, Math.floor(c / nx) / 40, 2);
    if (toReserve[c] < 1500 + ragged) labels[c] = BUFFER;
    else if (even[c] > steep) labels[c] = PROTECTION;
    else if (even[c] > hilly) labels[c] = PRODUCTION;
  }
  return { labels: withoutSpecks(evened(labels, coarse, 3), coarse, 0.9e6), enclave };
}

/** Names by kind, numbered where there are several. */
export function forestNames(polygons: readonly LabelPolygon[]): (string | null)[] {
  const count = new Map<number, number>();
  return polygons.map(({ label }) => {
    const n = (count.get(label) ?? 0) + 1;
    count.set(label, n);
    if (label <= SERVICE) return "Khu bảo tồn Cư Yang Mẫu";
    if (label === BUFFER) return "Vùng đệm Khu bảo tồn Cư Yang Mẫu";
    return label === PROTECTION ? `Rừng phòng hộ Mẫu ${n}` : `Rừng sản xuất Mẫu ${n}`;
  });
}

/** The gentlest low ground well inside the reserve. */
function enclaveOf(
  members: readonly number[],
  toEdge: Float32Array,
  slope: Float32Array,
  height: Float32Array,
): number {
  const deep = quantile(
    members.map((c) => toEdge[c]),
    0.55,
  );
  return least(members, (c) => (toEdge[c] < deep ? Infinity : slope[c] * 1500 + height[c] * 0.5));
}

/** The lowest ground just inside the edge: where one comes in. */
function gateOf(members: readonly number[], toEdge: Float32Array, height: Float32Array): number {
  return least(members, (c) => (toEdge[c] < 300 || toEdge[c] > 700 ? Infinity : height[c]));
}

function least(cells: readonly number[], value: (cell: number) => number): number {
  let best = cells[0];
  for (const c of cells) if (value(c) < value(best)) best = c;
  return best;
}

/** Pieces smaller than `leastM2` go to the label around them. */
function withoutSpecks(labels: Int16Array, frame: Frame, leastM2: number): Int16Array {
  const { nx, ny, cellM } = frame;
  const out = Int16Array.from(labels);
  const seen = new Uint8Array(nx * ny);
  for (let start = 0; start < labels.length; start++) {
    if (seen[start]) continue;
    const label = labels[start];
    const cells = pieceAt(start, seen, (c) => labels[c] === label, frame);
    if (cells.length * cellM * cellM >= leastM2) continue;
    const beside = cells.map((c) => (c % nx > 0 ? out[c - 1] : label)).find((other) => other !== label);
    for (const c of cells) out[c] = beside ?? 0;
  }
  return out;
}
