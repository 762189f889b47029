/** What is shown of every way to place the rows. */
import type { SourceTable } from "../dataset.ts";
import type { Why } from "../ranked.ts";
import { type Candidate, type Judged, LEAST_SHARE } from "./candidate.ts";
import type { Communes } from "./communes.ts";
import { compare, type Evidence } from "./evidence.ts";
import { median } from "./median.ts";
import type { PlaceProof, PlaceView } from "./proof.ts";
import { datumFault, shiftBetween } from "./shift.ts";

/** Rows outside their commune whose distance to it is measured. */
const MEASURED = 200;

/** The candidate with its proof and the reasons for and against it. */
export function viewOf(
  candidate: Candidate,
  judged: Judged,
  communes: Communes | null,
  table: SourceTable,
): PlaceView {
  const { guess, evidence, counts, wanted, shown } = candidate;
  const { best } = judged;
  const shift = candidate === best ? null : shiftBetween(best.shown, shown);
  const why: Why[] = [...guess.why];
  const { rows, any, own, declared } = counts;
  if (communes && declared > 0)
    why.push({ code: "place.inside-declared", values: { rows: own, of: declared } });
  if (communes && declared < rows) why.push({ code: "place.inside-any", values: { rows: any, of: rows } });
  const centroids = median(evidence.centroidM);
  if (centroids !== null) why.push({ code: "place.units-match", values: { metres: Math.round(centroids) } });
  const borders = median(evidence.borderM);
  if (borders !== null) why.push({ code: "place.borders", values: { metres: Math.round(borders) } });
  const fault = shift ? datumFault(shift) : null;
  if (fault) why.push({ code: fault, values: { metres: Math.round(shift!.metres) } });
  if (candidate === best && communes) why.push(...verdict(judged));
  if (candidate.numbers.rows.length < table.count) {
    why.push({ code: "place.sampled", values: { rows: candidate.numbers.rows.length } });
  }
  const proof: PlaceProof = {
    rows,
    insideAny: communes ? any : null,
    insideDeclared: communes && declared > 0 ? own : null,
    declared,
    typicalM: communes ? typicalOutside(evidence, wanted, communes) : null,
    shiftM: shift?.metres ?? null,
    shiftTo: shift?.to ?? null,
    sample: shown,
  };
  return { value: guess.value, score: guess.score, why, crs: guess.value.crs, proof };
}

function verdict({ best, second, rivals, shifted }: Judged): readonly Why[] {
  if (best.counts.share < LEAST_SHARE) return [{ code: "place.proof-poor" }];
  if (shifted) return [{ code: "place.file-shifted" }];
  if (rivals.length > 0) return [{ code: "place.proof-undecided" }];
  if (!second || second.numbers !== best.numbers) return [];
  const [rows] = compare(best.evidence, second.evidence, best.wanted);
  return [{ code: "place.proof-better", values: { rows } }];
}

function typicalOutside({ lon, lat, own }: Evidence, wanted: Int32Array, communes: Communes): number | null {
  const metres: number[] = [];
  for (let i = 0; i < lon.length && metres.length < MEASURED; i++) {
    if (wanted[i]! >= 0 && own[i] === 0 && !Number.isNaN(lon[i]!)) {
      metres.push(communes.toFeatureM(wanted[i]!, lon[i]!, lat[i]!));
    }
  }
  return median(metres);
}

/** Scores that fall with the order the proof gave. */
export function falling(views: readonly PlaceView[]): readonly PlaceView[] {
  let least = 1;
  return views.map((view) => {
    least = Math.min(least, view.score);
    return { ...view, score: least };
  });
}
