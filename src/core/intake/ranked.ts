/** A guess: what it says, how sure, and why. Nothing that is guessed is used before a person has seen why. */

/** Why a guess stands where it stands; said by `intake.why.<code>`. */
export interface Why {
  readonly code: WhyCode;
  readonly values?: Readonly<Record<string, string | number | null>>;
}

/** Grouped by what is guessed. */
export type WhyCode = EncodingWhy | FieldWhy | PlaceWhy;
export type EncodingWhy =
  | "encoding.plain"
  | "encoding.words"
  | "encoding.garbled"
  | "encoding.mixed"
  | "encoding.doubtful"
  | "encoding.by-value"
  | "encoding.written-out"
  | "encoding.close"
  | "encoding.same"
  | "encoding.as-values"
  | "encoding.capitals-lost"
  | "encoding.capitals-front";
export type FieldWhy =
  | "field.none"
  | "field.name-same"
  | "field.name-short"
  | "field.name-cut"
  | "field.name-part"
  | "field.values-fit"
  | "field.values-unfit"
  | "field.values-coded"
  | "field.codes-only"
  | "field.serial-name"
  | "field.serial"
  | "field.repeats"
  | "field.rival"
  | "field.empty"
  | "field.risk-level"
  | "field.as-columns"
  | "field.as-shapes"
  | "field.as-name"
  | "field.value-words"
  | "field.value-some"
  | "field.value-marks"
  | "field.value-codes"
  | "field.value-direction"
  | "field.value-classes"
  | "field.value-reversed"
  | "field.value-risk"
  | "field.value-lists"
  | "field.value-hectares"
  | "field.value-no-unit"
  | "field.value-constant";
export type PlaceWhy =
  | "place.none"
  | "place.standard"
  | "place.declared"
  | "place.name-vn2000"
  | "place.datum-vn2000"
  | "place.datum-lies"
  | "place.datum-often-lies"
  | "place.tm3-is-vn2000"
  | "place.meridian"
  | "place.scale-odd"
  | "place.crs-deprecated"
  | "place.false-easting-swapped"
  | "place.same-numbers"
  | "place.fits-province"
  | "place.fits-country"
  | "place.column-names"
  | "place.name-says-crs"
  | "place.larger-is-north"
  | "place.one-column"
  | "place.rows-swapped"
  | "place.rows-other"
  | "place.other-meridian"
  | "place.degrees-usual"
  | "place.old-datum"
  | "place.inside-declared"
  | "place.inside-any"
  | "place.borders"
  | "place.units-match"
  | "place.datum-forgotten"
  | "place.datum-added"
  | "place.proof-better"
  | "place.proof-undecided"
  | "place.proof-poor"
  | "place.file-shifted"
  | "place.sampled";

export interface Ranked<T> {
  readonly value: T;
  /** 0 … 1; comparable within one list only. */
  readonly score: number;
  readonly why: readonly Why[];
}

/** How far the first of a list may be believed: `low` has to be asked. */
export type Confidence = "high" | "low";

/** A list of guesses, best first; `confidence` is of the first. */
export interface Guesses<T> {
  readonly ranked: readonly Ranked<T>[];
  readonly confidence: Confidence;
}
