/** The coordinate system of a waiting table: which guess is chosen, what it is compared with, how it is named. */
import { type CrsCode, crsDefinition } from "../../core/crs/definitions.ts";
import type { PlaceMeaning } from "../../core/intake/meaning.ts";
import type { Bbox } from "../../core/units.ts";
import type { IntakeView, PlaceProof, PlaceView } from "../../intake/protocol.ts";
import type { TextKey, TextValues } from "../../text/say.ts";

/** A sentence and its values. */
export interface Sentence {
  readonly key: TextKey;
  readonly values?: TextValues;
}

/** The same for the same place; "" for none. */
export function placeKey(place: PlaceMeaning | null): string {
  if (!place) return "";
  return place.kind === "geometry"
    ? `geometry ${place.crs} ${place.axes}`
    : `columns ${place.crs} ${JSON.stringify([place.east, place.north])}`;
}

/** The guess that is chosen; null when none is, or when a person chose a system that is not among the guesses. */
export function chosenPlace(view: IntakeView): PlaceView | null {
  const key = placeKey(view.meaning.place);
  return view.places.find(({ value }) => placeKey(value) === key) ?? null;
}

/** The likeliest mistake: the best guess that is not chosen. */
export function rivalPlace(view: IntakeView): PlaceView | null {
  const key = placeKey(view.meaning.place);
  return view.places.find(({ value }) => placeKey(value) !== key) ?? null;
}

/**
 * Whether a person has to look at the map before the place counts: always, but for plain WGS 84 degrees that are
 * sure and fall where the rows say they are.
 */
export function asksToSee(view: IntakeView): boolean {
  const { place } = view.meaning;
  if (!place) return false;
  if (view.questions.some(({ kind }) => kind === "place")) return true;
  const chosen = chosenPlace(view);
  if (place.crs !== "EPSG:4326" || view.placeConfidence !== "high" || chosen !== view.places[0]) return true;
  return !fallsRight(chosen?.proof);
}

function fallsRight(proof: PlaceProof | undefined): boolean {
  if (!proof || proof.rows === 0) return true;
  if (proof.insideDeclared !== null && proof.declared > 0) return proof.insideDeclared === proof.declared;
  return proof.insideAny === null || proof.insideAny > 0;
}

/** Name of a system in the manner of surveyors; one that has no such name keeps that of the register. */
export function crsName(code: CrsCode): Sentence {
  const definition = crsDefinition(code);
  if (!definition) return { key: "intake.crs.other", values: { name: code } };
  const { name, grid, datum } = definition;
  if (!grid) return { key: "intake.crs.degrees", values: { datum: name } };
  if (datum === "vn2000" && grid.scale === ZONE_OF_3_DEGREES) {
    const degrees = Math.trunc(grid.centralMeridian);
    const minutes = String(Math.round((grid.centralMeridian - degrees) * 60)).padStart(2, "0");
    return { key: "intake.crs.zone-3", values: { meridian: `${degrees}°${minutes}'` } };
  }
  const utm = /^(.+) \/ UTM zone (\d+)N$/.exec(name);
  if (utm) return { key: "intake.crs.utm", values: { datum: utm[1]!, zone: utm[2]! } };
  return { key: "intake.crs.other", values: { name } };
}

/** Scale along the meridian by which zones of 3° are told from those of 6°. */
const ZONE_OF_3_DEGREES = 0.9999;

/** How well a proof speaks for its place. */
export function proofGrade(proof: PlaceProof): "good" | "bad" | "none" {
  const [inside, of] =
    proof.insideDeclared !== null && proof.declared > 0
      ? [proof.insideDeclared, proof.declared]
      : [proof.insideAny, proof.rows];
  if (inside === null || of === 0) return "none";
  return inside >= of * 0.9 ? "good" : "bad";
}

/** Shifts between the datums in use here; a fault of conversion moves everything by one of them, metres. */
const DATUM_SHIFT_M = [150, 350] as const;
/** Reasons that speak of such a fault in the file itself. */
const FAULTS: ReadonlySet<string> = new Set([
  "place.file-shifted",
  "place.datum-forgotten",
  "place.datum-added",
]);

/**
 * The guess that the numbers cannot tell from the chosen one and that lies as far away as VN-2000 from WGS 84, about
 * 225 m; null when there is none, or when the place is sure.
 */
export function datumRival(view: IntakeView): PlaceView | null {
  if (view.placeConfidence === "high") return null;
  const chosen = chosenPlace(view);
  const fits = ({ shiftM }: PlaceProof) =>
    shiftM !== null && shiftM >= DATUM_SHIFT_M[0] && shiftM <= DATUM_SHIFT_M[1];
  if (!chosen || (chosen !== view.places[0] && !fits(chosen.proof))) return null;
  if (chosen !== view.places[0]) return view.places[0] ?? null;
  return view.places.find((each) => each !== chosen && fits(each.proof)) ?? null;
}

/** What the chosen guess says of a wrong conversion; empty when it says nothing of one. */
export function datumFaults(view: IntakeView): PlaceView["why"] {
  return (chosenPlace(view)?.why ?? []).filter(({ code }) => FAULTS.has(code));
}

/** What the communes say to a place. */
export function proofSentence(proof: PlaceProof): Sentence {
  if (proof.insideDeclared !== null && proof.declared > 0) {
    return { key: "intake.proof.declared", values: { n: proof.insideDeclared, of: proof.declared } };
  }
  if (proof.insideAny !== null) {
    return { key: "intake.proof.any", values: { n: proof.insideAny, of: proof.rows } };
  }
  return { key: "intake.proof.none", values: { n: proof.rows } };
}

/** Outliers (0; 0, swapped numbers) must not shrink the rest to a dot: so many times the middle half are kept. */
const FENCE = 3;
/** The middle half of points that share a place is no measure; degrees. */
const LEAST_SPREAD = 0.02;

/** A box around most of the points (longitude, latitude by turns); null when there are none. */
export function boundsOf(sample: Float64Array): Bbox | null {
  const lons: number[] = [];
  const lats: number[] = [];
  for (let k = 0; k + 1 < sample.length; k += 2) {
    if (!Number.isFinite(sample[k]!) || !Number.isFinite(sample[k + 1]!)) continue;
    lons.push(sample[k]!);
    lats.push(sample[k + 1]!);
  }
  if (lons.length === 0) return null;
  const [west, east] = ends(lons);
  const [south, north] = ends(lats);
  return [west, Math.max(-85, south), east, Math.min(85, north)];
}

function ends(values: number[]): [low: number, high: number] {
  values.sort((a, b) => a - b);
  const quarter = (share: number) => values[Math.floor((values.length - 1) * share)]!;
  const reach = FENCE * Math.max(LEAST_SPREAD, quarter(0.75) - quarter(0.25));
  const [low, high] = [quarter(0.25) - reach, quarter(0.75) + reach];
  const kept = values.filter((value) => value >= low && value <= high);
  return [kept[0]!, kept.at(-1)!];
}
