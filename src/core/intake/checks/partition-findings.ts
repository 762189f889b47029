/** Where communes lie over each other, and closed gaps between them. */
import { type Arrangement, arrange, ringOf } from "../../geometry/arrangement/arrangement.ts";
import { areaM2 } from "../../geometry/ellipsoid.ts";
import { pointInside } from "../../geometry/point-inside.ts";
import { polygonsOf } from "../../geometry/polygon-set.ts";
import type { PolygonGeometry } from "../../model/geometry.ts";
import { type CheckedShapes, placeOfShape } from "./checked-shapes.ts";
import type { CheckFinding } from "./finding.ts";
import { Listed } from "./listed.ts";

/** Less than this is rounding of the numbers, not a border drawn twice. */
export const LEAST_FAULT_M2 = 1;
/** A closed gap larger than this is a commune that is missing, or a lake: told, not asked. */
export const MOST_GAP_M2 = 5_000_000;
/** Names that fit a sentence. */
const MOST_NAMES = 4;

/** Overlaps by pair, largest first, then gaps, largest first. A pair is `at` its largest piece. */
export function partitionFindings(shapes: CheckedShapes, usable: readonly number[]): readonly CheckFinding[] {
  const owner: number[] = [];
  const outlines = usable.flatMap((i) => {
    const parts = polygonsOf(shapes.geometry(i)!);
    for (const _ of parts) owner.push(i);
    return parts;
  });
  const arrangement = arrange(outlines);
  if (arrangement === null) {
    return [
      {
        id: "not-compared",
        problem: { code: "check.not-compared", ...(shapes.file === undefined ? {} : { file: shapes.file }) },
        rows: [],
        at: null,
        weight: "tell",
        repair: null,
      },
    ];
  }
  return [...overlaps(shapes, arrangement, owner).findings(), ...gaps(shapes, arrangement, owner).findings()];
}

interface Pair {
  readonly first: number;
  readonly second: number;
  areaM2: number;
  places: number;
  largestM2: number;
  largest: PolygonGeometry;
}

function overlaps(shapes: CheckedShapes, arrangement: Arrangement, owner: readonly number[]): Listed {
  const pairs = new Map<number, Pair>();
  arrangement.covers.forEach((cover, face) => {
    if (cover.length < 2) return;
    const shapesHere = [...new Set(cover.map((part) => owner[part]!))].sort((a, b) => a - b);
    if (shapesHere.length < 2) return;
    const piece = pieceOf(arrangement, face);
    const pieceM2 = areaM2(piece);
    for (let a = 0; a < shapesHere.length; a++) {
      for (let b = a + 1; b < shapesHere.length; b++) {
        const key = shapesHere[a]! * shapes.count + shapesHere[b]!;
        const pair = pairs.get(key);
        if (!pair) {
          const [first, second] = [shapesHere[a]!, shapesHere[b]!];
          pairs.set(key, { first, second, areaM2: pieceM2, places: 1, largestM2: pieceM2, largest: piece });
          continue;
        }
        pair.areaM2 += pieceM2;
        pair.places++;
        if (pieceM2 <= pair.largestM2) continue;
        pair.largestM2 = pieceM2;
        pair.largest = piece;
      }
    }
  });
  const listed = new Listed("overlap", shapes);
  const found = [...pairs.values()].filter((pair) => pair.areaM2 >= LEAST_FAULT_M2);
  for (const pair of found.sort((a, b) => b.areaM2 - a.areaM2 || a.first - b.first || a.second - b.second)) {
    const rows = [shapes.rowNumber(pair.first), shapes.rowNumber(pair.second)];
    listed.add(
      rows[0]!,
      () => ({
        problem: {
          code: "check.overlap",
          ...placeOfShape(shapes, pair.first),
          values: {
            first: nameOf(shapes, pair.first),
            second: nameOf(shapes, pair.second),
            areaM2: Math.round(pair.areaM2),
            places: pair.places,
          },
        },
        rows,
        at: pointInside(pair.largest),
        weight: "ask",
        repair: null,
      }),
      `${rows[0]}-${rows[1]}`,
    );
  }
  return listed;
}

function gaps(shapes: CheckedShapes, arrangement: Arrangement, owner: readonly number[]): Listed {
  const found: { readonly face: number; readonly piece: PolygonGeometry; readonly areaM2: number }[] = [];
  arrangement.covers.forEach((cover, face) => {
    if (face === 0 || cover.length > 0) return;
    const piece = pieceOf(arrangement, face);
    const pieceM2 = areaM2(piece);
    if (pieceM2 >= LEAST_FAULT_M2) found.push({ face, piece, areaM2: pieceM2 });
  });
  const listed = new Listed("gap", shapes);
  const count = new Map<number, number>();
  for (const { face, piece, areaM2: gapM2 } of found.sort((a, b) => b.areaM2 - a.areaM2 || a.face - b.face)) {
    const around = shapesAround(arrangement, face, owner);
    const rows = around.map((i) => shapes.rowNumber(i));
    // Several gaps lie between the same communes: they are told apart by their order of size.
    const nth = (count.get(rows[0]!) ?? 0) + 1;
    count.set(rows[0]!, nth);
    listed.add(
      rows[0]!,
      () => ({
        problem: {
          code: "check.gap",
          ...(shapes.file === undefined ? {} : { file: shapes.file }),
          values: {
            areaM2: Math.round(gapM2),
            around: around
              .slice(0, MOST_NAMES)
              .map((i) => nameOf(shapes, i))
              .join(", "),
          },
        },
        rows,
        at: pointInside(piece),
        weight: gapM2 <= MOST_GAP_M2 ? "ask" : "tell",
        repair: null,
      }),
      `${rows[0]}-${nth}`,
    );
  }
  return listed;
}

function pieceOf(arrangement: Arrangement, face: number): PolygonGeometry {
  return { type: "Polygon", coordinates: arrangement.cycles[face]!.map((h) => ringOf(arrangement, h)) };
}

/** Shapes on the other side of the edges of a face, in their order. */
function shapesAround(
  { cycles, covers, faceOf, halfEdges }: Arrangement,
  face: number,
  owner: readonly number[],
): readonly number[] {
  const out = new Set<number>();
  for (const start of cycles[face]!) {
    let h = start;
    do {
      for (const part of covers[faceOf[h ^ 1]!]!) out.add(owner[part]!);
      h = halfEdges.next[h]!;
    } while (h !== start);
  }
  return [...out].sort((a, b) => a - b);
}

function nameOf(shapes: CheckedShapes, i: number): string {
  return shapes.name(i) ?? String(shapes.rowNumber(i));
}
